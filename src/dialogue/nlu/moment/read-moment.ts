import type {DateItem} from '../calendar/date-item.ts'
import {isLeft} from '../calendar/left-day.ts'
import {readDate, type DateValue} from '../calendar/read-date.ts'
import {scanDates} from '../calendar/scan-dates.ts'
import {readTime, type TimeChoice} from '../clock/read-time.ts'
import {idiomSpans, scanTimes} from '../clock/scan-times.ts'
import type {TimeItem} from '../clock/time-item.ts'
import type {ExtractContext, Utterance} from '../types.ts'
import type {Choice} from './candidates.ts'
import {asksForHours} from './opening-hours.ts'
import {momentWords, type Word} from './words.ts'

export interface Moment {
  readonly words: readonly Word[]
  readonly date: Choice<DateValue> | undefined
  readonly time: TimeChoice | undefined
}

/** What is wanted of an utterance decides how its bare numbers are read: "25" answers "which day", "10 30" answers "what time". */
export type Wanted = 'date' | 'time' | 'both'

/**
 * Reads date and time together, so that no word counts twice: `двадцать минут шестого` holds no sixth, `двадцать пятого в пять` no 25 past
 * anything. A question about opening hours names neither.
 */
export function readMoment(utterance: Utterance, context: ExtractContext, wanted: Wanted): Moment {
  const words = momentWords(utterance)
  if (words.length === 0 || asksForHours(words)) return {words, date: undefined, time: undefined}
  const idioms = idiomSpans(words)
  const asked = context.asked === true
  const dates = scanDates(masked(words, idioms), utterance.lang, {...context, asked: asked && wanted === 'date'})
  const dated = words.map(() => false)
  for (const {from, to, shared} of dates) if (!shared) dated.fill(true, from, to)
  const times = wanted === 'date' ? [] : scanTimes(masked(words, dated), {asked, dated: (at) => dated[at] === true})
  return {words, date: readDate(words, dates, context), time: readTime(words, withoutLeft(words, times, dates), context)}
}

/** Of `с пятницы в три на субботу в пять` the hour of the day that is left goes with it. */
function withoutLeft(words: readonly Word[], times: readonly TimeItem[], dates: readonly DateItem[]): readonly TimeItem[] {
  const target = dates.find((date, index) => index > 0 && isLeft(words, dates[index - 1]!, date))
  return target && times.some(({from}) => from > target.from) ? times.filter(({from}) => from > target.from) : times
}

/** The words with those that are spoken for put out of reach of every grammar. */
const masked = (words: readonly Word[], taken: readonly boolean[]): Word[] =>
  words.map((word, index) => (taken[index] ? {...word, text: '\0', num: undefined, joined: false} : word))
