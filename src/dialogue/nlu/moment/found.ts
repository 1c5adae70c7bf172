import type {Found} from '../types.ts'
import type {Choice} from './candidates.ts'
import {tokenSpan, type Word} from './words.ts'

/** A choice among words as the extractors return it: the span in tokens, `alts` and flags only when there are any. */
export function found<Value>(
  words: readonly Word[],
  {value, alts, confidence, corrected, undecided, from, to}: Choice<Value>,
): Found<Value> {
  return {
    value,
    ...tokenSpan(words, from, to),
    confidence: Math.round(confidence * 100) / 100,
    ...(alts.length > 0 ? {alts} : {}),
    ...(corrected ? {corrected} : {}),
    ...(undecided ? {undecided} : {}),
  }
}
