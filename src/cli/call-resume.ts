import {scripted, typed} from '../call/simulate/action-sources.ts'
import type {CallReport} from '../call/simulate/call-report.ts'
import {readReport} from '../call/simulate/simulate-call.ts'
import {lostCalls, resumeCall} from '../call/simulate/resume-call.ts'
import {closeLost} from '../call/simulate/run-simulation.ts'
import {AppError} from '../errors.ts'
import {terminalWatcher, type TerminalTalk, toolsFor} from './call-simulate.ts'
import type {Deps} from './deps.ts'

export interface ResumeFlags {
  readonly call?: string | undefined
  readonly say?: readonly string[] | undefined
  readonly close: boolean
  readonly tools: string
}

/** `call resume`: goes on with a call that was cut off, or closes what was cut off. */
export async function resumeFromTerminal(flags: ResumeFlags, deps: Deps, talk: TerminalTalk): Promise<CallReport[]> {
  const config = await deps.config()
  const store = await deps.store()
  const companyId = (await deps.company()).id
  const common = {store, config, clock: deps.clock}
  if (flags.close) {
    const closed = await closeLost(common)
    talk.say({en: `Calls closed: ${closed.length}.`, ru: `Закрыто звонков: ${closed.length}.`})
    return Promise.all(closed.map((id) => readReport(companyId, id, store)))
  }
  const lost = lostCalls(config.spool.dir, companyId, flags.call)
  const newest = lost.at(-1)
  if (!newest) {
    throw new AppError(
      'NOTHING_TO_RESUME',
      flags.call === undefined
        ? {en: 'No call was cut off.', ru: 'Оборванных звонков нет.'}
        : {en: `Call "${flags.call}" was not cut off.`, ru: `Звонок «${flags.call}» не обрывался.`},
      {exit: 'notFound', hint: {en: 'See `voicectl call list --status active`.', ru: 'Смотрите `voicectl call list --status active`.'}},
    )
  }
  const interactive = process.stdin.isTTY && !talk.json && flags.say === undefined
  const actions = interactive
    ? typed(talk.lang === 'ru' ? 'Вы: ' : 'You: ', (error) => talk.caution((error as AppError).sentence))
    : scripted(flags.say ?? [])
  return [
    await resumeCall(newest, actions, terminalWatcher(talk, !interactive), {...common, companyId, tools: await toolsFor(flags.tools)}),
  ]
}
