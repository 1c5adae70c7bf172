import type {Bilingual} from '../bilingual.ts'
import {closest} from '../closest.ts'
import {AppError} from '../errors.ts'
import type {Entry} from './origin.ts'
import {mask, maskUrl} from './secret.ts'

/** The parts of a zod issue that the text needs. */
export interface Issue {
  readonly code: string
  readonly origin?: string | undefined
  readonly expected?: string | undefined
  readonly values?: readonly unknown[] | undefined
  readonly minimum?: number | bigint | undefined
  readonly maximum?: number | bigint | undefined
  readonly params?: Readonly<Record<string, unknown>> | undefined
}

/** `llm.timeoutMs must be a whole number, not "soon" (voicectl.yaml:5).` */
export function invalidValue(issue: Issue, entry: Entry): AppError {
  const {key, value} = entry
  const must = requirement(issue)
  const from = entry.origin.where && ` (${entry.origin.where})`
  const shown = quoted(entry)
  const guess = shown.en === mask ? undefined : key.options ? closest(String(value), key.options) : key.guess?.(String(value))
  return new AppError(
    'CONFIG_INVALID',
    {
      en: `${key.name} must be ${must.en}, not ${shown.en}${from}.`,
      ru: `${key.name}: ожидается ${must.ru}, указано ${shown.ru}${from}.`,
    },
    {exit: 'usage', ...hintOf(entry, guess)},
  )
}

/** What was just typed is typed again; what stands somewhere is mended there. */
function hintOf({key, origin}: Entry, guess: string | undefined): {readonly hint?: Bilingual} {
  if (guess) return {hint: {en: `Did you mean ${guess}?`, ru: `Может быть, ${guess}?`}}
  switch (origin.kind) {
    case 'env':
    case 'vendor':
      return {hint: {en: `Correct ${origin.where}, or unset it.`, ru: `Исправьте ${origin.where} или уберите.`}}
    case 'project':
    case 'profile':
    case 'secrets': {
      const command = `voicectl config unset ${key.name}${origin.kind === 'project' || origin.project !== undefined ? '' : ' --user'}`
      return {hint: {en: `Correct that line, or remove it: \`${command}\`.`, ru: `Исправьте эту строку или удалите: \`${command}\`.`}}
    }
    default:
      return {}
  }
}

/** A database address that is none may be a password alone, or have one where nobody looks for it. */
function quoted({key, value, unquotable}: Entry): Bilingual {
  if (key.secret || unquotable) return same(mask)
  if (typeof value !== 'string') return same(JSON.stringify(value) ?? String(value))
  const shown = maskUrl(value)
  if (key.name === 'database.url' && shown === value && value.includes('@')) return same(mask)
  const en = JSON.stringify(shown.length > 200 ? `${shown.slice(0, 200)}…` : shown)
  return {en, ru: `«${en.slice(1, -1)}»`}
}

const same = (text: string): Bilingual => ({en: text, ru: text})

function requirement({code, origin, expected, values, minimum, maximum, params}: Issue): Bilingual {
  if (params?.['must']) return params['must'] as Bilingual
  switch (code) {
    case 'invalid_value': {
      const list = (values ?? []).join(', ')
      return {en: `one of ${list}`, ru: `одно из: ${list}`}
    }
    case 'too_small':
      return origin === 'string' ? {en: 'non-empty text', ru: 'непустой текст'} : {en: `at least ${minimum}`, ru: `не меньше ${minimum}`}
    case 'too_big':
      return {en: `at most ${maximum}`, ru: `не больше ${maximum}`}
    case 'invalid_type':
      return types[expected ?? ''] ?? {en: 'of another type', ru: 'другого типа'}
    default:
      return {en: 'valid', ru: 'допустимое'}
  }
}

const types: Readonly<Record<string, Bilingual>> = {
  string: {en: 'text', ru: 'текст'},
  number: {en: 'a number', ru: 'число'},
  int: {en: 'a whole number', ru: 'целое число'},
}
