import type {Graph, GraphNode} from './model.ts'

/** A Mermaid flowchart. */
export function toMermaid({nodes, edges}: Graph): string {
  const id = new Map(nodes.map((node, index) => [node.id, `s${index}`]))
  const lines = [
    'flowchart TD',
    ...nodes.map((node) => `  ${id.get(node.id)}${box(node)}`),
    ...edges.map(({from, to, label, aside}) => {
      const arrow = aside ? '-.->' : '-->'
      return `  ${id.get(from)} ${arrow}${label === '' ? '' : `|"${escaped(label)}"|`} ${id.get(to)}`
    }),
  ]
  return `${lines.join('\n')}\n`
}

function box({lines, type, isStart}: GraphNode): string {
  const text = `"${lines.map(escaped).join('<br/>')}"`
  if (isStart || type === 'end') return `([${text}])`
  return type === 'confirm' ? `{{${text}}}` : type === 'action' ? `[[${text}]]` : `[${text}]`
}

// Mermaid reads HTML entities written with a hash.
const escaped = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('#', '#35;')
    .replaceAll('&', '#amp;')
    .replaceAll('"', '#quot;')
    .replaceAll('<', '#lt;')
    .replaceAll('>', '#gt;')
