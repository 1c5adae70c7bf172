import type {ReadContext} from './read-context.ts'
import * as z from 'zod/mini'
import {isSimple, type Command, type Simple} from '../engine/command.ts'
import {complainsOfUs} from '../engine/reading/wishes/whose-complaint.ts'
import {utterance} from '../nlu/tokens.ts'
import {saysWish} from './content-words.ts'
import {leansToYes, speaksOfChange} from './evidence.ts'
import {confidenceIn, sure, valueOf} from './model-values.ts'
import {speaksOfQuestion} from './question-evidence.ts'
import {speaksOfWish} from './wish-evidence.ts'

const text = z.optional(z.nullable(z.string()))
const answer = z.object({
  commands: z.array(z.object({kind: z.string(), field: text, value: text, intent: text})),
  reply: text,
})

export interface ModelAnswer {
  readonly commands: readonly Command[]
  readonly reply: string | undefined
}

/** Nobody does more than this in one breath. */
const mostCommands = 12

/** A model's answer as commands; undefined when it has not the shape of one. Whatever is not known or not allowed is left out. */
export function readAnswer(json: unknown, context: ReadContext): ModelAnswer | undefined {
  const parsed = answer.safeParse(json)
  if (!parsed.success) return undefined
  const commands = parsed.data.commands.slice(0, mostCommands).flatMap((command) => commandOf(command, context) ?? [])
  return {commands: onceEach(commands), reply: parsed.data.reply?.replaceAll(/\s+/g, ' ').trim() || undefined}
}

type Raw = z.infer<typeof answer>['commands'][number]

function commandOf({kind, field: id, value, intent}: Raw, context: ReadContext): Command | undefined {
  const {scenario, state, said, lang} = context
  const base = {source: 'llm', confidence: sure} as const
  if (kind === 'ask') return speaksOfQuestion(said) ? {...base, kind: 'ask', question: said} : undefined
  if (kind === 'intent')
    return intent && saysWish(said) && scenario.intents.some((each) => each.id === intent)
      ? {...base, kind: 'intent', id: intent}
      : undefined
  const field = scenario.fields.get(id ?? '')
  if (kind === 'correct' && field && !value)
    return state.fields[field.id]!.value === undefined || !speaksOfChange(field, said)
      ? undefined
      : {...base, kind: 'reopen', field: field.id}
  if (kind === 'set' || kind === 'correct') {
    const read = field && value ? valueOf(field, value, context) : undefined
    const confidence = field && read !== undefined ? confidenceIn(field, read, kind === 'correct', context) : undefined
    if (!field || read === undefined || confidence === undefined) return undefined
    return {...base, confidence, kind: 'set', field: field.id, value: read, raw: said, alts: [], corrected: kind === 'correct'}
  }
  if (kind === 'complaint' && !complainsOfUs(utterance(said, lang))) return undefined
  if (!isSimple(kind) || !isAllowed(kind, context) || !speaksOfWish(kind, said)) return undefined
  return {...base, kind: kind === 'emergency' ? 'handoff' : kind}
}

/**
 * What ends a call for good is for rules to hear, and agreement for the caller to voice. An emergency that only a model heard goes to a
 * person: the number to dial and the end of the call are too much on its word alone.
 */
function isAllowed(kind: Simple, {state: {pending}, said, lang, now}: ReadContext): boolean {
  if (kind === 'affirm') return (pending.kind === 'open' || pending.kind === 'ask') && leansToYes(utterance(said, lang), now)
  return !['do_not_call', 'wrong_number', 'voicemail', 'injection', 'goodbye', 'refuse', 'cancel'].includes(kind)
}

/** The first word on a field stands. */
function onceEach(commands: readonly Command[]): Command[] {
  const seen = new Set<string>()
  return commands.filter((command) => {
    const key =
      command.kind === 'set' || command.kind === 'reopen'
        ? command.field
        : command.kind === 'intent'
          ? `intent ${command.id}`
          : `kind ${command.kind}`
    return !seen.has(key) && seen.add(key)
  })
}
