import type {Lang} from '../nlu/types.ts'
import type {OutcomeKind} from '../../skillbase/schema/flow.ts'
import type {Value} from './command.ts'

/**
 * `accepted` may be used in conditions and records; `confirmed` was read back and agreed to; `candidate` waits to be read back now,
 * `held` until a summary reads it.
 */
export type FieldStatus = 'empty' | 'candidate' | 'held' | 'accepted' | 'confirmed' | 'rejected' | 'skipped'

export interface FieldState {
  readonly status: FieldStatus
  readonly value?: Value
  readonly raw?: string
  readonly alts?: readonly Value[]
  readonly source?: 'rule' | 'llm' | 'dtmf' | 'tool' | 'caller_id'
  /** Turn in which the value was said. */
  readonly turn?: number
  /** Failed tries to get it. */
  readonly attempts: number
  readonly noInput: number
  /** How often it was asked for. */
  readonly asked: number
  /** Why the last try was refused. */
  readonly reason?: RejectReason
  /** What is known of it so far: digits dictated in pieces, the part of the day. */
  readonly partial?: {
    readonly digits?: string
    readonly keyed?: true
    readonly dayPart?: string
    /** The day that could not be: «на день позже» counts from it. */
    readonly day?: string
    readonly name?: Readonly<Record<string, string>>
    /** `MM-DD` */
    readonly birthDay?: string
    readonly address?: Readonly<Record<string, string>>
  }
}

export type RejectReason =
  | 'past_date'
  | 'too_far'
  | 'too_early'
  | 'closed_day'
  | 'closed_hour'
  | 'out_of_window'
  | 'past_time'
  | 'not_past'
  | 'too_long_ago'
  | 'needs_exact'
  | 'incomplete'
  | 'invalid'
  | 'ambiguous'
  | 'too_small'
  | 'too_big'
  | 'too_short'
  | 'too_long'
  | 'taken'
  | 'no_caller_id'

/** What the bot waits for. */
export type Pending =
  | {readonly kind: 'ask'; readonly field: string}
  | {readonly kind: 'confirm'; readonly field: string}
  | {readonly kind: 'choose'; readonly field: string; readonly alts: readonly Value[]}
  | {readonly kind: 'confirm_state'}
  | {readonly kind: 'what_to_change'}
  | {readonly kind: 'open'}
  | {
      readonly kind: 'tool'
      readonly calls: readonly ToolCall[]
      readonly then: 'transitions' | 'collect'
      /** Asked for in the same breath, before the calls went out. */
      readonly asked?: string
    }

export interface ToolCall {
  readonly use: string
  readonly saveAs: string
  readonly args: Readonly<Record<string, Value>>
  /** Never sent twice: a booking is made once, whatever crashes. */
  readonly key: string
  readonly timeout: number
}

export interface ToolResult {
  readonly ok: boolean
  readonly [name: string]: unknown
}

export interface Counters {
  readonly turns: number
  readonly stateTurns: number
  /** In a row. */
  readonly noMatch: number
  readonly noInput: number
  readonly repeats: number
  readonly questions: number
  readonly holds: number
  readonly handoffs: number
  readonly injections: number
  readonly complaints: number
  readonly llmFail: number
}

export interface Ending {
  readonly outcome: string
  readonly kind: OutcomeKind
  readonly evidence: Readonly<Record<string, Value>>
  readonly reason: EndReason
}

export type EndReason =
  | 'bot_hangup'
  | 'caller_hangup'
  | 'transfer'
  | 'max_duration'
  | 'max_turns'
  | 'silence'
  | 'voicemail'
  | 'error'
  | 'process_lost'

/** All that a conversation is at one moment: plain JSON of a few kilobytes, enough to go on in another process. */
export interface DialogueState {
  readonly v: 1
  readonly callId: string
  /** sha256 of the configuration; a snapshot fits no other. */
  readonly config: string
  readonly direction: 'inbound' | 'outbound'
  readonly caller: string
  readonly contact: Readonly<Record<string, string>>
  readonly seq: number
  readonly state: string
  readonly visited: readonly string[]
  readonly lang: Lang
  readonly langVotes: number
  readonly fields: Readonly<Record<string, FieldState>>
  readonly pending: Pending
  readonly counters: Counters
  readonly flags: Readonly<Record<string, boolean>>
  readonly tools: Readonly<Record<string, ToolResult>>
  /** Keys of tool calls that were made, with the name their result has. */
  readonly toolKeys: Readonly<Record<string, string>>
  readonly intent: string
  readonly sentiment: number
  readonly speed: number
  /** How often each line was said, for turning through its wordings. */
  readonly said: Readonly<Record<string, number>>
  readonly seed: number
  readonly startedAt: number
  readonly lastQuestion?: string
  /** The fact that was told last, and in which turn: «а удаление?» asks the same about something else. */
  readonly lastFact?: {readonly key: string; readonly turn: number}
  /** The turn in which the caller last said «угу» over the bot's words. */
  readonly lastNod?: number
  /** The options that the question named which was answered last, and in which turn: «давайте» may want them. */
  readonly askedAbout?: {readonly turn: number; readonly options: readonly {readonly field: string; readonly option: string}[]}
  /** Whom the caller asked for by name or by post, until the message for them is told. */
  readonly forWhom?: string
  readonly ending?: Ending
}
