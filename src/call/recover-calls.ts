import type {Clock} from '../clock.ts'
import type {Scenario} from '../dialogue/engine/scenario/scenario.ts'
import {ingestCall} from '../events/ingest.ts'
import {ownCalls} from '../events/own-calls.ts'
import {removeStillborn} from '../events/spool.ts'
import type {Store} from '../store/store.ts'
import {type EndOfLost, endOfLost} from './end-of-lost.ts'
import {type Orphan, orphan, takeOver} from './orphan.ts'

export interface RecoverDeps {
  readonly store: Store
  readonly spoolDir: string
  readonly clock: Clock
  readonly newEventId: () => string
  /** The configuration a call was begun with, in the zone that it was begun in, if it says so. */
  readonly scenarioOf: (
    companyId: string,
    skillbaseId: string,
    version: number,
    timezone: string | undefined,
  ) => Promise<{scenario: Scenario; crmMapping: Readonly<Record<string, string>>}>
}

export interface BadCall {
  readonly callId: string
  readonly error: unknown
}

export interface Recovered {
  /** Ids of the calls that were closed. */
  readonly closed: readonly string[]
  /** Of these, the ones whose outcome nobody can tell, and why; none when absent. */
  readonly unjudged?: readonly BadCall[]
  /** Calls that could be neither closed nor stored, and why; their files stay. */
  readonly failed: readonly BadCall[]
}

/** Nobody takes an hour between the first byte of a file and the first event in it. */
const stillbornMs = 60 * 60 * 1000

/** Which calls of this database to look at. */
export interface Recoverable {
  /** Who asks for it: nobody closes a call that another company may want to go on with. All companies when absent. */
  readonly companyId?: string
  /** All when absent. */
  readonly ids?: readonly string[] | undefined
}

/**
 * Closes every call whose process is gone, with the outcome of what was said until then, and stores what the spool holds, also of calls
 * that go on. One call that cannot be dealt with holds up no other.
 */
export async function recoverCalls(deps: RecoverDeps, {companyId, ids}: Recoverable = {}): Promise<Recovered> {
  const closed: string[] = []
  const unjudged: BadCall[] = []
  const failed: BadCall[] = []
  const own = ownCalls({dir: deps.spoolDir, database: await deps.store.identity(), companyId})
  for (const callId of ids ? own.filter((id) => ids.includes(id)) : own) {
    try {
      const lost = orphan(deps.spoolDir, callId)
      const end = lost && (await closeOrphan(lost, deps))
      if (end) closed.push(callId)
      if (end?.unjudged !== undefined) unjudged.push({callId, error: end.unjudged})
      await ingestCall(deps.spoolDir, callId, deps.store)
    } catch (error) {
      failed.push({callId, error})
    }
  }
  removeStillborn(deps.spoolDir, deps.clock.now() - stillbornMs)
  return {closed, ...(unjudged.length > 0 && {unjudged}), failed}
}

/** Nothing when another process took the call over at the same moment. */
async function closeOrphan(lost: Orphan, deps: RecoverDeps): Promise<EndOfLost | undefined> {
  const {companyId, callId} = lost
  const {spoolDir, newEventId} = deps
  const end = await endOfLost(lost, deps)
  // Nobody knows when the line went dead: the last thing on record is the last that surely happened.
  const {at, seq} = lost.events.at(-1)!
  const writer = takeOver(spoolDir, lost, {id: newEventId(), companyId, callId, seq: seq + 1, at, type: 'call.ended', payload: end.payload})
  writer?.close()
  return writer && end
}
