import type {CallEvent} from '../events/call-event.ts'
import {isOwn} from '../events/own-calls.ts'
import {storeEvents} from '../events/project.ts'
import {putSpoolAside} from '../events/spool.ts'
import {endOfLost} from './end-of-lost.ts'
import type {Orphan} from './orphan.ts'
import type {RecoverDeps} from './recover-calls.ts'

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

async function endOf(broken: Orphan, deps: RecoverDeps): Promise<CallEvent> {
  const {companyId, callId, events} = broken
  const {at, seq} = events.at(-1)!
  const {payload} = await endOfLost(broken, deps)
  return {id: deps.newEventId(), companyId, callId, seq: seq + 1, at, type: 'call.ended', payload}
}
