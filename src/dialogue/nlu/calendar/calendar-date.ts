import type {Word} from '../moment/words.ts'
import {daysInMonth} from '../plain-date.ts'
import {phraseAt, phrases, wordSet} from '../moment/phrases.ts'
import {item, type DateItem} from './date-item.ts'
import {dayReadings, endsCompound, type DayReading} from './day-of-month.ts'
import {monthAt} from './months.ts'
import {yearAt, yearSense, type YearContext} from './years.ts'

/** `пятого мая [2027 года]`, `5 мая`, "the fifth of may", "march twenty first [twenty twenty seven]", `мая пятого`, `пятого числа следующего месяца`. */
export function calendarDateAt(words: readonly Word[], at: number, context: YearContext): DateItem | undefined {
  return dayFirst(words, at, context) ?? monthFirst(words, at, context)
}

const numberWord = wordSet('числа число числу числом числе')

/** Behind a day: `числа`. */
export const afterNumberWord = (words: readonly Word[], at: number): number => (numberWord.has(words[at]?.text ?? '') ? at + 1 : at)

const months = phrases<number>([
  [0, 'этого месяца|сего месяца|текущего месяца|в этом месяце|этого же месяца|of this month|of the month|this month'],
  [1, 'следующего месяца|будущего месяца|в следующем месяце|в будущем месяце|of next month|next month|of the next month'],
  [2, 'через месяц|of the month after next'],
])

function dayFirst(words: readonly Word[], at: number, context: YearContext): DateItem | undefined {
  // «тридцать второго мая» is no date at all, and neither is its second half.
  if (endsCompound(words, at) && !clockRunsInto(words, at)) return undefined
  for (const reading of dayReadings(words, at)) {
    if (words[reading.to - 1]!.stop === '.' || words[reading.to - 1]!.stop === '?') continue
    const plain = afterNumberWord(words, reading.to)
    const next = words[plain]?.text === 'of' && words[plain + 1] ? plain + 1 : plain
    const month = monthAt(words, next)
    if (reading.to === at + 2 && clockRunsInto(words, at + 1)) return undefined
    if (month && isClockBefore(words, at, reading, month.to, context)) return undefined
    if (month && fitsMonth(reading, words[at]!)) return named(reading.day, month.month, at, month.to, words, context)
    const relative = phraseAt(months, words, plain)
    if (relative && reading.form !== 'cardinal' && reading.form !== 'other' && relative.value < 2)
      return reading.day > 31
        ? item({kind: 'none'}, at, relative.to)
        : item({kind: 'day', day: reading.day, monthOffset: relative.value}, at, relative.to)
  }
  return undefined
}

/** "At one twenty may second": the month has its day behind it, so the number in front is an hour or its minutes. */
function isClockBefore(words: readonly Word[], at: number, {form}: DayReading, behind: number, context: YearContext): boolean {
  if (words[behind - 1]!.text >= 'а' || (form !== 'cardinal' && form !== 'digits') || !monthFirst(words, behind - 1, context)) return false
  const first = words.findLastIndex(({num}, index) => index < at && !num)
  const announced = clockCues.has(words[first]?.text ?? '')
  return words[behind]!.text === 'the' || words[behind]!.num?.ordinal === true || announced || words[behind + 1]?.num?.ordinal === true
}

/** "one may" and «первый март» are not dates; `пять мая` is what a recogniser makes of `пятое мая`. */
const fitsMonth = (reading: DayReading, first: Word): boolean =>
  reading.form !== 'other' && !(reading.form === 'cardinal' && first.text < 'а' && reading.day < 2)

/** `в пять тридцать второго`, `в десять тридцать первого апреля`: there is no such day, so the ten belongs to a clock time. */
export function clockRunsInto(words: readonly Word[], at: number): boolean {
  const ten = words[at - 1]?.num
  const hour = words[at - 2]?.num
  const day = words[at]?.num
  if (ten?.rank !== 'ten' || !day || !hour || hour.ordinal || hour.value > 24) return false
  const month = monthAt(words, at + 1)?.month
  return ten.value + day.value > (month === undefined ? 31 : daysInMonth(2000, month)) && clockCues.has(words[at - 3]?.text ?? '')
}

const clockCues = wordSet('в во к ко около после до с at around by after before')

/** Month before the day: `мая пятого`, "march the twenty first", "may 5". "may i" and "march on" are no dates. */
function monthFirst(words: readonly Word[], at: number, context: YearContext): DateItem | undefined {
  const month = monthAt(words, at)
  if (!month || words[month.to - 1]!.stop === '.' || words[month.to - 1]!.stop === '?') return undefined
  // «50 лет Октября 7» is an address.
  if (words[at - 1]?.text === 'лет') return undefined
  const english = words[at]!.text < 'а'
  const start = english && words[month.to]?.text === 'the' ? month.to + 1 : month.to
  for (const reading of dayReadings(words, start)) {
    const ordinal = reading.form !== 'digits' && reading.form !== 'cardinal' && reading.form !== 'other'
    if (!ordinal && !english && reading.form !== 'digits') continue
    if (!ordinal && english && !isWholeDay(words, start, reading)) continue
    const to = afterNumberWord(words, reading.to)
    return named(reading.day, month.month, at, to, words, context)
  }
  return undefined
}

/** "march twenty five thirty" is the 20th at 5:30: what stays behind the longer reading has to make sense by itself. */
function isWholeDay(words: readonly Word[], start: number, reading: DayReading): boolean {
  const next = words[reading.to]?.num
  if (reading.to - start < 2 || next?.rank !== 'ten') return words[reading.to]?.text !== 'of'
  const later = words[reading.to + 1]?.num
  return next.value === 20 && later !== undefined
}

function named(day: number, month: number, from: number, end: number, words: readonly Word[], context: YearContext): DateItem {
  if (day > 31) return item({kind: 'none'}, from, end)
  const year = yearAt(words, words[end]?.text === 'of' ? end + 1 : end, context) ?? afterComma(words, end, context)
  return item({kind: 'day', day, month, ...yearSense(year)}, from, year?.to ?? end, 0.97)
}

const fillers = wordSet('в in')

const afterComma = (words: readonly Word[], at: number, context: YearContext) =>
  context.past && fillers.has(words[at]?.text ?? '') ? yearAt(words, at + 1, context) : undefined
