import {splitCorrection} from '../../../nlu/correction.ts'
import {extractDate} from '../../../nlu/date.ts'
import {monthOf} from '../../../nlu/calendar/months.ts'
import {contextOf, type Reader} from '../reader.ts'
import {refuse} from '../../validate.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'
import {readBirthDate} from './read-birth-date.ts'

/**
 * «Нет, шестого мая», where a summary has read out the day of the visit and a date of birth: a day and a month on which nobody can be
 * booked are of the birth. True when they were read so.
 */
export function readOtherBirthDay(reader: Reader): boolean {
  const {scenario, state, utterance, asked} = reader
  if (state.pending.kind !== 'confirm_state' && state.pending.kind !== 'what_to_change') return false
  const dates = [...scenario.fields.values()].filter(({id, type}) => type === 'date' && state.fields[id]!.value !== undefined)
  const birth = dates.find(({isBirth}) => isBirth)
  if (!birth || dates.length < 2 || (asked && asked.id !== birth.id)) return false
  const split = splitCorrection(utterance.tokens)
  const {from, to} = split?.kind === 'negated' ? split.fresh : {from: 0, to: taken(utterance.tokens)}
  const said = {...utterance, tokens: utterance.tokens.slice(from, to)}
  if (!said.tokens.some(({text}) => monthOf(text) !== undefined)) return false
  const visits = dates.filter(({isBirth}) => !isBirth)
  if (!visits.every((field) => cannotBe(reader, field, said))) return false
  readBirthDate({...reader, utterance: said}, birth)
  for (const at of utterance.tokens.keys()) reader.explained.add(at)
  return reader.done.has(birth.id)
}

/** «Шестого мая, не пятого»: where what is taken back begins. */
function taken(tokens: Reader['utterance']['tokens']): number {
  const at = tokens.findIndex(({text}, place) => place > 1 && (text === 'не' || text === 'not'))
  return at === -1 ? tokens.length : at
}

function cannotBe(reader: Reader, field: ScenarioField, said: Reader['utterance']): boolean {
  const found = extractDate(said, contextOf(reader, field, true))
  return found !== undefined && 'date' in found.value && refuse(reader.scenario, field, found.value.date, reader.now, {}) !== undefined
}
