import type {UiLanguage} from '../../bilingual.ts'
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
export function graphOf(skillbase: Skillbase, lang: UiLanguage): Graph {
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
    ? [{id: anywhere, lines: [words[lang].anywhere], type: 'anywhere', isStart: false}]
    : []
  return {title, nodes: [...nodes, ...hub], edges: merged(edges, words[lang])}
}

/** What a drawing says of its own; everything else in it is the author's. */
const words = {
  en: {anywhere: 'from any state', limit: 'max turns', fail: 'not understood', handoff: 'hand-off', rule: 'rule'},
  ru: {anywhere: 'из любого состояния', limit: 'предел ходов', fail: 'не понято', handoff: 'передача человеку', rule: 'правило'},
} as const

type Words = (typeof words)[UiLanguage]

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
function merged(edges: readonly StateEdge[], own: Words): GraphEdge[] {
  const byWay = new Map<string, {from: string; to: string; labels: string[]; aside: boolean}>()
  for (const edge of edges) {
    const from = edge.from ?? anywhere
    const aside = asides.has(edge.kind)
    const key = JSON.stringify([from, edge.to, aside])
    const way = byWay.get(key) ?? {from, to: edge.to, labels: [], aside}
    const label = labelOf(edge, own)
    if (label !== '' && !way.labels.includes(label)) way.labels.push(label)
    byWay.set(key, way)
  }
  return [...byWay.values()].map(({labels, ...way}) => ({...way, label: labels.join(' | ')}))
}

function labelOf({kind, on, when}: StateEdge, own: Words): string {
  const said = on.join(' / ')
  switch (kind) {
    case 'limit':
    case 'fail':
    case 'handoff':
      return own[kind]
    case 'rule':
      return `${own.rule} ${said}`
    default:
      return [said, when ?? ''].filter((part) => part !== '').join(' & ')
  }
}
