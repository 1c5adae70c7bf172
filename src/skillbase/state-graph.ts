import {failActions} from './dangling-states.ts'
import type {Flow} from './schema/flow.ts'
import type {State, StateType} from './schema/state.ts'

export type EdgeKind = 'transition' | 'next' | 'limit' | 'global' | 'rule' | 'handoff' | 'fail'

export interface StateEdge {
  /** Undefined: from wherever the conversation is. */
  readonly from: string | undefined
  readonly to: string
  readonly kind: EdgeKind
  readonly on: readonly string[]
  readonly when?: string
}

export interface StateGraph {
  readonly start: string | undefined
  readonly states: ReadonlyMap<string, State>
  readonly edges: readonly StateEdge[]
}

/** Every way from one state to another, implied ones included. Edges to states that are not there are left out. */
export function stateGraph(flow: Flow): StateGraph {
  const ids = Object.keys(flow.states)
  const edges = ids.flatMap((id, index) => stateEdges(flow, id, ids[index + 1]))
  const anywhere: StateEdge[] = [
    ...flow.global.map((edge): StateEdge => ({
      from: undefined,
      to: edge.to,
      kind: 'global',
      on: [edge.on ?? []].flat(),
      ...(edge.when !== undefined && {when: edge.when}),
    })),
    ...flow.rules.flatMap((rule): StateEdge[] =>
      typeof rule.then === 'object' ? [{from: undefined, to: rule.then.to, kind: 'rule', on: [rule.id]}] : [],
    ),
    ...(flow.handoff.fallback === undefined ? [] : [{from: undefined, to: flow.handoff.fallback, kind: 'handoff' as const, on: []}]),
  ]
  const states = new Map(Object.entries(flow.states))
  return {start: flow.start ?? ids[0], states, edges: [...edges, ...anywhere].filter(({to}) => states.has(to))}
}

function stateEdges(flow: Flow, id: string, following: string | undefined): StateEdge[] {
  const state = flow.states[id]!
  if (state.type === 'end') return []
  const edge = (to: string, kind: EdgeKind): StateEdge => ({from: id, to, kind, on: []})
  const edges: StateEdge[] = state.transitions
    .toSorted((a, b) => b.priority - a.priority)
    .map((one) => ({from: id, to: one.to, kind: 'transition', on: [one.on ?? []].flat(), ...(one.when !== undefined && {when: one.when})}))
  if (state.next !== undefined) edges.push(edge(state.next, 'next'))
  if (flow.flow === 'linear' && following !== undefined) edges.push(edge(following, 'next'))
  if (state.on_max_turns !== undefined) edges.push(edge(state.on_max_turns, 'limit'))
  for (const field of state.collect ?? []) {
    const onFail = Object.hasOwn(flow.fields, field) ? flow.fields[field]!.on_fail : undefined
    if (onFail !== undefined && !failActions.has(onFail)) edges.push(edge(onFail, 'fail'))
  }
  return edges
}

/** States that can be entered from `from`, itself included. */
export function reachableFrom(from: Iterable<string>, edges: readonly StateEdge[]): Set<string> {
  const next = new Map<string, string[]>()
  for (const {from: source, to} of edges) {
    if (source === undefined) continue
    const known = next.get(source)
    if (known) known.push(to)
    else next.set(source, [to])
  }
  const seen = new Set<string>()
  const queue = [...from]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    queue.push(...(next.get(id) ?? []))
  }
  return seen
}

/** What a state does when it does not say. */
export function stateType(state: State): StateType {
  return state.type ?? (state.collect?.length ? 'collect' : state.tools.length > 0 ? 'action' : 'talk')
}
