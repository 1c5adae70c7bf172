import {monthOf} from '../../../nlu/calendar/months.ts'
import {numeral} from '../../../nlu/numerals.ts'
import {addDays, dateParts} from '../../../nlu/plain-date.ts'
import {tokenize, words} from '../../../nlu/tokens.ts'
import type {Utterance} from '../../../nlu/types.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'
import type {Reader} from '../reader.ts'

/** «На день позже», «на неделю раньше», "two days later", of a day that is known. */
export function dayShiftOf({tokens, lang}: Utterance): {readonly days: number; readonly from: number; readonly to: number} | undefined {
  const next = /^(?:(?:ну|тогда|давайте|а|можно|ладно) )*(?:на |в )?(?:следующий|другой|the next|next|the following) (?:день|day)$/.test(
    words(tokens),
  )
  if (next) return {days: 1, from: 0, to: tokens.length}
  const at = tokens.findIndex(({text}, place) => unit.test(text) && later.test(tokens[place + 1]?.text ?? ''))
  if (at === -1) return undefined
  const count = numeral(tokens[at - 1], lang)?.value ?? 1
  const size = /^(?:недел|week)/.test(tokens[at]!.text) ? 7 : 1
  const sign = /^(?:раньше|пораньше|earlier)$/.test(tokens[at + 1]!.text) ? -1 : 1
  return {days: sign * count * size, from: count > 1 ? at - 1 : at, to: at + 2}
}

const unit = /^(?:день|денек|дня|дней|недел[юияь]|days?|weeks?)$/
const later = /^(?:позже|попозже|раньше|пораньше|later|earlier)$/

/** «Ой, апреля», of the eighth of March: the same day of another month. */
export function otherMonth({tokens}: Utterance, held: string): string | undefined {
  const said = tokens.filter(
    ({text}) => !/^(?:ой|нет|не|ну|то|есть|в|это|конечно|имел[аи]?|виду|простите|sorry|no|oh|i|mean|meant|in)$/.test(text),
  )
  const month = said.length === 1 ? monthOf(said[0]!.text) : undefined
  if (month === undefined) return undefined
  const {year, day} = dateParts(held)
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return addDays(date, 0) === date ? date : undefined
}

/** «Ой, не восьмого, а девятого», of the eighth of August: the month stays as it was. */
export function inHeldMonth({state, now}: Reader, {id}: ScenarioField, date: string, raw: string): string {
  const held = state.fields[id]!.value
  const isBareDay = tokenize(raw).every(
    (token) => numeral(token, 'ru') ?? numeral(token, 'en') ?? /^(?:на|с|числа|число|the|of|а|не|нет)$/.test(token.text),
  )
  if (held === undefined || !isBareDay) return date
  const {year, month} = dateParts(String(held))
  const same = `${year}-${String(month).padStart(2, '0')}-${date.slice(8)}`
  return addDays(same, 0) === same && same >= now.date ? same : date
}
