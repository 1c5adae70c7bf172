import {endCall} from '../dialogue/engine/end-call.ts'
import {acceptedValues} from '../dialogue/engine/draft.ts'
import type {Scenario} from '../dialogue/engine/scenario/scenario.ts'
import type {DialogueState} from '../dialogue/engine/state.ts'
import {initialState} from '../dialogue/engine/turn.ts'
import {AppError} from '../errors.ts'
import type {CallEnded} from '../events/call-event.ts'
import {endPayload} from './end-of-call.ts'
import type {Orphan} from './orphan.ts'
import type {RecoverDeps} from './recover-calls.ts'

export interface EndOfLost {
  readonly payload: CallEnded
  /** Why nobody can tell the outcome: the version that the call was begun with does not run any more. */
  readonly unjudged?: unknown
}

/**
 * How a call whose process was lost ends: with the outcome of what was said until then. Where that cannot be worked out, as failed, with the
 * values that were given: otherwise it would be in the way of every later call.
 */
export async function endOfLost(lost: Orphan, {scenarioOf}: Pick<RecoverDeps, 'scenarioOf'>): Promise<EndOfLost> {
  const {companyId, started, events} = lost
  const {at} = events.at(-1)!
  try {
    const {scenario, crmMapping} = await scenarioOf(companyId, started.skillbaseId, started.skillbaseVersion, started.timezone)
    return {payload: endPayload(scenario, endCall(scenario, stateOf(lost, scenario), 'process_lost', at), crmMapping)}
  } catch (error) {
    // A database that is not there says nothing about the call.
    if (error instanceof AppError && error.code !== 'SKILLBASE_BROKEN') throw error
    return {payload: withoutOutcome(lost), unjudged: error}
  }
}

function withoutOutcome({started, events}: Orphan): CallEnded {
  const state = lastState(events)
  return {
    status: 'failed',
    endReason: 'process_lost',
    telephonyResult: 'answered',
    outcome: 'failed',
    outcomeKind: 'failed',
    outcomeEvidence: {},
    fields: state ? acceptedValues(state) : {},
    statesVisited: state?.visited ?? [],
    language: state?.lang ?? started.language,
    lead: null,
  }
}

/** How far an orphan had come. */
function stateOf(lost: Orphan, scenario: Scenario): DialogueState {
  const {callId, started, events} = lost
  const {direction, callerNumber, calleeNumber, contact = {}, seed} = started
  const caller = callerNumber ?? calleeNumber ?? ''
  return lastState(events) ?? initialState(scenario, {callId, direction, caller, contact, seed, now: events[0]!.at})
}

const lastState = (events: Orphan['events']): DialogueState | undefined => {
  const last = events.findLast((event) => event.type === 'turn.taken')
  return last && (last.payload.snapshot as DialogueState)
}
