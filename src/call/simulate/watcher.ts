import type {Exchange} from '../../dialogue/conversation/conversation.ts'
import type {DialogueState} from '../../dialogue/engine/state.ts'
import type {LiveCall} from '../live-call.ts'
import type {CallerAction} from './caller-action.ts'

/** What watches a simulated call: the terminal, or nobody. */
export interface Watcher {
  exchange(action: CallerAction | undefined, exchange: Exchange, call: LiveCall): void
  state?(state: DialogueState): void
  help?(): void
  /** The call was broken off by whoever runs this program, and is stored. */
  leftEarly?(callId: string): void
}
