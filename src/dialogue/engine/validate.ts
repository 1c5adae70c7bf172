import {addDays, weekdayOf} from '../nlu/plain-date.ts'
import type {LocalDateTime} from '../nlu/types.ts'
import type {Value} from './command.ts'
import {
  afterMidnight,
  clock,
  type ClockRange,
  common,
  type DayHours,
  isRoundTheClock,
  minutes,
  reaches,
  wholeDay,
} from './scenario/hours.ts'
import {startField} from './scenario/moment-kind.ts'
import type {Scenario, ScenarioField} from './scenario/scenario.ts'
import type {RejectReason} from './state.ts'

export interface Verdict {
  readonly reason: RejectReason
  /** What would be allowed, for the line that says so: `09:00-21:00`, `2026-05-10`. */
  readonly allowed?: string
}

/** Other accepted values, for rules across fields: a time today must not have passed. */
export type Others = Readonly<Record<string, Value>>

/** Why a value cannot be taken, or nothing when it can. Deterministic: the model never gets past this. */
export function refuse(scenario: Scenario, field: ScenarioField, value: Value, now: LocalDateTime, others: Others): Verdict | undefined {
  switch (field.type) {
    case 'date':
      return refuseDate(scenario, field, String(value), now, others) ?? endsTooEarly(scenario, field, String(value), others)
    case 'time':
      return refuseTime(scenario, field, String(value), now, others)
    case 'number':
      return refuseNumber(field, Number(value))
    case 'enum':
      return field.choices.some((choice) => choice.id === value) ? undefined : {reason: 'invalid'}
    case 'text':
      return refuseText(field, String(value))
    case 'phone':
      return /^\+[1-9]\d{6,14}$/.test(String(value)) ? undefined : {reason: 'invalid'}
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(String(value)) ? undefined : {reason: 'invalid'}
    case 'yesno':
      return typeof value === 'boolean' ? undefined : {reason: 'invalid'}
    case 'person_name':
    case 'address':
      return String(value).trim() === '' ? {reason: 'invalid'} : undefined
  }
}

function refuseDate(scenario: Scenario, field: ScenarioField, date: string, now: LocalDateTime, others: Others): Verdict | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return {reason: 'invalid'}
  if (field.past) {
    const first = field.min === undefined ? date : dateLimit(field.min, now.date)
    return date > now.date ? {reason: 'not_past'} : date < first ? {reason: 'too_long_ago', allowed: first} : undefined
  }
  const min = field.min === undefined ? now.date : dateLimit(field.min, now.date)
  const max = field.max === undefined ? undefined : dateLimit(field.max, now.date)
  if (date < min) return date < now.date ? {reason: 'past_date'} : {reason: 'too_early', allowed: min}
  // «Пятого марта» in April was meant for the past March, not for the next.
  if (max !== undefined && date > max) return isLastYears(date, now.date) ? {reason: 'past_date'} : {reason: 'too_far', allowed: max}
  if (!field.isWithinHours) return undefined
  return isOpenDay(scenario, date, others) ? undefined : {reason: 'closed_day'}
}

/** A day is open too when the hours of the evening before reach into it, for whoever may come at one in the morning. */
function isOpenDay(scenario: Scenario, date: string, others: Others): boolean {
  if (scenario.hours ? hoursOf(scenario, date) : !scenario.holidays.has(date)) return true
  const early = afterMidnight(hoursOf(scenario, addDays(date, -1)))
  const times = [...scenario.fields.values()].filter(({type, isWithinHours}) => type === 'time' && isWithinHours)
  return early !== undefined && times.some(({id}) => others[id] === undefined || minutes(String(others[id])) < early.to)
}

/** The hours that begin on a date; none on holidays. */
const hoursOf = ({hours, holidays}: Scenario, date: string): DayHours => (holidays.has(date) ? undefined : hours?.[weekdayOf(date) - 1])

/** Nobody leaves before they have come. */
function endsTooEarly(scenario: Scenario, field: ScenarioField, date: string, others: Others): Verdict | undefined {
  const start = startField(scenario, field)
  const first = start && others[start.id]
  return typeof first === 'string' && date < first ? {reason: 'too_early', allowed: first} : undefined
}

const isLastYears = (date: string, today: string): boolean => {
  const before = `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`
  return before < today && before > addDays(today, -92)
}

/** `today`, `tomorrow`, `+60d`, `-1d`, or a date. In YAML `+60` is the number 60: so many days from today, too. */
export function dateLimit(limit: string | number, today: string): string {
  const text = String(limit)
  if (text === 'today') return today
  if (text === 'tomorrow') return addDays(today, 1)
  const relative = /^([+-]?\d+)d?$/.exec(text)
  return relative ? addDays(today, Number(relative[1])) : text
}

function refuseTime(scenario: Scenario, field: ScenarioField, time: string, now: LocalDateTime, others: Others): Verdict | undefined {
  if (!/^\d{2}:\d{2}$/.test(time)) return {reason: 'invalid'}
  const at = minutes(time)
  const date = dateOf(scenario, field, others)
  const open = field.isWithinHours ? openHours(scenario, date) : []
  // At closing time nobody can be served any more; the last hour a field offers is one of those it offers.
  const isShut = open.length > 0 && !open.some(({from, to}) => at >= from && at < to)
  const window = field.timeWindow
  const isOutside = window !== undefined && !reaches(window, at)
  const isClosing = window !== undefined && open.length === 0 && field.isWithinHours && at === window.to % wholeDay && at !== window.from
  if (isShut || isOutside || isClosing) {
    const hours = openHoursWithin(scenario, field, date)
    const allowed = hours && (isOutside ? hours : untilMidnight(hours, at))
    return {reason: isOutside ? 'out_of_window' : 'closed_hour', ...(allowed && {allowed: `${clock(allowed.from)}-${clock(allowed.to)}`})}
  }
  if (date === now.date && at <= now.minutes) return {reason: 'past_time'}
  return undefined
}

/** When a date is open, in hours of its own; of the widest day while it is not known. Nothing without opening hours, or on a closed day. */
function openHours(scenario: Scenario, date: string | undefined): ClockRange[] {
  const begun = date === undefined ? widestDay(scenario) : hoursOf(scenario, date)
  const before = date === undefined ? begun : hoursOf(scenario, addDays(date, -1))
  return [begun, afterMidnight(before)].filter((hours) => hours !== undefined)
}

/** One in the morning of a day belongs to the evening before: whoever was refused it must not hear that the day is open until two. */
const untilMidnight = (hours: ClockRange, at: number): ClockRange =>
  at + wholeDay < hours.to && hours.from < wholeDay ? {...hours, to: wholeDay} : hours

/**
 * The hours in which a time may lie: the opening hours of the day (of the widest day while the day is open) within the field's own window.
 * Hours over midnight end before they begin.
 */
export function openWindow(scenario: Scenario, field: ScenarioField, date: string | undefined): DayHours {
  const hours = openHoursWithin(scenario, field, date)
  if (!hours || hours.to <= wholeDay) return hours
  return isRoundTheClock(hours) ? {from: 0, to: wholeDay} : {from: hours.from % wholeDay, to: hours.to - wholeDay}
}

function openHoursWithin(scenario: Scenario, field: ScenarioField, date: string | undefined): DayHours {
  const day = field.isWithinHours ? openHours(scenario, date)[0] : undefined
  const window = field.timeWindow
  return day && window ? (common(day, window) ?? window) : (day ?? window)
}

function widestDay({hours}: Scenario): DayHours {
  const open = hours?.filter((day) => day !== undefined) ?? []
  return open.length === 0 ? undefined : {from: Math.min(...open.map((day) => day.from)), to: Math.max(...open.map((day) => day.to))}
}

/** The date a time belongs to: the only one that lies ahead, or that is known, or else the one that is asked for with the time. */
function dateOf(scenario: Scenario, time: ScenarioField, others: Others): string | undefined {
  const dates = [...scenario.fields.values()].filter((field) => field.type === 'date' && !field.past)
  const known = dates.length > 1 ? dates.filter(({id}) => others[id] !== undefined) : dates
  const collects = [...scenario.states.values()].map(({collect}) => collect).filter((ids) => ids.includes(time.id))
  const beside = known.length > 1 ? known.filter(({id}) => collects.some((ids) => ids.includes(id))) : known
  const value = beside.length === 1 ? others[beside[0]!.id] : undefined
  return value === undefined ? undefined : String(value)
}

function refuseNumber(field: ScenarioField, value: number): Verdict | undefined {
  if (!Number.isFinite(value)) return {reason: 'invalid'}
  if (typeof field.min === 'number' && value < field.min) return {reason: 'too_small', allowed: String(field.min)}
  if (typeof field.max === 'number' && value > field.max) return {reason: 'too_big', allowed: String(field.max)}
  return undefined
}

function refuseText(field: ScenarioField, value: string): Verdict | undefined {
  if (value.trim() === '') return {reason: 'invalid'}
  if (field.min_len !== undefined && value.length < field.min_len) return {reason: 'too_short'}
  if (field.max_len !== undefined && value.length > field.max_len) return {reason: 'too_long'}
  return undefined
}
