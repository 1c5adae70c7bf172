import type {Field} from '../../../skillbase/schema/field.ts'
import type {Flow} from '../../../skillbase/schema/flow.ts'
import {clockRange, compileHours} from './hours.ts'

/** A date in the past that belongs to a person: its year has to be said. Any other («когда потеряли?») is the nearest day that is over. */
export const isBirthDate = (id: string, {past, ask, description}: Field): boolean =>
  past === true && (birth.test(`${id} ${JSON.stringify(ask ?? '')} ${description ?? ''}`) || ask === undefined)

const birth = /рожд|родил|возраст|birth|born|\bdob\b/i

/** Whether a day or an hour is one at which somebody comes to us, or we to them; nobody departs, pays or marries in our opening hours. */
export function isVisit(id: string, {type, past, ask, window}: Field, flow: Flow): boolean {
  if (past || ownEvent.test(`${id} ${JSON.stringify(ask ?? '')}`)) return false
  if (type !== 'time' || window === undefined) return true
  // Hours offered beyond the opening hours are none of them.
  const {from, to} = clockRange(window)
  const open = (compileHours(flow.hours) ?? []).filter((day) => day !== undefined)
  return open.length === 0 || (from >= Math.min(...open.map((day) => day.from)) && to <= Math.max(...open.map((day) => day.to)))
}

const ownEvent =
  /вылет|вылета|отправл|отъезд|выезжа|заезд|выезд|прибы|рейс|поезд[аке]?\b|оплат|заплат|платеж|внес[её]т|погас|свадьб|праздник|мероприят|торжеств|юбиле|банкет|depart|flight|fly|arriv|check.?in|check.?out|travel|pay|payment|wedding|event|party/i
