import type {Path} from '../issue.ts'
import type {SkillbaseInput} from '../schema/skillbase.ts'
import {knownField} from './known-fields.ts'
import type {Report} from './legacy.ts'

export type FieldInput = NonNullable<SkillbaseInput['flow']['fields']>[string]

/** A field of a configuration that had only names: the type is told by the name, everything else is text. */
export function fieldByName(names: readonly (string | undefined)[], description?: string): FieldInput {
  const known = knownField(...names)
  return {
    ...(known ?? {type: 'text'}),
    ...(description !== undefined && {description}),
  }
}

/** What a field said of its type; `type` is today's, where there is one. */
export interface WrittenType {
  readonly written: string | undefined
  readonly type: FieldInput['type'] | undefined
  /** Told by the name of the field. */
  readonly known: FieldInput['type']
  readonly hasOptions: boolean
  readonly path: Path
  /** Where the options stood. */
  readonly choices: Path
}

/** The type that a field gets, with a warning for whatever of it is lost. */
export function settledType({written, type: wanted, known, hasOptions, path, choices}: WrittenType, report: Report): FieldInput['type'] {
  // "text" was also what had no type of its own: names and addresses.
  const meant = wanted === undefined || wanted === 'text' ? known : wanted
  const type = meant === 'enum' && !hasOptions ? 'text' : meant
  if (wanted === undefined)
    report.lossy([...path, 'type'], `there is no type "${written}"; it became ${type}`, `типа «${written}» нет, поле стало ${type}`)
  if (meant !== type)
    report.lossy(path, 'a choice without options became text; list the options', 'выбор без вариантов стал текстом, перечислите варианты')
  if (type !== 'enum' && hasOptions) report.lossy(choices, `a field of type ${type} has no options`, `у поля типа ${type} нет вариантов`)
  return type
}

/** The question for a label such as "любимый цвет"; none when the label reads like an instruction, which nobody should hear. */
export function questionFor(label: string | undefined): string | undefined {
  if (label === undefined || label.length > 60 || /[\n:;{}[\]<>0-9]/.test(label)) return undefined
  const [first = ''] = label.toLowerCase().split(/[\s,]/)
  if (/(?:ть|ти|чь|йте|ите|ай|уй|ться)$/.test(first) || /^(?:ask|get|collect|find|make|do|please|if|the caller)$/.test(first))
    return undefined
  const cyrillic = /\p{Script=Cyrillic}/u.test(label)
  const text = label.replace(/[.?!]+$/, '')
  const rest = /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
  return cyrillic ? `Подскажите, пожалуйста: ${rest}?` : `Could you tell me: ${rest}?`
}

/** Reads the values back before anything is done with them. */
export function summaryLine(fields: readonly string[], lang: 'ru' | 'en'): string {
  const values = fields.map((id) => `{{ f.${id} | say }}`).join(', ')
  return lang === 'ru' ? `Давайте проверим: ${values}. Всё верно?` : `Let me check: ${values}. Is that right?`
}
