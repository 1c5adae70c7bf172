import type {Check} from './context.ts'
import {hasTarget} from './tools.ts'

/** W404 a hand-off with nobody to go to and no state to fall back to; E405 a target that no call can reach. */
export const checkHandoff: Check = (context) => {
  const {flow, skillbase, report} = context
  const {target, fallback, when} = flow.handoff
  if (target !== undefined && !/^(?:\+[1-9]\d{6,14}|sips?:[^\s@]+@[^\s@]+)$/.test(target)) {
    report(
      ['flow', 'handoff', 'target'],
      'E405',
      `"${target}" is neither an E.164 number nor a sip: URI`,
      `«${target}» — не номер E.164 и не адрес sip:`,
    )
  }
  if (hasTarget(context) || fallback !== undefined) return
  const rule = flow.rules.findIndex(({then}) => then === 'handoff')
  const wanted = rule !== -1 ? ['flow', 'rules', rule, 'then'] : when.length > 0 ? ['flow', 'handoff', 'when'] : undefined
  const criteria = skillbase.agent.handoff.criteria.length > 0 ? ['agent', 'handoff', 'criteria'] : undefined
  const path = wanted ?? criteria
  if (path)
    report(
      path,
      'W404',
      'hands over, but there is neither a target nor a fallback; the bot offers a call back',
      'передаёт звонок, но нет ни target, ни fallback; бот предложит перезвонить',
    )
}
