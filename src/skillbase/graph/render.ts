import type {UiLanguage} from '../../bilingual.ts'
import {AppError} from '../../errors.ts'
import type {Skillbase} from '../schema/skillbase.ts'
import {toDot} from './dot.ts'
import {toMermaid} from './mermaid.ts'
import {type Graph, graphOf} from './model.ts'
import {toSvg} from './svg.ts'

export const graphFormats = ['mermaid', 'dot', 'svg'] as const
export type GraphFormat = (typeof graphFormats)[number]

/** Beyond this a drawing is a tangle that nobody can read, and takes minutes to lay out. */
const most = {nodes: 200, edges: 1000}

/** @throws AppError GRAPH_TOO_LARGE (usage) for a picture of a very large flow */
export function renderGraph(skillbase: Skillbase, format: GraphFormat, lang: UiLanguage = 'en'): string {
  const graph = graphOf(skillbase, lang)
  switch (format) {
    case 'mermaid':
      return toMermaid(graph)
    case 'dot':
      return toDot(graph)
    case 'svg':
      if (graph.nodes.length > most.nodes || graph.edges.length > most.edges) throw tooLarge(graph)
      return toSvg(graph)
  }
}

const tooLarge = ({nodes, edges}: Graph) =>
  new AppError(
    'GRAPH_TOO_LARGE',
    {
      en: `${nodes.length} states with ${edges.length} ways between them are too many for a picture.`,
      ru: `${nodes.length} состояний и ${edges.length} переходов — слишком много для картинки.`,
    },
    {exit: 'usage', hint: {en: 'Use `--format dot` and Graphviz.', ru: 'Используйте `--format dot` и Graphviz.'}},
  )
