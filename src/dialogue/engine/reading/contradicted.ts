import {extractAddress} from '../../nlu/address.ts'
import {extractChoice} from '../../nlu/choice.ts'
import {splitCorrection} from '../../nlu/correction.ts'
import {extractDate} from '../../nlu/date.ts'
import {extractNumber} from '../../nlu/number.ts'
import {numeral} from '../../nlu/numerals.ts'
import {extractTime} from '../../nlu/time.ts'
import {utterance as toUtterance} from '../../nlu/tokens.ts'
import type {Utterance} from '../../nlu/types.ts'
import type {Value} from '../command.ts'
import {mentionsField} from './field-words.ts'
import {contextOf, type Reader} from './reader.ts'
import type {ScenarioField} from '../scenario/scenario.ts'

/** «Не Мира десять, а Мира двенадцать»: the one field that holds what is taken back here, whatever was asked. */
export function contradicted(reader: Reader): ScenarioField | undefined {
  const {utterance, scenario, state} = reader
  // At a read-back it is the value read back that is wrong.
  if (state.pending.kind === 'confirm') return undefined
  const split = splitCorrection(utterance.tokens)
  if (split?.kind !== 'negated') return undefined
  const wrong = {...utterance, tokens: utterance.tokens.slice(split.old.from, split.old.to)}
  const holding = [...scenario.fields.values()].filter((field) => {
    const {value} = state.fields[field.id]!
    return value !== undefined && says(reader, field, value, wrong)
  })
  // «Радиус не пятнадцать, а шестнадцать», where the hour is fifteen as well: the name of the field tells.
  const named = holding.length > 1 ? holding.filter((field) => mentionsField(field, utterance.tokens)) : holding
  return named.length === 1 ? named[0] : undefined
}

/** «Не в шесть», and no other hour: the field that holds what is taken back, to be asked for anew. */
export function takenBackAlone({utterance, ...reader}: Reader): ScenarioField | undefined {
  const {scenario, state} = reader
  const tokens = utterance.tokens.filter(({text}) => !/^(?:нет|ой|только|no|oh|но)$/.test(text))
  if (state.pending.kind === 'confirm' || !/^(?:не|not)$/.test(tokens[0]?.text ?? '') || tokens.length > 4) return undefined
  const wrong = {...utterance, tokens: tokens.slice(1)}
  const holding = [...scenario.fields.values()].filter((field) => {
    const {value} = state.fields[field.id]!
    return value !== undefined && /^(?:enum|date|time)$/.test(field.type) && says({...reader, utterance}, field, value, wrong)
  })
  return holding.length === 1 ? holding[0] : undefined
}

function says(reader: Reader, field: ScenarioField, held: Value, wrong: Utterance): boolean {
  const context = contextOf(reader, field, true)
  switch (field.type) {
    case 'enum':
      return extractChoice(wrong, context)?.value.option === held
    case 'date':
      return isDay(extractDate(wrong, {...context, past: false})?.value, String(held), wrong)
    case 'time':
      return dateOf(extractTime(wrong, context)?.value) === held
    case 'number':
      return extractNumber(wrong, context)?.value.number === held
    case 'address':
      return isPlace(reader, String(held), wrong)
    case 'person_name':
      return wrong.tokens.length > 0 && wrong.tokens.every(({raw}) => String(held).toLowerCase().split(' ').includes(raw.toLowerCase()))
    case 'phone':
    case 'email':
    case 'yesno':
    case 'text':
      return false
  }
}

/** The day that is known; said without its month, «с первого», by its number alone. */
function isDay(value: Readonly<Record<string, unknown>> | undefined, held: string, {tokens, lang}: Utterance): boolean {
  const said = value?.['date'] ?? value?.['from']
  if (said === held) return true
  const isBare = tokens.every((token) => numeral(token, lang) !== undefined || /^(?:с|со|на|к|from|on|the)$/.test(token.text))
  return isBare && typeof said === 'string' && said.slice(-2) === held.slice(-2)
}

const dateOf = (value: object | undefined): unknown => {
  const {date, time} = (value ?? {}) as {date?: unknown; time?: unknown}
  return date ?? time
}

/** The street, the house or both of an address that is known. */
function isPlace(reader: Reader, held: string, wrong: Utterance): boolean {
  const parts = (words: Utterance): Record<string, unknown> => ({
    ...extractAddress(words, {now: reader.now, asked: true})?.value,
  })
  const known = parts(toUtterance(held, reader.state.lang))
  const named = parts(wrong)
  const number = extractNumber(wrong, {now: reader.now, asked: true})?.value.number
  const said = Object.keys(named).length > 0 ? named : {house: number === undefined ? undefined : String(number)}
  const entries = Object.entries(said).filter(([, value]) => value !== undefined)
  return entries.length > 0 && entries.every(([key, value]) => known[key] === value)
}
