import {readEmail} from './values/read-email.ts'
import {stemKeys} from '../../nlu/stem.ts'
import type {ExtractContext, Found} from '../../nlu/types.ts'
import type {Value} from '../command.ts'
import {formatAddress, formatName} from '../format.ts'
import {readAddress, readPartOfAddress} from './values/read-address.ts'
import {readName, readPartOfName} from './names/read-name.ts'
import {readOption, temporal} from './values/read-option.ts'
import {readPhone, readUnfinished} from './values/read-phone.ts'
import {readYesNo} from './yes-no/read-yes-no.ts'
import {claim, contextOf, explain, push, rawOf, type Reader} from './reader.ts'
import type {ScenarioField} from '../scenario/scenario.ts'

/** Reads one value for one field. `asked`: the question was for this field, so a bare answer counts. */
export function readValue(reader: Reader, field: ScenarioField, asked: boolean): void {
  if (field.type === 'yesno') {
    if (asked) readYesNo(reader, field)
    return
  }
  const found = extract(reader, field, contextOf(reader, field, asked))
  if (!found) return
  const raw = rawOf(reader, found)
  const value = {...(found.value as Record<string, unknown>)}
  if (field.type === 'person_name' && asked && readPartOfName(reader, field, found, value, raw)) return
  if (field.type === 'address' && asked && readPartOfAddress(reader, field, found, value, raw)) return
  if (field.type === 'phone' && value['phone'] === null) return readUnfinished(reader, field, found, value, asked, raw)
  const alts = (found.alts ?? []).map((alt) => plainValue(field, alt as Record<string, unknown>)).filter((alt) => alt !== undefined)
  // Of two options that were named none is the value; they are what to choose from.
  const plain = plainValue(field, value) ?? alts[0]
  if (plain === undefined) return
  // «Анна», said again of the mother, renames no child.
  if (field.type === 'person_name' && !asked && isAnothersName(reader, field, plain)) return explain(reader, found)
  // «Ко времени, завтра к восьми»: the day is an option here and a day all the same.
  if (field.type === 'enum' && (temporal.test(raw) || isShared(reader, field, found))) explain(reader, found)
  else claim(reader, found)
  push(reader, field, found, plain, alts, raw)
}

const isAnothersName = ({scenario, state}: Reader, {id}: ScenarioField, name: Value): boolean =>
  [...scenario.fields.values()].some((other) => other.type === 'person_name' && other.id !== id && state.fields[other.id]!.value === name)

/** «To Heathrow» says which way and which airport: words that another choice knows as well are not used up. */
const isShared = ({scenario, utterance, done, state}: Reader, {id}: ScenarioField, {from, to}: Found<unknown>): boolean =>
  [...scenario.fields.values()].some(
    (other) =>
      other.type === 'enum' &&
      other.id !== id &&
      !done.has(other.id) &&
      state.fields[other.id]!.value === undefined &&
      utterance.tokens.slice(from, to).some(({text}) => text.length > 2 && stemKeys(text).some((key) => other.optionKeys.has(key))),
  )

function extract(reader: Reader, field: ScenarioField, context: ExtractContext): Found<unknown> | undefined {
  switch (field.type) {
    case 'phone':
      return readPhone(reader, field, context)
    case 'email':
      return readEmail(reader, field, context)
    case 'enum':
      return readOption(reader, field, context)
    case 'person_name':
      return readName(reader, field, context)
    case 'address':
      return readAddress(reader, field, context)
    case 'number':
    case 'yesno':
    case 'date':
    case 'time':
    case 'text':
      return undefined
  }
}

function plainValue(field: ScenarioField, value: Record<string, unknown>): Value | undefined {
  switch (field.type) {
    case 'phone':
      return textOf(value['phone'])
    case 'email':
      return textOf(value['email'])
    case 'enum':
      return textOf(value['option'])
    case 'person_name':
      return formatName(value, field.parts)
    case 'address':
      return formatAddress(value)
    case 'number':
    case 'yesno':
    case 'date':
    case 'time':
    case 'text':
      return undefined
  }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
