import {stemKeys} from '../stem.ts'
import type {View} from './view.ts'
import {onlyLeadIns, onlyLeadOuts} from './view.ts'

/**
 * A phrase pattern over tokens. Its source is written as people speak:
 * - `слово`: any inflection of the word; `=слово`: exactly this; `слов*`: begins so
 * - `(a b|c)`: one of; `[a|b]`: may be there
 * - `..`: up to 3 words in between, `...` up to 6; a gap does not cross the end of a sentence, a negation or a question word
 * - `^`, `$`: the utterance begins, ends here; greetings before and thanks behind do not count
 * - `!(a|b c)`: none of these follows
 * - `<name>`: a word class, written out in its place
 */
export interface Pattern {
  readonly source: string
  readonly root: () => Node
  /** What its first word may look like, as `View.keys` of a token has it. Never empty. */
  readonly firstKeys: readonly string[]
}

/** Alternative single words: exact ones as `=word`, inflected ones as their stem keys, beginnings apart. */
interface Words {
  readonly forms: readonly string[]
  readonly prefixes: readonly string[]
}

type Node =
  | {readonly kind: 'done'}
  | {readonly kind: 'words'; readonly words: Words; readonly next: Node}
  | {readonly kind: 'either'; readonly options: readonly Node[]}
  | {readonly kind: 'gap'; readonly most: number; readonly next: Node}
  | {readonly kind: 'not'; readonly options: readonly Node[]; readonly next: Node}
  | {readonly kind: 'start' | 'end'; readonly next: Node}

type Item =
  | {readonly kind: 'words'; readonly words: Words}
  | {readonly kind: 'either' | 'not'; readonly options: readonly (readonly Item[])[]}
  | {readonly kind: 'gap'; readonly most: number}
  | {readonly kind: 'start' | 'end'}

/** Where a match that begins at `from` ends (the longest reading), or -1. */
export const matchAt = (pattern: Pattern, view: View, from: number): number => walk(pattern.root(), view, from)

const done: Node = {kind: 'done'}

/**
 * A compiler that knows the word classes `<name>`. At first a pattern is read only as far as its first word, for the index; most are never
 * tried in a call. `root()` throws when the rest is malformed: patterns are part of the program, or were checked when they were read.
 */
export function patternCompiler(classes: Readonly<Record<string, string>> = {}): (source: string) => Pattern {
  const parsed = new Map<string, Item>()
  const named = (name: string, source: string): Item => {
    const known = parsed.get(name)
    if (known) return known
    const words = classes[name]
    if (words === undefined) throw new Error(`unknown word class <${name}> in the phrase pattern "${source}"`)
    const [item] = parseSequence(cursorOf(`(${words})`, named))
    parsed.set(name, item!)
    return item!
  }
  return (source) => {
    let root: Node | undefined
    return {source, firstKeys: firstKeys(cursorOf(source, named)), root: () => (root ??= parseWhole(cursorOf(source, named)))}
  }
}

function parseWhole(cursor: Cursor): Node {
  const items = parseSequence(cursor)
  if (cursor.at < cursor.parts.length) throw malformed(cursor.source)
  return link(items, done)
}

/** What a match can begin with: the first word, and those after leading words that may be left out. A pattern cannot begin with a gap. */
function firstKeys(cursor: Cursor): readonly string[] {
  const keys = new Set<string>()
  const add = ({forms, prefixes}: Words) => {
    for (const form of forms) keys.add(form)
    for (const prefix of prefixes) keys.add(prefixKey(prefix))
  }
  /** Whether what follows the item may come first as well. */
  const addFirst = (item: Item): boolean => {
    if (item.kind === 'words') add(item.words)
    if (item.kind === 'gap') throw malformed(cursor.source)
    if (item.kind === 'either') return item.options.map((option) => option.every(addFirst)).includes(true)
    return item.kind !== 'words'
  }
  for (let open = true; open; cursor.at++) {
    const item = cursor.at < cursor.parts.length ? parseItem(cursor) : undefined
    if (!item) throw malformed(cursor.source)
    open = addFirst(item)
  }
  return [...keys]
}

/** The entry of an index under which beginnings are filed. */
export const prefixKey = (text: string): string => `${text.slice(0, 3)}*`

interface Cursor {
  readonly parts: readonly string[]
  at: number
  readonly source: string
  readonly named: (name: string, source: string) => Item
}

const cursorOf = (source: string, named: Cursor['named']): Cursor => ({
  parts: source.match(/\.{2,3}|!\(|<[\w-]+>|[()[\]|^$]|[^\s()[\]|^$]+/g) ?? [],
  at: 0,
  source,
  named,
})

const malformed = (source: string): Error => new Error(`malformed phrase pattern "${source}"`)

function parseSequence(cursor: Cursor): readonly Item[] {
  const items: Item[] = []
  for (; cursor.at < cursor.parts.length; cursor.at++) {
    const item = parseItem(cursor)
    if (!item) break
    items.push(item)
  }
  return items
}

/** The item at the cursor, which is left on its last part; none at the end of a group. */
function parseItem(cursor: Cursor): Item | undefined {
  const part = cursor.parts[cursor.at]!
  if (part === ')' || part === ']' || part === '|') return undefined
  if (part === '(' || part === '[' || part === '!(') return parseGroup(cursor, part)
  if (part === '..' || part === '...') return {kind: 'gap', most: part.length === 2 ? 3 : 6}
  if (part === '^' || part === '$') return {kind: part === '^' ? 'start' : 'end'}
  if (part.startsWith('<') && part.endsWith('>')) return cursor.named(part.slice(1, -1), cursor.source)
  return {kind: 'words', words: parseWord(part)}
}

function parseGroup(cursor: Cursor, open: string): Item {
  const forms: string[] = []
  const prefixes: string[] = []
  const longer: (readonly Item[])[] = []
  do {
    cursor.at++
    const option = parseSequence(cursor)
    const only = option.length === 1 ? option[0]! : undefined
    if (only?.kind === 'words') {
      forms.push(...only.words.forms)
      prefixes.push(...only.words.prefixes)
    } else longer.push(option)
  } while (cursor.parts[cursor.at] === '|')
  if (cursor.parts[cursor.at] !== (open === '[' ? ']' : ')')) throw malformed(cursor.source)
  const single: Item = {kind: 'words', words: {forms, prefixes}}
  if (longer.length === 0 && open === '(') return single
  const options = forms.length + prefixes.length > 0 ? [[single], ...longer] : longer
  if (open === '[') return {kind: 'either', options: [...options, []]}
  return {kind: open === '(' ? 'either' : 'not', options}
}

function parseWord(part: string): Words {
  const word = part.toLowerCase().replaceAll('ё', 'е')
  if (word.startsWith('=')) return {forms: [word], prefixes: []}
  if (word.endsWith('*') && word.length > 3) return {forms: [], prefixes: [word.slice(0, -1)]}
  return {forms: stemKeys(word), prefixes: []}
}

function link(items: readonly Item[], end: Node): Node {
  return items.reduceRight<Node>((next, item) => {
    switch (item.kind) {
      case 'either':
        return {kind: 'either', options: item.options.map((option) => link(option, next))}
      case 'not':
        return {kind: 'not', options: item.options.map((option) => link(option, done)), next}
      case 'words':
      case 'gap':
      case 'start':
      case 'end':
        return {...item, next}
    }
  }, end)
}

function walk(node: Node, view: View, at: number): number {
  switch (node.kind) {
    case 'done':
      return at
    case 'words':
      if (at >= view.tokens.length) return -1
      if (isAmong(node.words, view, at)) return walk(node.next, view, at + 1)
      return view.polite[at] ? walk(node, view, at + 1) : -1
    case 'either':
      return node.options.reduce((longest, option) => Math.max(longest, walk(option, view, at)), -1)
    case 'gap':
      return walkGap(node.next, node.most, view, at)
    case 'not':
      return node.options.some((option) => walk(option, view, at) !== -1) ? -1 : walk(node.next, view, at)
    case 'start':
      return onlyLeadIns(view, at) ? walk(node.next, view, at) : -1
    case 'end':
      return onlyLeadOuts(view, at) ? walk(node.next, view, at) : -1
  }
}

function walkGap(next: Node, most: number, view: View, at: number): number {
  for (let place = at; place <= at + most && place <= view.tokens.length; place++) {
    const end = walk(next, view, place)
    if (end !== -1) return end
    const skipped = view.tokens[place]
    if (!skipped || skipped.stop === '.' || skipped.stop === '?' || skipped.stop === '!' || turns.has(skipped.text)) return -1
  }
  return -1
}

// A sentence turns here: what follows is no longer about what stands before. «Хотела узнать, сколько стоит приём» wants no appointment.
const turns: ReadonlySet<string> = new Set(
  'не но сколько узнать спросить уточнить отменить перенести почему not but how what why where cancel'.split(' '),
)

const isAmong = ({forms, prefixes}: Words, view: View, at: number): boolean =>
  view.keys[at]!.some((key) => forms.includes(key)) || prefixes.some((prefix) => view.tokens[at]!.text.startsWith(prefix))
