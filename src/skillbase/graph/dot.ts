import type {Graph, GraphNode} from './model.ts'

/** A graph for Graphviz. */
export function toDot({title, nodes, edges}: Graph): string {
  const lines = [
    `digraph ${quoted(title)} {`,
    '  rankdir=TB;',
    '  node [shape=box, style=rounded, fontname="sans-serif"];',
    '  edge [fontname="sans-serif", fontsize=10];',
    ...nodes.map((node) => `  ${quoted(node.id)} [label=${quoted(node.lines.join('\n'))}${shape(node)}];`),
    ...edges.map(({from, to, label, aside}) => {
      const attributes = [...(label === '' ? [] : [`label=${quoted(label)}`]), ...(aside ? ['style=dashed'] : [])]
      return `  ${quoted(from)} -> ${quoted(to)}${attributes.length > 0 ? ` [${attributes.join(', ')}]` : ''};`
    }),
    '}',
  ]
  return `${lines.join('\n')}\n`
}

function shape({type, isStart}: GraphNode): string {
  if (isStart) return ', penwidth=2'
  if (type === 'end') return ', shape=ellipse'
  return type === 'confirm' ? ', shape=hexagon' : type === 'anywhere' ? ', shape=plaintext' : ''
}

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll(/\r?\n/g, '\\n')}"`
