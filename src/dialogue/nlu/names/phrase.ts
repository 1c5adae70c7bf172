import {type Case, cases, type NameGender, type NamePart} from './decline.ts'
import {type Reading, readings} from './readings.ts'
import type {Word} from './words.ts'

/** Parts of a name, lower case, nominative, with the word each was heard in. */
export type NameWords = Partial<Record<NamePart, {readonly value: string; readonly word: Word}>>

export interface Phrase {
  readonly parts: NameWords
  readonly from: number
  readonly to: number
  readonly score: number
  readonly alts: readonly NameWords[]
}

export interface PhraseOptions {
  /** How well each case fits here, 0…1; a case that is not listed is not tried. */
  readonly cases: Partial<Record<Case, number>>
  /** Words outside the lexicon may be names. */
  readonly unknown?: boolean
  /** Told to be this part: "фамилия …". */
  readonly part?: NamePart | undefined
  /** Least weight of an ending that makes a surname. */
  readonly surname?: number
}

const orders: readonly (readonly NamePart[])[] = [
  ['first'],
  ['last'],
  ['patronymic'],
  ['first', 'patronymic'],
  ['first', 'last'],
  ['last', 'first'],
  ['first', 'patronymic', 'last'],
  ['last', 'first', 'patronymic'],
  ['first', 'last', 'patronymic'],
]

/** The best name that starts exactly at `words[from]`: parts agree in gender and case. */
export function phraseAt(words: readonly Word[], from: number, options: PhraseOptions): Phrase | undefined {
  const found: Reading[][] = []
  for (let at = from; at < from + 3 && at < words.length; at++) {
    // A stranger after a first name is a surname only where the sentence ends: "меня зовут анна подъеду к пяти".
    const last = at === words.length - 1 || words[at]!.stop !== ''
    const here = readings(words[at]!, options.unknown === true && (at === from || last))
    if (here.length === 0) break
    found.push(here)
    // A pause between the parts is written as a full stop: "Анна. Петрова."
    if (words[at]!.stop === '?' || words[at]!.stop === '!') break
  }
  let best: Candidate | undefined
  const rivals: Candidate[] = []
  for (const order of orders) {
    if (order.length > found.length || (order.length === 1 && options.part && order[0] !== options.part)) continue
    if (options.part && order[0] !== options.part && order.length > 1 && options.part !== 'first') continue
    for (const to of cases) {
      const fit = options.cases[to]
      if (fit === undefined) continue
      for (const gender of genders) {
        const candidate = assign(found, order, to, gender, options)
        if (!candidate) continue
        const scored = {...candidate, score: candidate.score + 0.5 * fit}
        if (!best || scored.score > best.score) best = scored
        rivals.push(scored)
      }
    }
  }
  if (!best) return undefined
  const toParts = ({order, values}: Candidate): NameWords =>
    Object.fromEntries(order.map((part, index) => [part, {value: values[index]!, word: words[from + index]!}]))
  const key = best.values.join(' ')
  const alts = new Map(
    rivals
      .filter((rival) => rival.score > best.score - 0.06 && rival.order.length === best.order.length && rival.values.join(' ') !== key)
      .map((rival) => [rival.values.join(' '), toParts(rival)]),
  )
  return {parts: toParts(best), from, to: from + best.order.length, score: best.score, alts: [...alts.values()]}
}

interface Candidate {
  readonly order: readonly NamePart[]
  readonly values: readonly string[]
  readonly score: number
}

const genders: readonly NameGender[] = ['m', 'f']

function assign(
  found: readonly Reading[][],
  order: readonly NamePart[],
  to: Case,
  gender: NameGender,
  {surname = 0}: PhraseOptions,
): Candidate | undefined {
  let score = 0
  const values: string[] = []
  for (const [index, role] of order.entries()) {
    let best: Reading | undefined
    for (const reading of found[index]!) {
      if (
        reading.part !== role ||
        (reading.case !== to && reading.case !== 'any') ||
        (reading.gender !== gender && reading.gender !== 'any')
      )
        continue
      if (role === 'last' && reading.weight < surname) continue
      if (!best || reading.weight > best.weight) best = reading
    }
    if (!best) return undefined
    // An indeclinable reading proves nothing about the case.
    score += best.case === 'any' ? best.weight - 0.02 : best.weight
    values.push(best.value)
  }
  return {order, values, score}
}
