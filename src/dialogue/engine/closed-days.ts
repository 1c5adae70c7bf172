import {extractDate} from '../nlu/date.ts'
import {weekdayOf} from '../nlu/plain-date.ts'
import {utterance as toUtterance} from '../nlu/tokens.ts'
import {asksForHours} from './asks-for-hours.ts'
import type {Draft} from './draft.ts'

/** «Тридцать первого декабря работаете?», "are you open on Sunday?": a day on which we are closed, by the flow's own hours and holidays. */
export function asksClosedDay(draft: Draft, question: string): boolean {
  const {scenario} = draft
  if (!asksForHours(question) || (!scenario.hours && scenario.holidays.size === 0)) return false
  const date = dayIn(draft, question)
  if (date === undefined) return false
  return scenario.holidays.has(date) || (scenario.hours !== undefined && !scenario.hours[weekdayOf(date) - 1])
}

/** «На Новый год работаете?», where no holiday is written down: nobody knows. */
export const asksUnknownHoliday = (draft: Draft, question: string): boolean =>
  asksForHours(question) && holiday.test(question.toLowerCase()) && dayIn(draft, question) === undefined

function dayIn({scenario, state, local}: Draft, question: string): string | undefined {
  const found = extractDate(toUtterance(question, state.lang), {now: local, asked: true})
  const {date} = (found?.value ?? {}) as {date?: string}
  if (typeof date === 'string') return date
  // The first of January as it is called.
  if (/нов\S+ год|new year/i.test(question)) return [...scenario.holidays].find((day) => day.endsWith('-01-01'))
  if (/рождеств|christmas/i.test(question)) return [...scenario.holidays].find((day) => /-(?:01-07|12-25)$/.test(day))
  return undefined
}

const holiday = /нов\S+ год|рождеств|праздник|майск|пасх|christmas|thanksgiving|easter|new year|holidays?|independence day/
