import type {Skillbase} from '../schema/skillbase.ts'
import type {StateType} from '../schema/state.ts'
import {type EdgeKind, type StateEdge, stateGraph, stateType} from '../state-graph.ts'

export interface GraphNode {
  readonly id: string
  /** Lines of text inside the box. */
  readonly lines: readonly string[]
  readonly type: StateType | 'anywhere'
  readonly isStart: boolean
}

export interface GraphEdge {
  readonly from: string
  readonly to: string
  readonly label: string
  /** Not the normal course of the conversation: a limit, a failure, a rule. */
  readonly aside: boolean
}

export interface Graph {
  readonly title: string
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}

/** Where edges begin that can be taken from every state. */
export const anywhere = '*'

/** A flow as boxes and arrows. A plan without states is a chain of its steps. */
export function graphOf(skillbase: Skillbase): Graph {
  const {flow} = skillbase
  const title = skillbase.name ?? ''
  if (Object.keys(flow.states).length === 0) return planGraph(title, flow.plan ?? [], Object.keys(flow.fields))
  const {start, states, edges} = stateGraph(flow)
  const nodes = [...states].map(([id, state]): GraphNode => {
    const fields = state.collect?.join(', ')
    return {
      id,
      type: stateType(state),
      isStart: id === start,
      lines: [id, ...(state.goal ? [state.goal] : []), ...(fields ? [`[${fields}]`] : [])],
    }
  })
  const hub: GraphNode[] = edges.some(({from}) => from === undefined)
    ? [{id: anywhere, lines: ['from any state'], type: 'anywhere', isStart: false}]
    : []
  return {title, nodes: [...nodes, ...hub], edges: merged(edges)}
}

function planGraph(title: string, plan: readonly string[], fields: readonly string[]): Graph {
  const steps = [...plan, ...(fields.length > 0 ? [`[${fields.join(', ')}]`] : [])]
  const nodes = [...steps, 'end'].map((step, index): GraphNode => ({
    id: `step_${index + 1}`,
    lines: [step],
    type: index === steps.length ? 'end' : 'talk',
    isStart: index === 0,
  }))
  return {title, nodes, edges: nodes.slice(1).map(({id}, index) => ({from: nodes[index]!.id, to: id, label: '', aside: false}))}
}

const asides: ReadonlySet<EdgeKind> = new Set(['limit', 'fail', 'handoff', 'rule'])

/** Two reasons for the same way are one arrow. */
function merged(edges: readonly StateEdge[]): GraphEdge[] {
  const byWay = new Map<string, {from: string; to: string; labels: string[]; aside: boolean}>()
  for (const edge of edges) {
    const from = edge.from ?? anywhere
    const aside = asides.has(edge.kind)
    const key = JSON.stringify([from, edge.to, aside])
    const way = byWay.get(key) ?? {from, to: edge.to, labels: [], aside}
    const label = labelOf(edge)
    if (label !== '' && !way.labels.includes(label)) way.labels.push(label)
    byWay.set(key, way)
  }
  return [...byWay.values()].map(({labels, ...way}) => ({...way, label: labels.join(' | ')}))
}

function labelOf({kind, on, when}: StateEdge): string {
  const said = on.join(' / ')
  switch (kind) {
    case 'limit':
      return 'max turns'
    case 'fail':
      return 'not understood'
    case 'handoff':
      return 'hand-off'
    case 'rule':
      return `rule ${said}`
    default:
      return [said, when ?? ''].filter((part) => part !== '').join(' & ')
  }
}
