import {isDeepStrictEqual} from 'node:util'
import type {ExtractedValue} from './extract.ts'
import {answerRow, type Row} from './rows.ts'
import {type ValueType, valueTypes} from './value-types.ts'

/** How well one type is understood in one language. */
export interface Score {
  readonly type: ValueType
  /** `all`: every language together. */
  readonly lang: string
  readonly rows: number
  readonly right: number
  /** 0…1 */
  readonly accuracy: number
  /** A value was found and it is the wrong one: the mistake that costs a booking. */
  readonly wrong: number
  /** 0…1, of all rows. */
  readonly wrongRate: number
  /** Nothing was found where there was something: costs one question. */
  readonly missed: number
}

export interface Failure {
  readonly id: string | number | undefined
  readonly type: ValueType
  readonly text: string
  readonly expect: ExtractedValue
  readonly value: ExtractedValue
}

export interface Scoring {
  readonly scores: readonly Score[]
  readonly failures: readonly Failure[]
}

interface Tally {
  rows: number
  right: number
  wrong: number
  missed: number
}

/** Answers every row that has an `expect` and compares; rows without one are left out, and so are other readings (`alts`). */
export async function scoreRows(rows: AsyncIterable<Row>): Promise<Scoring> {
  const tallies = new Map<string, Tally>()
  const failures: Failure[] = []
  for await (const row of rows) {
    const {id, type, text, lang = 'ru', expect} = row
    if (!expect) continue
    const {value} = answerRow(row)
    const {alts: _others, ...wanted} = expect
    const right = isDeepStrictEqual(sorted(value), sorted(wanted))
    if (!right) failures.push({id, type, text, expect, value})
    for (const key of [`${type} ${lang}`, `${type} all`]) {
      const tally = tallies.get(key) ?? {rows: 0, right: 0, wrong: 0, missed: 0}
      tallies.set(key, tally)
      tally.rows++
      if (right) tally.right++
      else if (isNothing(value)) tally.missed++
      else tally.wrong++
    }
  }
  return {scores: valueTypes.flatMap((type) => scoresOf(type, tallies)), failures}
}

function scoresOf(type: ValueType, tallies: ReadonlyMap<string, Tally>): readonly Score[] {
  const langs = ['ru', 'en', 'mixed'].filter((lang) => tallies.has(`${type} ${lang}`))
  return [...langs, ...(langs.length > 1 ? ['all'] : [])].map((lang) => {
    const {rows, right, wrong, missed} = tallies.get(`${type} ${lang}`)!
    return {type, lang, rows, right, accuracy: right / rows, wrong, wrongRate: wrong / rows, missed}
  })
}

/** Digits of an unfinished phone number are no value yet: the bot asks on. */
const isNothing = (value: ExtractedValue): boolean => Object.entries(value).every(([key, part]) => part === null || key === 'digits')

/** Keys in one order, so that two objects of the same content are equal however they were built. */
const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, part]) => [key, sorted(part)]),
      )
    : value

/** A floor that was not reached. */
export interface BelowFloor {
  readonly type: ValueType
  readonly floor: number
  readonly accuracy: number
}

/** The floors (accuracy 0…1 by type) that the scores do not reach. A type without rows reaches none. */
export const belowFloors = (scores: readonly Score[], floors: ReadonlyMap<ValueType, number>): readonly BelowFloor[] =>
  [...floors].flatMap(([type, floor]) => {
    const accuracy = scores.findLast((score) => score.type === type)?.accuracy ?? 0
    return accuracy < floor ? [{type, floor, accuracy}] : []
  })
