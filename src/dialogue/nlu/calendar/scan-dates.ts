import type {ExtractContext, Lang} from '../types.ts'
import type {Word} from '../moment/words.ts'
import {isAddressWord} from '../moment/address-words.ts'
import {phraseAt, phrases} from '../moment/phrases.ts'
import {bareDayAt} from './bare-day.ts'
import {calendarDateAt} from './calendar-date.ts'
import {item, type DateItem} from './date-item.ts'
import {longNumberAt} from './long-number.ts'
import {monthEdgeAt} from './month-edge.ts'
import {monthAt} from './months.ts'
import {namedDayAt} from './named-day.ts'
import {numericDateAt} from './numeric-date.ts'
import {offsetDateAt} from './offset-date.ts'
import {soonestDay} from './soon.ts'
import {weekDateAt, whichOneAt} from './week-date.ts'
import {yearAt, type YearReading} from './years.ts'

/** Everything an utterance says about dates, left to right, no word used twice. */
export function scanDates(words: readonly Word[], lang: Lang, context: ExtractContext): DateItem[] {
  const year = Number(context.now.date.slice(0, 4))
  const past = context.past === true
  const numeric = {lang, region: context.region, year, past}
  const bare = {asked: context.asked === true}
  const found: DateItem[] = []
  for (let at = 0; at < words.length;) {
    const behind = longNumberAt(words, at)
    if (behind !== undefined) {
      at = behind
      continue
    }
    const next =
      street(words, at) ??
      numericDateAt(words, at, numeric) ??
      offsetDateAt(words, at, past) ??
      monthEdgeAt(words, at) ??
      calendarDateAt(words, at, numeric) ??
      namedDayAt(words, at, past) ??
      weekDateAt(words, at, bare.asked) ??
      whichOneAt(words, at) ??
      alone(words, at, numeric) ??
      bareDayAt(words, at, bare)
    if (next) found.push(next)
    at = next?.to ?? at + 1
  }
  const soonest = found.length === 0 && bare.asked && !past ? soonestDay(words) : undefined
  return soonest ? [soonest] : found
}

/** `улица восьмого марта` is an address. */
function street(words: readonly Word[], at: number): DateItem | undefined {
  if (!isAddressWord(words[at])) return undefined
  for (let to = at + 1; to < Math.min(words.length, at + 4); to++)
    if (monthAt(words, to)) return {...item({kind: 'none'}, at, to + 1), shared: true}
  return undefined
}

const taking = /^(?:нет|ой|точнее|вернее|есть|no|sorry|wait|actually)$/

/** `девяносто девятого нет девяносто восьмого`. */
const isCorrectedYear = (words: readonly Word[], at: number, year: YearReading | undefined): boolean =>
  year !== undefined && year.year % 100 > 31 && taking.test(words[at - 1]?.text ?? '')

const relativeMonths = phrases<number>([
  [0, 'в этом месяце|этого месяца|this month'],
  [1, 'в следующем месяце|следующего месяца|в будущем месяце|next month'],
])

/** A month or a year by itself: it completes a day said elsewhere. */
function alone(words: readonly Word[], at: number, context: {year: number; past: boolean}): DateItem | undefined {
  const relative = phraseAt(relativeMonths, words, at)
  if (relative) return item({kind: 'month', monthOffset: relative.value}, at, relative.to)
  const month = monthAt(words, at)
  // «Марта» is a name and "may" a verb: only "in may" and other months' words speak of a month.
  const doubtful = words[at]!.text === 'may' || words[at]!.text === 'march' || words[at]!.text === 'mar' || words[at]!.text === 'марта'
  if (month && (!doubtful || words[at - 1]?.text === 'in')) {
    const year = yearAt(words, month.to, context)
    return item({kind: 'month', month: month.month, ...(year ? {year: year.year} : {})}, at, year?.to ?? month.to)
  }
  const year = yearAt(words, at, context)
  // `20 25` is a clock time unless something says that it is a year.
  const named = year !== undefined && /^(?:год|г$)/.test(words[year.to - 1]!.text)
  const said = named || words[at - 1]?.text === 'in' || (context.past && !year?.short) || (context.past && isCorrectedYear(words, at, year))
  return year && said ? item({kind: 'year', year: year.year}, at, year.to) : undefined
}
