import {type CallReport, readReport} from '../call/simulate/call-report.ts'
import {lostCalls, resumeCall} from '../call/simulate/resume-call.ts'
import {closeLost, recoverDeps} from '../call/simulate/run-simulation.ts'
import {brokenCalls} from '../call/broken-calls.ts'
import {closeBroken} from '../call/close-broken.ts'
import type {Orphan} from '../call/orphan.ts'
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
  if (!lost) throw await whyNot(flags.call, deps)
  const tools = await toolsFor(flags.tools)
  const {actions, isTyped} = await callerOf(flags, talk)
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
  const config = await deps.config()
  const store = await deps.store()
  const companyId = (await deps.company()).id
  const ids = reference === undefined ? undefined : lostCalls(config.spool.dir, companyId, reference).map(({callId}) => callId)
  const broken = ids && ids.length > 0 ? [] : await brokenOnes(reference, deps)
  if (ids?.length === 0 && broken.length === 0) throw nothingToResume(reference)
  const looking = {store, config, clock: deps.clock}
  for (const each of broken) await closeBroken(each, recoverDeps(looking))
  const recovered = await closeLost(looking, ids)
  recoveredText({...recovered, closed: []}, talk)
  const closed = [...broken.map(({callId}) => callId), ...recovered.closed]
  talk.say({en: `Calls closed: ${closed.length}.`, ru: `Закрыто звонков: ${closed.length}.`})
  const own: CallReport[] = []
  for (const id of closed) if (await store.calls.find(companyId, id)) own.push(await readReport(companyId, id, store))
  return own
}

async function brokenOnes(reference: string | undefined, deps: Deps): Promise<Orphan[]> {
  const {spool} = await deps.config()
  return brokenCalls((await deps.company()).id, {store: await deps.store(), spoolDir: spool.dir}, reference)
}

async function whyNot(reference: string | undefined, deps: Deps): Promise<AppError> {
  const id = (await brokenOnes(reference, deps)).at(-1)?.callId
  if (id === undefined) return nothingToResume(reference)
  return new AppError(
    'SPOOL_CORRUPT',
    {en: `What call ${id} left behind is damaged or gone.`, ru: `То, что осталось от звонка ${id}, повреждено или пропало.`},
    {
      hint: {
        en: `It cannot go on; close it with \`voicectl call resume ${id} --close\`.`,
        ru: `Продолжить его нельзя; закройте: \`voicectl call resume ${id} --close\`.`,
      },
    },
  )
}

const nothingToResume = (reference: string | undefined) =>
  new AppError(
    'NOTHING_TO_RESUME',
    reference === undefined
      ? {en: 'No call was cut off.', ru: 'Оборванных звонков нет.'}
      : {en: `Call "${reference}" was not cut off.`, ru: `Звонок «${reference}» не обрывался.`},
    {exit: 'notFound', hint: {en: 'See `voicectl call list --status active`.', ru: 'Смотрите `voicectl call list --status active`.'}},
  )
