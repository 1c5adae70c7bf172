import {extractDate} from '../../../nlu/date.ts'
import {numeral, readNumber} from '../../../nlu/numerals.ts'
import {addDays} from '../../../nlu/plain-date.ts'
import {words} from '../../../nlu/tokens.ts'
import type {ExtractContext, Utterance} from '../../../nlu/types.ts'
import {startField} from '../../scenario/moment-kind.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'
import {contextOf, type Reader} from '../reader.ts'

/** The date field that ends what this one begins. */
export const endField = (reader: Reader, start: ScenarioField): ScenarioField | undefined =>
  [...reader.scenario.fields.values()].find((field) => startField(reader.scenario, field)?.id === start.id)

interface LastDay {
  readonly date: string
  readonly from: number
  readonly to: number
}

/** The last day of a stay whose first is known: «до двадцатого», «на четыре дня», and «в пятницу» counted from the first. */
export function lastDay(reader: Reader, end: ScenarioField): LastDay | undefined {
  const start = startField(reader.scenario, end)
  const first = start && reader.state.fields[start.id]!.value
  if (typeof first !== 'string') return undefined
  const {utterance, now} = reader
  if (nextDay.test(words(utterance.tokens))) return {date: addDays(first, 1), from: 0, to: utterance.tokens.length}
  if (sameDay.test(words(utterance.tokens))) return {date: first, from: 0, to: utterance.tokens.length}
  const length = lengthIn(utterance)
  if (length) return {date: addDays(first, length.days), from: length.from, to: length.to}
  const context = contextOf(reader, end, true)
  const fromToday = dayOf(extractDate(utterance, context)?.value)
  const found = extractDate(utterance, {...context, now: first > now.date ? {...now, date: first} : now})
  const fromFirst = dayOf(found?.value)
  // «Восемнадцатого марта», after the twentieth was told for the arrival, is a slip; nobody stays a year for it.
  const isSlip = fromToday !== undefined && fromFirst?.slice(5) === fromToday.slice(5)
  const date = fromToday !== undefined && (fromToday > first || isSlip) ? fromToday : fromFirst
  return found && date !== undefined ? {date, from: found.from, to: found.to} : undefined
}

const sameDay = /^(?:(?:ну|в|на|the|on|that) )*(?:тот же|этот же|тем же|same)(?: самый)? (?:день|дн[её]м|day)(?: вечером)?$/
const nextDay = /^(?:(?:ну|уже|а|утром|на|в|the|on) )*(?:следующий|другой|next|following) (?:же )?(?:день|day)(?: утром)?$/

/** «Двадцатого марта, выезд двадцать третьего»: the second day is told by its own word. */
export function bothEnds(utterance: Utterance, context: ExtractContext): readonly [string, string] | undefined {
  const at = utterance.tokens.findIndex(({text}) => leaving.test(text))
  if (at < 1) return undefined
  const first = dayOf(extractDate({...utterance, tokens: utterance.tokens.slice(0, at)}, context)?.value)
  if (first === undefined) return undefined
  const today = first > context.now.date ? {...context.now, date: first} : context.now
  const last = dayOf(extractDate({...utterance, tokens: utterance.tokens.slice(at + 1)}, {...context, now: today})?.value)
  return last === undefined ? undefined : [first, last]
}

const leaving =
  /^(?:выезд|выезжаем|выезжаю|отъезд|уезжаем|уезжаю|съезжаем|обратно|возврат|возвращаю|возвращаем|вернем|верну|leaving|departing|departure|checkout|returning|return)$/

function dayOf(value: object | undefined): string | undefined {
  const {date, to} = (value ?? {}) as {date?: unknown; to?: unknown}
  return typeof date === 'string' ? date : typeof to === 'string' ? to : undefined
}

/** «На четыре дня», «на неделю», "for three nights", "a week later". */
function lengthIn({tokens, lang}: Utterance): {readonly days: number; readonly from: number; readonly to: number} | undefined {
  const at = tokens.findIndex(({text}) => unit.test(text))
  if (at === -1) return undefined
  const size = /^(?:недел|week)/.test(tokens[at]!.text) ? 7 : 1
  let from = at
  while (from > 0 && numeral(tokens[from - 1], lang) !== undefined) from--
  const count = from < at ? readNumber(tokens, from, lang) : undefined
  const lead = tokens[from - 1]?.text ?? ''
  const isSpan =
    /^(?:на|for|через|after|a|ещё|еще)$/.test(lead) ||
    /^(?:later|after|спустя|позже)$/.test(tokens[at + 1]?.text ?? '') ||
    (from === 0 && tokens.length <= 2)
  if (!isSpan || count?.ordinal || (from < at && count?.to !== at)) return undefined
  // «День» alone is no length, «на день» is.
  return {days: (count?.value ?? 1) * size, from: from - (lead === '' ? 0 : 1), to: at + 1}
}

const unit = /^(?:день|дня|дней|ден[её]к|сутки|суток|ночь|ночи|ночей|недел[юияь]|недельк[уи]|days?|nights?|weeks?)$/
