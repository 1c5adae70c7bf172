import {readNumber} from './numerals.ts'
import type {Atom} from './phone-atoms.ts'
import type {Lang, Token} from './types.ts'

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

/**
 * How people group the ten digits of a national number, one character a group: its length, `z` for a lone zero. A reading that falls
 * into such a pattern is what was meant far more often than one that does not.
 */
const triple = '(?:3|z2|z[1z]{2})'
const pair = '(?:2|z[1z])'
const single = '[1z]'
const oneOf = (plans: readonly (readonly string[])[]) => new RegExp(`^(?:${plans.map((groups) => groups.join('')).join('|')})$`)
const russianPlan = oneOf([
  [triple, triple, pair, pair],
  [triple, triple, single, single, single, single],
  [triple, triple, pair, single, single],
  [triple, triple, single, single, pair],
  [triple, triple, '4'],
  [triple, triple, triple, single],
  [triple, triple, single, triple],
  [triple, pair, pair, triple],
  [triple, single, pair, pair, pair],
  [triple, single, single, single, pair, pair],
  [triple, `${single}{7}`],
  [single, pair, triple, pair, pair],
  [`${pair}{5}`],
  [`${single}{10}`],
])
// "Six fifty, two fifty three, twelve hundred": three, three and four digits, each in any mixture.
const three = `(?:3|${single}2|2${single}|${single}{3})`
const four = `(?:4|22|${single}3|3${single}|${single}{2}2|2${single}{2}|${single}2${single}|${single}{4})`
const englishPlan = oneOf([[three, three, four]])
// Where single digits follow, a ten or a hundred in front swallows the first of them: «девятьсот двадцать | пять | десять…».
const russianSingles = oneOf([
  [triple, triple, single, single, single, single],
  [triple, single, pair, pair, pair],
  [triple, single, single, single, pair, pair],
  [triple, `${single}{7}`],
])
// Codes that no operator has, or one where its neighbours are many: «девятьсот семьдесят семь» is no 970 7, «девятьсот пять» hardly 900 5.
const unlikely: ReadonlySet<string> = new Set(['900', '940', '970', '990'])
// Most numbers end in two pairs: so does what has not come to its end yet.
const openPairs = oneOf([[triple, triple, pair, `${single}?`]])

/** Whether the groups of a reading are those of a ten-digit number; `undefined` for numbers of other lengths, which have no usual grouping. */
export function isOnPlan(reading: Reading, lang: Lang): boolean | undefined {
  const shape = shapeOf(reading)
  return shape === undefined
    ? undefined
    : (lang === 'ru' ? russianPlan : englishPlan).test(shape) || (lang === 'en' && russianPlan.test(shape))
}

/**
 * Whether a reading may keep apart what `fewest`, the reading of fewest groups, joins: once, in front of a single digit of a grouping of single
 * digits. Anywhere else the words are rather the beginning of a number: «сто сорок шесть, семьдесят» is 146 70 and goes on.
 */
export function splitsForSingles(reading: Reading, fewest: Reading, {lang, plus}: {readonly lang: Lang; readonly plus: boolean}): boolean {
  if (reading.groups.length !== fewest.groups.length + 1) return false
  const at = reading.groups.findIndex((group, index) => group !== fewest.groups[index])
  if (reading.groups[at + 1]?.length !== 1) return false
  const shape = shapeOf(reading)
  // A number with its country code has no usual grouping.
  if (shape === undefined) return plus
  if (lang === 'en') return englishPlan.test(shape)
  const national = hasTrunk(reading) ? reading.groups.slice(1) : reading.groups
  return (
    !(unlikely.has(national[0]!) && at === reading.groups.indexOf(national[0]!)) &&
    russianSingles.test(shape) &&
    !openPairs.test(lettersOf(hasTrunk(reading) ? fewest.groups.slice(1) : fewest.groups))
  )
}

/** The groups of the ten national digits, in the letters of the plans. */
const shapeOf = (reading: Reading): string | undefined =>
  reading.digits.length === 10 || hasTrunk(reading) ? lettersOf(hasTrunk(reading) ? reading.groups.slice(1) : reading.groups) : undefined

const hasTrunk = ({digits, groups}: Reading): boolean => digits.length === 11 && groups[0]!.length === 1

const lettersOf = (groups: readonly string[]): string =>
  groups.map((group) => (/^0+$/.test(group) ? group.replaceAll('0', 'z') : String(group.length))).join('')

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
