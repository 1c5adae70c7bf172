import {fieldTypes} from './field.ts'

const general = [
  'greeting',
  'disclosure',
  'how_can_i_help',
  'anything_else',
  'who_i_am',
  'listening',
  'not_understood',
  'need_it',
  'rest_of_name',
  'rest_of_address',
  'rest_of_birth_date',
  'noted',
  'changed',
  'recall',
  'choose',
  'what_to_change',
  'confirm',
  'confirm.phone',
  'confirm.email',
  'confirm.address',
  'confirm.again',
  'repeat_intro',
  'hold',
  'hold_more',
  'still_there',
  'resume',
  'thanks',
  'sorry',
  'goodbye',
  'goodbye_silence',
  'refused',
  'cancelled',
  'do_not_call',
  'wrong_number',
  'voicemail',
  'emergency',
  'are_you_robot',
  'injection',
  'language',
  'language_changed',
  'handoff',
  'handoff_failed',
  'handoff_unavailable',
  'callback',
  'callback_offer',
  'callback_number',
  'cannot_do',
  'not_found',
  'too_many_questions',
  'hours',
  'error',
  'not_done',
  'slot_taken',
  'slot_alternatives',
  'dial_it',
  'heard_digits',
  'max_turns',
  'max_duration',
] as const

const reasons = [
  'past_date',
  'past_time',
  'too_far',
  'too_early',
  'closed_day',
  'closed_hour',
  'out_of_window',
  'not_past',
  'needs_exact',
  'incomplete',
  'invalid',
  'ambiguous',
  'too_small',
  'too_big',
  'too_short',
  'too_long',
  'taken',
  'no_caller_id',
] as const

type FieldType = (typeof fieldTypes)[number]

/** Lines the engine says on its own. Every one has a built-in wording; a skillbase can word it, not remove it. */
export type LineId =
  | (typeof general)[number]
  | `ask.${FieldType | 'birth_date'}`
  | `reask.${FieldType | 'birth_date'}`
  | `reject.${(typeof reasons)[number]}`

export const lineIds = [
  ...general,
  ...[...fieldTypes, 'birth_date' as const].map((type) => `ask.${type}` as const),
  ...[...fieldTypes, 'birth_date' as const].map((type) => `reask.${type}` as const),
  ...reasons.map((reason) => `reject.${reason}` as const),
] satisfies LineId[]
