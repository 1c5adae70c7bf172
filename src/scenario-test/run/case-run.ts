import type {Step} from '../../dialogue/conversation/ports.ts'
import type {DialogueState} from '../../dialogue/engine/state.ts'
import type {CallEnded, CallEvent} from '../../events/call-event.ts'
import type {Turn} from '../format/test-file.ts'
import type {ToolUse} from './mock-tools.ts'

/** A turn of a test and what came of it. */
export interface TurnRun {
  /** From 1; 0 is the opening. */
  readonly number: number
  readonly turn: Turn | undefined
  readonly steps: readonly Step[]
  readonly toolUses: readonly ToolUse[]
  readonly state: DialogueState
  /** The call was over before it. */
  readonly skipped: boolean
}

/** A whole conversation of a test. */
export interface CaseRun {
  readonly turns: readonly TurnRun[]
  readonly events: readonly CallEvent[]
  readonly toolUses: readonly ToolUse[]
  /** What the call ended with. Nothing when it broke down. */
  readonly end: CallEnded | undefined
  readonly state: DialogueState
  /** What went wrong inside, if anything did. */
  readonly fault: unknown
}

/** What was said in a turn. */
export const textOf = ({steps}: Pick<TurnRun, 'steps'>): string =>
  steps
    .map(({text}) => text)
    .filter(Boolean)
    .join(' ')

/** Milliseconds in the engine. */
export const engineMs = ({steps}: Pick<TurnRun, 'steps'>): number => steps.reduce((sum, {engineUs}) => sum + engineUs, 0) / 1000
