/** What one word says about a number. `scale` multiplies what stands before it. */
export interface Numeral {
  readonly value: number
  readonly rank: 'zero' | 'unit' | 'teen' | 'ten' | 'hundred' | 'scale' | 'digits'
  readonly ordinal: boolean
  /** `двое`, `втроём`: counts people. */
  readonly collective?: boolean
  /** As written when the word was digits: leading zeros matter in phone numbers. */
  readonly digits?: string
}

export type NumeralTable = Map<string, Numeral>

/** Adds every word of a space-separated list; the first meaning of a word stays. */
export function addNumeral(table: NumeralTable, words: string, numeral: Numeral): void {
  for (const word of words.split(' ')) if (word && !table.has(word)) table.set(word, numeral)
}
