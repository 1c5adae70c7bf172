import {AppError} from '../errors.ts'
import {endCall} from '../dialogue/engine/end-call.ts'
import type {DialogueState} from '../dialogue/engine/state.ts'
import {initialState} from '../dialogue/engine/turn.ts'
import {storeEvents} from '../events/project.ts'
import {putSpoolAside, readSpool} from '../events/spool.ts'
import type {Call} from './call.ts'
import {endPayload} from './end-of-call.ts'
import type {RecoverDeps} from './recover-calls.ts'

/** Whether a call that counts as active can never end by itself: its file is gone, or damaged in the middle. */
export function isBroken(spoolDir: string, {id, status}: Pick<Call, 'id' | 'status'>): boolean {
  if (status !== 'active') return false
  try {
    return readSpool(spoolDir, id).length === 0
  } catch (error) {
    if (error instanceof AppError) return true
    throw error
  }
}

/** Closes a broken call with what the database knows of it. Its file, if there is one, is kept beside under another name. */
export async function closeBroken(call: Call, {store, spoolDir, newEventId, scenarioOf, clock}: RecoverDeps): Promise<void> {
  const {companyId, id: callId} = call
  const {scenario, crmMapping} = await scenarioOf(companyId, call.skillbaseId, call.skillbaseVersion)
  const known = await store.calls.snapshot(companyId, callId)
  const seq = (await store.events.list(companyId, callId)).at(-1)?.seq ?? 0
  const at = known?.at ?? call.startedAt
  const caller = call.callerNumber ?? call.calleeNumber ?? ''
  const state =
    (known?.snapshot as DialogueState | undefined) ??
    initialState(scenario, {callId, direction: call.direction, caller, contact: {}, seed: call.seed, now: at})
  const payload = endPayload(scenario, endCall(scenario, state, 'process_lost', at), crmMapping)
  const event = {id: newEventId(), companyId, callId, seq: seq + 1, at, type: 'call.ended', payload} as const
  await store.transaction((repositories) => storeEvents([event], repositories))
  putSpoolAside(spoolDir, callId, clock.now())
}
