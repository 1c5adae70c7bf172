import type {Token} from '../types.ts'

/** Phrases by their first word, the longest first. */
export type Phrases<Value> = ReadonlyMap<string, readonly {readonly words: readonly string[]; readonly value: Value}[]>

/** `entries` pairs a value with its phrases, `|` between them: `[['to', 'до|не позже']]`. */
export function phrases<Value>(entries: readonly (readonly [Value, string])[]): Phrases<Value> {
  const table = new Map<string, {words: string[]; value: Value}[]>()
  for (const [value, lines] of entries)
    for (const line of lines.split('|')) {
      const words = line.split(' ')
      const list = table.get(words[0]!) ?? []
      list.push({words, value})
      table.set(words[0]!, list)
    }
  for (const list of table.values()) list.sort((a, b) => b.words.length - a.words.length)
  return table
}

/** The longest phrase that begins at `at`. No phrase runs over the end of a sentence. */
export function phraseAt<Value>(table: Phrases<Value>, tokens: readonly Token[], at: number): {value: Value; to: number} | undefined {
  const first = tokens[at]
  if (!first) return undefined
  const found = table
    .get(first.text)
    ?.find(({words}) =>
      words.every((word, offset) => tokens[at + offset]?.text === word && (offset === 0 || !endsSentence(tokens[at + offset - 1]))),
    )
  return found && {value: found.value, to: at + found.words.length}
}

/** The longest phrase that ends before `at`, and where it begins. */
export function phraseBefore<Value>(table: Phrases<Value>, tokens: readonly Token[], at: number): {value: Value; from: number} | undefined {
  for (let from = Math.max(0, at - 4); from < at; from++) {
    const list = table.get(tokens[from]!.text)
    const found = list?.find(({words}) => words.length === at - from && words.every((word, offset) => tokens[from + offset]!.text === word))
    if (found) return {value: found.value, from}
  }
  return undefined
}

const endsSentence = (token: Token | undefined): boolean => token?.stop === '.' || token?.stop === '?' || token?.stop === '!'

/** A set of words, given with spaces between them. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '))
