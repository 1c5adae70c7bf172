import type {Word} from '../moment/words.ts'
import {phraseAt, phrases} from '../moment/phrases.ts'
import {readNumber} from '../numerals.ts'

/** What the grammar of years needs to know: the year it is now, and whether the date has to lie behind us. */
export interface YearContext {
  readonly year: number
  readonly past: boolean
}

export interface YearReading {
  readonly year: number
  readonly to: number
  /** Only two digits were said: the century is a guess. */
  readonly short?: boolean
}

/**
 * A year right after a day and a month: `две тысячи двадцать седьмого года`, `двадцать седьмого года`, `2027`, "nineteen eighty five".
 * Two digits alone (`восемьдесят пятого`, "eighty five") are a year only for a date in the past or next to `года`.
 */
export function yearAt(words: readonly Word[], at: number, context: YearContext): YearReading | undefined {
  const relative = phraseAt(relativeYears, words, at)
  if (relative) return {year: context.year + relative.value, to: relative.to}
  const read = fullYear(words, at) ?? pairedYear(words, at, context) ?? shortYear(words, at)
  if (!read) return undefined
  const said = yearWord(words, read.to)
  if (read.year >= 100) return said > read.to || isLikely(read, context) ? {year: read.year, to: said} : undefined
  const year = expand(read.year, context)
  if (said > read.to || context.past) return {year, to: said, short: true}
  return read.ordinal && year >= context.year && year <= context.year + 2 ? {year, to: said} : undefined
}

/** A year as a day's sense holds it. */
export const yearSense = (year: Omit<YearReading, 'to'> | undefined): {year?: number; shortYear?: boolean} =>
  year === undefined ? {} : {year: year.year, ...(year.short ? {shortYear: true} : {})}

/** `85`, `27`: the century that makes sense. */
export function expand(short: number, {year, past}: YearContext): number {
  const century = Math.floor(year / 100) * 100
  const horizon = past ? year : year + 15
  return century + short > horizon ? century - 100 + short : century + short
}

const relativeYears = phrases<number>([
  [0, 'этого года|сего года|текущего года|в этом году|этом году|this year|of this year'],
  [1, 'следующего года|будущего года|в следующем году|в будущем году|next year|of next year'],
  [-1, 'прошлого года|в прошлом году|last year|of last year'],
])

const yearWords = phrases<true>([[true, 'года рождения|году рождения|год рождения|года|году|год|г']])

const yearWord = (words: readonly Word[], at: number): number => phraseAt(yearWords, words, at)?.to ?? at

/** Four digits after a date may as well be a clock time (`25 марта 2030`): only near years count without `года`. */
function isLikely({year, worded}: RawYear, context: YearContext): boolean {
  if (context.past) return year > 1880 && year <= context.year
  return worded === true || year % 100 > 59 || (year >= context.year - 1 && year <= context.year + 3)
}

interface RawYear extends YearReading {
  readonly ordinal: boolean
  /** In words of hundreds and thousands, as no time is told. */
  readonly worded?: boolean
}

/** `2027`, `тысяча девятьсот восемьдесят пятого`, `две тысячи пятого`, `двухтысячного`, "two thousand and five". */
function fullYear(words: readonly Word[], at: number): RawYear | undefined {
  const first = words[at]
  if (!first?.num) return undefined
  if (first.num.rank === 'digits') {
    const {value, digits, ordinal} = first.num
    return digits!.length === 4 && value > 1800 && value < 2200 ? {year: value, to: at + 1, ordinal} : undefined
  }
  const unit = words[at + 1]?.num
  if (first.num.value === 2000 && first.num.ordinal && unit?.ordinal && unit.value < 20)
    return {year: 2000 + unit.value, to: at + 2, ordinal: true}
  const read = readNumber(words, at, first.text < 'а' ? 'en' : 'ru')
  return read && read.value > 1800 && read.value < 2200 ? {year: read.value, to: read.to, ordinal: read.ordinal, worded: true} : undefined
}

/** "nineteen eighty five", "twenty twenty seven", "nineteen oh five", "twenty oh one", `19 85`. */
function pairedYear(words: readonly Word[], at: number, context: YearContext): RawYear | undefined {
  const century = words[at]?.num
  if (!century || century.ordinal || (century.value !== 19 && century.value !== 20 && century.value !== 18)) return undefined
  // `20 25` in digits is a clock time where no birth date is asked for.
  if (words[at]!.text > 'а' || (century.digits !== undefined && !context.past)) return undefined
  const second = words[at + 1]?.num
  const third = words[at + 2]?.num
  if (second?.rank === 'zero' && third?.rank === 'unit') return {year: century.value * 100 + third.value, to: at + 3, ordinal: false}
  const rest = twoDigits(words, at + 1)
  return rest && rest.year >= 10 ? {year: century.value * 100 + rest.year, to: rest.to, ordinal: rest.ordinal} : undefined
}

/** `восемьдесят пятого`, `85`, "eighty five", `пятого`, "oh five". */
function shortYear(words: readonly Word[], at: number): RawYear | undefined {
  const zero = words[at]?.num?.rank === 'zero' && words[at].num.digits === undefined
  const read = twoDigits(words, zero ? at + 1 : at)
  if (!read || (zero && read.year > 9)) return undefined
  // A single cardinal digit is somebody's house or hour, not a year.
  return read.year < 10 && !read.ordinal && !zero && words[at]!.num!.digits?.length !== 2 ? undefined : read
}

function twoDigits(words: readonly Word[], at: number): RawYear | undefined {
  const first = words[at]?.num
  if (!first || first.collective) return undefined
  if (first.rank === 'digits') return first.digits!.length === 2 ? {year: first.value, to: at + 1, ordinal: first.ordinal} : undefined
  if (first.rank !== 'ten' && first.rank !== 'teen' && first.rank !== 'unit') return undefined
  const second = words[at + 1]?.num
  if (first.rank === 'ten' && !first.ordinal && second?.rank === 'unit' && !second.collective)
    return {year: first.value + second.value, to: at + 2, ordinal: second.ordinal}
  return {year: first.value, to: at + 1, ordinal: first.ordinal}
}
