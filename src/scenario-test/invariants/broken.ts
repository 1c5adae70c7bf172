import type {Bilingual} from '../../bilingual.ts'

/** Names are stable: scripts and reports tell findings apart by them. */
export const invariantNames = [
  'exception',
  'ends_within_limits',
  'asks_confirmed_field',
  'asks_too_often',
  'repeats_itself',
  'says_nothing',
  'two_questions',
  'asks_and_hangs_up',
  'one_outcome',
  'end_says_nothing',
  'unconfirmed_phone_in_lead',
  'tool_repeated',
  'unrendered_template',
  'digits_in_speech',
  'markup_in_speech',
  'too_long',
  'unknown_state',
  'wrong_language',
  'not_reproducible',
  'stuck',
] as const

export type InvariantName = (typeof invariantNames)[number]

/** Something no conversation may do, done. */
export interface Broken {
  readonly name: InvariantName
  /** Turn of the case. */
  readonly turn: number
  /** State, field or line it happened at: two findings of one name at one place are the same defect. */
  readonly at: string
  readonly what: Bilingual
}
