import {addDays, addMonths, dateParts, daysInMonth, mondayOf, plainDate, weekdayOf} from '../plain-date.ts'
import type {DateSense} from './date-item.ts'

/** A date on the calendar, the other readings it has, and a factor for the confidence. */
export interface ResolvedDate {
  readonly date: string
  readonly alts: readonly string[]
  readonly certainty: number
}

export interface CalendarContext {
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly past: boolean
}

/** Lays what was said on the calendar; nothing when there is no such day, or when it fixes no day. */
export function resolveDate(sense: DateSense, context: CalendarContext): ResolvedDate | undefined {
  const resolved = read(sense, context)
  return resolved && context.past && resolved.date > context.today ? undefined : resolved
}

function read(sense: DateSense, context: CalendarContext): ResolvedDate | undefined {
  const {today} = context
  switch (sense.kind) {
    case 'named':
      return sure(addDays(today, sense.days))
    case 'offset': {
      const alts = sense.upTo === undefined ? [] : [moved(today, sense.upTo, sense.unit)]
      return {date: moved(today, sense.count, sense.unit), alts, certainty: 1}
    }
    case 'weekday':
      return weekdayDate(sense, context)
    case 'nth-weekday':
      return nthWeekday(sense, context)
    case 'weekend': {
      const saturday = weekdayDate({kind: 'weekday', weekday: 6, which: sense.which ?? 'this', ...weeksOf(sense)}, context)
      return saturday && {...saturday, alts: [addDays(saturday.date, 1)]}
    }
    case 'day':
      return dayDate(sense, context)
    case 'month-end':
      return sure(monthEnd(sense, today))
    case 'which':
    case 'day-after':
    case 'week':
    case 'month':
    case 'year':
    case 'none':
      return undefined
  }
}

const sure = (date: string | undefined): ResolvedDate | undefined => (date === undefined ? undefined : {date, alts: [], certainty: 1})

const weeksOf = ({weeks}: {weeks?: number}) => (weeks === undefined ? {} : {weeks})

function moved(today: string, count: number, unit: 'day' | 'week' | 'month' | 'year'): string {
  if (unit === 'day') return addDays(today, count)
  if (unit === 'week') return addDays(today, count * 7)
  return addMonths(today, unit === 'month' ? count : count * 12)
}

function weekdayDate(sense: DateSense & {kind: 'weekday'}, {today, past}: CalendarContext): ResolvedDate | undefined {
  const inWeek = (weeks: number) => addDays(mondayOf(today), weeks * 7 + sense.weekday - 1)
  const coming = addDays(today, ((sense.weekday - weekdayOf(today) + 6) % 7) + 1)
  const previous = addDays(today, -((weekdayOf(today) - sense.weekday + 6) % 7) - 1)
  // «В этот понедельник» said on a Wednesday can only mean the coming one.
  const thisWeek = inWeek(0) >= today ? sure(inWeek(0)) : {date: coming, alts: [], certainty: 0.7}
  if (sense.weeks === 0) return thisWeek
  if (sense.weeks !== undefined) {
    const after = addDays(coming, sense.weeks * 7)
    return {date: inWeek(sense.weeks), alts: sense.orLater && after !== inWeek(sense.weeks) ? [after] : [], certainty: 1}
  }
  if (sense.daysLater !== undefined) return sure(addDays(coming, sense.daysLater))
  if (past) return sense.which === 'last' ? sure(inWeek(-1)) : sense.which ? undefined : sure(previous)
  switch (sense.which) {
    case 'last':
      return undefined
    case 'next':
      return sure(inWeek(1))
    case 'this':
      return thisWeek
    case 'coming':
    case undefined:
      return sure(coming)
  }
}

/** The last day of a month that is counted from this one, or of the nearest one of that name that is not over. */
function monthEnd({month, monthOffset = 0}: DateSense & {kind: 'month-end'}, today: string): string | undefined {
  const now = dateParts(today)
  const last = (index: number) => {
    const named = {year: Math.floor(index / 12), month: (index % 12) + 1}
    return plainDate({...named, day: daysInMonth(named.year, named.month)})
  }
  if (month === undefined) return last(now.year * 12 + now.month - 1 + monthOffset)
  return nearest(today, 2, (step) => last((now.year + step) * 12 + month - 1))
}

function nthWeekday(sense: DateSense & {kind: 'nth-weekday'}, {today}: CalendarContext): ResolvedDate | undefined {
  const now = dateParts(today)
  const inMonth = (index: number): string | undefined => {
    const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
    const first = plainDate({year, month, day: 1})!
    const earliest = ((sense.weekday - weekdayOf(first) + 7) % 7) + 1
    const length = daysInMonth(year, month)
    const day = sense.nth > 0 ? earliest + (sense.nth - 1) * 7 : earliest + Math.floor((length - earliest) / 7) * 7
    return plainDate({year, month, day})
  }
  const current = now.year * 12 + now.month - 1
  if (sense.monthOffset !== undefined) return sure(inMonth(current + sense.monthOffset))
  return sure(nearest(today, 3, (step) => inMonth((now.year + step) * 12 + sense.month! - 1)))
}

/** A day without a year is the nearest one that is not past. A birth date has to name its year. */
function dayDate(sense: DateSense & {kind: 'day'}, context: CalendarContext): ResolvedDate | undefined {
  const {today, past} = context
  const now = dateParts(today)
  const {day} = sense
  if (sense.monthOffset !== undefined) {
    const index = now.year * 12 + now.month - 1 + sense.monthOffset
    return sure(plainDate({year: Math.floor(index / 12), month: (index % 12) + 1, day}))
  }
  if (sense.month === undefined) return past ? undefined : sure(nearest(today, 12, (step) => monthStep(now, step, day)))
  const fixed = (month: number, dayOfMonth: number): string | undefined =>
    sense.year === undefined
      ? past
        ? undefined
        : nearest(today, 9, (step) => plainDate({year: now.year + step, month, day: dayOfMonth}))
      : inCentury(sense, context, plainDate({year: sense.year, month, day: dayOfMonth}), {month, day: dayOfMonth})
  const date = fixed(sense.month, day)
  if (date === undefined) return undefined
  const swapped = sense.swap ? fixed(day, sense.month) : undefined
  return {date, alts: swapped === undefined ? [] : [swapped], certainty: 1}
}

/** `октября двадцать шестого года` of somebody born: a century earlier where this one's lies ahead. */
function inCentury(
  sense: DateSense & {kind: 'day'},
  {today, past}: CalendarContext,
  date: string | undefined,
  day: {month: number; day: number},
) {
  return past && sense.shortYear && date !== undefined && date > today ? plainDate({year: sense.year! - 100, ...day}) : date
}

const monthStep = (now: {year: number; month: number}, step: number, day: number): string | undefined => {
  const index = now.year * 12 + now.month - 1 + step
  return plainDate({year: Math.floor(index / 12), month: (index % 12) + 1, day})
}

function nearest(today: string, steps: number, at: (step: number) => string | undefined): string | undefined {
  for (let step = 0; step < steps; step++) {
    const date = at(step)
    if (date !== undefined && date >= today) return date
  }
  return undefined
}
