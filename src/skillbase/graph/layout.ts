import {type Link, ranks} from './rank.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface LaidOutEdge {
  /** From the tail to the head, through the rows between. */
  readonly points: readonly Point[]
  readonly label: Point
}

export interface Layout extends Size {
  /** Centres of the boxes. */
  readonly boxes: readonly Point[]
  readonly edges: readonly LaidOutEdge[]
}

export interface LayoutEdge extends Link {
  readonly label: Size
}

const gapX = 28
const gapY = 22
const margin = 20

/** A box, or a bend of an arrow with the room its label needs. */
interface Cell {
  readonly row: number
  readonly width: number
  readonly height: number
  x: number
  readonly up: number[]
  readonly down: number[]
}

/** Boxes in rows, arrows downwards where there is no circle. Every arrow has a bend in a row between, where its label stands. */
export function layout(sizes: readonly Size[], links: readonly LayoutEdge[], start: number): Layout {
  const rank = ranks(sizes.length, links, start)
  const cells: Cell[] = sizes.map((size, index) => ({...size, row: rank[index]! * 2, x: 0, up: [], down: []}))
  const bends = links.map((link) => addBends(cells, link))
  const rows = rowsOf(cells)
  arrange(rows, cells)
  place(rows, cells)

  const tops = rowTops(rows, cells)
  const centre = (index: number): Point => ({x: cells[index]!.x, y: tops[cells[index]!.row]!.middle})
  // Straight through a row, so that no line cuts the corner of a box beside it.
  const through = (index: number, downwards: boolean): Point[] => {
    const {x, row} = cells[index]!
    const ends = [tops[row]!.top, tops[row]!.bottom].map((y) => ({x, y}))
    return downwards ? ends : ends.toReversed()
  }
  const left = Math.min(...cells.map(({x, width}) => x - width / 2)) - margin
  const shift = ({x, y}: Point): Point => ({x: x - left, y})
  const right = Math.max(...cells.map(({x, width}) => x + width / 2)) - left + margin
  return {
    width: right,
    height: tops.at(-1)!.bottom + margin,
    boxes: sizes.map((_, index) => shift(centre(index))),
    edges: links.map(({from, to}, index) => {
      const middle = bends[index]!
      const labelled = middle[Math.floor((middle.length - 1) / 2)]!
      const downwards = cells[from]!.row <= cells[to]!.row
      const points = [centre(from), ...middle.flatMap((cell) => through(cell, downwards)), centre(to)]
      return {points: points.map(shift), label: shift(centre(labelled))}
    }),
  }
}

/** The cells between the two ends, from the tail on; an arrow inside one row bends in the row below. */
function addBends(cells: Cell[], {from, to, label}: LayoutEdge): number[] {
  const [top, bottom] = cells[from]!.row <= cells[to]!.row ? [from, to] : [to, from]
  const [first, last] = [cells[top]!.row, cells[bottom]!.row]
  const rows = first === last ? [first + 1] : Array.from({length: last - first - 1}, (_, index) => first + 1 + index)
  const made = rows.map((row, index) => {
    const isLabelled = index === Math.floor((rows.length - 1) / 2)
    cells.push({row, width: isLabelled ? label.width : 6, height: isLabelled ? label.height : 0, x: 0, up: [], down: []})
    return cells.length - 1
  })
  const chain = first === last ? [top, ...made] : [top, ...made, bottom]
  for (const [index, cell] of chain.slice(0, -1).entries()) {
    cells[cell]!.down.push(chain[index + 1]!)
    cells[chain[index + 1]!]!.up.push(cell)
  }
  return top === from ? made : made.toReversed()
}

function rowsOf(cells: readonly Cell[]): number[][] {
  const rows = Array.from({length: Math.max(...cells.map(({row}) => row)) + 1}, (): number[] => [])
  for (const [index, {row}] of cells.entries()) rows[row]!.push(index)
  return rows
}

/** Orders every row by the middle of its neighbours, down and up a few times: fewer arrows cross. */
function arrange(rows: number[][], cells: readonly Cell[]): void {
  const position = new Map<number, number>()
  const remember = (row: readonly number[]) => row.forEach((cell, index) => position.set(cell, index - row.length / 2))
  rows.forEach(remember)
  for (let sweep = 0; sweep < 8; sweep++) {
    const down = sweep % 2 === 0
    for (const row of down ? rows : rows.toReversed()) {
      const weight = new Map(
        row.map((cell) => [
          cell,
          mean((down ? cells[cell]!.up : cells[cell]!.down).map((other) => position.get(other)!)) ?? position.get(cell)!,
        ]),
      )
      row.sort((a, b) => weight.get(a)! - weight.get(b)!)
      remember(row)
    }
  }
}

/** Gives every cell its place: as near to its neighbours as those beside it allow. */
function place(rows: readonly (readonly number[])[], cells: readonly Cell[]): void {
  for (const row of rows) spread(row, cells, () => 0)
  for (let sweep = 0; sweep < 10; sweep++) {
    for (const row of sweep % 2 === 0 ? rows : rows.toReversed()) {
      spread(row, cells, (cell) => mean([...cells[cell]!.up, ...cells[cell]!.down].map((other) => cells[other]!.x)) ?? cells[cell]!.x)
    }
  }
}

function spread(row: readonly number[], cells: readonly Cell[], wish: (cell: number) => number): void {
  const wanted = row.map(wish)
  const offsets: number[] = []
  let at = 0
  for (const [index, cell] of row.entries()) {
    at += index === 0 ? 0 : (cells[row[index - 1]!]!.width + cells[cell]!.width) / 2 + gapX
    offsets.push(at)
  }
  // Groups of touching cells move together: pool neighbours until their means are in order.
  const groups: {sum: number; cells: number[]}[] = []
  for (const [index] of row.entries()) {
    groups.push({sum: wanted[index]! - offsets[index]!, cells: [index]})
    while (groups.length > 1 && groups.at(-2)!.sum / groups.at(-2)!.cells.length > groups.at(-1)!.sum / groups.at(-1)!.cells.length) {
      const last = groups.pop()!
      groups.at(-1)!.sum += last.sum
      groups.at(-1)!.cells.push(...last.cells)
    }
  }
  for (const {sum, cells: members} of groups) for (const index of members) cells[row[index]!]!.x = sum / members.length + offsets[index]!
}

function rowTops(
  rows: readonly (readonly number[])[],
  cells: readonly Cell[],
): {readonly top: number; readonly middle: number; readonly bottom: number}[] {
  let top = margin
  return rows.map((row) => {
    const height = Math.max(0, ...row.map((cell) => cells[cell]!.height))
    const place = {top, middle: top + height / 2, bottom: top + height}
    top += height + gapY
    return place
  })
}

const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length
