import {isBuiltinIntent} from '../builtin-intents.ts'
import {sameName} from './names.ts'

export interface IntentInput {
  readonly description?: string
  readonly phrases?: string[]
}

/** Own intents that an upgrade has to declare, by id. */
export type Intents = Map<string, {description?: string; phrases: string[]}>

/** What an older configuration calls an intent → what the engine calls it. */
export function knownIntents(name: string): readonly string[] | undefined {
  const id = sameName(name)
  return aliases[id] ?? (isBuiltinIntent(id) ? [id] : undefined)
}

/** Intents that answer a question of the bot: their state is a confirmation. */
export const answers: ReadonlySet<string> = new Set(['yes_answer', 'no_answer_given', 'correction'])

/** Declares an intent under `name` unless there is one already; returns its id. */
export function declareIntent(intents: Intents, name: string, phrases: readonly string[], description?: string): string {
  const id = sameName(name).slice(0, 64) || 'intent'
  const intent = intents.get(id) ?? {phrases: []}
  intent.phrases = [...new Set([...intent.phrases, ...phrases])]
  if (description !== undefined) intent.description ??= description
  intents.set(id, intent)
  return id
}

export const intentsInput = (intents: Intents): Record<string, IntentInput> =>
  Object.fromEntries(
    [...intents].map(([id, {phrases, description}]) => [
      id,
      {
        ...(description !== undefined && {description: description.slice(0, 500)}),
        ...(phrases.length > 0 && {phrases: phrases.map((phrase) => phrase.slice(0, 200))}),
      },
    ]),
  )

const changed = ['no_answer_given', 'correction']

const aliases: Readonly<Record<string, readonly string[]>> = {
  want_to_book: ['book'],
  wants_to_book: ['book'],
  booking: ['book'],
  make_appointment: ['book'],
  appointment: ['book'],
  has_question: ['question'],
  ask_question: ['question'],
  have_question: ['question'],
  satisfied: ['thanks', 'goodbye'],
  thank_you: ['thanks'],
  bye: ['goodbye'],
  confirmed: ['yes_answer'],
  confirm: ['yes_answer'],
  yes: ['yes_answer'],
  agree: ['yes_answer'],
  agreed: ['yes_answer'],
  want_to_change: changed,
  wants_to_change: changed,
  change: changed,
  not_confirmed: changed,
  no: changed,
  want_callback: ['callback'],
  call_back: ['callback'],
  callback_requested: ['callback'],
  operator: ['handoff'],
  human: ['handoff'],
  transfer: ['handoff'],
  escalate: ['handoff'],
  escalation: ['handoff'],
  complain: ['complaint'],
  not_interested: ['refuse'],
  refused: ['refuse'],
  wrong_location: ['wrong_number'],
}
