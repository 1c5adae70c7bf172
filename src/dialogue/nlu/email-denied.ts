/** The words `[from, to)` of an address that are meant, once those that were said not to be are gone. */
export interface Meant {
  readonly from: number
  readonly to: number
  readonly denied: boolean
}

/**
 * «Не иван, а игнат собака…», "not jon, john at…", «иван, а не игнат собака…»: what is denied is one or two words in front of the right ones,
 * or those behind «а не». Where nothing would be left, «не» is a part of the name.
 */
export function meantWords(words: readonly string[], from: number, to: number): Meant {
  const reversed = words.findIndex((word, at) => at > from && at < to - 1 && buts.has(word) && nots.has(words[at + 1]!))
  if (reversed !== -1 && to - reversed > 2) return {from, to: reversed, denied: true}
  if (!nots.has(words[from] ?? '')) return {from, to, denied: false}
  const but = words.findIndex((word, at) => at > from + 1 && at < to - 1 && buts.has(word))
  const start = but === -1 ? from + 2 : but + 1
  return start < to ? {from: start, to, denied: true} : {from, to, denied: false}
}

const nots: ReadonlySet<string> = new Set(['не', 'not'])
const buts: ReadonlySet<string> = new Set(['а', 'но', 'but'])
