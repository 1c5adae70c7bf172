import {readNumber} from './numerals.ts'
import type {Atom} from './phone-atoms.ts'
import type {Token} from './types.ts'

/** One way to hear the digits in a row of number words. */
export interface Reading {
  readonly digits: string
  /** Digits of each group as heard: `двадцать пять` is one group of two, or two groups. */
  readonly groups: readonly string[]
  readonly cost: number
}

interface Option {
  readonly digits: string
  readonly to: number
  readonly cost: number
}

/** No dictation is longer, even with an international prefix. */
const longest = 17
// Splits beyond what a row of words needs; no way of grouping a number takes more.
const mostSplits = 4.5

/** A reading as a list that shares its tail with others. */
interface Node {
  readonly digits: string
  readonly cost: number
  readonly group: string
  readonly rest: Node | undefined
}

/** Every way to hear a row of number words, cheapest first: each word apart, or joined with its neighbours. */
export function readings(atoms: readonly Atom[]): Reading[] {
  // Built from the end, so that a tail that many heads share is read once.
  const tails: Node[][] = Array.from({length: atoms.length + 1}, () => [])
  tails[atoms.length] = [{digits: '', cost: 0, group: '', rest: undefined}]
  for (let at = atoms.length - 1; at >= 0; at--) tails[at] = nodesAt(optionsAt(atoms, at), tails)
  return tails[0]!.map((node) => ({digits: node.digits, cost: node.cost, groups: groupsOf(node)})).sort((a, b) => a.cost - b.cost)
}

function nodesAt(options: readonly Option[], tails: readonly (readonly Node[])[]): Node[] {
  const nodes = new Map<string, Node>()
  let least = Number.POSITIVE_INFINITY
  for (const option of options) for (const {cost} of tails[option.to]!) least = Math.min(least, option.cost + cost)
  for (const option of options) {
    for (const rest of tails[option.to]!) {
      const cost = option.cost + rest.cost
      if (cost > least + mostSplits || option.digits.length + rest.digits.length > longest) continue
      const digits = option.digits + rest.digits
      const known = nodes.get(digits)
      if (!known || cost < known.cost) nodes.set(digits, {digits, cost, group: option.digits, rest})
    }
  }
  return [...nodes.values()]
}

function groupsOf(node: Node): string[] {
  const groups: string[] = []
  for (let at: Node | undefined = node; at?.rest; at = at.rest) groups.push(at.group)
  return groups
}

function optionsAt(atoms: readonly Atom[], at: number): Option[] {
  const atom = atoms[at]!
  if (atom.kind === 'repeat') return repeatedAfter(atoms, atom.value, at + 1)
  const options: Option[] = []
  if (atom.kind === 'noun') return [{digits: String(atom.value), to: at + 1, cost: atom.plural ? 4 : 1}]
  if (atom.kind !== 'number') return options
  if (atom.digits !== undefined) options.push({digits: atom.digits, to: at + 1, cost: 1})
  options.push(...joined(atoms, at), ...counted(atoms, at, atom.value))
  return options
}

/** «двадцать пять» 25, «сто двадцать три» 120|3 and 123, "five thousand", "twelve hundred". */
function joined(atoms: readonly Atom[], at: number): Option[] {
  const first = atoms[at]!
  // "Eight hundred five" is no 8 and 105.
  if (first.kind !== 'number' || (first.digits === undefined && at > 0 && first.apart === 'never')) return []
  const words: Token[] = []
  let cost = 1
  let last = at
  for (; last < atoms.length && words.length < 8; last++) {
    const atom = atoms[last]!
    if (last > at && /^(?:тысяча|миллион)$/.test(atom.token.text) && !atoms[last - 1]!.token.text.startsWith('од')) break
    if (last > at && (atom.kind !== 'number' || atom.apart === 'always' || atom.lang !== first.lang)) break
    words.push(atom.token)
  }
  const options: Option[] = []
  for (let end = 2; end <= words.length; end++) {
    if (atoms[at + end - 1]!.apart === 'likely') cost += 1
    const read = readNumber(words.slice(0, end), 0, first.lang)
    if (!read || read.to < end) break
    if (/^\d/.test(words[0]!.text) && /^\d/.test(words[1]!.text)) break
    options.push({digits: String(read.value), to: at + end, cost})
  }
  return options
}

/** «три нуля», «две семёрки», «семь два раза», «два раза семь». */
function counted(atoms: readonly Atom[], at: number, count: number): Option[] {
  const next = atoms[at + 1]
  const options: Option[] = []
  if (next?.kind === 'noun' && next.plural && count >= 2 && count <= 10)
    options.push({digits: String(next.value).repeat(count), to: at + 2, cost: 1})
  if (next?.kind === 'times' && count >= 2 && count <= 4) options.push(...repeatedAfter(atoms, count, at + 2))
  const times = atoms[at + 2]
  if (next?.kind === 'number' && times?.kind === 'times' && next.value >= 2 && next.value <= 4 && count <= 9)
    options.push({digits: String(count).repeat(next.value), to: at + 3, cost: 1})
  return options
}

const repeatedAfter = (atoms: readonly Atom[], count: number, from: number): Option[] =>
  from < atoms.length
    ? optionsAt(atoms, from)
        .filter(({digits}) => digits.length <= 2)
        .map(({digits, to, cost}) => ({digits: digits.repeat(count), to, cost: cost + (digits.length - 1) / 2}))
    : []
