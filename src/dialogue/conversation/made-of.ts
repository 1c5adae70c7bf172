/** How far the caller's words speak for a value: they say it, or they say something of its kind. */
export type Evidence = 'said' | 'hinted'

/** Every word of the value begins like a word that was said: forms may differ («Ольгу» → «Ольга»), words may not be new. */
export function isMadeOf(value: string, said: string): boolean {
  const heard = wordsOf(said)
  const words = wordsOf(value)
  return words.length > 0 && words.every((word) => heard.some((each) => each.slice(0, 3) === word.slice(0, 3)))
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
