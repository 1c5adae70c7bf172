import {type Draft, note, patch} from './draft.ts'
import {conditionVars, isComplete} from './ending.ts'
import {ahead, leadsOn} from './reading/open-fields.ts'
import type {Edge, ScenarioState} from './scenario/scenario.ts'

/** What the caller's turn offers to the edges: intents heard, and fields volunteered. */
export interface Heard {
  readonly intents: ReadonlySet<string>
  readonly fields: readonly string[]
}

export const nothingHeard: Heard = {intents: new Set(), fields: []}

export const current = (draft: Draft): ScenarioState => draft.scenario.states.get(draft.state.state)!

/** The edge that leads on from a state now: its own first, then the global ones, then what the turn implies. */
export function choose(draft: Draft, state: ScenarioState, heard: Heard): Edge | undefined {
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

const answers = new Set(['yes_answer', 'no_answer_given', 'correction'])

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
  // The number to call back on is wanted by no state but the one that asked for it.
  const offered = draft.state.flags['capturing']
    ? heard.fields.filter((id) => draft.scenario.fields.get(id)!.type !== 'phone')
    : heard.fields
  const wants = ({to}: Edge) => offered.filter((field) => draft.scenario.states.get(to)!.collect.includes(field)).length
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

/** A linear flow goes on to the next state by itself. */
function followOn(draft: Draft, state: ScenarioState): Edge | undefined {
  if (state.next === undefined || draft.state.pending.kind === 'what_to_change' || !isDone(draft, state)) return undefined
  note(draft, 'next', `${state.id} → ${state.next}`)
  return {to: state.next, on: [], when: undefined, say: {ru: [], en: []}}
}

/** The edge from here that an intent takes now. */
export function edgeOn(draft: Draft, intent: string): Edge | undefined {
  const vars = conditionVars(draft)
  return [...current(draft).edges, ...draft.scenario.global].find(({on, when}) => on.includes(intent) && (!when || when.holds(vars)))
}

/** Whether an edge from here waits for the intent. */
export const leads = (draft: Draft, intent: string): boolean =>
  [...current(draft).edges, ...draft.scenario.global].some(({on, to}) => on.includes(intent) && to !== draft.state.state)
