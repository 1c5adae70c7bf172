import {stemKeys} from '../stem.ts'

/** Alternative single words: exact ones as `=word`, inflected ones as their stem keys, beginnings apart. */
export interface Words {
  readonly forms: readonly string[]
  readonly prefixes: readonly string[]
}

/** One element of a pattern as it is written. */
export type Item =
  | {readonly kind: 'words'; readonly words: Words}
  | {readonly kind: 'either' | 'not'; readonly options: readonly (readonly Item[])[]}
  | {readonly kind: 'gap'; readonly most: number}
  | {readonly kind: 'start' | 'end'}

/**
 * A reader of pattern sources that knows the word classes `<name>`; each class is parsed once.
 * @throws Error naming the source, when brackets do not match or a class is unknown
 */
export function patternReader(classes: Readonly<Record<string, string>>): {
  readonly whole: (source: string) => readonly Item[]
  /** Element by element, as far as the caller goes on. */
  readonly elements: (source: string) => Generator<Item, void>
} {
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
  return {
    whole(source) {
      const cursor = cursorOf(source, named)
      const items = parseSequence(cursor)
      if (cursor.at < cursor.parts.length) throw malformed(source)
      return items
    },
    *elements(source) {
      const cursor = cursorOf(source, named)
      for (; cursor.at < cursor.parts.length; cursor.at++) {
        const item = parseItem(cursor)
        if (!item) return
        yield item
      }
    },
  }
}

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

export const malformed = (source: string): Error => new Error(`malformed phrase pattern "${source}"`)

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
