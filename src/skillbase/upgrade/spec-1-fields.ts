import {type FieldInput, fieldByName, settledType} from './fields.ts'
import {clip} from './limits.ts'
import type {LegacyObject, Report} from './legacy.ts'
import {phrasesAt, textsAt, wordsAt} from './localized.ts'
import {fieldNamer} from './names.ts'
import {optionWords} from './option-words.ts'
import {optional} from './tools.ts'

const types = new Set<string>(['phone', 'person_name', 'date', 'time', 'email', 'number', 'enum', 'address', 'yesno', 'text'])
const confirmations: ReadonlySet<string> = new Set(['explicit', 'implicit', 'none'])
const aliases: Readonly<Record<string, FieldInput['type']>> = {choice: 'enum', boolean: 'yesno', name: 'person_name', string: 'text'}

export function specFields(given: readonly LegacyObject[], retries: number | undefined, report: Report): Record<string, FieldInput> {
  const fields: Record<string, FieldInput> = {}
  const id = fieldNamer()
  for (const field of given) {
    const key = field.text('id') ?? field.text('name')
    if (key === undefined) report.lossy(field.path, 'has no id and was left out', 'без id, пропущено')
    else fields[id(key)] = {...fieldOf(key, field, report), ...(retries !== undefined && {max_retries: Math.round(retries)})}
    field.leftOver()
  }
  return fields
}

function fieldOf(key: string, field: LegacyObject, report: Report): FieldInput {
  const known = fieldByName([key])
  const written = field.text('type')
  const options = field.objects('choices').flatMap((choice, index) => {
    const words = {ru: choice.texts('ru'), en: choice.texts('en')}
    const id = clip(choice.text('id') ?? words.en[0] ?? words.ru[0], 64, choice.path, report)
    choice.leftOver()
    if (id === undefined) report.lossy([...field.path, 'choices', index], 'has no id and was left out', 'без id, пропущено')
    return id === undefined ? [] : [{id, ...optionWords(words, choice.path, report)}]
  })
  const places = {path: field.path, choices: [...field.path, 'choices']}
  const hasOptions = options.length > 0
  const type = settledType({written, type: todaysType(written, hasOptions, known.type), known: known.type, hasOptions, ...places}, report)
  const retry = textsAt(field, 'retry', report)
  const ask = textsAt(field, 'ask', report)
  const hints = phrasesAt(field, 'extract_hints', report)
  const description = [wordsAt(field, 'description', report), ...(Array.isArray(hints) ? hints : Object.values(hints ?? {}).flat())].filter(
    (part) => part !== undefined,
  )
  const confirmation = field.text('confirmation') ?? field.text('confirm')
  const back = field.flag('confirm_back')
  if (confirmation !== undefined && !confirmations.has(confirmation))
    report.lossy(
      [...field.path, 'confirmation'],
      `there is no confirmation "${confirmation}"; it was left out`,
      `подтверждения «${confirmation}» нет, пропущено`,
    )
  return {
    ...(known.type === type && known),
    type,
    ...optional('ask', ask ?? (known.type === type ? known.ask : undefined)),
    ...(retry !== undefined && {reask: [retry]}),
    ...optional(
      'description',
      clip(description.length > 0 ? description.join('; ') : undefined, 500, [...field.path, 'description'], report),
    ),
    ...(field.flag('required') === false && {required: false}),
    ...(type === 'enum' && {options}),
    ...(confirmation === 'explicit' || confirmation === 'implicit' || confirmation === 'none'
      ? {confirm: confirmation}
      : back
        ? {confirm: 'explicit' as const}
        : {}),
  }
}

function todaysType(written: string | undefined, hasOptions: boolean, known: FieldInput['type']): FieldInput['type'] | undefined {
  if (written === undefined) return hasOptions ? 'enum' : known
  return types.has(written) ? (written as FieldInput['type']) : aliases[written]
}
