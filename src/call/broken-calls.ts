import {AppError} from '../errors.ts'
import type {CallEvent} from '../events/call-event.ts'
import {isGone} from '../events/process-mark.ts'
import {isOwn, ownCalls} from '../events/own-calls.ts'
import {readSpool, salvageSpool, spoolFile} from '../events/spool.ts'
import {isUnreadable} from '../events/spool-folder.ts'
import type {Store} from '../store/store.ts'
import {type Orphan, ownerOf} from './orphan.ts'

export interface BrokenCallDeps {
  readonly store: Pick<Store, 'calls' | 'events' | 'identity'>
  readonly spoolDir: string
}

/** Nobody has more calls open at a time. */
const mostActive = 1000

/**
 * Simulated calls of a company that can neither go on nor end by themselves: their process is gone, and their file is, too, or is damaged
 * in the middle. Each with what is left of it, there and in the database; oldest first.
 *
 * @param reference beginning of an id; all when absent
 */
export async function brokenCalls(companyId: string, deps: BrokenCallDeps, reference = ''): Promise<Orphan[]> {
  const {store, spoolDir} = deps
  const view = {dir: spoolDir, database: await store.identity(), companyId}
  const active = await store.calls.list(companyId, {status: 'active'}, {limit: mostActive})
  const ids = new Set([...active.map(({id}) => id), ...ownCalls(view)].filter((id) => id.startsWith(reference.toUpperCase())))
  const broken: Orphan[] = []
  for (const callId of [...ids].toSorted()) {
    // Somebody else's call, as far as this user can tell: it may well be alive.
    if (isUnreadable(spoolFile(spoolDir, callId))) continue
    // A file that belongs to another database, which this one is a copy of, says nothing here.
    const own = isOwn(view, callId)
    const left = !own || isDamaged(spoolDir, callId) ? await leftOf(companyId, callId, deps, own) : undefined
    if (left) broken.push(left)
  }
  return broken
}

/** Whether the file of a call is gone, holds nothing, or has a gap. */
export function isDamaged(spoolDir: string, callId: string): boolean {
  try {
    return readSpool(spoolDir, callId).length === 0
  } catch (error) {
    if (error instanceof AppError) return true
    throw error
  }
}

/** Nothing when the call is another company's, over, alive, or not a simulated one. */
async function leftOf(companyId: string, callId: string, {store, spoolDir}: BrokenCallDeps, own: boolean): Promise<Orphan | undefined> {
  const call = await store.calls.find(companyId, callId)
  if (call && call.status !== 'active') return undefined
  const stored = (await store.events.list(companyId, callId)).map((event) => ({...event, companyId}) as CallEvent)
  const known = new Set(stored.map(({seq}) => seq))
  const salvaged = own ? salvageSpool(spoolDir, callId) : []
  const events = [...stored, ...salvaged.filter(({seq}) => !known.has(seq))].toSorted((a, b) => a.seq - b.seq)
  const [first] = events
  if (first?.type !== 'call.started' || first.companyId !== companyId || first.payload.channel !== 'simulated') return undefined
  return isGone(ownerOf(events)!) ? {callId, companyId, started: first.payload, events} : undefined
}
