import type {Field} from '../../../skillbase/schema/field.ts'
import type {Flow} from '../../../skillbase/schema/flow.ts'
import {clockRange, compileHours} from './hours.ts'
import type {Scenario, ScenarioField} from './scenario.ts'

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

const asksForEnd =
  /до какого|по какое|по какой|до скольки (?:чис|дн)|когда (?:\S+ )?(?:выезд|выезжа|верн[её]те|верн[уё]ть|возвращ|привез[её]те обратно|сдадите|сда[её]те|забер|закончи|съед)|день (?:выезда|возврата)|дата (?:выезда|возврата|окончания)|until|check(?:ing)?[- ]?out|return(?:ing)?|bring(?:ing)? (?:it |them |the \S+ )?back|give (?:it |them )?back|pick(?:ing)? (?:him|her|them|your \S+) up|last (?:day|night)|leav(?:e|ing)|end date|to what date/i

/** «До какого числа?», "when do you check out?": the end of what another date begins. */
export const isEnd = ({type, isBirth, past, askLine}: ScenarioField): boolean =>
  type === 'date' && !isBirth && !past && [...askLine.ru, ...askLine.en].some(({source}) => asksForEnd.test(source))

/** The field before it that holds its first day. */
export const startField = ({fields}: Pick<Scenario, 'fields'>, end: ScenarioField): ScenarioField | undefined =>
  isEnd(end)
    ? [...fields.values()].findLast(
        (field) => field.type === 'date' && !field.isBirth && !field.past && field.id !== end.id && !isEnd(field),
      )
    : undefined
