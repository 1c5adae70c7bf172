/** What places an hour in the day: `утра`, `дня`, `вечера`, `ночи`, "am", "pm". */
export type Half = 'am' | 'pm' | 'morning' | 'day' | 'evening' | 'night'

/** A time as it was said, before it is known which half of the day is meant. */
export interface Clock {
  /** 0…24 */
  readonly hour: number
  readonly minute: number
  readonly half?: Half
  /** Said so that it cannot be twelve hours off: `полдень`, "midnight". */
  readonly exact?: boolean
}

export interface ClockReading {
  readonly clock: Clock
  readonly to: number
  /** Means a time of day in any sentence: `без десяти шесть`, `16:20`, "five pm". Others need a cue in front. */
  readonly strong: boolean
  /** `пять часов`: may also be how long something takes. */
  readonly hours?: boolean
  /** Hour and minutes were said. */
  readonly minutes?: boolean
  /** `три дня` may also be three days. */
  readonly days?: boolean
  /** Counted down to the coming hour: "quarter to twelve". */
  readonly before?: boolean
  /** Written with a dot: may also be a date. */
  readonly dotted?: boolean
}

/** The time a clock says, in minutes since midnight, with `half` taken at its word; `undefined` when they do not go together. */
export function minutesIn(clock: Clock, half: Half | undefined): number | undefined {
  const {hour, minute} = clock
  if (hour > 12 || hour === 0 || clock.exact) return ((hour % 24) * 60 + minute) % 1440
  if (half === undefined) return undefined
  const later = laterHalf(hour, half)
  return later === undefined ? undefined : (hour % 12) * 60 + minute + (later ? 720 : 0)
}

/** Whether an hour 1…12 of that part of the day lies in the second half; `undefined` where nobody says so (`два вечера`). */
function laterHalf(hour: number, half: Half): boolean | undefined {
  switch (half) {
    case 'am':
      return false
    case 'pm':
      return true
    case 'morning':
      return hour === 12 ? undefined : false
    case 'day':
      return hour === 12 || hour < 8
    case 'evening':
      return hour === 12 ? false : hour < 3 ? undefined : true
    case 'night':
      return hour !== 12 && hour > 6
  }
}
