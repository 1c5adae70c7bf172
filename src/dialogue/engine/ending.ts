import {outcomeKinds, type OutcomeKind} from '../../skillbase/schema/flow.ts'
import type {Value} from './command.ts'
import type {ConditionVars} from './scenario/condition.ts'
import {acceptedValues, type Draft, factsFor, isAccepted, isKnown, note, patch} from './draft.ts'
import type {ScenarioOutcome} from './scenario/scenario.ts'
import type {EndReason} from './state.ts'

/** What conditions see at this moment. */
export function conditionVars(draft: Draft): ConditionVars {
  const {scenario, state} = draft
  const {stateTurns, noMatch, noInput, llmFail} = state.counters
  return {
    f: acceptedValues(state),
    attempts: Object.fromEntries(Object.entries(state.fields).map(([id, field]) => [id, field.attempts])),
    counters: {...state.counters, state_turns: stateTurns, no_match: noMatch, no_input: noInput, llm_fail: llmFail},
    flags: {callback: false, handoff: false, ...state.flags},
    tool: {...scenario.noResults, ...state.tools},
    facts: factsFor(scenario, state.lang),
    intent: state.intent,
    state: state.state,
    contact: state.contact,
    caller: state.caller,
    lang: state.lang,
    direction: state.direction,
    complete: isComplete(draft),
    turn: state.counters.turns,
    sentiment: state.sentiment,
  }
}

/** Whether the current state has all it collects: what is required, and an answer or a refusal to the rest. */
export function isComplete({scenario, state}: Draft): boolean {
  const {collect, readAhead} = scenario.states.get(state.state)!
  return collect.every((id) => {
    const field = state.fields[id]!
    // A number nobody has agreed to yet is none to call back on.
    if (field.status === 'held' && !readAhead.has(id)) return false
    if (isKnown(field) || field.status === 'skipped') return true
    return !scenario.fields.get(id)!.required && field.asked > 0 && field.status !== 'candidate' && !isAwaited(state, id)
  })
}

const isAwaited = (state: Draft['state'], id: string): boolean => 'field' in state.pending && state.pending.field === id

/** Ends the conversation once: the first end stands. `wanted` is an outcome the flow names here. */
export function end(draft: Draft, reason: EndReason, wanted?: string): void {
  if (draft.state.ending) return
  const outcome = decide(draft, wanted)
  const values = acceptedValues(draft.state)
  const evidence: Record<string, Value> = {}
  for (const id of outcome.evidence) if (values[id] !== undefined) evidence[id] = values[id]
  const passedOn = reason === 'bot_hangup' && draft.state.flags['transferred'] === true
  const ending = {outcome: outcome.id, kind: outcome.kind, evidence, reason: passedOn ? ('transfer' as const) : reason}
  patch(draft, {ending, pending: {kind: 'open'}})
  draft.effects.push({kind: 'end', ending})
  note(draft, 'outcome', `${outcome.id} (${outcome.kind}), ${reason}`)
}

/** Facts the engine itself establishes; they hold whether or not the flow words an outcome for them. */
const established: Partial<Record<OutcomeKind, string>> = {
  do_not_call: 'do_not_call',
  wrong_number: 'wrong_number',
  voicemail: 'voicemail',
  emergency: 'emergency',
  transferred: 'transferred',
  refused: 'refused',
}

function decide(draft: Draft, wanted: string | undefined): ScenarioOutcome {
  const {outcomes} = draft.scenario
  if (wanted !== undefined) {
    const named = outcomes.find((outcome) => outcome.id === wanted)
    if (named) return named
    if (isKind(wanted)) return plain(wanted)
  }
  const vars = conditionVars(draft)
  for (const kind of outcomeKinds) {
    // Whoever takes it all back is no lead, whatever was said before.
    if (draft.state.flags['cancelled'] && (kind === 'lead' || kind === 'callback')) continue
    const flagged = draft.state.flags[established[kind] ?? ''] === true
    const own = outcomes.filter((outcome) => outcome.kind === kind && !outcome.isDefault)
    const match = own.find((outcome) => (outcome.when ? outcome.when.holds(vars) : flagged))
    if (match) return match
    // A caller who said "never again" is one, even if the flow has no outcome for it.
    if (flagged) return own[0] ?? outcomes.find((outcome) => outcome.id === kind) ?? plain(kind)
    if (kind === 'callback' && own.length === 0 && draft.state.flags['callback'] && hasPhone(draft)) return plain(kind)
  }
  return outcomes.find((outcome) => outcome.isDefault) ?? plain('failed')
}

const isKind = (id: string): id is OutcomeKind => (outcomeKinds as readonly string[]).includes(id)

const plain = (kind: OutcomeKind): ScenarioOutcome => ({
  id: kind,
  kind,
  when: undefined,
  evidence: [],
  isDefault: false,
  webhook: undefined,
})

const hasPhone = ({scenario, state}: Draft): boolean =>
  state.direction === 'outbound' ||
  [...scenario.fields.values()].some((field) => field.type === 'phone' && isAccepted(state.fields[field.id]))
