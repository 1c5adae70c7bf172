import type {Clock} from '../../clock.ts'
import type {Config} from '../../config/schema.ts'
import type {ToolRunner} from '../../dialogue/conversation/ports.ts'
import type {CallEvent} from '../../events/call-event.ts'
import {spooledCalls} from '../../events/spool.ts'
import {newId} from '../../ids.ts'
import {loadBot} from '../../skillbase/load-bot.ts'
import type {Store} from '../../store/store.ts'
import {orphan} from '../recover-calls.ts'
import type {CallReport} from './call-report.ts'
import type {CallerAction} from './caller-action.ts'
import {simulatedTransfer} from './prepare-simulation.ts'
import {simulateCall, type Watcher} from './simulate-call.ts'

/** Events of the simulated calls of a company whose process was lost, oldest first. */
export function lostCalls(spoolDir: string, companyId: string, reference?: string): (readonly CallEvent[])[] {
  return spooledCalls(spoolDir)
    .filter((id) => reference === undefined || id.startsWith(reference.toUpperCase()))
    .map((id) => orphan(spoolDir, id))
    .filter((events) => events !== undefined)
    .filter(([first]) => first?.type === 'call.started' && first.companyId === companyId && first.payload.channel === 'simulated')
}

export interface ResumeDeps {
  readonly store: Store
  readonly companyId: string
  readonly config: Config
  readonly clock: Clock
  readonly tools: ToolRunner
}

/** Goes on with a call by rules alone, in the configuration it was begun with: its model's memory was lost with its process. */
export async function resumeCall(
  events: readonly CallEvent[],
  actions: AsyncIterable<CallerAction>,
  watcher: Watcher,
  deps: ResumeDeps,
): Promise<CallReport> {
  const {store, companyId, config, clock, tools} = deps
  const first = events[0]!
  if (first.type !== 'call.started') throw new Error(`call ${first.callId} does not begin with its start`)
  const {skillbaseId, skillbaseVersion, direction, callerNumber, calleeNumber, seed} = first.payload
  const bot = await loadBot(companyId, skillbaseId, {version: skillbaseVersion}, store.skillbases)
  const options = {callId: first.callId, mode: 'off', direction, caller: callerNumber ?? calleeNumber ?? '', seed} as const
  const parts = {store, companyId, spoolDir: config.spool.dir, clock, tools, transfer: simulatedTransfer(false), newEventId: () => newId()}
  return simulateCall(bot, options, actions, watcher, parts, {events})
}
