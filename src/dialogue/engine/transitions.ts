import type {Act} from './act.ts'
import {nextMissing} from './ask.ts'
import {count, type Draft, flag, isKnown, note, patch, patchField, sayLine, say} from './draft.ts'
import {choose, current, edgeOn, type Heard, nothingHeard} from './edges.ts'
import {end, isComplete} from './ending.ts'
import type {Edge, ScenarioState} from './scenario/scenario.ts'
import {callTools, dueTools} from './tools.ts'
import {forgetAnswers} from './somebody-else.ts'
import {askUnagreed, forgetUnagreed} from './unagreed.ts'
import {unknownAbout} from './unasked.ts'

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
    if (!edge) {
      if (!passUnasked(draft)) return moved
      moved = true
      continue
    }
    admitFailure(draft, state, edge)
    if (state.type === 'confirm' && now.intents.has('yes_answer')) confirmSpoken(draft)
    const refused = state.type === 'confirm' && edge.on.includes('no_answer_given') && now.intents.has('no_answer_given')
    if (edge.on.length > 0 && !now.intents.has('yes_answer')) forgetUnagreed(draft, edge.to)
    if (edge.on.includes('somebody_else') && now.intents.has('somebody_else')) forgetAnswers(draft)
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
      passThrough(draft)
      if (!askUnagreed(draft, state)) patch(draft, {pending: {kind: 'what_to_change'}})
      return true
    }
  }
  note(draft, 'loop', `more than ${maxHops} moves without the caller`)
  return moved
}

/**
 * Who is on the line cannot be asked without a name: the flow goes on as where nobody has said, and tells nobody's secrets. True when the next
 * field to ask for was such a one.
 */
function passUnasked(draft: Draft): boolean {
  const field = nextMissing(draft, current(draft))
  const unknown = field ? unknownAbout(field, draft.state.contact) : []
  if (!field || unknown.length === 0) return false
  const {id, required, on_fail: onFail} = field
  note(draft, 'unasked', `${id}: nothing known of ${unknown.map((key) => `contact.${key}`).join(', ')}`)
  patchField(draft, id, {status: 'skipped'})
  if (onFail !== undefined && draft.scenario.states.has(onFail)) enter(draft, onFail)
  else if (required && onFail !== 'skip') {
    say(draft, 'goodbye', {interruptible: false})
    end(draft, 'bot_hangup')
  }
  return true
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

/** Follows the edge of one intent, whatever else the turn offers. */
export function follow(draft: Draft, intent: string): boolean {
  const state = current(draft)
  const edge = edgeOn(draft, intent)
  if (!edge || edge.to === state.id) return false
  patch(draft, {intent})
  note(draft, 'edge', `${state.id} → ${edge.to} on ${intent}`)
  forgetUnagreed(draft, edge.to)
  enter(draft, edge.to, edge)
  advance(draft, nothingHeard)
  return true
}

/** Where somebody is promised a call: the state of that name, the one a hand-off falls back to, and whatever a wish to be called back leads to. */
const isForCallback = ({scenario, state}: Draft, id: string, edge: Edge | undefined): boolean =>
  id === 'callback' || id === scenario.handoff.fallback || (state.intent === 'callback' && edge?.on.includes('callback') === true)

/**
 * What a state said as its question is none any more once the flow leads on from it in the same breath: the next state has its own to ask.
 * Where the caller has been before, and nothing was missing, it is not even said: «Тогда несколько вопросов» would promise what does not come.
 */
function passThrough(draft: Draft): void {
  const {state, visited} = draft.state
  const isKnownWay = visited.indexOf(state) < visited.lastIndexOf(state)
  const isOpening = (act: Act) => act.key === `state.${state}` && act.kind === 'ask'
  const acts = draft.acts.filter((act) => !(isOpening(act) && isKnownWay))
  draft.acts.splice(0, draft.acts.length, ...acts.map((act) => (isOpening(act) ? {...act, kind: 'say' as const} : act)))
}

/** Enters a state: says what it says, ends the call in an end state. */
export function enter(draft: Draft, id: string, edge?: Edge): void {
  passThrough(draft)
  if (edge) sayLine(draft, edge.say, {kind: 'say', key: `edge.${draft.state.state}.${id}`})
  const state = draft.scenario.states.get(id)!
  patch(draft, {
    state: id,
    visited: [...draft.state.visited, id],
    counters: {...draft.state.counters, stateTurns: 0, noMatch: 0},
    pending: {kind: 'open'},
  })
  if (isForCallback(draft, id, edge)) flag(draft, 'callback')
  // Whom we called and who wants none of it has refused, even if the flow goes on to ask why.
  if (draft.state.direction === 'outbound' && edge?.on.includes('refuse') && draft.state.intent === 'refuse') flag(draft, 'refused')
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
  forgetUnagreed(draft, state.onMaxTurns)
  note(draft, 'on_max_turns', `${state.id} → ${state.onMaxTurns} after ${counters.stateTurns} turns`)
  enter(draft, state.onMaxTurns)
  return true
}

export const countTurn = (draft: Draft): void => count(draft, 'turns', 'stateTurns')
