import {nextMissing} from './ask.ts'
import {count, type Draft, flag, isKnown, note, patch, patchField, sayLine, say} from './draft.ts'
import {conditionVars, end, isComplete} from './ending.ts'
import {ahead, leadsOn} from './reading/open-fields.ts'
import type {Edge, ScenarioState} from './scenario/scenario.ts'
import {callTools, dueTools} from './tools.ts'

/** What the caller's turn offers to the edges: intents heard, and fields volunteered. */
export interface Heard {
  readonly intents: ReadonlySet<string>
  readonly fields: readonly string[]
}

export const nothingHeard: Heard = {intents: new Set(), fields: []}

/** More hops than any sensible flow needs without hearing from the caller: past this the flow is running in circles. */
const maxHops = 8

/**
 * Moves through the flow as far as it goes without hearing from the caller again.
 * Intents count for the first hop only: one "yes" answers one question.
 */
export function advance(draft: Draft, heard: Heard): boolean {
  let moved = false
  let now = heard
  for (let hop = 0; hop < maxHops; hop++) {
    if (draft.state.ending || draft.state.pending.kind === 'tool') return moved
    const state = current(draft)
    const calls = dueTools(draft, state)
    if (calls.length > 0) {
      callTools(draft, state, calls)
      moved = true
      continue
    }
    const edge = choose(draft, state, now)
    if (!edge) return moved
    admitFailure(draft, state, edge)
    if (state.type === 'confirm' && now.intents.has('yes_answer')) confirmSpoken(draft)
    const refused = state.type === 'confirm' && edge.on.includes('no_answer_given') && now.intents.has('no_answer_given')
    enter(draft, edge.to, edge)
    moved = true
    now = nothingHeard
    // "No" alone does not say what is wrong; going straight back would only ask the same again.
    if (
      refused &&
      heard.fields.length === 0 &&
      current(draft).type === 'collect' &&
      isComplete(draft) &&
      current(draft).collect.length > 0
    ) {
      patch(draft, {pending: {kind: 'what_to_change'}})
      return true
    }
  }
  note(draft, 'loop', `more than ${maxHops} moves without the caller`)
  return moved
}

/** What was to be done and was not is said, unless the flow says it itself: silence would pass for success. */
function admitFailure(draft: Draft, state: ScenarioState, edge: Edge): void {
  const failed = state.type === 'action' && state.tools.some((tool) => draft.state.tools[tool.saveAs]?.ok === false)
  const target = draft.scenario.states.get(edge.to)!
  const isWorded = [edge.say, target.say].some((line) => line.ru.length > 0 || line.en.length > 0)
  if (failed && !(isWorded && target.type !== 'end')) say(draft, 'not_done')
}

/** "All correct" confirms every value the summary read out. */
function confirmSpoken(draft: Draft): void {
  for (const field of draft.scenario.fields.values()) {
    if (field.isReadBack && isKnown(draft.state.fields[field.id])) patchField(draft, field.id, {status: 'confirmed'})
  }
}

export const current = (draft: Draft): ScenarioState => draft.scenario.states.get(draft.state.state)!

function choose(draft: Draft, state: ScenarioState, heard: Heard): Edge | undefined {
  if (state.type === 'end') return undefined
  const vars = conditionVars(draft)
  for (const [origin, edges] of [
    ['edge', state.edges],
    ['global', draft.scenario.global],
  ] as const) {
    for (const edge of edges) {
      if (edge.on.length === 0 && (edge.to === state.id || draft.state.pending.kind === 'what_to_change')) continue
      const said = edge.on.length === 0 ? undefined : edge.on.find((intent) => heard.intents.has(intent))
      if (edge.on.length > 0 && said === undefined) continue
      if (edge.when && !edge.when.holds(vars)) continue
      // Without a reason of its own an edge waits until the state has done its work.
      if (edge.on.length === 0 && !edge.when && !isDone(draft, state)) continue
      if (said !== undefined && !answers.has(said)) patch(draft, {intent: said})
      note(draft, origin, `${state.id} → ${edge.to}${said ? ` on ${said}` : ''}${edge.when ? ` when ${edge.when.source}` : ''}`)
      return edge
    }
  }
  return implied(draft, state, heard) ?? followOn(draft, state)
}

/** A talk state is done once the caller has answered it, a collecting state once it is complete. */
function isDone(draft: Draft, state: ScenarioState): boolean {
  switch (state.type) {
    case 'collect':
      return isComplete(draft)
    case 'talk':
    case 'answer':
      return state.collect.length > 0 ? isComplete(draft) : draft.state.counters.stateTurns > 0
    case 'confirm':
      return false
    case 'action':
    case 'end':
      return true
  }
}

/**
 * Naming a service asks for the booking: who volunteers fields wants the state that collects them. Of several the one that wants most of
 * them; never one that is reached only by a wish of another kind, such as cancelling.
 */
function implied(draft: Draft, state: ScenarioState, heard: Heard): Edge | undefined {
  if (heard.fields.length === 0 || state.type === 'collect' || state.type === 'confirm') return undefined
  const wants = ({to}: Edge) => heard.fields.filter((field) => draft.scenario.states.get(to)!.collect.includes(field)).length
  const [best] = state.edges
    .filter((each) => leadsOn(each) && wants(each) > 0 && (!each.when || each.when.holds(conditionVars(draft))))
    .toSorted((a, b) => wants(b) - wants(a))
  if (!best) return furtherOn(draft, state, heard)
  note(draft, 'implied', `${state.id} → ${best.to} by ${heard.fields.join(', ')}`)
  return best
}

/** «Можно сегодня?» names what only a later state asks for: where one way alone leads there, that is the way. */
function furtherOn(draft: Draft, state: ScenarioState, heard: Heard): Edge | undefined {
  const ways = state.edges.filter((edge) => leadsOn(edge) && draft.scenario.states.get(edge.to)!.type === 'collect')
  const fits = ways.filter(({to}) => {
    const later = ahead(draft.scenario, to)
    return heard.fields.some((field) => later.includes(field) && draft.scenario.fields.get(field)!.type !== 'phone')
  })
  const [only] = fits
  if (!only || new Set(fits.map(({to}) => to)).size > 1 || (only.when && !only.when.holds(conditionVars(draft)))) return undefined
  note(draft, 'implied', `${state.id} → ${only.to} by ${heard.fields.join(', ')}`)
  return only
}

/** Follows the edge of one intent, whatever else the turn offers. */
export function follow(draft: Draft, intent: string): boolean {
  const state = current(draft)
  const edge = edgeOn(draft, intent)
  if (!edge || edge.to === state.id) return false
  patch(draft, {intent})
  note(draft, 'edge', `${state.id} → ${edge.to} on ${intent}`)
  enter(draft, edge.to, edge)
  advance(draft, nothingHeard)
  return true
}

/** The edge from here that an intent takes now. */
export function edgeOn(draft: Draft, intent: string): Edge | undefined {
  const vars = conditionVars(draft)
  return [...current(draft).edges, ...draft.scenario.global].find(({on, when}) => on.includes(intent) && (!when || when.holds(vars)))
}

/** Whether an edge from here waits for the intent. */
export const leads = (draft: Draft, intent: string): boolean =>
  [...current(draft).edges, ...draft.scenario.global].some(({on, to}) => on.includes(intent) && to !== draft.state.state)

const answers = new Set(['yes_answer', 'no_answer_given', 'correction'])

/** A linear flow goes on to the next state by itself. */
function followOn(draft: Draft, state: ScenarioState): Edge | undefined {
  if (state.next === undefined || draft.state.pending.kind === 'what_to_change' || !isDone(draft, state)) return undefined
  note(draft, 'next', `${state.id} → ${state.next}`)
  return {to: state.next, on: [], when: undefined, say: {ru: [], en: []}}
}

/** Where somebody is promised a call: the state of that name, the one a hand-off falls back to, and whatever a wish to be called back leads to. */
const isForCallback = ({scenario, state}: Draft, id: string, edge: Edge | undefined): boolean =>
  id === 'callback' || id === scenario.handoff.fallback || (state.intent === 'callback' && edge?.on.includes('callback') === true)

/** Enters a state: says what it says, ends the call in an end state. */
export function enter(draft: Draft, id: string, edge?: Edge): void {
  if (edge) sayLine(draft, edge.say, {kind: 'say', key: `edge.${draft.state.state}.${id}`})
  const state = draft.scenario.states.get(id)!
  patch(draft, {
    state: id,
    visited: [...draft.state.visited, id],
    counters: {...draft.state.counters, stateTurns: 0, noMatch: 0},
    pending: {kind: 'open'},
  })
  if (isForCallback(draft, id, edge)) flag(draft, 'callback')
  if (state.type === 'end') {
    if (!sayLine(draft, state.say, {kind: 'say', key: `state.${id}`, interruptible: false})) say(draft, 'goodbye', {interruptible: false})
    end(draft, 'bot_hangup', state.outcome)
    return
  }
  // A confirm state speaks when it asks: its values may still be in doubt.
  if (state.type !== 'confirm')
    sayLine(draft, state.say, {
      kind: nextMissing(draft, state) ? 'say' : 'ask',
      key: `state.${id}`,
      rephrase: true,
      interruptible: state.interruptible,
    })
}

/** Leaves a state that has taken too many turns. */
export function heedLimits(draft: Draft): boolean {
  const state = current(draft)
  const {counters} = draft.state
  if (counters.turns >= draft.scenario.limits.turns) {
    note(draft, 'limit', `max_turns ${draft.scenario.limits.turns}`)
    say(draft, 'max_turns', {interruptible: false})
    end(draft, 'max_turns')
    return true
  }
  if (state.maxTurns === undefined || counters.stateTurns < state.maxTurns || !state.onMaxTurns || state.onMaxTurns === state.id)
    return false
  note(draft, 'on_max_turns', `${state.id} → ${state.onMaxTurns} after ${counters.stateTurns} turns`)
  enter(draft, state.onMaxTurns)
  return true
}

export const countTurn = (draft: Draft): void => count(draft, 'turns', 'stateTurns')
