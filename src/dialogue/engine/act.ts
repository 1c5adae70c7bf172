import type {Lang} from '../nlu/types.ts'
import type {Ending, ToolCall} from './state.ts'

/** One thing the bot says, ready to be heard. */
export interface Act {
  readonly id: string
  readonly kind: 'say' | 'ask' | 'confirm' | 'answer' | 'ack'
  /** What it is, for traces, caches of audio and tests: `ask.phone`, `line.hold`, `state.done`. */
  readonly key: string
  readonly text: string
  readonly interruptible: boolean
  /** May the model word it another way? Confirmations, numbers and legal lines stay as they are. */
  readonly rephrase: boolean
}

/** What has to happen outside of the conversation. */
export type Effect =
  | {readonly kind: 'tool'; readonly call: ToolCall; readonly filler?: string}
  | {readonly kind: 'transfer'; readonly target: string; readonly summary: string; readonly key: string}
  | {readonly kind: 'end'; readonly ending: Ending}
  | {readonly kind: 'set_language'; readonly lang: Lang}
  | {readonly kind: 'set_speed'; readonly speed: number}
  | {readonly kind: 'hold'; readonly seconds: number}

/** Why things went as they did, one line a decision. */
export interface Trace {
  readonly step: string
  readonly detail: string
}
