import type {Span} from '../correction.ts'
import {movesFrom, speaksOfStay} from '../moment/moving.ts'
import type {Word} from '../moment/words.ts'

/**
 * Whether an appointment is moved from the day `a` to the day `b`: `с пятницы на субботу`, "move it from tuesday to thursday". A stay runs
 * from one day to the next.
 */
export function isLeft(words: readonly Word[], a: Span, b: Span | undefined): boolean {
  if (!b || b.from - a.to > 5 || words.slice(a.to, b.from - 1).some(({stop}) => stop === '.')) return false
  const before = prepositionBefore(words, a.from)
  const from = words[before]?.text
  const to = words[prepositionBefore(words, b.from)]?.text
  if (from === 'с' || from === 'со') return to === 'на' && !speaksOfStay(words)
  return from === 'from' && to === 'to' && movesFrom(words, before)
}

const prepositionBefore = (words: readonly Word[], at: number): number => (words[at - 1]?.text === 'the' ? at - 2 : at - 1)
