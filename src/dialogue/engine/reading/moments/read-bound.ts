import {monthOf} from '../../../nlu/calendar/months.ts'
import {withoutFillers} from '../../../nlu/fillers.ts'
import {addDays, addMonths, dateParts, mondayOf} from '../../../nlu/plain-date.ts'
import {words} from '../../../nlu/tokens.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'
import {asksIn} from '../field-words.ts'
import {claim, push, type Reader} from '../reader.ts'

/** «До конца марта» to "until what day?", «с апреля» to "from what day?": the month's own end or beginning. True when it was that. */
export function readBound(reader: Reader, date: ScenarioField): boolean {
  const text = words(withoutFillers(reader.utterance).utterance.tokens)
  const asks = asksIn(date)
  const day = asksUntil.test(asks) ? lastOf(text, reader) : asksSince.test(asks) ? firstOf(text, reader) : undefined
  if (day === undefined || (date.past && day > reader.now.date)) return false
  const found = {value: {}, from: 0, to: reader.utterance.tokens.length, confidence: 0.8}
  claim(reader, found)
  push(reader, date, found, day, [], reader.utterance.text)
  return true
}

const asksUntil = /оплат|заплат|внес[её]т|погас|до какого|до когда|по какое|по какой|until|till|to what (?:day|date)/i
const asksSince = /с какого|с когда|since|from (?:what|which) (?:day|date)|from when/i

const endOf =
  /^(?:(?:ну|где-то|примерно|until|till|to|up to) )*(?:до |по |the )?(?:самого )?(?:конца|конец|end of(?: the)?) (?:this |этого )?(\S+)(?: месяца)?$/
const beginningOf =
  /^(?:(?:ну|где-то|примерно|хочу|можно|планирую|since|from) )*(?:с |со |the )?(?:(?:самого )?(?:начала|first of|beginning of|start of)(?: the)? )?((?:следующ\S+ |next |нового )?\S+)(?: месяца)?$/

function lastOf(text: string, {now}: Reader): string | undefined {
  const word = endOf.exec(text)?.[1]
  if (word === undefined) return undefined
  if (/^(?:недел|week)/.test(word)) return addDays(mondayOf(now.date), 6)
  if (/^(?:года|year)/.test(word)) return `${now.date.slice(0, 4)}-12-31`
  const first = /^(?:месяца|month)$/.test(word) ? `${now.date.slice(0, 8)}01` : monthFrom(word, now.date)
  return first && addDays(addMonths(first, 1), -1)
}

function firstOf(text: string, {now}: Reader): string | undefined {
  const said = beginningOf.exec(text)?.[1]
  if (said === undefined) return undefined
  if (/^(?:следующ\S+ недел|next week)/.test(said)) return addDays(mondayOf(now.date), 7)
  const thisMonth = `${now.date.slice(0, 8)}01`
  if (/^(?:следующ\S+ месяц|next month)/.test(said)) return addMonths(thisMonth, 1)
  if (/^(?:нового года|next year)/.test(said)) return `${Number(now.date.slice(0, 4)) + 1}-01-01`
  if (/^(?:месяца|month)$/.test(said)) return thisMonth
  return monthFrom(said, now.date)
}

/** The first day of a month: this year's, unless it is over. */
function monthFrom(word: string, today: string): string | undefined {
  const month = monthOf(word)
  if (month === undefined) return undefined
  const {year, month: current} = dateParts(today)
  const isOver = month < current
  return `${isOver ? year + 1 : year}-${String(month).padStart(2, '0')}-01`
}
