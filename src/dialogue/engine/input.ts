import type {ToolResult} from './state.ts'

/** What reaches the engine in a turn. `now` is milliseconds since the epoch. */
export type TurnInput = {readonly now: number} & (
  | {readonly kind: 'start'}
  | {
      readonly kind: 'user'
      readonly text: string
      /** Recogniser's confidence 0…1, where it gives one. */
      readonly sttConfidence?: number | undefined
      /** Share of the bot's last words that was played before the caller spoke: 1 when it had finished. */
      readonly heard?: number | undefined
    }
  | {readonly kind: 'silence'; readonly seconds?: number}
  | {readonly kind: 'dtmf'; readonly digits: string}
  | {readonly kind: 'tool_result'; readonly key: string; readonly result: ToolResult}
  | {readonly kind: 'transfer_result'; readonly ok: boolean}
  | {readonly kind: 'resume'}
  | {readonly kind: 'hangup'}
  | {readonly kind: 'limit'; readonly limit: 'max_duration'}
)
