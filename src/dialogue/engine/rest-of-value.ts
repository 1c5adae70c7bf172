import type {LineId} from '../../skillbase/schema/line-ids.ts'
import type {CommandOf, Value} from './command.ts'
import {type Draft, isKnown, note, patch, patchField, say} from './draft.ts'
import {tokenize} from '../nlu/tokens.ts'
import {halfOf} from './reading/reader.ts'
import {partsWanted} from './reading/names/read-name.ts'
import type {ScenarioField} from './scenario/scenario.ts'

/** The question for what is missing of a name, an address or a birth date. */
function restLine(draft: Draft, field: ScenarioField, part: CommandOf<'partial'>['part']): LineId {
  if (part.kind === 'name') return restOfName(draft, field, part.name)
  if (part.kind === 'birth_day') return 'rest_of_birth_date'
  return part.kind === 'address' && part.address['street'] === undefined ? 'rest_of_address.street' : 'rest_of_address'
}

/** What alone is missing is asked for by its name, unless the skillbase words the question itself. */
function restOfName({scenario, state}: Draft, field: ScenarioField, name: Readonly<Record<string, string>>): LineId {
  const missing = partsWanted(field, Object.values(name).join(' ')).filter((part) => !(part in name))
  const isWorded = scenario.lines.get('rest_of_name')!.own[state.lang].length > 0
  return missing.length === 1 && !isWorded ? (`rest_of_name.${missing[0]}` as LineId) : 'rest_of_name'
}

/** Keeps a part of a value, so that the rest need not be asked from scratch. */
export function applyPartial(draft: Draft, {field: id, part}: CommandOf<'partial'>): void {
  const field = draft.scenario.fields.get(id)!
  const held = draft.state.fields[id]!
  if (isKnown(held)) return
  if (part.kind === 'digits') {
    patchField(draft, id, {partial: {...held.partial, digits: part.digits}, status: 'rejected', reason: 'incomplete'})
    note(draft, 'partial', `${id}: ${part.digits.length} digits`)
    return
  }
  if (part.kind === 'name' || part.kind === 'address' || part.kind === 'birth_day') {
    const known = part.kind === 'name' ? {name: part.name} : part.kind === 'address' ? {address: part.address} : {birthDay: part.day}
    patchField(draft, id, {partial: {...held.partial, ...known}, status: 'rejected', reason: 'incomplete', attempts: held.attempts + 1})
    patch(draft, {pending: {kind: 'ask', field: id}})
    say(draft, restLine(draft, field, part), {kind: 'ask', key: `ask.${id}`})
    note(draft, 'partial', `${id}: ${Object.keys(known).join(', ')}`)
    return
  }
  if (part.kind === 'day_part') patchField(draft, id, {partial: {...held.partial, dayPart: part.part}})
  note(draft, 'partial', `${id}: ${part.kind}`)
  if (draft.state.pending.kind === 'ask' && draft.state.pending.field === id) {
    patchField(draft, id, {status: 'rejected', reason: 'needs_exact', attempts: held.attempts + 1})
    say(draft, field.type === 'date' ? 'reject.which_day' : 'reject.needs_exact', {kind: 'ask', key: `ask.${field.id}`})
  }
}

/** «В шесть утра» cannot be; «тогда в восемь» is in the morning as well. */
export function keepDayPart(draft: Draft, {id, type}: ScenarioField, raw: string, value: Value): void {
  if (type === 'date') patchField(draft, id, {partial: {day: dayMeant(draft, id, String(value))}})
  const dayPart = type === 'time' ? tokenize(raw).flatMap(({text}) => halfOf(text) ?? [])[0] : undefined
  if (dayPart !== undefined) patchField(draft, id, {partial: {dayPart}})
}

/** «Десятое марта», a day too late, is read as the one of next year; what was meant is the day that has passed. */
function dayMeant({state, local}: Draft, id: string, day: string): string {
  const isPassed = state.fields[id]!.reason === 'past_date' && day > local.date
  return isPassed ? `${Number(day.slice(0, 4)) - 1}${day.slice(4)}` : day
}
