import type {Store} from '../store/store.ts'
import type {CallEvent} from './call-event.ts'
import {Overtaken, storeEvents} from './project.ts'
import {isOwn, ofAnotherDatabase} from './own-calls.ts'
import {readSpool, removeSpool} from './spool.ts'

/**
 * Stores what the spool of one call holds; the file goes once the call has ended and all of it is stored. Safe to run at any time, by
 * several processes at once, and again.
 *
 * @returns the events of the call so far, and how many of them were new
 * @throws AppError SPOOL_CORRUPT, DATABASE_UNAVAILABLE, CALL_OF_ANOTHER_DATABASE (refused); the file stays
 */
export async function ingestCall(dir: string, callId: string, store: Store): Promise<{events: readonly CallEvent[]; stored: number}> {
  if (!isOwn({dir, database: await store.identity()}, callId)) throw ofAnotherDatabase(dir, callId)
  const events = readSpool(dir, callId)
  const stored = events.length > 0 ? await storeAll(events, store) : 0
  if (events.at(-1)?.type === 'call.ended') removeSpool(dir, callId)
  return {events, stored}
}

const mostAttempts = 5

async function storeAll(events: readonly CallEvent[], store: Store): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await store.transaction((repositories) => storeEvents(events, repositories))
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error
      if (attempt === mostAttempts) throw error.cause ?? error
    }
  }
}
