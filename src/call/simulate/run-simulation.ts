import type {Clock} from '../../clock.ts'
import {zoneOf} from '../../company/company-zone.ts'
import type {Config} from '../../config/schema.ts'
import {llmConfigured, type WithheldKey} from '../../config/llm.ts'
import {newId} from '../../ids.ts'
import {type Bot, loadBot, type WhichVersion} from '../../skillbase/load-bot.ts'
import {archived} from '../../skillbase/stored-errors.ts'
import type {Scenario} from '../../dialogue/engine/scenario/scenario.ts'
import type {Bilingual} from '../../bilingual.ts'
import type {Store} from '../../store/store.ts'
import type {CallDirection, DialogueMode} from '../call.ts'
import {type Recoverable, type RecoverDeps, type Recovered, recoverCalls} from '../recover-calls.ts'
import type {CallReport} from './call-report.ts'
import type {CallerActions} from './action-sources.ts'
import {contactCautions} from './contact-caution.ts'
import {chooseMode} from './choose-mode.ts'
import {madeUpCaller} from './made-up-caller.ts'
import {type SimulatedTools, simulatedTransfer} from './prepare-simulation.ts'
import type {Watcher} from './watcher.ts'
import {simulateCall} from './simulate-call.ts'
import type {SimulatedClock} from './simulated-clock.ts'
import {type ModelSource, simulatedModel} from './simulated-model.ts'

export interface SimulationRequest extends WhichVersion {
  readonly skillbase: string
  readonly mode: DialogueMode | 'auto' | undefined
  readonly direction: CallDirection
  /** E.164; empty when withheld, a made-up one when absent. */
  readonly caller: string | undefined
  readonly seed: number
  readonly transferAnswers: boolean
  readonly contact: Readonly<Record<string, string>>
}

export interface SimulationDeps extends Pick<ModelSource, 'llm' | 'basePrompt'> {
  readonly store: Store
  readonly companyId: string
  readonly config: Config
  readonly clock: Clock
  /** The call's own. */
  readonly callClock: SimulatedClock
  readonly tools: SimulatedTools
  /** Why there may be no model although somebody set a key. */
  readonly withheldKey?: WithheldKey | undefined
  readonly signal?: AbortSignal | undefined
  /** Hears what may surprise whoever listens. */
  readonly caution: (text: Bilingual) => void
  /** Hears which calls of lost processes were closed. */
  readonly onRecovered: (recovered: Recovered) => void
}

/** A simulated call from a stored skillbase: closes what an earlier process left open, then talks. @throws AppError SKILLBASE_ARCHIVED (refused) */
export async function runSimulation(
  request: SimulationRequest,
  actions: CallerActions,
  watcher: Watcher,
  deps: SimulationDeps,
): Promise<CallReport> {
  const {store, companyId, config, callClock: clock} = deps
  const bot = await loadBot(companyId, request.skillbase, request, store.skillbases)
  if (bot.stored.status === 'archived') throw archived(bot.stored)
  if (request.direction === 'outbound' && !greetsCalled(bot.scenario)) deps.caution(noOutboundGreeting)
  for (const caution of contactCautions(bot.scenario, request.contact)) deps.caution(caution)
  const tools = deps.tools(bot.scenario, clock)
  const {withheldKey} = deps
  const hasModel = llmConfigured(config)
  const mode = chooseMode(bot.skillbase, {flag: request.mode, configured: config.dialogue.mode, hasModel, withheldKey})
  const model = mode === 'off' ? undefined : await simulatedModel(bot, {...deps, temperature: config.llm.temperature})
  deps.onRecovered(await closeLost(deps, {companyId}))
  // Of calls that begin at the same simulated moment the one made last is the newest.
  const caller = request.caller ?? madeUpCaller[bot.scenario.languages.default]
  const options = {...request, caller, callId: newId(deps.clock.now()), mode}
  return simulateCall(bot, options, actions, watcher, {
    ...deps,
    clock,
    tools,
    spoolDir: config.spool.dir,
    transfer: simulatedTransfer(request.transferAnswers),
    model,
    modelDeadlineMs: config.llm.turnMs,
    newEventId: () => newId(),
  })
}

type Looking = Pick<SimulationDeps, 'store' | 'config' | 'clock'>

/** What looking after lost calls takes. */
export const recoverDeps = ({store, config, clock}: Looking): RecoverDeps => ({
  store,
  clock,
  spoolDir: config.spool.dir,
  newEventId: () => newId(),
  scenarioOf: async (company, skillbase, version, began) => {
    const timezone = began ?? (await zoneOf(company, config.timezone, store))
    const bot: Bot = await loadBot(company, skillbase, {version, timezone}, store.skillbases)
    return {scenario: bot.scenario, crmMapping: bot.skillbase.agent.crm_field_mapping}
  },
})

/** Calls of a company whose process was lost are closed before a new one begins. */
export const closeLost = (deps: Looking, which: Recoverable & {readonly companyId: string}): Promise<Recovered> =>
  recoverCalls(recoverDeps(deps), which)

const greetsCalled = ({greeting: {outbound}}: Scenario): boolean => outbound.ru.length + outbound.en.length > 0

const noOutboundGreeting: Bilingual = {
  en: 'The flow has no `greeting.outbound`: whoever is called hears what callers hear.',
  ru: 'В сценарии нет `greeting.outbound`: тот, кому звонят, услышит приветствие для звонящих.',
}
