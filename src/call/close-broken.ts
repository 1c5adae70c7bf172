import {endCall} from '../dialogue/engine/end-call.ts'
import type {CallEvent} from '../events/call-event.ts'
import {isOwn} from '../events/own-calls.ts'
import {storeEvents} from '../events/project.ts'
import {putSpoolAside} from '../events/spool.ts'
import {endPayload} from './end-of-call.ts'
import type {Orphan} from './orphan.ts'
import {type RecoverDeps, stateOf} from './recover-calls.ts'

/**
 * Closes a broken call with the outcome of what is left of it, and stores that, gaps and all. Its file, if there is one, is kept beside under
 * another name.
 */
export async function closeBroken(broken: Orphan, deps: RecoverDeps): Promise<void> {
  const {store, spoolDir, clock} = deps
  const {callId, events} = broken
  const whole = events.at(-1)!.type === 'call.ended' ? events : [...events, await endOf(broken, deps)]
  await store.transaction((repositories) => storeEvents(whole, repositories))
  if (isOwn({dir: spoolDir, database: await store.identity()}, callId)) putSpoolAside(spoolDir, callId, clock.now())
}

async function endOf(broken: Orphan, {newEventId, scenarioOf}: RecoverDeps): Promise<CallEvent> {
  const {companyId, callId, started, events} = broken
  const {scenario, crmMapping} = await scenarioOf(companyId, started.skillbaseId, started.skillbaseVersion, started.timezone)
  const {at, seq} = events.at(-1)!
  const payload = endPayload(scenario, endCall(scenario, stateOf(broken, scenario), 'process_lost', at), crmMapping)
  return {id: newEventId(), companyId, callId, seq: seq + 1, at, type: 'call.ended', payload}
}
