import type {Skillbase} from '../schema/skillbase.ts'
import {toDot} from './dot.ts'
import {toMermaid} from './mermaid.ts'
import {graphOf} from './model.ts'
import {toSvg} from './svg.ts'

export const graphFormats = ['mermaid', 'dot', 'svg'] as const
export type GraphFormat = (typeof graphFormats)[number]

export function renderGraph(skillbase: Skillbase, format: GraphFormat): string {
  const graph = graphOf(skillbase)
  switch (format) {
    case 'mermaid':
      return toMermaid(graph)
    case 'dot':
      return toDot(graph)
    case 'svg':
      return toSvg(graph)
  }
}
