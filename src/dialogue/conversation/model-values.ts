import type {Value} from '../engine/command.ts'
import type {ScenarioField} from '../engine/scenario/scenario.ts'
import {extractDate} from '../nlu/date.ts'
import {extractEmail} from '../nlu/email.ts'
import {extractNumber} from '../nlu/number.ts'
import {extractPhone} from '../nlu/phone.ts'
import {dateParts, plainDate} from '../nlu/plain-date.ts'
import {extractTime} from '../nlu/time.ts'
import {utterance} from '../nlu/tokens.ts'
import {evidenceFor, mayBeMeant, speaksOfChange} from './evidence.ts'
import {isMadeOf} from './made-of.ts'
import type {ReadContext} from './read-context.ts'

/**
 * A model's word for a value. In the form the prompt asks for it is taken as it is written: «07:00» is seven in the morning, whatever a
 * caller who says «семь» would mean. Otherwise the grammars that read speech read it.
 */
export function valueOf(field: ScenarioField, text: string, {now, lang, said}: ReadContext): Value | undefined {
  const spoken = utterance(text.slice(0, 500), lang)
  const context = {now, asked: true, past: field.past, region: field.region ?? 'RU', options: field.choices}
  switch (field.type) {
    case 'enum':
      return field.choices.some((choice) => choice.id === text) ? text : undefined
    case 'date':
      return writtenDate(text) ?? textOf(extractDate(spoken, context)?.value, 'date')
    case 'time':
      return writtenTime(text) ?? textOf(extractTime(spoken, context)?.value, 'time')
    case 'phone':
      return /^\+[1-9]\d{7,14}$/.test(text) ? text : textOf(extractPhone(spoken, context)?.value, 'phone')
    case 'email':
      return textOf(extractEmail(spoken, context)?.value, 'email')
    case 'number':
      return extractNumber(spoken, context)?.value.number
    case 'yesno':
      return text === 'yes' || text === 'true' ? true : text === 'no' || text === 'false' ? false : undefined
    case 'person_name':
    case 'address':
    case 'text':
      return isMadeOf(text, said) ? text.trim().slice(0, field.max_len ?? 300) : undefined
  }
}

/** Sure enough to stand, and so little that it has to be read back. */
export const [sure, doubtful] = [0.7, 0.4]

/**
 * How sure a value is that a model read in the caller's words, nothing when it may not give it at all: one that waits for the caller's own
 * yes, one that takes the place of what is known without being called a correction, and one that nothing in those words speaks for. What they
 * only hint at is asked back.
 */
export function confidenceIn(field: ScenarioField, value: Value, isCorrection: boolean, context: ReadContext): number | undefined {
  const {state, said} = context
  const {pending} = state
  const held = state.fields[field.id]!.value
  const isAsked = 'field' in pending && pending.field === field.id
  if (held === value || (held !== undefined && !isCorrection && !isAsked)) return undefined
  // Any words make a wish, and most of them a name.
  if (held !== undefined && !isAsked && isFree(field) && !speaksOfChange(field, said)) return undefined
  const evidence = evidenceFor(field, value, context)
  if (evidence === 'said' && (held !== undefined || isAsked || isUnmistakable(field))) return sure
  if (evidence === 'hinted' && (held !== undefined || isAsked)) return doubtful
  // «Зарос совсем»: which option somebody means without naming it is what a model is asked for. It replaces none, and is read back.
  const mayMean = field.type === 'enum' && held === undefined && (isAsked || pending.kind === 'open') && mayBeMeant(context)
  return mayMean ? doubtful : undefined
}

const isFree = ({type}: ScenarioField): boolean => type === 'person_name' || type === 'address' || type === 'text'

/** While another thing is asked, an hour or a number in the words may be anything. */
const isUnmistakable = ({type}: ScenarioField): boolean =>
  type === 'phone' || type === 'person_name' || type === 'address' || type === 'text' || type === 'enum'

function writtenDate(text: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? plainDate(dateParts(text)) : undefined
}

const writtenTime = (text: string): string | undefined => (/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : undefined)

const textOf = (value: unknown, key: string): string | undefined => {
  const text = (value as Record<string, unknown> | undefined)?.[key]
  return typeof text === 'string' ? text : undefined
}
