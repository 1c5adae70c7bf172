import type {TerminalTalk} from './terminal-talk.ts'
import type {CallReport} from '../call/simulate/call-report.ts'
import {callerNumber} from '../call/simulate/prepare-simulation.ts'
import {runSimulation} from '../call/simulate/run-simulation.ts'
import {simulatedClock} from '../call/simulate/simulated-clock.ts'
import {withheldKey} from '../config/llm.ts'
import {AppError} from '../errors.ts'
import {callLlm} from './call-llm.ts'
import {contactOf} from './contact.ts'
import {outcomeText, recoveredText, toolsFor, terminalWatcher, unsaidText} from './call-terminal.ts'
import {callerOf} from './caller-script.ts'
import type {Deps} from './deps.ts'
import {storedFile} from './stored-file.ts'

export interface SimulateFlags {
  readonly skillbase: string
  readonly say?: readonly string[] | undefined
  readonly script?: string | undefined
  readonly mode?: 'auto' | 'off' | 'assist' | 'full' | undefined
  readonly version: string
  readonly direction: 'inbound' | 'outbound'
  readonly caller?: string | undefined
  readonly contact?: readonly string[] | undefined
  readonly now?: string | undefined
  readonly seed: number
  readonly tools: string
  readonly 'transfer-answers': boolean
}

/** `call simulate`: chooses the caller (a person, a script, a pipe) and shows the conversation as it happens. */
export async function simulateFromTerminal(flags: SimulateFlags, deps: Deps, talk: TerminalTalk): Promise<CallReport> {
  // Everything that can be wrong with the command line is found before anything is stored.
  const request = {
    mode: flags.mode,
    direction: flags.direction,
    seed: flags.seed,
    caller: flags.caller === undefined ? undefined : callerNumber(flags.caller),
    version: versionOf(flags.version),
    contact: contactOf(flags.contact ?? []),
    transferAnswers: flags['transfer-answers'],
  }
  const callClock = simulatedClock(flags.now, deps.clock)
  const tools = await toolsFor(flags.tools)
  const {actions, isTyped} = await callerOf(flags, talk)
  const {skillbase, stored} = await storedFile(flags.skillbase, deps, talk)
  // Another file of this slug may be stored by now: the newest version is that of the file that was named.
  const version = request.version === 'latest' ? (stored ?? 'latest') : request.version
  const {basePrompt} = await import('../skillbase/prompt/base-prompt.ts')
  const config = await deps.config()
  const {id: companyId, timezone} = await deps.company()
  const report = await runSimulation({...request, skillbase, version, timezone}, actions, terminalWatcher(talk, !isTyped), {
    store: await deps.store(),
    companyId,
    config,
    withheldKey: withheldKey(config, process.env),
    clock: deps.clock,
    callClock,
    tools,
    llm: callLlm(deps, talk.caution),
    basePrompt: await basePrompt(config.prompt.baseFile),
    signal: talk.interrupted,
    caution: talk.caution,
    onRecovered: (recovered) => recoveredText(recovered, talk),
  })
  unsaidText(report, talk)
  talk.say(outcomeText(report))
  return report
}

function versionOf(text: string): number | 'latest' | 'published' {
  if (text === 'latest' || text === 'published') return text
  if (/^\d{1,9}$/.test(text) && Number(text) > 0) return Number(text)
  throw new AppError(
    'BAD_VERSION',
    {en: `"${text}" is no version.`, ru: `«${text}» — не версия.`},
    {exit: 'usage', hint: {en: 'Use a number, latest or published.', ru: 'Укажите номер, latest или published.'}},
  )
}
