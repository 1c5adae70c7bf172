import type {Clock} from '../clock.ts'
import {endCall} from '../dialogue/engine/end-call.ts'
import type {Scenario} from '../dialogue/engine/scenario/scenario.ts'
import type {DialogueState} from '../dialogue/engine/state.ts'
import {initialState} from '../dialogue/engine/turn.ts'
import {ingestCall} from '../events/ingest.ts'
import {ownCalls} from '../events/own-calls.ts'
import {removeStillborn} from '../events/spool.ts'
import type {Store} from '../store/store.ts'
import {endPayload} from './end-of-call.ts'
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

export interface Recovered {
  /** Ids of the calls that were closed. */
  readonly closed: readonly string[]
  /** Calls that could be neither closed nor stored, and why; their files stay. */
  readonly failed: readonly {readonly callId: string; readonly error: unknown}[]
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
  const failed: {callId: string; error: unknown}[] = []
  const own = ownCalls({dir: deps.spoolDir, database: await deps.store.identity(), companyId})
  for (const callId of ids ? own.filter((id) => ids.includes(id)) : own) {
    try {
      const lost = orphan(deps.spoolDir, callId)
      if (lost && (await closeOrphan(lost, deps))) closed.push(callId)
      await ingestCall(deps.spoolDir, callId, deps.store)
    } catch (error) {
      failed.push({callId, error})
    }
  }
  removeStillborn(deps.spoolDir, deps.clock.now() - stillbornMs)
  return {closed, failed}
}

/** False when another process took the call over at the same moment. */
async function closeOrphan(lost: Orphan, {spoolDir, newEventId, scenarioOf}: RecoverDeps): Promise<boolean> {
  const {companyId, callId, started} = lost
  const last = lost.events.at(-1)!
  const {scenario, crmMapping} = await scenarioOf(companyId, started.skillbaseId, started.skillbaseVersion, started.timezone)
  // Nobody knows when the line went dead: the last thing on record is the last that surely happened.
  const {at} = last
  const payload = endPayload(scenario, endCall(scenario, stateOf(lost, scenario), 'process_lost', at), crmMapping)
  const writer = takeOver(spoolDir, lost, {id: newEventId(), companyId, callId, seq: last.seq + 1, at, type: 'call.ended', payload})
  writer?.close()
  return writer !== undefined
}

/** How far an orphan had come. */
export function stateOf({callId, started, events}: Orphan, scenario: Scenario): DialogueState {
  const last = events.findLast((event) => event.type === 'turn.taken')
  if (last) return last.payload.snapshot as DialogueState
  const {direction, callerNumber, calleeNumber, contact = {}, seed} = started
  return initialState(scenario, {callId, direction, caller: callerNumber ?? calleeNumber ?? '', contact, seed, now: events[0]!.at})
}
