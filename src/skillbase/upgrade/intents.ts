import {isBuiltinIntent} from '../builtin-intents.ts'
import type {Path} from '../issue.ts'
import type {Report} from './legacy.ts'
import {clip} from './limits.ts'
import {sameName} from './names.ts'

export interface IntentInput {
  readonly description?: string
  readonly phrases?: string[]
}

/** Own intents that an upgrade has to declare, by id. */
export type Intents = Map<string, {readonly name: string; description?: string; phrases: string[]}>

/** What an older configuration calls an intent → what the engine calls it. */
export function knownIntents(name: string): readonly string[] | undefined {
  const id = sameName(name)
  return aliases[id] ?? (isBuiltinIntent(id) ? [id] : undefined)
}

/** Intents that answer a question of the bot: their state is a confirmation. */
export const answers: ReadonlySet<string> = new Set(['yes_answer', 'no_answer_given', 'correction'])

/** Where an intent was found. */
interface Found {
  readonly intents: Intents
  readonly path: Path
  readonly report: Report
}

/** Declares an intent under `name` unless there is one already; returns its id. */
export function declareIntent(
  {intents, path, report}: Found,
  name: string,
  {phrases = [], description}: {readonly phrases?: readonly string[]; readonly description?: string},
): string {
  const id = freeId(intents, name)
  const intent = intents.get(id) ?? {name, phrases: []}
  intent.phrases = [...new Set([...intent.phrases, ...phrases.map((phrase) => clip(phrase, 200, path, report)!)])]
  if (description !== undefined) intent.description ??= clip(description, 500, path, report)!
  intents.set(id, intent)
  return id
}

/** Ids are short: long names that only begin the same are not the same. */
function freeId(intents: Intents, name: string): string {
  const base = sameName(name) || 'intent'
  const isCut = base === 'intent' || base.length > 38
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}_${number}`
    const there = intents.get(id)
    if (!there || !isCut || there.name.toLowerCase() === name.toLowerCase()) return id
  }
}

export const intentsInput = (intents: Intents): Record<string, IntentInput> =>
  Object.fromEntries(
    [...intents].map(([id, {phrases, description}]) => [
      id,
      {...(description !== undefined && {description}), ...(phrases.length > 0 && {phrases})},
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
