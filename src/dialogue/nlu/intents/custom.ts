import {indexPatterns, type LabelledPattern, type PatternIndex} from './pattern-index.ts'
import {phrasePattern} from './phrase.ts'

/** An intent of a skillbase. One that has a built-in's name adds phrases to it. */
export interface CustomIntent {
  readonly id: string
  readonly phrases: {readonly ru?: readonly string[] | undefined; readonly en?: readonly string[] | undefined}
}

const compiled = new WeakMap<readonly CustomIntent[], PatternIndex>()

/** The patterns of own intents. Compiled once for a list: it lives as long as the skillbase it came from. */
export function customIndex(intents: readonly CustomIntent[]): PatternIndex {
  const known = compiled.get(intents)
  if (known) return known
  const entries = intents.flatMap(({id, phrases}) =>
    [...(phrases.ru ?? []), ...(phrases.en ?? [])].flatMap((phrase): readonly LabelledPattern[] => {
      const pattern = phrasePattern(phrase)
      return pattern ? [{id, pattern}] : []
    }),
  )
  const index = indexPatterns(entries)
  compiled.set(intents, index)
  return index
}
