import type {z} from 'zod'
import {type Bilingual, plural} from '../bilingual.ts'
import {maskUrlPasswords} from '../config/secret.ts'

/** What a value has to be: follows "must be". `whole` is a sentence of its own. */
export interface Requirement extends Bilingual {
  readonly whole?: true
}

export function requirement(issue: z.core.$ZodIssue): Requirement {
  const own = ownMessage(issue.message)
  if (own) return own
  switch (issue.code) {
    case 'invalid_type':
      return types[issue.expected] ?? {en: issue.expected, ru: issue.expected}
    case 'invalid_value':
      return either(issue.values.map(String))
    case 'too_small':
    case 'too_big':
      return size(issue)
    case 'invalid_format':
      return formats[issue.format] ?? {en: 'in another format', ru: 'значение другого вида'}
    case 'custom':
      return {en: issue.message, ru: issue.message, whole: true}
    default:
      return {en: 'something else', ru: 'другое значение'}
  }
}

export const either = (values: readonly string[]): Requirement => {
  const list = values.join(', ')
  return values.length === 1 ? {en: list, ru: list} : {en: `one of ${list}`, ru: `одно из: ${list}`}
}

export function both(requirements: readonly Requirement[]): Requirement {
  const parts = [...new Map(requirements.filter(({whole}) => !whole).map((one) => [one.en, one])).values()]
  return {en: parts.map(({en}) => en).join(' or '), ru: parts.map(({ru}) => ru).join(' или ')}
}

export function shown(value: unknown): Bilingual {
  if (value === null || value === '') return {en: 'empty', ru: 'пусто'}
  if (Array.isArray(value)) return value.length === 0 ? {en: 'an empty list', ru: 'пустой список'} : {en: 'a list', ru: 'список'}
  if (typeof value === 'object') return {en: 'an object', ru: 'объект'}
  // A wrong value is quoted on terminals and in logs.
  const text = maskUrlPasswords(JSON.stringify(value) ?? String(value))
  // What was opened is closed, where it was cut too.
  const short = text.length > 60 ? `${text.slice(0, 57)}…${text.startsWith('"') ? '"' : ''}` : text
  return {en: short, ru: typeof value === 'string' ? `«${short.slice(1, -1)}»` : short}
}

function size(issue: Extract<z.core.$ZodIssue, {code: 'too_small' | 'too_big'}>): Requirement {
  const small = issue.code === 'too_small'
  const limit = Number(small ? issue.minimum : issue.maximum)
  const word = {en: small ? 'at least' : 'at most', ru: small ? 'не меньше' : 'не больше'}
  if (issue.origin === 'string') {
    if (small && limit === 1) return {en: 'non-empty text', ru: 'непустой текст'}
    return {en: `text of ${word.en} ${limit} characters`, ru: `текст, ${word.ru} ${limit} ${plural('ru', limit, 'знака', 'знаков')}`}
  }
  if (issue.origin === 'array') {
    return {
      en: `a list of ${word.en} ${limit} ${limit === 1 ? 'item' : 'items'}`,
      ru: `список, ${word.ru} ${limit} ${plural('ru', limit, 'элемента', 'элементов')}`,
    }
  }
  if (!issue.inclusive) return {en: `${small ? 'above' : 'below'} ${limit}`, ru: `${small ? 'больше' : 'меньше'} ${limit}`}
  return {en: `${word.en} ${limit}`, ru: `число ${word.ru} ${limit}`}
}

const types: Readonly<Record<string, Requirement>> = {
  string: {en: 'text', ru: 'текст'},
  number: {en: 'a number', ru: 'число'},
  int: {en: 'a whole number', ru: 'целое число'},
  boolean: {en: 'true or false', ru: 'true или false'},
  object: {en: 'an object', ru: 'объект'},
  record: {en: 'an object', ru: 'объект'},
  array: {en: 'a list', ru: 'список'},
}

const formats: Readonly<Record<string, Requirement>> = {
  date: {en: 'a date like 2026-01-31', ru: 'дата вида 2026-01-31'},
  url: {en: 'an http(s) URL', ru: 'адрес http(s)'},
}

/** Messages that the schema gives itself. */
function ownMessage(message: string): Requirement | undefined {
  const exact = messages[message]
  if (exact !== undefined) return message.startsWith('must be ') ? {en: message.slice(8), ru: exact} : {en: message, ru: exact, whole: true}
  const many = /^must be at most (\d+) (fields|facts|intents|states)$/.exec(message)
  if (many) return {en: message.slice(8), ru: `не больше ${many[1]} ${countable[many[2]!]}`}
  const zone = /^unknown time zone "(.*)"$/.exec(message)
  if (zone) return {en: message, ru: `неизвестный часовой пояс «${zone[1]}»`, whole: true}
  const tool = /^tool "(.*)" is listed twice$/.exec(message)
  return tool ? {en: message, ru: `инструмент «${tool[1]}» указан дважды`, whole: true} : undefined
}

const countable: Readonly<Record<string, string>> = {fields: 'полей', facts: 'фактов', intents: 'намерений', states: 'состояний'}

const messages: Readonly<Record<string, string>> = {
  'needs ru or en': 'нужен текст на ru или на en',
  'needs phrases or intents': 'нужны phrases или intents',
  'an enum needs options': 'полю enum нужны options',
  'must start with a letter and hold only letters, digits and _':
    'имя должно начинаться с латинской буквы и состоять из латинских букв, цифр и _',
  'must start with a letter and hold only letters, digits, _ and -':
    'имя должно начинаться с латинской буквы и состоять из латинских букв, цифр, _ и -',
  'must be 1 to 40 of a-z, 0-9, - and _': 'от 1 до 40 знаков: a-z, 0-9, - и _',
  'must be 1 to 40 of a-z, 0-9 and hyphens, and not begin or end with a hyphen':
    'от 1 до 40 знаков: a-z, 0-9 и дефис, дефис не первый и не последний',
  'must have no line breaks or control characters': 'не должно быть переводов строки и управляющих символов',
  'must be seconds, or like 6s, 10m, 1h': 'число секунд или 6s, 10m, 1h',
  'must be like 09:00-21:00': 'вид 09:00-21:00',
  'must be like calendar.check': 'вид calendar.check',
  'must be handoff, refuse, end or to: STATE': 'handoff, refuse, end или to: СОСТОЯНИЕ',
  'must be an E.164 number (+79031234567) or a sip: URI': 'номер E.164 (+79031234567) или адрес sip:',
}
