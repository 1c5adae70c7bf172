import {type Item, malformed, patternReader, type Words} from './pattern-source.ts'
import {onlyLeadIns, onlyLeadOuts, type View} from './view.ts'

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

type Node =
  | {readonly kind: 'done'}
  | {readonly kind: 'words'; readonly words: Words; readonly next: Node}
  | {readonly kind: 'either'; readonly options: readonly Node[]}
  | {readonly kind: 'gap'; readonly most: number; readonly next: Node}
  | {readonly kind: 'not'; readonly options: readonly Node[]; readonly next: Node}
  | {readonly kind: 'start' | 'end'; readonly next: Node}

/** Gaps that came to nothing, by the place they began at: without that memory a phrase of many gaps could take for ever to fail. */
type DeadEnds = Map<Node, Set<number>>

/** Where a match that begins at `from` ends (the longest reading), or -1. */
export const matchAt = (pattern: Pattern, view: View, from: number): number => walk(pattern.root(), view, from, new Map())

const done: Node = {kind: 'done'}

/**
 * A compiler that knows the word classes `<name>`. At first a pattern is read only as far as its first word, for the index; most are never
 * tried in a call. `root()` throws when the rest is malformed: patterns are part of the program, or were checked when they were read.
 */
export function patternCompiler(classes: Readonly<Record<string, string>> = {}): (source: string) => Pattern {
  const read = patternReader(classes)
  return (source) => {
    let root: Node | undefined
    return {source, firstKeys: firstKeys(read.elements(source), source), root: () => (root ??= link(read.whole(source), done))}
  }
}

/** What a match can begin with: the first word, and those after leading words that may be left out. A pattern cannot begin with a gap. */
function firstKeys(elements: Iterable<Item>, source: string): readonly string[] {
  const keys = new Set<string>()
  /** Whether what follows the item may come first as well. */
  const addFirst = (item: Item): boolean => {
    if (item.kind === 'gap') throw malformed(source)
    if (item.kind === 'either') return item.options.map((option) => option.every(addFirst)).includes(true)
    if (item.kind !== 'words') return true
    for (const form of item.words.forms) keys.add(form)
    for (const prefix of item.words.prefixes) keys.add(prefixKey(prefix))
    return false
  }
  for (const item of elements) if (!addFirst(item)) return [...keys]
  throw malformed(source)
}

/** The entry of an index under which beginnings are filed. */
export const prefixKey = (text: string): string => `${text.slice(0, 3)}*`

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

function walk(node: Node, view: View, at: number, dead: DeadEnds): number {
  switch (node.kind) {
    case 'done':
      return at
    case 'words':
      if (at >= view.tokens.length) return -1
      if (isAmong(node.words, view, at)) return walk(node.next, view, at + 1, dead)
      return view.polite[at] ? walk(node, view, at + 1, dead) : -1
    case 'either':
      return node.options.reduce((longest, option) => Math.max(longest, walk(option, view, at, dead)), -1)
    case 'gap':
      return walkGap(node, view, at, dead)
    case 'not':
      return node.options.some((option) => walk(option, view, at, dead) !== -1) ? -1 : walk(node.next, view, at, dead)
    case 'start':
      return onlyLeadIns(view, at) ? walk(node.next, view, at, dead) : -1
    case 'end':
      return onlyLeadOuts(view, at) ? walk(node.next, view, at, dead) : -1
  }
}

function walkGap(gap: Extract<Node, {kind: 'gap'}>, view: View, at: number, dead: DeadEnds): number {
  const failed = dead.get(gap) ?? new Set()
  if (failed.has(at)) return -1
  dead.set(gap, failed)
  for (let place = at; place <= at + gap.most && place <= view.tokens.length; place++) {
    const end = walk(gap.next, view, place, dead)
    if (end !== -1) return end
    const skipped = view.tokens[place]
    if (!skipped || (skipped.stop !== '' && skipped.stop !== ',') || turns.has(skipped.text)) break
  }
  failed.add(at)
  return -1
}

// A sentence turns here: what follows is no longer about what stands before. «Хотела узнать, сколько стоит приём» wants no appointment.
const turns: ReadonlySet<string> = new Set(
  'не но сколько узнать спросить уточнить отменить перенести почему not but how what why where cancel'.split(' '),
)

const isAmong = ({forms, prefixes}: Words, view: View, at: number): boolean =>
  view.keys[at]!.some((key) => forms.includes(key)) || prefixes.some((prefix) => view.tokens[at]!.text.startsWith(prefix))
