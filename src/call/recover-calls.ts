import type {Clock} from '../clock.ts'
import {endCall} from '../dialogue/engine/end-call.ts'
import type {DialogueState} from '../dialogue/engine/state.ts'
import type {Scenario} from '../dialogue/engine/scenario.ts'
import type {CallEvent} from '../events/call-event.ts'
import {ingestCall} from '../events/ingest.ts'
import {isGone} from '../events/process-mark.ts'
import {openSpool, readSpool, removeSpool, spooledCalls} from '../events/spool.ts'
import type {Store} from '../store/store.ts'
import {endPayload} from './live-call.ts'

export interface RecoverDeps {
  readonly store: Store
  readonly spoolDir: string
  readonly clock: Clock
  readonly newEventId: () => string
  /** The configuration a call was begun with. */
  readonly scenarioOf: (
    companyId: string,
    skillbaseId: string,
    version: number,
  ) => Promise<{scenario: Scenario; crmMapping: Readonly<Record<string, string>>}>
}

/** Events of a call in the spool whose process is gone without having ended it; nothing when the call is alive or over. */
export function orphan(dir: string, callId: string): readonly CallEvent[] | undefined {
  const events = readSpool(dir, callId)
  if (events.at(-1)?.type === 'call.ended') return undefined
  const owner = events.findLast((event) => event.type === 'call.resumed' || event.type === 'call.started')
  return owner && isGone(owner.payload.process) ? events : undefined
}

/**
 * Closes every call whose process is gone, with the outcome of what was said until then, and stores what the spool holds.
 * @returns ids of the calls that were closed
 */
export async function recoverCalls(deps: RecoverDeps): Promise<string[]> {
  const {spoolDir, store} = deps
  const closed: string[] = []
  for (const callId of spooledCalls(spoolDir)) {
    const events = orphan(spoolDir, callId)
    if (events) {
      await closeOrphan(callId, events, deps)
      closed.push(callId)
    }
    const stored = await ingestCall(spoolDir, callId, store)
    // Not one whole event: the process was lost before the call began.
    if (stored.length === 0 && readSpool(spoolDir, callId).length === 0 && events === undefined) removeIfOld(spoolDir, callId)
  }
  return closed
}

const removeIfOld = (dir: string, callId: string): void => removeSpool(dir, callId)

async function closeOrphan(callId: string, events: readonly CallEvent[], deps: RecoverDeps): Promise<void> {
  const started = events.find((event) => event.type === 'call.started')
  const last = events.findLast((event) => event.type === 'turn.taken')
  if (started?.type !== 'call.started') return
  const {skillbaseId, skillbaseVersion, language} = started.payload
  const end = last
    ? await endOf(started.companyId, skillbaseId, skillbaseVersion, last.payload.snapshot as DialogueState, deps)
    : nothingSaid(language)
  const writer = openSpool(deps.spoolDir, callId)
  try {
    const seq = events.at(-1)!.seq + 1
    writer.append({
      id: deps.newEventId(),
      companyId: started.companyId,
      callId,
      seq,
      at: deps.clock.now(),
      type: 'call.ended',
      payload: end,
    })
  } finally {
    writer.close()
  }
}

async function endOf(companyId: string, skillbaseId: string, version: number, state: DialogueState, deps: RecoverDeps) {
  const {scenario, crmMapping} = await deps.scenarioOf(companyId, skillbaseId, version)
  return endPayload(scenario, endCall(scenario, state, 'process_lost', deps.clock.now()), crmMapping)
}

const nothingSaid = (language: 'ru' | 'en') => ({
  status: 'failed' as const,
  endReason: 'process_lost' as const,
  telephonyResult: null,
  outcome: 'failed',
  outcomeKind: 'failed' as const,
  outcomeEvidence: {},
  fields: {},
  statesVisited: [],
  language,
  lead: null,
})
