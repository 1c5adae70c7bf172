import type {TimeValue} from './clock/read-time.ts'
import {found} from './moment/found.ts'
import {readMoment} from './moment/read-moment.ts'
import type {Extractor} from './types.ts'

export type {TimeValue}
export type {DayPart} from './clock/time-item.ts'

/**
 * Reads a time of day: `{time: 'HH:MM'}`, a span `{from, to}` with either end open, or `{part}` of the day. An hour without its half of
 * the day is placed inside `context.window` (08:00–19:59 unless told); when both halves fit, the other one is in `alts`. Lengths of time
 * ("two hours"), dates and greetings are no times; a bare number is one only when `context.asked`.
 */
export const extractTime: Extractor<TimeValue> = (utterance, context) => {
  const {words, time} = readMoment(utterance, context, 'time')
  return time && found(words, time)
}
