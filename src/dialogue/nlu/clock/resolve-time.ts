import {minutesIn, type Clock, type Half} from './clock.ts'
import type {DayPart, Role} from './time-item.ts'

export interface OpeningHours {
  /** Minutes since midnight, both included. */
  readonly from: number
  readonly to: number
}

/** Where an hour without its half of the day is placed: from eight in the morning to just before eight in the evening. */
export const defaultWindow: OpeningHours = {from: 480, to: 1199}

export interface ResolvedTime {
  /** Minutes since midnight. */
  readonly minutes: number
  /** The reading twelve hours away, when the window leaves both open. */
  readonly other?: number
}

/** Finds the half of the day: what was said with the hour, then the part of the day said elsewhere, then the window. */
export function resolveClock(clock: Clock, window: OpeningHours, role: Role, part?: DayPart): ResolvedTime | undefined {
  const said = minutesIn(clock, clock.half)
  if (said !== undefined) return {minutes: said}
  if (clock.half) return undefined
  const placed = part ? minutesIn(clock, halfOf(clock, part)) : undefined
  if (placed !== undefined) return {minutes: placed}
  const readings = bothHalves(clock)
  const fitting = readings.filter((minutes) => within(minutes, window, role))
  const usual = readings.find((minutes) => within(minutes, defaultWindow, role))!
  if (fitting.length === 1) return {minutes: fitting[0]!}
  return fitting.length === 2 ? {minutes: usual, other: fitting.find((minutes) => minutes !== usual)!} : {minutes: usual}
}

/** An end lies after its beginning: `с шести до восьми` is 18 to 20 o'clock, `с девяти утра до шести` 9 to 18. */
export function resolveRange(from: Clock, to: Clock, window: OpeningHours, part?: DayPart): {from: number; to: number} | undefined {
  const end = minutesIn(to, to.half)
  const start = minutesIn(from, from.half)
  if ((to.half && end === undefined) || (from.half && start === undefined)) return undefined
  if (start === undefined && end !== undefined) {
    // «С шести до восьми вечера»: the half said at the end holds for the beginning too, as far as it fits.
    const before = bothHalves(from).filter((minutes) => minutes < end)
    if (before.length > 0) return {from: Math.max(...before), to: end}
  }
  const first = start ?? resolveClock(from, window, 'from', part)?.minutes
  if (first === undefined) return undefined
  if (end !== undefined) return {from: first, to: end}
  const after = bothHalves(to).filter((minutes) => minutes > first)
  if (after.length > 0) return {from: first, to: Math.min(...after)}
  // Over midnight only when the evening was said or midnight itself is the end.
  const overnight = bothHalves(to)[0]!
  return start !== undefined || overnight === 0 ? {from: first, to: overnight} : undefined
}

function bothHalves({hour, minute}: Clock): readonly number[] {
  if (hour === 0 || hour > 12) return [((hour % 24) * 60 + minute) % 1440]
  const morning = (hour % 12) * 60 + minute
  return [morning, morning + 720]
}

/** Nothing can end when the window opens: `до восьми` is the evening. */
const within = (minutes: number, window: OpeningHours, role: Role): boolean =>
  role === 'to' ? isBetween(minutes, window.from + 1, window.to + 1) : isBetween(minutes, window.from, window.to)

/** Opening hours may run over midnight. */
const isBetween = (minutes: number, from: number, to: number): boolean =>
  from <= to ? minutes >= from && minutes <= to : minutes >= from || minutes <= to

/** The half an hour is in when only the part of the day is known: `утром в девять`; nothing where they do not go together. */
function halfOf({hour}: Clock, part: DayPart): Half | undefined {
  switch (part) {
    case 'morning':
      return hour >= 4 && hour < 12 ? 'am' : hour === 12 ? 'pm' : undefined
    case 'afternoon':
      return hour === 12 || hour < 8 ? 'pm' : hour >= 10 ? 'am' : undefined
    case 'evening':
      return hour >= 3 && hour < 12 ? 'pm' : hour === 12 ? 'am' : undefined
    case 'night':
      return 'night'
    case 'any':
      return undefined
  }
}
