import type {DateValue} from './calendar/read-date.ts'
import {readMoment} from './moment/read-moment.ts'
import {found} from './moment/found.ts'
import type {Extractor} from './types.ts'

export type {DateValue}

/**
 * Reads a date: `{date: 'YYYY-MM-DD'}`, or the first and last day of a span. Conventions: a bare weekday is the next one after today,
 * `следующий`/"next" the one in the next week from Monday to Sunday, a day without month or year the nearest that is not past.
 * With `context.past` (birth dates) the year has to be said and nothing lies ahead. A day that does not exist is no date.
 */
export const extractDate: Extractor<DateValue> = (utterance, context) => {
  const {words, date} = readMoment(utterance, context, 'date')
  return date && found(words, date)
}
