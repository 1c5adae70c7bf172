import type {UiLanguage} from '../../bilingual.ts'
import type {FieldState} from '../../dialogue/engine/state.ts'
import type {Scenario} from '../../dialogue/engine/scenario/scenario.ts'
import type {EffectExpect, TraceExpect, TurnExpect} from '../format/expect-schema.ts'
import {engineMs, type TurnRun} from '../run/case-run.ts'
import {checkSays} from './check-says.ts'
import {checkTools, unanswered} from './check-tools.ts'
import {type Failure, failure, noted, shown} from './failure.ts'
import {reasonWord, statusWord} from './field-words.ts'
import {folded, isPart, sameValue} from './same-value.ts'

/** What a turn was expected to bring and did not. */
export function checkTurn(run: TurnRun, scenario: Scenario): Failure[] {
  const expect = run.turn?.expect
  const found = run.skipped ? notReached(run) : [...(expect ? checkExpect(expect, run, scenario) : []), ...unanswered(run.toolUses)]
  return found.map((one) => ({...one, turn: run.number}))
}

/** A turn after the end is no failure by itself; an expectation that nobody looked at is. */
function notReached({turn}: TurnRun): Failure[] {
  if (!turn?.expect) return []
  return [noted('turn', 'the call was over before this turn', 'звонок закончился до этого хода')]
}

function checkExpect(expect: TurnExpect, run: TurnRun, scenario: Scenario): Failure[] {
  const {state} = run
  const ms = engineMs(run)
  return [
    ...(expect.state !== undefined && expect.state !== state.state ? [failure('state', expect.state, state.state)] : []),
    ...checkFields(expect.fields ?? {}, state.fields, scenario, isHeld),
    ...checkStatus(expect.status ?? {}, state.fields),
    ...checkAsks(expect.asks ?? [], run),
    ...checkSays(expect.says, [run]),
    ...checkTools(expect.tools, run.toolUses),
    ...checkEffects(expect.effects, [run]),
    ...checkTrace(expect.trace ?? [], [run]),
    ...checkOutcome(expect.outcome, state.ending?.outcome),
    ...(expect.lang !== undefined && expect.lang !== state.lang ? [failure('lang', expect.lang, state.lang)] : []),
    ...(expect.max_ms !== undefined && ms > expect.max_ms ? [failure('max_ms', `≤ ${expect.max_ms}`, ms.toFixed(1))] : []),
  ]
}

type IsThere = (field: FieldState) => boolean

/** In the middle of a call a value counts as soon as it is held, confirmed or not: `status` tells these apart. */
const isHeld: IsThere = ({status}) => ['candidate', 'held', 'accepted', 'confirmed'].includes(status)

/** At the end only values that go on record. */
export const isOnRecord: IsThere = ({status}) => status === 'accepted' || status === 'confirmed'

export function checkFields(
  wanted: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, FieldState>>,
  scenario: Scenario,
  isThere: IsThere,
): Failure[] {
  return Object.entries(wanted).flatMap(([id, value]) => {
    const field = fields[id]
    const actual = field && isThere(field) ? field.value : undefined
    if (sameValue(value, actual, scenario.fields.get(id)?.type)) return []
    return [{...failure(`fields.${id}`, value, field && fieldText(field, 'en')), ...(field && {actualRu: fieldText(field, 'ru')})}]
  })
}

/** `15:00 (candidate)` */
function fieldText({value, status, reason}: FieldState, lang: UiLanguage): string {
  const how = reason === undefined ? statusWord(status, lang) : `${statusWord(status, lang)}: ${reasonWord(reason, lang)}`
  return value === undefined ? `– (${how})` : `${shown(value)} (${how})`
}

/** What a status is expected to be is written in the test with the word itself. */
export const checkStatus = (wanted: Readonly<Record<string, string>>, fields: Readonly<Record<string, FieldState>>): Failure[] =>
  Object.entries(wanted)
    .filter(([id, status]) => fields[id]?.status !== status)
    .map(([id, status]) => failure(`status.${id}`, status, fields[id] && fieldText(fields[id], 'en')))

/** The question in the air at the end of the turn, and every question the turn asked on the way. */
function checkAsks(wanted: readonly string[], {state, steps}: TurnRun): Failure[] {
  const {pending} = state
  const now = 'field' in pending ? pending.field : questions[pending.kind]
  const asked = new Set(
    steps.flatMap(({turn}) =>
      turn.acts.flatMap(({kind, key}) => (kind === 'ask' || kind === 'confirm' ? [key.replace(/^(?:re)?ask\.|^confirm\./, '')] : [])),
    ),
  )
  return wanted.filter((each) => each !== now && !asked.has(each)).map((each) => failure('asks', each, now))
}

const questions: Readonly<Record<string, string>> = {confirm_state: 'confirm', what_to_change: 'change', open: 'open', tool: 'tool'}

export function checkEffects(wanted: readonly EffectExpect[] | undefined, turns: readonly TurnRun[]): Failure[] {
  if (!wanted) return []
  const effects = turns.flatMap(({steps}) => steps.flatMap(({turn}) => turn.effects))
  const kinds = effects.map(({kind}) => kind)
  if (wanted.length === 0) return effects.length > 0 ? [failure('effects', [], kinds)] : []
  return wanted
    .filter((each) => !effects.some((effect) => isPart(each, effect)))
    .map((each) => failure('effects', Object.keys(each).length === 1 ? each.kind : each, kinds))
}

/** A line of the trace is `step detail`, as `edge greeting → booking on book`. */
export function checkTrace(wanted: readonly TraceExpect[], turns: readonly TurnRun[]): Failure[] {
  const lines = turns.flatMap(({steps}) => steps.flatMap(({turn}) => turn.trace))
  const all = lines.map(({step, detail}) => `${step} ${detail}`)
  return wanted
    .filter((each) =>
      typeof each === 'string'
        ? !all.some((line) => folded(line).includes(folded(each)))
        : !lines.some(({step, detail}) => step === each.step && folded(detail).includes(folded(each.detail ?? ''))),
    )
    .map((each) => failure('trace', each, all))
}

/** `outcome: null`: the call goes on. */
export const checkOutcome = (wanted: string | null | undefined, actual: string | undefined): Failure[] =>
  wanted === undefined || (wanted ?? undefined) === actual ? [] : [failure('outcome', wanted, actual)]
