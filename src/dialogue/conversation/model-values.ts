import type {Value} from '../engine/command.ts'
import type {ScenarioField} from '../engine/scenario/scenario.ts'
import {stemKeys} from '../nlu/stem.ts'
import {extractDate} from '../nlu/date.ts'
import {extractEmail} from '../nlu/email.ts'
import {extractNumber} from '../nlu/number.ts'
import {extractPhone} from '../nlu/phone.ts'
import {addDays} from '../nlu/plain-date.ts'
import {numeral} from '../nlu/numerals.ts'
import {extractTime} from '../nlu/time.ts'
import {tokenize, utterance} from '../nlu/tokens.ts'
import type {ReadContext} from './read-context.ts'

/** A model's word for a value, read by the same grammars as speech: a date is a date only if ours reads it as one. */
export function valueOf(field: ScenarioField, text: string, {now, lang, said}: ReadContext): Value | undefined {
  const spoken = utterance(text.slice(0, 500), lang)
  const context = {now, asked: true, past: field.past, region: field.region ?? 'RU', options: field.choices}
  switch (field.type) {
    case 'enum':
      return field.choices.some((choice) => choice.id === text) ? text : undefined
    // As the prompt asks for them: read as speech, «07:00» would be seven in the evening where nobody comes in the morning.
    case 'date':
      return isoDate.test(text) && addDays(text, 0) === text ? text : textOf(extractDate(spoken, context)?.value, 'date')
    case 'time':
      return clockTime.test(text) ? text : textOf(extractTime(spoken, context)?.value, 'time')
    case 'phone': {
      const phone = textOf(extractPhone(spoken, context)?.value, 'phone')
      // A number the caller did not say is an invented number.
      return phone !== undefined && phone === textOf(extractPhone(utterance(said, lang), context)?.value, 'phone') ? phone : undefined
    }
    case 'email':
      return textOf(extractEmail(spoken, context)?.value, 'email')
    case 'number':
      return extractNumber(spoken, context)?.value.number
    case 'yesno':
      return text === 'yes' || text === 'true' ? true : text === 'no' || text === 'false' ? false : undefined
    case 'person_name':
    case 'address':
    case 'text':
      return isGrounded(text, said) ? text.trim().slice(0, field.max_len ?? 300) : undefined
  }
}

/**
 * Whether a model may give this field a value now. What it may not: agree to a value that waits for the caller's own yes, replace what is
 * known without calling that a correction, or come up with a value of which nothing was said while something else was asked.
 */
export function mayName(field: ScenarioField, value: Value, isCorrection: boolean, {state, said}: ReadContext): boolean {
  const {pending} = state
  const held = state.fields[field.id]!.value
  const isAsked = 'field' in pending && pending.field === field.id
  if (held === value) return false
  if (!mayBeSaid(field, value, said)) return false
  if (held !== undefined) return (isCorrection || isAsked) && isTold(field, value, said)
  if (isAsked) return true
  switch (field.type) {
    case 'phone':
    case 'person_name':
    case 'address':
    case 'text':
      return true
    case 'enum':
      return pending.kind === 'open' || isNamed(field, value, said)
    case 'date':
    case 'time':
    case 'number':
    case 'email':
    case 'yesno':
      return false
  }
}

const isoDate = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/
const clockTime = /^(?:[01]\d|2[0-3]):[0-5]\d$/

/** What replaces a known value has to stand in the words: «соседи опять сверлят» corrects no service and no day. */
function isTold(field: ScenarioField, value: Value, said: string): boolean {
  switch (field.type) {
    case 'enum':
      return isNamed(field, value, said) || corrective.test(said)
    case 'yesno':
      return /(?:^|[^\p{L}])(?:да|нет|не|есть|yes|no|not|n't|yeah|nope)(?:[^\p{L}]|$)/iu.test(said)
    case 'date':
    case 'time':
    case 'number':
    case 'email':
    case 'phone':
    case 'person_name':
    case 'address':
    case 'text':
      return true
  }
}

const corrective =
  /(?:^|[^\p{L}])(?:ой|нет|не|лучше|точнее|вернее|передумал\p{L}*|надо|нужн\p{L}*|хочу|хотел\p{L}*|давайте|вместо|поменя\p{L}*|instead|rather|actually|want|need|change|no|sorry)(?:[^\p{L}]|$)/iu

/** A bare «нет» names no hour, whatever a model makes of it, and «когда-нибудь потом» no day: there has to be a word of the kind. */
function mayBeSaid(field: ScenarioField, value: Value, said: string): boolean {
  const tokens = tokenize(said)
  if (tokens.length > 2 && field.type === 'enum') return true
  switch (field.type) {
    case 'date':
    case 'time':
      return tokens.some((token) => momentWord.test(token.text) || numeral(token, 'ru') !== undefined || numeral(token, 'en') !== undefined)
    case 'number':
      return tokens.some((token) => numeral(token, 'ru') !== undefined || numeral(token, 'en') !== undefined || countWord.test(token.text))
    case 'email':
      return tokens.length > 1 || /@|собак|at/.test(said)
    case 'enum':
      return isNamed(field, value, said) || !tokens.every((token) => bareAnswer.test(token.text))
    case 'phone':
    case 'person_name':
    case 'address':
    case 'text':
    case 'yesno':
      return true
  }
}

const momentWord =
  /\d|час|пол(?:день|ночь|овин)|утр|веч|дн[её]м|дня|день|ноч|обед|позже|позд|раньш|рано|сегодня|завтра|недел|месяц|понедел|вторник|сред|четверг|пятниц|суббот|воскрес|выходн|будн|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|праздник|today|tomorrow|tonight|noon|midnight|morning|evening|afternoon|later|earlier|day|week|hour|month/
const countWord = /пар|нескольк|больше|меньше|много|мало|один|одно|сам|couple|few|more|less|alone|myself|both|оба|обе/
const bareAnswer = /^(?:да|нет|не|ага|угу|ок|окей|хорошо|ладно|верно|yes|no|yeah|nope|ok|okay|sure|right)$/

function isNamed({choices}: ScenarioField, value: Value, said: string): boolean {
  const choice = choices.find(({id}) => id === value)
  const heard = new Set(stemsOf(said))
  return [...(choice?.ru ?? []), ...(choice?.en ?? [])].flatMap(stemsOf).some((stem) => heard.has(stem))
}

const stemsOf = (text: string): string[] => tokenize(text).flatMap((token) => stemKeys(token.text))

const textOf = (value: unknown, key: string): string | undefined => {
  const text = (value as Record<string, unknown> | undefined)?.[key]
  return typeof text === 'string' ? text : undefined
}

/** Every word of the value begins like a word that was said: forms may differ («Ольгу» → «Ольга»), words may not be new. */
function isGrounded(text: string, said: string): boolean {
  const heard = wordsOf(said)
  const words = wordsOf(text)
  return words.length > 0 && words.every((word) => heard.some((each) => each.slice(0, 3) === word.slice(0, 3)))
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
