import type {Command} from '../engine/command.ts'
import type {Scenario} from '../engine/scenario/scenario.ts'
import type {DialogueState} from '../engine/state.ts'
import type {Lang, LocalDateTime} from '../nlu/types.ts'

export interface ReadContext {
  readonly scenario: Scenario
  readonly state: DialogueState
  readonly now: LocalDateTime
  readonly lang: Lang
  /** What the caller said: a model may understand it, it may not add to it. */
  readonly said: string
  /** What the rules made of it. */
  readonly heard?: readonly Command[]
}
