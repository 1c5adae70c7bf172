import {indexPatterns, type LabelledPattern, type PatternIndex} from './pattern-index.ts'
import {phrasePattern} from './phrase.ts'

/** An intent of a skillbase. One that has a built-in's name adds phrases to it. */
export interface CustomIntent {
  readonly id: string
  readonly phrases: {readonly ru?: readonly string[] | undefined; readonly en?: readonly string[] | undefined}
}

/** «Сняли деньги» is «деньги сняли» too: word order is free in Russian. Little words keep their place. */
function turnedRound(phrase: string): string[] {
  const words = phrase.trim().split(/\s+/)
  const isFree = words.length === 2 && words.every((word) => /^[а-яё]{3,}$/i.test(word))
  return isFree ? [words.toReversed().join(' ')] : []
}

const compiled = new WeakMap<readonly CustomIntent[], PatternIndex>()

/** The patterns of own intents. Compiled once for a list: it lives as long as the skillbase it came from. */
export function customIndex(intents: readonly CustomIntent[]): PatternIndex {
  const known = compiled.get(intents)
  if (known) return known
  const entries = intents.flatMap(({id, phrases}) =>
    [...(phrases.ru ?? []), ...(phrases.en ?? [])].flatMap((phrase): readonly LabelledPattern[] => {
      return [phrase, ...turnedRound(phrase)].flatMap((each) => {
        const pattern = phrasePattern(each)
        return pattern ? [{id, pattern}] : []
      })
    }),
  )
  const index = indexPatterns(entries)
  compiled.set(intents, index)
  return index
}
