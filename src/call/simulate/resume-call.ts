import {type Clock, virtualClock} from '../../clock.ts'
import type {Config} from '../../config/schema.ts'
import {zoneOf} from '../../company/company-zone.ts'
import {reopenSpool} from '../../events/spool.ts'
import {newId} from '../../ids.ts'
import {loadBot} from '../../skillbase/load-bot.ts'
import type {Store} from '../../store/store.ts'
import {callTaken, type Orphan} from '../orphan.ts'
import type {CallReport} from './call-report.ts'
import type {CallerActions} from './action-sources.ts'
import {type SimulatedTools, simulatedTransfer} from './prepare-simulation.ts'
import type {Watcher} from './watcher.ts'
import {resumePoint, simulateCall} from './simulate-call.ts'
import {type ModelSource, recall, simulatedModel} from './simulated-model.ts'

export interface ResumeDeps extends Pick<ModelSource, 'llm' | 'basePrompt'> {
  readonly store: Store
  readonly config: Config
  readonly clock: Clock
  readonly tools: SimulatedTools
  readonly transferAnswers: boolean
  readonly signal?: AbortSignal | undefined
}

/**
 * Goes on with a call in the configuration, in the mode and in the time it was begun with. By rules alone when its model is not configured any more.
 * @throws AppError CALL_TAKEN (conflict) when another process was quicker
 */
export async function resumeCall(
  {callId, companyId, started, events}: Orphan,
  actions: CallerActions,
  watcher: Watcher,
  deps: ResumeDeps,
): Promise<CallReport> {
  const {store, config, transferAnswers} = deps
  const {skillbaseId, skillbaseVersion, direction, callerNumber, calleeNumber, contact = {}, seed, mode, isVirtualTime} = started
  const timezone = started.timezone ?? (await zoneOf(companyId, config.timezone, store))
  const bot = await loadBot(companyId, skillbaseId, {version: skillbaseVersion, timezone}, store.skillbases)
  const clock = isVirtualTime ? virtualClock(events.at(-1)!.at) : deps.clock
  const tools = deps.tools(bot.scenario, clock)
  const model = mode === 'off' ? undefined : await simulatedModel(bot, {...deps, temperature: config.llm.temperature})
  if (model) recall(model, events)
  const spool = reopenSpool(config.spool.dir, callId)
  if (!spool) throw callTaken(callId)
  const options = {callId, mode: model ? mode : ('off' as const), direction, caller: callerNumber ?? calleeNumber ?? '', contact, seed}
  const parts = {
    ...deps,
    companyId,
    clock,
    tools,
    spoolDir: config.spool.dir,
    transfer: simulatedTransfer(transferAnswers),
    model,
    modelDeadlineMs: config.llm.turnMs,
    newEventId: () => newId(),
  }
  return simulateCall(bot, options, actions, watcher, parts, {from: resumePoint(events), spool})
}
