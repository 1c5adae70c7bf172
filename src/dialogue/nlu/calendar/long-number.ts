import {wordSet} from '../moment/phrases.ts'
import type {Word} from '../moment/words.ts'
import {readNumber} from '../numerals.ts'
import {documents, phoneWords} from '../phone-words.ts'
import {monthAt} from './months.ts'

/** A day, a month and a year: no date has more digits. */
const digitsOfDate = 8

// Between the groups of a number that is dictated.
const between = wordSet('дальше далее потом затем тире дефис then dash')

/**
 * Where a dictated number ends that begins at `at` and is no date: a phone, a passport, a policy. It has more digits than a date, or a
 * group of three («четыреста двадцать шесть») that is no year, or its name in front («номер двенадцать ноль три восемьдесят пять»). Any pair of its groups could pass for a day and a month
 * («двадцать один двадцать девять»). A month or an ordinal speaks for a date: nobody dictates a phone with them.
 */
export function longNumberAt(words: readonly Word[], at: number): number | undefined {
  if (!words[at]?.num || words[at - 1]?.num) return undefined
  const groups = groupsFrom(words, at)
  const to = groups.at(-1)!.to
  if (groups.some(({ordinal}) => ordinal) || monthAt(words, to) || isBehindMonth(words, at)) return undefined
  if (isAnnounced(words[at - 1])) return to
  const digits = groups.reduce((sum, group) => sum + group.digits, 0)
  return digits > digitsOfDate || groups.some(({digits: size, isYear}) => size > 2 && !isYear) ? to : undefined
}

const isAnnounced = (word: Word | undefined): boolean =>
  word !== undefined && (phoneWords.has(word.text) || documents.test(word.text) || /^сери[яюи]$/.test(word.text))

interface Group {
  readonly digits: number
  readonly isYear: boolean
  readonly ordinal: boolean
  readonly to: number
}

function groupsFrom(words: readonly Word[], from: number): Group[] {
  const groups: Group[] = []
  for (let at = from; words[at]?.num;) {
    const group = groupAt(words, at)
    groups.push(group)
    const goesOn = between.has(words[group.to]?.text ?? '') && words[group.to + 1]?.num !== undefined
    at = goesOn ? group.to + 1 : group.to
  }
  return groups
}

function groupAt(words: readonly Word[], at: number): Group {
  const {digits, ordinal, value: first} = words[at]!.num!
  if (digits !== undefined) return {digits: digits.length, isYear: digits.length === 4, ordinal, to: at + 1}
  // «Ноль четыре тысяча девятьсот…»: four of them would be «тысячи».
  if (words[at + 1]?.text === 'тысяча' && first > 1) return {digits: String(first).length, isYear: false, ordinal, to: at + 1}
  const {value, to, ordinal: last} = readNumber(words, at, words[at]!.text < 'а' ? 'en' : 'ru')!
  return {digits: String(value).length, isYear: value > 1800 && value < 2200, ordinal: last, to}
}

const isBehindMonth = (words: readonly Word[], at: number): boolean =>
  [1, 2].some((step) => at >= step && monthAt(words, at - step)?.to === at - step + 1 && (step === 1 || words[at - 1]!.text === 'the'))
