import type {FieldInput} from './fields.ts'
import {fieldByName, settledType} from './fields.ts'
import type {StateDraft} from './graph.ts'
import {clip} from './limits.ts'
import type {LegacyObject, Report} from './legacy.ts'
import {wordsAt} from './localized.ts'
import {fieldNamer, sameName} from './names.ts'
import {hoursIn} from './opening-hours.ts'
import {optionWords} from './option-words.ts'
import {optional} from './tools.ts'

export interface EngineFields {
  readonly fields: Record<string, FieldInput>
  readonly idOf: (name: string) => string | undefined
}

/** Fields stood inside states; here they stand once, and states name them. */
export function upgradeEngineFields(
  given: readonly {readonly state: StateDraft; readonly field: LegacyObject}[],
  retries: number | undefined,
  report: Report,
): EngineFields {
  const fields: Record<string, FieldInput> = {}
  const ids = new Map<string, string>()
  const name = fieldNamer()
  for (const {state, field} of given) {
    const key = field.text('id') ?? field.text('name') ?? 'field'
    const id = ids.get(key) ?? name(key)
    ids.set(key, id)
    fields[id] ??= {...fieldOf(key, field, report), ...(retries !== undefined && {max_retries: Math.round(retries)})}
    state.collect = [...new Set([...(state.collect ?? []), id])]
    state.type = 'collect'
    field.leftOver()
  }
  return {fields, idOf: (key) => ids.get(key) ?? [...ids].find(([one]) => sameName(one) === sameName(key))?.[1]}
}

const types: Readonly<Record<string, FieldInput['type']>> = {
  text: 'text',
  phone: 'phone',
  email: 'email',
  date: 'date',
  time: 'time',
  number: 'number',
  choice: 'enum',
  boolean: 'yesno',
}

function fieldOf(key: string, field: LegacyObject, report: Report): FieldInput {
  const written = field.text('type') ?? 'text'
  const known = fieldByName([key])
  const validation = field.object('validation')
  const options = optionsOf(validation, report)
  const places = {path: field.path, choices: [...validation.path, 'choices']}
  const type = settledType({written, type: types[written], known: known.type, hasOptions: options.length > 0, ...places}, report)
  const hint = field.text('validation_hint')
  const window = type === 'time' ? hoursIn(hint) : undefined
  // Opening hours are read out of a hint, which says more at times.
  const description = [wordsAt(field, 'description', report), hint, ...field.texts('examples')].filter((part) => part !== undefined)
  const limits = limitsOf(type, validation, report)
  validation.leftOver()
  return {
    ...(known.type === type && {...known}),
    type,
    ...(type === 'text' && known.type === 'text' && known.ask !== undefined && {ask: known.ask}),
    ...optional(
      'description',
      clip(description.length > 0 ? description.join('; ') : undefined, 500, [...field.path, 'description'], report),
    ),
    ...(field.flag('required') === false && {required: false}),
    ...(type === 'enum' && {options}),
    ...optional('window', window),
    ...limits,
  }
}

function limitsOf(type: FieldInput['type'], validation: LegacyObject, report: Report): Partial<FieldInput> {
  if (validation.has('pattern')) {
    report.lossy(
      [...validation.path, 'pattern'],
      'regular expressions are not carried over; the type of the field decides',
      'регулярные выражения не переносятся, решает тип поля',
    )
  }
  const limits: Partial<FieldInput> = {
    ...optional('min', boundOf(type, 'min_value', validation)),
    ...optional('max', boundOf(type, 'max_value', validation)),
    ...optional('min_len', lengthOf(type, 'min_length', validation, 0)),
    ...optional('max_len', lengthOf(type, 'max_length', validation, 1)),
  }
  for (const [key, written] of bounds) {
    if (limits[written] !== undefined || !validation.has(key)) continue
    report.lossy(
      [...validation.path, key],
      `a field of type ${type} has no such limit; it was left out`,
      `у поля типа ${type} такого ограничения нет, пропущено`,
    )
  }
  return limits
}

const bounds = [
  ['min_value', 'min'],
  ['max_value', 'max'],
  ['min_length', 'min_len'],
  ['max_length', 'max_len'],
] as const

/** A number, or a day as fields of dates take it. */
function boundOf(type: FieldInput['type'], key: string, validation: LegacyObject): number | string | undefined {
  if (type === 'number') return validation.number(key)
  const day = type === 'date' ? validation.text(key)?.toLowerCase() : undefined
  return day !== undefined && /^(?:today|tomorrow|[+-]\d{1,4}d|\d{4}-\d\d-\d\d)$/.test(day) ? day : undefined
}

function lengthOf(type: FieldInput['type'], key: string, validation: LegacyObject, least: number): number | undefined {
  const length = type === 'text' ? validation.number(key) : undefined
  return length === undefined || length < least ? undefined : Math.min(1000, Math.round(length))
}

type OptionInput = NonNullable<FieldInput['options']>[number]

function optionsOf(validation: LegacyObject, report: Report): OptionInput[] {
  return validation.objects('choices').flatMap((choice, index): OptionInput[] => {
    const words = {ru: choice.texts('ru'), en: choice.texts('en')}
    const id = clip(choice.text('id') ?? words.en[0] ?? words.ru[0], 64, choice.path, report)
    choice.leftOver()
    if (id === undefined) {
      report.lossy([...validation.path, 'choices', index], 'has no id and no words; it was left out', 'нет ни id, ни слов, пропущено')
      return []
    }
    return [{id, ...optionWords(words, choice.path, report)}]
  })
}
