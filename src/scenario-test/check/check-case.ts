import {LlmError} from '../../providers/llm/llm-error.ts'
import type {Scenario} from '../../dialogue/engine/scenario/scenario.ts'
import type {CaseExpect, LeadExpect, PathExpect} from '../format/expect-schema.ts'
import type {TestCase} from '../format/test-file.ts'
import {type CaseRun, textOf} from '../run/case-run.ts'
import {checkSays} from './check-says.ts'
import {checkTools} from './check-tools.ts'
import {checkEffects, checkFields, checkOutcome, checkStatus, checkTrace, checkTurn, isOnRecord} from './check-turn.ts'
import {brokenInvariants} from '../invariants/invariants.ts'
import {type Failure, failure, noted, shown} from './failure.ts'
import {folded, sameValue} from './same-value.ts'

/** Everything a case expected and did not get, turn by turn, then of the conversation as a whole. */
export function checkCase({expect}: Pick<TestCase, 'expect'>, run: CaseRun, scenario: Scenario): Failure[] {
  if (run.fault !== undefined) return [...run.turns.flatMap((turn) => checkTurn(turn, scenario)), brokeDown(run)]
  return [...run.turns.flatMap((turn) => checkTurn(turn, scenario)), ...checkWhole(expect, run, scenario)]
}

function brokeDown({fault, turns}: CaseRun): Failure {
  const turn = turns.at(-1)?.number ?? 0
  // The bot goes on without a model; whoever plays the caller cannot.
  if (fault instanceof LlmError)
    return {...noted('llm', `nobody played the caller: ${fault.sentence.en}`, `некому играть абонента: ${fault.sentence.ru}`), turn}
  const text = fault instanceof Error ? fault.message : String(fault)
  return {...noted('exception', `the engine failed: ${text}`, `движок упал: ${text}`), turn}
}

function checkWhole(expect: CaseExpect, run: CaseRun, scenario: Scenario): Failure[] {
  const {state, end, turns} = run
  const callerTurns = turns.filter(({turn, skipped}) => !skipped && (turn?.user !== undefined || turn?.dtmf !== undefined)).length
  return [
    ...checkPath(expect.path, state.visited),
    ...checkOutcome(expect.outcome, end?.outcome ?? undefined),
    ...(expect.kind !== undefined && expect.kind !== end?.outcomeKind ? [failure('kind', expect.kind, end?.outcomeKind)] : []),
    ...(expect.state !== undefined && expect.state !== state.state ? [failure('state', expect.state, state.state)] : []),
    ...checkFields(expect.fields ?? {}, state.fields, scenario, isOnRecord),
    ...checkStatus(expect.status ?? {}, state.fields),
    ...checkTools(expect.tools, run.toolUses),
    ...checkEffects(expect.effects, turns),
    ...checkTrace(expect.trace ?? [], turns),
    ...(expect.lang !== undefined && expect.lang !== state.lang ? [failure('lang', expect.lang, state.lang)] : []),
    ...(expect.max_turns !== undefined && callerTurns > expect.max_turns
      ? [failure('max_turns', `≤ ${expect.max_turns}`, callerTurns)]
      : []),
    ...(expect.end !== undefined && expect.end !== whoEnded(run)
      ? [{...failure('end', expect.end, `${whoEnded(run)} (${end?.endReason ?? '–'})`), actualRu: whoEnded(run)}]
      : []),
    ...checkLead(expect.lead, run),
    ...checkSays(expect.says, turns),
    ...neverSays(expect.never_says ?? [], run),
    ...(expect.invariants
      ? brokenInvariants(run, scenario).map(({name, turn, what}) => ({...noted(`invariants.${name}`, what.en, what.ru), turn}))
      : []),
  ]
}

function checkPath(expect: PathExpect | undefined, visited: readonly string[]): Failure[] {
  if (!expect) return []
  const {exact, contains = [], in_order} = expect
  const path = [...new Set(visited)]
  const missing = contains.filter((state) => !path.includes(state))
  return [
    ...(exact && shown(exact) !== shown(path) ? [failure('path', exact, path)] : []),
    ...(missing.length > 0 ? [failure('path.contains', missing, path)] : []),
    ...(in_order && !follows(in_order, visited) ? [failure('path.in_order', in_order, visited)] : []),
  ]
}

function follows(wanted: readonly string[], visited: readonly string[]): boolean {
  let at = 0
  for (const state of visited) if (state === wanted[at]) at++
  return at === wanted.length
}

function whoEnded({end}: CaseRun): 'bot' | 'caller' | 'transfer' | '–' {
  if (!end) return '–'
  if (end.endReason === 'transfer') return 'transfer'
  return end.endReason === 'caller_hangup' ? 'caller' : 'bot'
}

function checkLead(expect: LeadExpect | undefined, {end}: CaseRun): Failure[] {
  const lead = end?.lead
  if (expect === undefined) return []
  if (typeof expect === 'boolean') return expect === Boolean(lead) ? [] : [failure('lead', expect, lead ?? undefined)]
  if (!lead) return [failure('lead', expect, undefined)]
  const {data = {}, ...known} = expect
  return [
    ...Object.entries(known)
      .filter(([key, value]) => !sameValue(value, lead[key as 'name' | 'phone' | 'email']))
      .map(([key, value]) => failure(`lead.${key}`, value, lead[key as 'name' | 'phone' | 'email'])),
    ...Object.entries(data)
      .filter(([key, value]) => !sameValue(value, lead.data[key]))
      .map(([key, value]) => failure(`lead.data.${key}`, value, lead.data[key])),
  ]
}

const neverSays = (words: readonly string[], {turns}: CaseRun): Failure[] =>
  words.flatMap((each) =>
    turns
      .filter((run) => folded(textOf(run)).includes(folded(each)))
      .slice(0, 1)
      .map((run) => ({...failure('never_says', each, textOf(run)), turn: run.number})),
  )
