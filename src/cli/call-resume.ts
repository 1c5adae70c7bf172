import type {Bilingual, UiLanguage} from '../bilingual.ts'
import {adoptCalls, type Adopting, homelessCalls, strandedCalls} from '../call/adopt-calls.ts'
import {type CallReport, readReport} from '../call/simulate/call-report.ts'
import {resumeCall} from '../call/simulate/resume-call.ts'
import {closeLost, recoverDeps} from '../call/simulate/run-simulation.ts'
import {brokenCalls} from '../call/broken-calls.ts'
import {closeBroken} from '../call/close-broken.ts'
import {namedCall} from '../call/named-call.ts'
import {lostCalls} from '../call/lost-calls.ts'
import type {Orphan} from '../call/orphan.ts'
import type {BadCall} from '../call/recover-calls.ts'
import {strangeEntries} from '../call/strange-entries.ts'
import {waitingCalls} from '../call/waiting-calls.ts'
import {AppError} from '../errors.ts'
import {ofAnotherDatabase} from '../events/own-calls.ts'
import type {Store} from '../store/store.ts'
import {callLlm} from './call-llm.ts'
import type {TerminalTalk} from './terminal-talk.ts'
import {leftText, outcomeText, recoveredText, terminalWatcher, toolsFor, unsaidText} from './call-terminal.ts'
import {callerOf, type ScriptFlags} from './caller-script.ts'
import type {Deps} from './deps.ts'
import {systemError} from './system-errors.ts'

export interface ResumeFlags extends ScriptFlags {
  readonly call?: string | undefined
  readonly close: boolean
  readonly adopt: boolean
  readonly tools: string
  readonly 'transfer-answers': boolean
}

/**
 * `call resume`: goes on with a call that was cut off, or closes what was cut off. Only calls of the own company. One that is switched off holds no
 * conversations, but what was left open is closed.
 */
export async function resumeFromTerminal(flags: ResumeFlags, deps: Deps, talk: TerminalTalk): Promise<CallReport[]> {
  const store = await deps.store()
  const {id: companyId} = await (flags.close ? deps.companyToRead() : deps.company())
  const own = {dir: (await deps.config()).spool.dir, database: await store.identity(), companyId}
  for (const {text, fix} of await strangeEntries(companyId, own.dir, store))
    talk.caution({en: `${text.en} ${fix.en}`, ru: `${text.ru} ${fix.ru}`})
  const named = flags.call === undefined ? undefined : await namedCall(flags.call, own, store)
  if (flags.adopt) adoptedText(adoptCalls(own, named), talk)
  if (flags.close) return closeFromTerminal(named, own, deps, talk)
  const config = await deps.config()
  const lost = lostCalls(own, named).at(-1)
  if (!lost) throw await whyNot(named, own, store)
  const tools = await toolsFor(flags.tools)
  const {actions, isTyped} = await callerOf(flags, talk)
  talk.say({en: `Going on with call ${lost.callId}.`, ru: `Продолжается звонок ${lost.callId}.`})
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
  unsaidText(report, talk)
  talk.say(outcomeText(report))
  return [report]
}

/** Calls that are over and only wait for the database are stored on the way. */
async function closeFromTerminal(reference: string | undefined, own: Adopting, deps: Deps, talk: TerminalTalk): Promise<CallReport[]> {
  const store = await deps.store()
  const {companyId} = own
  const waiting = waitingCalls(own, reference)
  const lost = reference === undefined ? undefined : lostCalls(own, reference).map(({callId}) => callId)
  const ids = lost && [...lost, ...waiting]
  const broken = ids && ids.length > 0 ? [] : await brokenOnes(reference, own, store)
  if (ids?.length === 0 && broken.length === 0) throw await whyNot(reference, own, store)
  const looking = {store, config: await deps.config(), clock: deps.clock}
  const left: BadCall[] = []
  for (const each of broken) await closeBroken(each, recoverDeps(looking)).catch((error) => left.push({callId: each.callId, error}))
  const recovered = await closeLost(looking, {companyId, ids})
  recoveredText({...recovered, closed: [], failed: []}, talk)
  // One whose file could not be read was tried twice.
  const failed = [...new Map([...recovered.failed, ...left].map((each) => [each.callId, each])).values()]
  const isDone = (id: string) => failed.every(({callId}) => callId !== id)
  const closed = [...broken.map(({callId}) => callId), ...recovered.closed].filter(isDone)
  const stored = waiting.filter(isDone)
  const told = [{en: `Calls closed: ${closed.length}.`, ru: `Закрыто звонков: ${closed.length}.`}]
  if (stored.length > 0) told.push({en: `Finished calls stored: ${stored.length}.`, ru: `Записано законченных звонков: ${stored.length}.`})
  if (failed.length > 0) throw callsLeft(told, failed)
  for (const text of told) talk.say(text)
  return Promise.all([...closed, ...stored].map((id) => readReport(companyId, id, store)))
}

/** Nobody should take calls for closed that are not. */
function callsLeft(told: readonly Bilingual[], failed: readonly BadCall[]): AppError {
  const [first] = failed
  const {hint} = (first!.error instanceof AppError ? first!.error : systemError(first!.error)) ?? {}
  const text = (lang: UiLanguage) => [told.map((each) => each[lang]).join(' '), ...failed.map((each) => leftText(each)[lang])].join('\n')
  return new AppError(
    'CALLS_LEFT_OPEN',
    {en: text('en'), ru: text('ru')},
    {
      cause: first!.error,
      hint: hint ?? {
        en: 'Nothing is lost: mend that, then run `voicectl call resume --close` again.',
        ru: 'Ничего не потеряно: устраните причину и повторите `voicectl call resume --close`.',
      },
    },
  )
}

const adoptedText = ({length}: readonly string[], {say}: TerminalTalk): void =>
  say({en: `Calls taken over from another database: ${length}.`, ru: `Принято звонков из другой базы: ${length}.`})

const brokenOnes = (reference: string | undefined, {companyId, dir}: Adopting, store: Store): Promise<Orphan[]> =>
  brokenCalls(companyId, {store, spoolDir: dir}, reference)

async function whyNot(reference: string | undefined, own: Adopting, store: Store): Promise<AppError> {
  const stranded = strandedCalls(own, reference).at(-1)
  if (stranded !== undefined) return ofAnotherDatabase(own.dir, stranded)
  const id = (await brokenOnes(reference, own, store)).at(-1)?.callId
  if (id === undefined) return (await hasHomeless(own, store)) ? homeless(own.dir) : nothingToResume(reference)
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

async function hasHomeless(own: Adopting, {companies}: Store): Promise<boolean> {
  return homelessCalls(own, new Set((await companies.list()).map(({id}) => id))).length > 0
}

const homeless = (dir: string): AppError =>
  new AppError(
    'NOTHING_TO_RESUME',
    {
      en: `No call of this database was cut off; ${dir} holds calls of another one, whose companies this one does not have.`,
      ru: `В этой базе оборванных звонков нет; в ${dir} лежат звонки другой базы, компаний которой здесь нет.`,
    },
    {exit: 'notFound', hint: {en: '`voicectl doctor` names them.', ru: 'Их назовёт `voicectl doctor`.'}},
  )

const nothingToResume = (reference: string | undefined) =>
  new AppError(
    'NOTHING_TO_RESUME',
    reference === undefined
      ? {en: 'No call was cut off.', ru: 'Оборванных звонков нет.'}
      : {en: `Call "${reference}" was not cut off.`, ru: `Звонок «${reference}» не обрывался.`},
    {exit: 'notFound', hint: {en: 'See `voicectl call list --status active`.', ru: 'Смотрите `voicectl call list --status active`.'}},
  )
