/**
 * Calendar arithmetic on plain dates (`YYYY-MM-DD`) by day numbers: no clock, no zone, no `Date`.
 * Day 0 is 1970-01-01. Years 1…9999 of the Gregorian calendar.
 */
export interface YearMonthDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** The date as text, or nothing when there is no such day: 31 June is refused, never rolled over. */
export function plainDate({year, month, day}: YearMonthDay): string | undefined {
  if (!Number.isInteger(year) || year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return undefined
  if (day > daysInMonth(year, month)) return undefined
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`
}

/** Takes `YYYY-MM-DD` apart without checking that the day exists. */
export const dateParts = (date: string): YearMonthDay => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
})

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31

// Howard Hinnant's days_from_civil: years begin in March, so that the leap day is the last of its year.
export function dayNumber(date: string): number {
  const {year: civil, month, day} = dateParts(date)
  const year = month <= 2 ? civil - 1 : civil
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

export function fromDayNumber(days: number): string {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`
}

export const addDays = (date: string, days: number): string => fromDayNumber(dayNumber(date) + days)

/** The same day of a later month; a month that is too short gives its last day. */
export function addMonths(date: string, months: number): string {
  const {year, month, day} = dateParts(date)
  const index = year * 12 + month - 1 + months
  const target = {year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1}
  return plainDate({...target, day: Math.min(day, daysInMonth(target.year, target.month))}) ?? date
}

/** Monday is 1, Sunday 7. */
export const weekdayOf = (date: string): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1

/** The Monday of the week the date is in. */
export const mondayOf = (date: string): string => addDays(date, 1 - weekdayOf(date))

const pad = (value: number): string => String(value).padStart(2, '0')
