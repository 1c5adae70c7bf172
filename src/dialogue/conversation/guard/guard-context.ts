import type {Scenario} from '../../engine/scenario/scenario.ts'
import type {Turn} from '../../engine/turn.ts'
import type {LocalDateTime} from '../../nlu/types.ts'

export interface GuardContext {
  readonly scenario: Scenario
  /** The turn whose words would be replaced. */
  readonly turn: Turn
  /** What the caller said in it. */
  readonly said: string
  readonly now: LocalDateTime
  /** What the model was told beforehand and must never read out; empty when there is nothing to hide. */
  readonly prompt: string
  /** Statements of that which it may pass on. */
  readonly facts: readonly string[]
}
