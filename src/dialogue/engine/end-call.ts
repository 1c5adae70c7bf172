import type {Draft} from './draft.ts'
import {end} from './ending.ts'
import {localTime} from './local-time.ts'
import type {Scenario} from './scenario/scenario.ts'
import type {DialogueState, EndReason} from './state.ts'

/** The state of a call that was cut off: its outcome follows from what was established until then. */
export function endCall(scenario: Scenario, state: DialogueState, reason: EndReason, now: number): DialogueState {
  if (state.ending) return state
  const draft: Draft = {scenario, now, local: localTime(now, scenario.timezone), state, acts: [], effects: [], trace: []}
  end(draft, reason)
  return draft.state
}
