import {speaksOfAddress} from '../moment/address-words.ts'
import type {Word} from '../moment/words.ts'
import type {ExtractContext, Lang} from '../types.ts'
import {isNoun} from './bare-day.ts'
import {afterNumberWord} from './calendar-date.ts'
import {item, type DateItem} from './date-item.ts'
import {dayReadings, endsCompound, type DayReading} from './day-of-month.ts'
import {monthAt} from './months.ts'
import {expand, yearAt, yearSense, type YearContext, type YearReading} from './years.ts'

export interface NumericContext extends YearContext {
  readonly lang: Lang
  readonly region: ExtractContext['region']
}

/** Dates written or dictated as numbers: `05.05`, `5/05/2026`, `2026-05-05`, `05 05 2026`, `пятое ноль третье восемьдесят пятого`. */
export function numericDateAt(words: readonly Word[], at: number, context: NumericContext): DateItem | undefined {
  return punctuated(words, at, context) ?? hyphenated(words, at, context) ?? dictated(words, at, context)
}

type SaidYear = Omit<YearReading, 'to'>

const clockPrepositions = new Set(['в', 'во', 'at'])

function punctuated(words: readonly Word[], at: number, context: NumericContext): DateItem | undefined {
  const word = words[at]!
  const match = /^(\d{1,4})([./])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(word.text)
  if (!match || word.text === '24/7') return undefined
  // A house: `мира 5/2`.
  if (match[2] === '/' && !match[4] && speaksOfAddress(words)) return undefined
  const [, first, separator, second, last] = match
  // 2.5 is a decimal; `в 15.01` is a clock time, `15.01` a date.
  if (!last && separator === '.' && second!.length < 2) return undefined
  if (!last && clockPrepositions.has(words[at - 1]?.text ?? '')) return undefined
  if (first!.length > 2)
    return first!.length === 4 && last ? ordered(Number(last), Number(second), {year: Number(first)}, at, at + 1) : undefined
  // 10.30 and 14.00 are no days of any month: a clock time or a price.
  if (!last && separator === '.' && Number(first) <= 24 && (Number(second) > 12 || second === '00')) return undefined
  const year = last === undefined ? yearAt(words, at + 1, {...context, past: false}) : undefined
  const written =
    last === undefined ? year : {year: last.length === 2 ? expand(Number(last), context) : Number(last), short: last.length === 2}
  return placed(Number(first), Number(second), written, at, year?.to ?? at + 1, separator === '/' ? context : undefined)
}

/** `2026-05-05`, `05-05-2026`. Two numbers with a hyphen are a range or a time. */
function hyphenated(words: readonly Word[], at: number, context: NumericContext): DateItem | undefined {
  const [first, second, third] = [words[at], words[at + 1], words[at + 2]]
  if (!first?.joined || !second?.joined || third?.joined) return undefined
  const digits = [first, second, third].map((word) => word?.num?.digits ?? '')
  const numbers = digits.map(Number)
  if (digits.some((text) => text === '') || digits[1]!.length > 2) return undefined
  if (digits[0]!.length === 4 && digits[2]!.length <= 2) return ordered(numbers[2]!, numbers[1]!, {year: numbers[0]!}, at, at + 3)
  if (digits[2]!.length === 4 && digits[0]!.length <= 2) return placed(numbers[0]!, numbers[1]!, {year: numbers[2]!}, at, at + 3, context)
  return undefined
}

/** `05 05 2026`; `пятого третьего`, `пятого ноль третьего`; with a year behind it also `двенадцать ноль три восемьдесят пять`. */
function dictated(words: readonly Word[], at: number, context: NumericContext): DateItem | undefined {
  if (endsCompound(words, at)) return undefined
  if (context.lang === 'en' && words[at]!.num?.rank !== 'digits') return dictatedMonthFirst(words, at, context)
  const zero = words[at]!.num?.rank === 'zero' && words[at]!.num.digits === undefined
  for (const reading of dayReadings(words, zero ? at + 1 : at)) {
    const {day, to, form} = reading
    const month = monthNumber(words, afterNumberWord(words, to))
    // «Двадцать один двадцать девять» is no twentieth of January: whoever means that says «двадцатое первое».
    if (!month || (form === 'cardinal' && endsCompound(words, to))) continue
    const monthWord = words[month.to]?.text === 'месяца'
    const end = monthWord ? month.to + 1 : month.to
    const ordinal = form === 'genitive' || form === 'neuter' || form === 'dative'
    const year = yearAt(words, end, context)
    const digits = form === 'digits' && words[to]!.num!.rank === 'digits'
    if (digits && (!year || (year.year < 1000 && !context.past))) continue
    const ordinalMonth = words[month.to - 1]!.num!.ordinal
    const named = monthWord
      ? ordinalMonth
      : (month.zero && (ordinal || ordinalMonth)) || (ordinal && isPair(words, reading, month.to, year !== undefined))
    if (!digits && !year && !named) continue
    // «Тридцатого пятого девяносто пятого» was somebody's birthday.
    if (!digits && !year && (words[end]?.num?.value ?? 0) > 31) return item({kind: 'none'}, at, end)
    if (!digits && !ordinal && !context.past && !named && !(month.zero && year && !year.short)) continue
    return placed(day, month.value, year, at, year?.to ?? end, digits ? context : undefined)
  }
  return undefined
}

/** `пятого шестого`, `двадцать четвертое двенадцатого`: the month as an ordinal too. `пятого шестого числа` are two days, `пятого пятого мая` is one. */
function isPair(words: readonly Word[], day: DayReading, end: number, dated: boolean): boolean {
  if (words[day.to - 1]!.stop !== '' || !words[end - 1]!.text.endsWith('го')) return false
  const next = words[end - 1]!.stop === '' ? words[end] : undefined
  // «Второго третьего этажа».
  return !next || dated || !(next.num?.ordinal || monthAt(words, end) || afterNumberWord(words, end) > end || isNoun(next, /[ая]$/))
}

/** "twelve twenty five nineteen eighty": only a whole year behind makes it a date. */
function dictatedMonthFirst(words: readonly Word[], at: number, context: NumericContext): DateItem | undefined {
  const month = words[at]!.text < 'а' ? monthNumber(words, at) : undefined
  if (!month || words[at]!.num!.ordinal) return undefined
  const zero = words[month.to]?.num?.rank === 'zero' ? 1 : 0
  for (const reading of dayReadings(words, month.to + zero)) {
    const year = yearAt(words, reading.to, context)
    if (year && !year.short && reading.day <= 31) return ordered(reading.day, month.value, year, at, year.to)
  }
  return undefined
}

function monthNumber(words: readonly Word[], at: number): {value: number; to: number; zero: boolean} | undefined {
  const num = words[at]?.num
  if (!num) return undefined
  if (num.rank === 'zero' && num.digits === undefined) {
    const unit = words[at + 1]?.num
    return unit && unit.value >= 1 && unit.value <= 12 && unit.rank !== 'zero' ? {value: unit.value, to: at + 2, zero: true} : undefined
  }
  if (num.rank === 'digits' && num.digits!.length > 2) return undefined
  return num.value >= 1 && num.value <= 12 && num.rank !== 'ten' ? {value: num.value, to: at + 1, zero: false} : undefined
}

const dayFirstRegions = new Set(['GB', 'IE', 'AU', 'NZ', 'IN', 'ZA'])

/** Day first, except in American English; both orders are kept as readings where both are dates. */
function placed(first: number, second: number, year: SaidYear | undefined, from: number, to: number, context?: NumericContext): DateItem {
  if (context?.lang !== 'en') return ordered(first, second, year, from, to)
  const monthFirst = dayFirstRegions.has(context.region ?? '') ? (first > 12 || second > 12 ? second > 12 : false) : first <= 12
  const [day, month] = monthFirst ? [second, first] : [first, second]
  const either = first <= 12 && second <= 12 && first !== second
  const date = ordered(day, month, year, from, to)
  return either && date.sense.kind === 'day' ? {...date, sense: {...date.sense, swap: true}, confidence: 0.6} : date
}

function ordered(day: number, month: number, year: SaidYear | undefined, from: number, to: number): DateItem {
  if (day < 1 || day > 31 || month < 1 || month > 12) return item({kind: 'none'}, from, to)
  return item({kind: 'day', day, month, ...yearSense(year)}, from, to)
}
