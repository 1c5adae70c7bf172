import {type CallReport, readReport} from '../call/simulate/call-report.ts'
import {lostCalls, resumeCall} from '../call/simulate/resume-call.ts'
import {closeLost} from '../call/simulate/run-simulation.ts'
import {AppError} from '../errors.ts'
import {callLlm} from './call-llm.ts'
import type {TerminalTalk} from './terminal-talk.ts'
import {recoveredText, terminalWatcher, toolsFor} from './call-terminal.ts'
import {callerOf, type ScriptFlags} from './caller-script.ts'
import type {Deps} from './deps.ts'

export interface ResumeFlags extends ScriptFlags {
  readonly call?: string | undefined
  readonly close: boolean
  readonly tools: string
  readonly 'transfer-answers': boolean
}

/** `call resume`: goes on with a call that was cut off, or closes what was cut off. */
export async function resumeFromTerminal(flags: ResumeFlags, deps: Deps, talk: TerminalTalk): Promise<CallReport[]> {
  if (flags.close) return closeFromTerminal(flags.call, deps, talk)
  const config = await deps.config()
  const store = await deps.store()
  const lost = lostCalls(config.spool.dir, (await deps.company()).id, flags.call).at(-1)
  if (!lost) throw nothingToResume(flags.call)
  const tools = await toolsFor(flags.tools)
  const {actions, isTyped} = callerOf(flags, talk)
  const {basePrompt} = await import('../skillbase/prompt/base-prompt.ts')
  const report = await resumeCall(lost, actions, terminalWatcher(talk, !isTyped), {
    store,
    config,
    clock: deps.clock,
    tools,
    transferAnswers: flags['transfer-answers'],
    llm: callLlm(deps, talk.caution),
    basePrompt: await basePrompt(config.prompt.baseFile),
    signal: talk.interrupted,
  })
  return [report]
}

/** Calls that are over and only wait for the database are stored on the way. */
async function closeFromTerminal(reference: string | undefined, deps: Deps, talk: TerminalTalk): Promise<CallReport[]> {
  const {spool} = await deps.config()
  const store = await deps.store()
  const companyId = (await deps.company()).id
  const ids = reference === undefined ? undefined : lostCalls(spool.dir, companyId, reference).map(({callId}) => callId)
  if (ids?.length === 0) throw nothingToResume(reference)
  const recovered = await closeLost({store, config: await deps.config(), clock: deps.clock}, ids)
  recoveredText({...recovered, closed: []}, talk)
  talk.say({en: `Calls closed: ${recovered.closed.length}.`, ru: `Закрыто звонков: ${recovered.closed.length}.`})
  const own: CallReport[] = []
  for (const id of recovered.closed) if (await store.calls.find(companyId, id)) own.push(await readReport(companyId, id, store))
  return own
}

const nothingToResume = (reference: string | undefined) =>
  new AppError(
    'NOTHING_TO_RESUME',
    reference === undefined
      ? {en: 'No call was cut off.', ru: 'Оборванных звонков нет.'}
      : {en: `Call "${reference}" was not cut off.`, ru: `Звонок «${reference}» не обрывался.`},
    {exit: 'notFound', hint: {en: 'See `voicectl call list --status active`.', ru: 'Смотрите `voicectl call list --status active`.'}},
  )
