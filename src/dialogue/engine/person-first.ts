import type {Command} from './command.ts'
import type {Understanding} from './reading/understand.ts'
import {type Draft, note, patch, say} from './draft.ts'

/**
 * «Это ужас, позовите директора»: whoever complains and wants a person gets the person, where one can be reached. A rule or an edge for
 * complaints would promise a call instead, and the wish would be lost.
 */
export function personFirst(draft: Draft, {commands, utterance}: Understanding): readonly Command[] {
  const {scenario, state} = draft
  const isReachable = scenario.handoff.target !== undefined && !state.flags['transfer_failed'] && !state.flags['transferring']
  const has = (kind: Command['kind']) => commands.some((command) => command.kind === kind)
  const isWanted = has('handoff') || toSomebody.test(utterance.text)
  if (!isReachable || !isWanted || !has('complaint')) return commands
  note(draft, 'handoff', 'before the complaint')
  patch(draft, {sentiment: Math.max(-1, state.sentiment - 0.7)})
  say(draft, 'sorry')
  const others = commands.filter(
    (command) => command.kind !== 'complaint' && !(command.kind === 'rule' && isForComplaints(draft, command.id)),
  )
  return has('handoff') ? others : [...others, {kind: 'handoff', source: 'rule', confidence: 0.8}]
}

/** «Пожаловаться директору», "complain to a human": to whom one complains is wanted at the line. */
const toSomebody =
  /жал(?:оваться|обу|обой|уюсь) (?:\S+ ){0,2}(?:директору|руковод\S+|начальств\S+|начальник\S+|человеку|менеджеру|управляющ\S+|заведующ\S+|старшему)|complain(?:t|ing)? (?:\S+ ){0,3}?(?:to|with) (?:an?|the|your|some) (?:\S+ )?(?:human|person|manager|supervisor|boss|director|someone)/i

/** By the intent alone: a rule that waits for words of its own was meant for those. */
const isForComplaints = ({scenario}: Draft, id: string): boolean =>
  scenario.rules.some((rule) => rule.id === id && rule.phrases.length === 0 && rule.intents.every((intent) => intent === 'complaint'))
