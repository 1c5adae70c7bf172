import type {Clock} from './clock.ts'

/** The parts of a day a caller may settle for. `any`: whenever it suits. */
export type DayPart = 'morning' | 'afternoon' | 'evening' | 'night' | 'any'

export type Role = 'at' | 'from' | 'to'

/** One thing said about the time of day, before it is known which half of the day is meant. */
export type TimeSense =
  /** `upTo` is the other end of "two or three o'clock". */
  | {readonly kind: 'clock'; readonly clock: Clock; readonly role: Role; readonly upTo?: Clock}
  | {readonly kind: 'range'; readonly from: Clock; readonly to: Clock}
  | {readonly kind: 'part'; readonly part: DayPart}
  /** Minutes from now: `через час`; `within` is a span that begins now (`в течение часа`); `either`: `через час или два`, not `час-два`. */
  | {readonly kind: 'relative'; readonly minutes: number; readonly within?: boolean; readonly upTo?: number; readonly either?: boolean}
  /** Clearly about time, but about no time of day: `полчаса`, `два часа назад`. */
  | {readonly kind: 'none'}

export interface TimeItem {
  readonly sense: TimeSense
  /** With the preposition. */
  readonly from: number
  readonly to: number
  readonly confidence: number
  /** Numbers without any cue: a time only because one was asked for. */
  readonly bare?: boolean
  /** A part of it replaces what was said first. */
  readonly corrected?: boolean
}
