import type {Scenario} from '../../dialogue/engine/scenario/scenario.ts'
import {outcomeKinds} from '../../skillbase/schema/flow.ts'
import {type CaseRun, textOf, type TurnRun} from '../run/case-run.ts'
import type {Broken} from './broken.ts'

/** A call ends in time, once, with an outcome the flow knows, with a word of goodbye, and with a lead that is true. */
export function brokenEnding(run: CaseRun, scenario: Scenario): Broken[] {
  return [...endless(run, scenario), ...outcomes(run, scenario), ...silentEnd(run), ...leadPhone(run, scenario)]
}

/** Three silences are the end of any call: after the third the bot has said goodbye. */
const maxSilences = 3

function endless({turns, fault}: CaseRun, {limits}: Scenario): Broken[] {
  if (fault !== undefined) return []
  let spoken = 0
  let silences = 0
  for (const {number, turn, state, skipped} of turns) {
    if (skipped || state.ending) return []
    if (turn?.user !== undefined || turn?.dtmf !== undefined) {
      spoken++
      silences = 0
    } else if (turn?.silence !== undefined) silences++
    const said =
      silences >= maxSilences ? `${silences} silences` : spoken > limits.turns ? `${spoken} turns of at most ${limits.turns}` : undefined
    if (said !== undefined)
      return [
        {
          name: 'ends_within_limits',
          turn: number,
          at: state.state,
          what: {en: `the call goes on after ${said}`, ru: `звонок идёт дальше: ${said}`},
        },
      ]
  }
  return []
}

function outcomes({turns, events, end}: CaseRun, scenario: Scenario): Broken[] {
  const ends = turns.flatMap(({number, steps}) =>
    steps.flatMap(({turn}) => turn.effects.filter((effect) => effect.kind === 'end').map(() => number)),
  )
  const records = events.filter(({type}) => type === 'call.ended').length
  const found: Broken[] = []
  const report = (turn: number, at: string, en: string, ru: string) => found.push({name: 'one_outcome', turn, at, what: {en, ru}})
  if (ends.length > 1 || records > 1)
    report(
      ends.at(-1) ?? 0,
      'twice',
      `the call ended ${Math.max(ends.length, records)} times`,
      `звонок закончился ${Math.max(ends.length, records)} раза`,
    )
  if (end && ends.length === 0)
    report(turns.at(-1)?.number ?? 0, 'never', 'the call is over and nothing ended it', 'звонок окончен, но ничем не завершён')
  const {outcome} = end ?? {}
  const known = [...scenario.outcomes.map(({id}) => id), ...outcomeKinds] as readonly string[]
  if (end && (!outcome || !known.includes(outcome)))
    report(ends.at(-1) ?? 0, String(outcome), `there is no outcome "${outcome}"`, `нет исхода «${outcome}»`)
  return found
}

const wordless: ReadonlySet<string> = new Set(['caller_hangup', 'transfer', 'process_lost', 'error'])

function silentEnd({turns}: CaseRun): Broken[] {
  const last = turns.findLast(({skipped}) => !skipped)
  const reason = last?.state.ending?.reason
  if (!last || reason === undefined || wordless.has(reason) || textOf(last) !== '') return []
  const en = `the bot hangs up (${reason}) without a word`
  return [
    {name: 'end_says_nothing', turn: last.number, at: last.state.state, what: {en, ru: `бот кладёт трубку (${reason}), ничего не сказав`}},
  ]
}

/** A number nobody confirmed is somebody else's. A flow may waive it with `confirm: none` or `implicit`. */
function leadPhone({end, state, turns}: CaseRun, {fields}: Scenario): Broken[] {
  const phone = end?.lead?.phone
  if (!phone) return []
  return [...fields.values()]
    .filter(
      ({id, type, confirm}) =>
        type === 'phone' &&
        (confirm === 'auto' || confirm === 'explicit') &&
        state.fields[id]?.value === phone &&
        state.fields[id].status !== 'confirmed',
    )
    .map(({id}) => ({
      name: 'unconfirmed_phone_in_lead',
      turn: lastReal(turns),
      at: id,
      what: {en: `the lead has a number in ${id} that was never confirmed`, ru: `в лиде номер из поля ${id}, который никто не подтвердил`},
    }))
}

const lastReal = (turns: readonly TurnRun[]): number => turns.findLast(({skipped}) => !skipped)?.number ?? 0
