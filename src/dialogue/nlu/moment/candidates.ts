import {splitCorrection, type Span} from '../correction.ts'
import {wordSet} from './phrases.ts'
import {notRefused} from './refusal.ts'
import type {Word} from './words.ts'

/** How a value stands to the one before it: it corrects it, it is another choice, it ends a range, or nothing says. */
export type Link = 'corrects' | 'or' | 'and' | 'unsaid'

const ors = wordSet('или либо or')
const corrections = wordSet('то хотя скорее тогда instead actually rather лучше')

/** How `later` stands to `earlier`, judged by the words between them. */
export function linkBetween(words: readonly Word[], earlier: Span, later: Span): Link {
  const split = splitCorrection(words.slice(earlier.from, later.to))
  const fresh = split && split.kind !== 'denial' ? split.fresh.from + earlier.from : -1
  if (fresh >= earlier.to && fresh <= later.from) return 'corrects'
  const gap = words.slice(earlier.to, later.from)
  if (gap.some((word) => corrections.has(word.text))) return 'corrects'
  if (gap.some((word) => word.text === 'и' || word.text === 'and')) return 'and'
  return gap.some((word) => ors.has(word.text)) || (words[earlier.to - 1]!.joined && gap.length === 0) ? 'or' : 'unsaid'
}

/** A value with its place, as the choice between several needs it. */
export interface Candidate<Value> extends Span {
  readonly value: Value
  readonly alts: readonly Value[]
  readonly confidence: number
}

export interface Choice<Value> extends Candidate<Value> {
  readonly corrected: boolean
}

/**
 * The value that counts when an utterance names several: what is ruled out is dropped, a correction replaces what stood before it, of
 * "five or six" the first is taken and the other kept as a reading. Without a word between them the last one counts.
 */
export function choose<Value>(
  words: readonly Word[],
  candidates: readonly Candidate<Value>[],
  equal: (a: Value, b: Value) => boolean,
): Choice<Value> | undefined {
  const kept = notRefused(words, candidates)
  const last = kept.at(-1)
  if (!last) return undefined
  let corrected = kept.length < candidates.length
  let {value, confidence, from} = last
  const alts = [...last.alts]
  for (let index = kept.length - 2; index >= 0; index--) {
    const earlier = kept[index]!
    const link = linkBetween(words, earlier, kept[index + 1]!)
    if (link === 'corrects') {
      corrected = true
      break
    }
    if (equal(earlier.value, value)) continue
    if (link === 'or' || link === 'and') {
      alts.unshift(value)
      value = earlier.value
    } else alts.push(earlier.value)
    confidence = Math.min(confidence, 0.5)
    from = earlier.from
  }
  return {
    value,
    alts: alts.filter((alt, index) => !equal(alt, value) && alts.findIndex((other) => equal(other, alt)) === index),
    confidence,
    from,
    to: last.to,
    corrected,
  }
}
