import {layout, type LaidOutEdge, type Point, type Size} from './layout.ts'
import type {Graph, GraphEdge, GraphNode} from './model.ts'

const lineHeight = 18
const labelHeight = 14
const maxChars = 34

/** A drawing of the graph that any browser shows; no script, no font, no link. */
export function toSvg(graph: Graph): string {
  const {nodes, edges, title} = graph
  const index = new Map(nodes.map(({id}, position) => [id, position]))
  const sizes = nodes.map(boxSize)
  const links = edges.map((edge) => ({...edge, from: index.get(edge.from)!, to: index.get(edge.to)!, label: labelSize(edge.label)}))
  const start = Math.max(
    0,
    nodes.findIndex(({isStart}) => isStart),
  )
  const placed = layout(sizes, links, start)
  const [width, height] = [Math.ceil(placed.width), Math.ceil(placed.height)]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="13">`,
    `<title>${escaped(title)}</title>`,
    '<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 10 5 0 10z" fill="#555"/></marker></defs>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...edges.map((edge, position) => drawEdge(edge, placed.edges[position]!, sizes[links[position]!.from]!, sizes[links[position]!.to]!)),
    ...nodes.map((node, position) => drawBox(node, placed.boxes[position]!, sizes[position]!)),
    ...edges.map((edge, position) => drawLabel(edge, placed.edges[position]!.label)),
    '</svg>',
    '',
  ].join('\n')
}

/** A text in lines of at most `maxChars`, broken between words where there are any. */
function wrapped(text: string): string[] {
  const lines: string[] = []
  for (const word of text.trim().split(/\s+/)) {
    const joined = lines.length > 0 ? `${lines.at(-1)!} ${word}` : word
    if (lines.length > 0 && [...joined].length <= maxChars) lines[lines.length - 1] = joined
    else lines.push(...pieces(word))
  }
  return lines
}

function pieces(word: string): string[] {
  const chars = [...word]
  return Array.from({length: Math.max(1, Math.ceil(chars.length / maxChars))}, (_, at) =>
    chars.slice(at * maxChars, (at + 1) * maxChars).join(''),
  )
}

/** No font is measured here: a generous average is wide enough for Cyrillic. */
const textWidth = (text: string, size = 13): number => [...text].length * size * 0.6

const widest = (lines: readonly string[], size?: number): number => Math.max(...lines.map((line) => textWidth(line, size)))

const boxSize = ({lines}: GraphNode): Size => {
  const all = lines.flatMap(wrapped)
  return {width: Math.max(70, widest(all)) + 24, height: all.length * lineHeight + 14}
}

function labelSize(label: string): Size {
  if (label === '') return {width: 8, height: 6}
  const lines = wrapped(label)
  return {width: widest(lines, 11) + 10, height: lines.length * labelHeight + 2}
}

const fills: Readonly<Record<GraphNode['type'], string>> = {
  talk: '#eef3fb',
  collect: '#e8f5e9',
  answer: '#fff8e1',
  confirm: '#f3e5f5',
  action: '#fbe9e7',
  end: '#eceff1',
  anywhere: '#fff',
}

function drawBox({lines, type, isStart}: GraphNode, {x, y}: Point, {width, height}: Size): string {
  const radius = type === 'end' || isStart ? Math.min(height / 2, 24) : 6
  const all = lines.flatMap((line, index) => wrapped(line).map((text) => ({text, isName: index === 0})))
  const first = y - ((all.length - 1) * lineHeight) / 2 + 4.5
  const text = all.map(
    ({text: line, isName}, index) =>
      `<text x="${round(x)}" y="${round(first + index * lineHeight)}" text-anchor="middle"${isName ? ' font-weight="600"' : ' fill="#555" font-size="12"'}>${escaped(line)}</text>`,
  )
  const border = type === 'anywhere' ? 'stroke="#999" stroke-dasharray="4 3"' : `stroke="#445" stroke-width="${isStart ? 2 : 1}"`
  return `<g><title>${escaped(lines.join('\n'))}</title><rect x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${round(width)}" height="${round(height)}" rx="${round(radius)}" fill="${fills[type]}" ${border}/>${text.join('')}</g>`
}

function drawEdge({aside, from, to}: GraphEdge, {points}: LaidOutEdge, tail: Size, head: Size): string {
  const dash = aside ? ' stroke-dasharray="5 4"' : ''
  const path = from === to ? loop(points[0]!, tail) : curve(clipped(points, tail, head))
  return `<path d="${path}" fill="none" stroke="${aside ? '#999' : '#555'}"${dash} marker-end="url(#arrow)"/>`
}

function drawLabel({label}: GraphEdge, {x, y}: Point): string {
  if (label === '') return ''
  const {width, height} = labelSize(label)
  const lines = wrapped(label)
  const first = y - ((lines.length - 1) * labelHeight) / 2 + 4
  const text = lines.map(
    (line, index) =>
      `<text x="${round(x)}" y="${round(first + index * labelHeight)}" text-anchor="middle" fill="#333">${escaped(line)}</text>`,
  )
  return `<g font-size="11"><title>${escaped(label)}</title><rect x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${round(width)}" height="${height}" fill="#fff" fill-opacity="0.9"/>${text.join('')}</g>`
}

/** Ends of the line on the borders of the boxes, at the side that faces the next point. */
function clipped(points: readonly Point[], tail: Size, head: Size): Point[] {
  const [first, last] = [points[0]!, points.at(-1)!]
  const inner = points.slice(1, -1)
  const border = (box: Point, size: Size, towards: Point): Point => {
    const below = towards.y >= box.y
    const reach = Math.max(-size.width / 2 + 10, Math.min(size.width / 2 - 10, (towards.x - box.x) * 0.25))
    return {x: box.x + reach, y: box.y + (below ? size.height / 2 : -size.height / 2)}
  }
  return [border(first, tail, inner[0] ?? last), ...inner, border(last, head, inner.at(-1) ?? first)]
}

/** Leaves and enters vertically, so that lines between rows do not lie on each other. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points
  let path = `M${round(first!.x)} ${round(first!.y)}`
  let previous = first!
  for (const point of rest) {
    const middle = (previous.y + point.y) / 2
    path += ` C${round(previous.x)} ${round(middle)} ${round(point.x)} ${round(middle)} ${round(point.x)} ${round(point.y)}`
    previous = point
  }
  return path
}

function loop({x, y}: Point, {width, height}: Size): string {
  const side = x + width / 2
  return `M${round(side)} ${round(y - height / 4)} C${round(side + 40)} ${round(y - height / 2)} ${round(side + 40)} ${round(y + height / 2)} ${round(side)} ${round(y + height / 4)}`
}

const round = (value: number): string => String(Math.round(value * 10) / 10)

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
