import {type CallReport, readReport} from '../call/simulate/call-report.ts'
import {lostCalls, resumeCall} from '../call/simulate/resume-call.ts'
import {closeLost, recoverDeps} from '../call/simulate/run-simulation.ts'
import type {Call} from '../call/call.ts'
import {closeBroken, isBroken} from '../call/close-broken.ts'
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
  if (ids?.length === 0) {
    const broken = await brokenCall(reference!, deps)
    if (!broken) throw nothingToResume(reference)
    await closeBroken(broken, recoverDeps({store, config: await deps.config(), clock: deps.clock}))
    talk.say({en: 'Calls closed: 1.', ru: 'Закрыто звонков: 1.'})
    return [await readReport(companyId, broken.id, store)]
  }
  const recovered = await closeLost({store, config: await deps.config(), clock: deps.clock}, ids)
  recoveredText({...recovered, closed: []}, talk)
  talk.say({en: `Calls closed: ${recovered.closed.length}.`, ru: `Закрыто звонков: ${recovered.closed.length}.`})
  const own: CallReport[] = []
  for (const id of recovered.closed) if (await store.calls.find(companyId, id)) own.push(await readReport(companyId, id, store))
  return own
}

/** A simulated call that counts as active and whose file is gone or damaged. */
async function brokenCall(reference: string, deps: Deps): Promise<Call | undefined> {
  const store = await deps.store()
  const call = await store.calls.find((await deps.company()).id, reference)
  return call?.channel === 'simulated' && isBroken((await deps.config()).spool.dir, call) ? call : undefined
}

async function whyNot(reference: string | undefined, deps: Deps): Promise<AppError> {
  const broken = reference === undefined ? undefined : await brokenCall(reference, deps)
  if (!broken) return nothingToResume(reference)
  return new AppError(
    'SPOOL_CORRUPT',
    {en: `What call ${broken.id} left behind is damaged or gone.`, ru: `То, что осталось от звонка ${broken.id}, повреждено или пропало.`},
    {
      hint: {
        en: `It cannot go on; close it with \`voicectl call resume ${broken.id} --close\`.`,
        ru: `Продолжить его нельзя; закройте: \`voicectl call resume ${broken.id} --close\`.`,
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
