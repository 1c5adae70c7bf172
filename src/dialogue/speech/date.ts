import {addDays, dateParts, dayNumber, plainDate, weekdayOf} from '../nlu/plain-date.ts'
import type {Lang} from './grammar.ts'
import {ordinalEn, yearEn} from './number-en.ts'
import {ordinalRu} from './ordinal-ru.ts'

export interface DateOptions {
  readonly lang: Lang
  /** `YYYY-MM-DD`; lets "tomorrow" be said and the year be left out. */
  readonly today?: string
  /** A date that lies in the past (a birth date): the year belongs to it. */
  readonly past?: boolean
  /**
   * `plain` (default): `двенадцатого марта`, `March twelfth`. `nominative`: `двенадцатое марта`. `weekday`: `двенадцатого марта, в четверг`.
   * `full`: `завтра, двенадцатого марта, четверг`, to make sure that both mean the same day.
   */
  readonly style?: 'plain' | 'nominative' | 'weekday' | 'full'
  /** Says the year; on its own where it is not clear from `today`. */
  readonly year?: boolean
}

/** A calendar date or a span of dates. */
export type SpokenDate = string | {readonly from?: string; readonly to?: string}

/** A date (`YYYY-MM-DD`) or a span (`{from, to}`, `2026-03-12..2026-03-15`) in words. What is no date comes back as it is. */
export function sayDate(date: SpokenDate, options: DateOptions): string {
  const span = typeof date === 'string' ? /^(\S+?)?(?:\.\.|\/)(\S+)?$/.exec(date.trim()) : [date, date.from, date.to]
  if (span) return between(span[1] as string | undefined, span[2] as string | undefined, options)
  if (typeof date !== 'string' || !isDate(date)) return String(date)
  return options.lang === 'ru' ? inRussian(date, options) : inEnglish(date, options)
}

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && plainDate(dateParts(text)) !== undefined

export const monthsRu = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')
export const monthsEn = 'January February March April May June July August September October November December'.split(' ')
const weekdaysRu = 'понедельник вторник среда четверг пятница суббота воскресенье'.split(' ')
const onWeekdayRu = ['в понедельник', 'во вторник', 'в среду', 'в четверг', 'в пятницу', 'в субботу', 'в воскресенье']
const weekdaysEn = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

function inRussian(date: string, options: DateOptions): string {
  const {day, month, year} = dateParts(date)
  const plain = `${ordinalRu(day, options.style === 'nominative' ? 'nom' : 'gen', 'n')} ${monthsRu[month - 1]}${saysYear(date, options) ? ` ${ordinalRu(year, 'gen')} года` : ''}`
  const weekday = weekdayOf(date) - 1
  if (options.style === 'weekday') return `${plain}, ${onWeekdayRu[weekday]}`
  if (options.style !== 'full') return plain
  return [relative(date, options, 'сегодня', 'завтра', 'послезавтра'), plain, weekdaysRu[weekday]].filter(Boolean).join(', ')
}

function inEnglish(date: string, options: DateOptions): string {
  const {day, month, year} = dateParts(date)
  const plain = `${monthsEn[month - 1]} ${ordinalEn(day)}${saysYear(date, options) ? `, ${yearEn(year)}` : ''}`
  const weekday = weekdaysEn[weekdayOf(date) - 1]
  if (options.style === 'weekday') return `${weekday}, ${plain}`
  if (options.style !== 'full') return plain
  return [relative(date, options, 'today', 'tomorrow', 'the day after tomorrow'), weekday, plain].filter(Boolean).join(', ')
}

/** A year is said when asked for, of a birth date, and where the day alone would be taken for a nearer one. */
function saysYear(date: string, {past, year, today}: DateOptions): boolean {
  if (year !== undefined) return year
  if (past === true) return true
  return today !== undefined && isDate(today) && (dayNumber(date) < dayNumber(today) - 60 || dayNumber(date) > dayNumber(today) + 330)
}

function relative(date: string, {today}: DateOptions, ...words: readonly string[]): string | undefined {
  return today === undefined ? undefined : words.find((_, days) => addDays(today, days) === date)
}

function between(from: string | undefined, to: string | undefined, options: DateOptions): string {
  const {lang} = options
  const plain: DateOptions = {...options, style: 'plain'}
  const start = from && isDate(from) ? sayDate(from, plain) : undefined
  const end = to && isDate(to) ? sayDate(to, lang === 'ru' ? {...plain, style: 'nominative'} : plain) : undefined
  if (start && end && lang === 'ru') {
    // One month is said once: с двенадцатого по пятнадцатое марта.
    const shared = from!.slice(0, 7) === to!.slice(0, 7)
    return `с ${shared ? ordinalRu(dateParts(from!).day, 'gen', 'n') : start} по ${end}`
  }
  if (start && end) return `from ${start} to ${end}`
  if (start) return lang === 'ru' ? `с ${start}` : `from ${start}`
  if (end) return lang === 'ru' ? `до ${sayDate(to!, plain)}` : `until ${end}`
  return ''
}
