import type {Clock} from '../../clock.ts'
import type {Config} from '../../config/schema.ts'
import type {ToolRunner} from '../../dialogue/conversation/ports.ts'
import {newId} from '../../ids.ts'
import type {Llm} from '../../providers/llm/port.ts'
import {type Bot, loadBot, type WhichVersion} from '../../skillbase/load-bot.ts'
import type {PromptBase} from '../../skillbase/prompt/base-prompt.ts'
import type {Store} from '../../store/store.ts'
import type {CallDirection, DialogueMode} from '../call.ts'
import {recoverCalls} from '../recover-calls.ts'
import type {CallReport} from './call-report.ts'
import type {CallerAction} from './caller-action.ts'
import {chooseMode} from './choose-mode.ts'
import {callerNumber, dialogueModel, simulatedTransfer} from './prepare-simulation.ts'
import {simulateCall, type Watcher} from './simulate-call.ts'
import {simulatedClock} from './simulated-clock.ts'

export interface SimulationRequest extends WhichVersion {
  readonly skillbase: string
  readonly mode: DialogueMode | 'auto' | undefined
  readonly direction: CallDirection
  readonly caller: string
  readonly now: string | undefined
  readonly seed: number
  readonly transferAnswers: boolean
  readonly contact?: Readonly<Record<string, string>>
}

export interface SimulationDeps {
  readonly store: Store
  readonly companyId: string
  readonly config: Config
  readonly clock: Clock
  readonly tools: ToolRunner
  /** Made when the mode needs it. */
  readonly llm: () => Promise<Llm | undefined>
  readonly basePrompt: PromptBase
}

/** A simulated call from a stored skillbase: closes what an earlier process left open, then talks. */
export async function runSimulation(
  request: SimulationRequest,
  actions: AsyncIterable<CallerAction>,
  watcher: Watcher,
  deps: SimulationDeps,
): Promise<CallReport> {
  const {store, companyId, config} = deps
  const caller = callerNumber(request.caller)
  const clock = simulatedClock(request.now, deps.clock)
  const bot = await loadBot(companyId, request.skillbase, request, store.skillbases)
  await closeLost(deps)
  const hasModel = config.llm.provider !== 'none' && (config.llm.apiKey !== undefined || config.llm.baseUrl !== undefined)
  const mode = chooseMode(bot.skillbase, {flag: request.mode, configured: config.dialogue.mode, hasModel})
  const model = mode === 'off' ? undefined : await modelOf(bot, deps)
  const options = {...request, callId: newId(clock.now()), mode, caller}
  return simulateCall(bot, options, actions, watcher, {
    store,
    companyId,
    spoolDir: config.spool.dir,
    clock,
    tools: deps.tools,
    transfer: simulatedTransfer(request.transferAnswers),
    model,
    newEventId: () => newId(),
  })
}

/** Calls whose process was lost are closed before a new one begins. */
export const closeLost = ({store, config, clock}: Pick<SimulationDeps, 'store' | 'config' | 'clock'>): Promise<string[]> =>
  recoverCalls({
    store,
    clock,
    spoolDir: config.spool.dir,
    newEventId: () => newId(),
    scenarioOf: async (company, skillbase, version) => {
      const bot = await loadBot(company, skillbase, {version}, store.skillbases)
      return {scenario: bot.scenario, crmMapping: bot.skillbase.agent.crm_field_mapping}
    },
  })

async function modelOf(bot: Bot, {llm, config, basePrompt}: SimulationDeps) {
  const {systemPrompt} = await import('../../skillbase/prompt/system-prompt.ts')
  const temperature = bot.skillbase.flow.llm?.temperature ?? bot.skillbase.llm?.temperature ?? config.llm.temperature
  return dialogueModel(bot, {
    llm: await llm(),
    temperature,
    systemPrompt: (lang) => systemPrompt(bot.skillbase, {lang, base: basePrompt[lang]}),
  })
}
