import {linkBetween} from '../moment/candidates.ts'
import {isRefused} from '../moment/refusal.ts'
import type {Word} from '../moment/words.ts'
import {minutesIn, type Clock} from './clock.ts'
import type {TimeItem, TimeSense} from './time-item.ts'

type ClockSense = TimeSense & {readonly kind: 'clock'}

/** Joins what complete each other: a correction keeps its half of the day, two bounds make a span. */
export function combineTimes(words: readonly Word[], items: readonly TimeItem[]): TimeItem[] {
  const result: TimeItem[] = []
  for (const item of items) {
    const before = result.at(-1)
    const joined = before && item.sense.kind === 'clock' ? joinedWith(words, before, item, item.sense) : undefined
    if (before && isLeft(words, before, item)) result[result.length - 1] = {...item, from: before.from, corrected: true}
    else if (joined) result[result.length - 1] = joined
    else result.push(before && item.sense.kind === 'clock' ? withHalf(words, before, item, item.sense) : item)
  }
  return result
}

/** `с четырех передвиньте на шесть`: the hour an appointment is moved away from. */
const isLeft = (words: readonly Word[], before: TimeItem, item: TimeItem): boolean =>
  before.sense.kind === 'clock' &&
  before.sense.role === 'from' &&
  /^(?:с|со)$/.test(words[before.from]!.text) &&
  words[item.from]!.text === 'на' &&
  item.from - before.to <= 5

function joinedWith(words: readonly Word[], before: TimeItem, item: TimeItem, clock: ClockSense): TimeItem | undefined {
  const first = before.sense
  const {role} = clock
  if (role === 'at') return undefined
  // «С пяти до шести ой до семи»: only one end is taken back.
  if (first.kind === 'range' && linkBetween(words, before, item) === 'corrects')
    return {...item, sense: {...first, [role]: clock.clock}, from: before.from, corrected: true}
  // «После трех но до пяти».
  if (first.kind !== 'clock' || first.role === 'at' || first.role === role) return undefined
  const link = linkBetween(words, before, item)
  if (link !== 'unsaid' && link !== 'and') return undefined
  const [from, to] = first.role === 'from' ? [first.clock, clock.clock] : [clock.clock, first.clock]
  return {...item, sense: {kind: 'range', from, to}, from: before.from}
}

/** `в девять вечера нет в десять`: the correction keeps the evening. */
function withHalf(words: readonly Word[], before: TimeItem, item: TimeItem, sense: ClockSense): TimeItem {
  const half = before.sense.kind === 'clock' ? before.sense.clock.half : undefined
  if (!half || sense.clock.half !== undefined || sense.clock.exact) return item
  const clock: Clock = {...sense.clock, half}
  const corrects = linkBetween(words, before, item) === 'corrects' || isRefused(words, before)
  return corrects && minutesIn(clock, half) !== undefined ? {...item, sense: {...sense, clock}} : item
}
