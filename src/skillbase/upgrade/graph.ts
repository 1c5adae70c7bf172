import type {SkillbaseInput} from '../schema/skillbase.ts'
import type {Path} from '../issue.ts'
import type {Report} from './legacy.ts'

type StateInput = NonNullable<SkillbaseInput['flow']['states']>[string]

/** A state on its way: edges may still be added. */
export interface StateDraft extends Omit<StateInput, 'transitions'> {
  readonly id: string
  /** What the older configuration called it. */
  readonly names: readonly string[]
  readonly path: Path
  edges: {to: string; on?: string[]; when?: string; priority?: number}[]
}

export interface DraftGraph {
  readonly states: StateDraft[]
  readonly start: string
}

/**
 * Makes a graph that a conversation can leave: drops what can never be reached, ends every dead end,
 * and gives every other state a way out when the caller goes in circles.
 */
export function closeGraph({states, start}: DraftGraph, report: Report): StateDraft[] {
  const reached = reachable(states, start)
  for (const {id, path} of states) {
    if (!reached.has(id))
      report.lossy(path, `state "${id}" could never be reached and was left out`, `в состояние «${id}» нельзя было попасть, оно пропущено`)
  }
  const kept = states.filter(({id}) => reached.has(id))
  for (const state of kept) {
    // The start would otherwise hang up at once.
    if (state.edges.length === 0 && state.id !== start) state.type = 'end'
  }
  const end = kept.find(({type}) => type === 'end') ?? farewell(kept)
  if (!kept.includes(end)) kept.push(end)
  for (const state of kept.filter(({type}) => type !== 'end')) {
    if (state.edges.length === 0) state.edges.push({to: end.id, on: ['goodbye', 'thanks']})
    state.on_max_turns ??= end.id
    state.max_turns ??= patience(state.collect?.length)
  }
  return kept
}

/** Turns that a state may take before its way out is taken: enough to talk, and more for every field. Without it the way out is never taken. */
export const patience = (fields = 0): number => Math.min(200, 6 + 4 * fields)

/** @param linear then the way to the next state is implied */
export function statesInput(states: readonly StateDraft[], linear: boolean): Record<string, StateInput> {
  return Object.fromEntries(
    states.map(({id, path: _path, names: _names, edges, ...state}, index) => {
      const next = states[index + 1]?.id
      const written = linear ? edges.filter(({to, on, when}) => to !== next || on || when) : edges
      return [id, {...state, ...(written.length > 0 && {transitions: written.map(edgeInput)})}]
    }),
  )
}

const edgeInput = ({on, ...edge}: StateDraft['edges'][number]) => ({...edge, ...(on && {on: on.length === 1 ? on[0]! : on})})

function farewell(states: readonly StateDraft[]): StateDraft {
  const taken = new Set(states.map(({id}) => id))
  const id = ['farewell', 'goodbye', 'end_of_call'].find((name) => !taken.has(name)) ?? 'farewell_1'
  return {id, names: [], path: [], type: 'end', edges: []}
}

function reachable(states: readonly StateDraft[], start: string): Set<string> {
  const byId = new Map(states.map((state) => [state.id, state]))
  const seen = new Set<string>()
  const queue = [start]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    const state = byId.get(id)
    queue.push(...(state?.edges.map(({to}) => to) ?? []))
    if (state?.on_max_turns) queue.push(state.on_max_turns)
  }
  return seen
}
