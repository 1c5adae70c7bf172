import {acceptedValues} from '../dialogue/engine/draft.ts'
import type {Scenario} from '../dialogue/engine/scenario/scenario.ts'
import type {DialogueState} from '../dialogue/engine/state.ts'
import type {CallEnded, LeadFound} from '../events/call-event.ts'
import type {EndReason} from './call.ts'

/** How a call ends on record. Also for calls whose process was lost: then with what was established up to its last turn. */
export function endPayload(scenario: Scenario, state: DialogueState, crmMapping: Readonly<Record<string, string>>): CallEnded {
  const ending = state.ending!
  return {
    status: statusOf(ending.reason),
    endReason: ending.reason,
    telephonyResult: ending.kind === 'voicemail' ? ('voicemail' as const) : ('answered' as const),
    outcome: ending.outcome,
    outcomeKind: ending.kind,
    outcomeEvidence: ending.evidence,
    fields: acceptedValues(state),
    statesVisited: state.visited,
    language: state.lang,
    lead: ending.kind === 'lead' ? leadOf(scenario, state, crmMapping) : null,
  }
}

const statusOf = (reason: EndReason): 'completed' | 'failed' | 'transferred' => {
  if (reason === 'transfer') return 'transferred'
  return reason === 'error' || reason === 'process_lost' ? 'failed' : 'completed'
}

/** Only what was accepted or confirmed goes into a lead: a number that nobody confirmed is somebody else's. */
function leadOf(scenario: Scenario, state: DialogueState, crmMapping: Readonly<Record<string, string>>): LeadFound {
  const values = acceptedValues(state)
  const first = (type: string): string | null => {
    const field = [...scenario.fields.values()].find((each) => each.type === type && values[each.id] !== undefined)
    return field ? String(values[field.id]) : null
  }
  // We called them: that number is known to reach them.
  const called = state.direction === 'outbound' ? state.caller || null : null
  const data = Object.fromEntries(Object.entries(values).map(([id, value]) => [crmMapping[id] ?? id, value]))
  return {name: first('person_name'), phone: first('phone') ?? called, email: first('email'), data}
}
