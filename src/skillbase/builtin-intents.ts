/** What the engine recognises in every skillbase without being told. */
export const builtinIntents = [
  'yes_answer',
  'no_answer_given',
  'correction',
  'thanks',
  'greeting',
  'goodbye',
  'repeat',
  'slower',
  'cant_hear',
  'hold',
  'question',
  'skip',
  'dont_know',
  'refuse',
  'cancel',
  'callback',
  'handoff',
  'do_not_call',
  'wrong_number',
  'voicemail',
  'complaint',
  'emergency',
  'are_you_robot',
  'switch_language',
  'injection',
  'book',
  'done_already',
  'conditional',
  'in_part',
  'somebody_else',
] as const

export type BuiltinIntent = (typeof builtinIntents)[number]

const known: ReadonlySet<string> = new Set(builtinIntents)
export const isBuiltinIntent = (id: string): id is BuiltinIntent => known.has(id)
