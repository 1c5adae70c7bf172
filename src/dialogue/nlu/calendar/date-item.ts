/** One thing said about a date, before it is laid on the calendar. Spans are places in the words of the utterance. */
export type DateSense =
  /** A day of a month; `monthOffset` counts from the current month (`пятого числа следующего месяца`). */
  | {
      readonly kind: 'day'
      readonly day: number
      readonly month?: number
      readonly year?: number
      readonly monthOffset?: number
      /** Both orders of day and month are dates (`4/5`). */
      readonly swap?: boolean
      /** Two digits of the year were said; the century was added. */
      readonly shortYear?: boolean
    }
  /** `which` week it lies in; `daysLater` is added to the bare reading ("friday week", "two days after friday"); `orLater`: counted from the coming one perhaps. */
  | {
      readonly kind: 'weekday'
      readonly weekday: number
      readonly which?: Which
      readonly weeks?: number
      readonly daysLater?: number
      readonly orLater?: boolean
    }
  /** `первый понедельник апреля`; `nth` -1 is the last one. Without a month it fixes no day. */
  | {readonly kind: 'nth-weekday'; readonly nth: number; readonly weekday: number; readonly month?: number; readonly monthOffset?: number}
  | {readonly kind: 'weekend'; readonly which?: Which; readonly weeks?: number}
  /** Days from today: `сегодня`, `послезавтра`. */
  | {readonly kind: 'named'; readonly days: number}
  /** `через две недели`; `upTo` is the other end of `две-три`, `either` says that it was `две или три`. */
  | {readonly kind: 'offset'; readonly count: number; readonly unit: OffsetUnit; readonly upTo?: number; readonly either?: boolean}
  /** `на следующей неделе`: says nothing without a weekday. `after`: the one behind the week named before. */
  | {readonly kind: 'week'; readonly weeks: number; readonly after?: boolean}
  | {readonly kind: 'month'; readonly month?: number; readonly monthOffset?: number; readonly year?: number}
  | {readonly kind: 'year'; readonly year: number}
  /** `в следующий`, "the next one": the weekday was said before. */
  | {readonly kind: 'which'; readonly which: Which}
  /** `на следующий день`, "the day after": counted from a day named before. */
  | {readonly kind: 'day-after'}
  /** `последнего числа`, "the last day of march". */
  | {readonly kind: 'month-end'; readonly month?: number; readonly monthOffset?: number}
  /** Clearly about a date, but about none that can be booked: 31 June, last Friday, the end of the month. Its words mean nothing else. */
  | {readonly kind: 'none'}

export type Which = 'this' | 'next' | 'last' | 'coming'
export type OffsetUnit = 'day' | 'week' | 'month' | 'year'

export interface DateItem {
  readonly sense: DateSense
  readonly from: number
  readonly to: number
  /** How sure the grammar is of the words, not of the calendar. */
  readonly confidence: number
  /** Its words also say a part of the day: "tonight", "this morning". */
  readonly shared?: boolean
}

export const item = (sense: DateSense, from: number, to: number, confidence = 0.95): DateItem => ({sense, from, to, confidence})
