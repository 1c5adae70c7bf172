import type {Store} from '../store/store.ts'
import type {CallEvent} from './call-event.ts'
import {storeEvents} from './project.ts'
import {readSpool, removeSpool, spooledCalls} from './spool.ts'

export interface Ingested {
  readonly calls: number
  readonly events: number
}

/** Stores what the spool of one call holds; the file goes once the call has ended and all of it is stored. */
export async function ingestCall(dir: string, callId: string, store: Store): Promise<readonly CallEvent[]> {
  const events = readSpool(dir, callId)
  if (events.length === 0) return events
  await store.transaction((repositories) => storeEvents(events, repositories))
  if (events.at(-1)!.type === 'call.ended') removeSpool(dir, callId)
  return events
}

/** Stores everything in the spool. Safe to run at any time and by anybody: events are known by their ids. */
export async function ingestSpool(dir: string, store: Store): Promise<Ingested> {
  let events = 0
  const ids = spooledCalls(dir)
  for (const id of ids) events += (await ingestCall(dir, id, store)).length
  return {calls: ids.length, events}
}
