import * as z from 'zod/mini'
import {isSimple, type Command, type Value} from '../engine/command.ts'
import type {Scenario, ScenarioField} from '../engine/scenario.ts'
import type {FieldState} from '../engine/state.ts'
import {extractDate} from '../nlu/date.ts'
import {extractEmail} from '../nlu/email.ts'
import {extractNumber} from '../nlu/number.ts'
import {extractPhone} from '../nlu/phone.ts'
import {extractTime} from '../nlu/time.ts'
import {utterance} from '../nlu/tokens.ts'
import type {Lang, LocalDateTime} from '../nlu/types.ts'

const answer = z.object({
  commands: z.array(
    z.object({
      kind: z.string(),
      field: z.optional(z.nullable(z.string())),
      value: z.optional(z.nullable(z.string())),
      intent: z.optional(z.nullable(z.string())),
    }),
  ),
  reply: z.optional(z.nullable(z.string())),
})

export interface ModelAnswer {
  readonly commands: readonly Command[]
  readonly reply: string | undefined
}

export interface ReadContext {
  readonly scenario: Scenario
  readonly now: LocalDateTime
  readonly lang: Lang
  /** What the caller said: a model may understand it, it may not add to it. */
  readonly said: string
  readonly filled: Readonly<Record<string, FieldState>>
}

/** A model's answer as commands. Values go through the same grammars as speech: a date is a date only if ours reads it as one. */
export function readAnswer(json: unknown, context: ReadContext): ModelAnswer | undefined {
  const parsed = answer.safeParse(json)
  if (!parsed.success) return undefined
  const commands = parsed.data.commands.map((command) => commandOf(command, context)).filter((command) => command !== undefined)
  return {commands, reply: parsed.data.reply?.trim() || undefined}
}

type Raw = z.infer<typeof answer>['commands'][number]

function commandOf({kind, field: id, value, intent}: Raw, context: ReadContext): Command | undefined {
  const base = {source: 'llm', confidence: 0.7} as const
  if (kind === 'ask') return {...base, kind: 'ask', question: context.said}
  if (kind === 'intent')
    return intent && context.scenario.intents.some((each) => each.id === intent) ? {...base, kind: 'intent', id: intent} : undefined
  if (kind === 'correct' && !value) return context.filled[id ?? '']?.value === undefined ? undefined : {...base, kind: 'reopen', field: id!}
  if (kind === 'set' || kind === 'correct') {
    const field = context.scenario.fields.get(id ?? '')
    const read = field && value ? valueOf(field, value, context) : undefined
    return read === undefined
      ? undefined
      : {...base, kind: 'set', field: field!.id, value: read, raw: value!, alts: [], corrected: kind === 'correct'}
  }
  return isSimple(kind) ? {...base, kind} : undefined
}

function valueOf(field: ScenarioField, text: string, {now, lang, said}: ReadContext): Value | undefined {
  const spoken = utterance(text, lang)
  const context = {now, asked: true, past: field.past, region: field.region ?? 'RU', options: field.choices}
  switch (field.type) {
    case 'enum':
      return field.choices.some((choice) => choice.id === text) ? text : undefined
    case 'date':
      return textOf(extractDate(spoken, context)?.value, 'date')
    case 'time':
      return textOf(extractTime(spoken, context)?.value, 'time')
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

const textOf = (value: unknown, key: string): string | undefined => {
  const text = (value as Record<string, unknown> | undefined)?.[key]
  return typeof text === 'string' ? text : undefined
}

/** Every word of the value begins like a word that was said: forms may differ («Ольгу» → «Ольга»), words may not be new. */
function isGrounded(text: string, said: string): boolean {
  const heard = said
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{N}]+/u)
  const words = text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  return words.length > 0 && words.every((word) => heard.some((each) => each.slice(0, 3) === word.slice(0, 3)))
}
