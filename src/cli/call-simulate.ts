import {existsSync, readFileSync} from 'node:fs'
import type {Bilingual, UiLanguage} from '../bilingual.ts'
import {pipedLines, scripted, typed} from '../call/simulate/action-sources.ts'
import type {CallReport} from '../call/simulate/call-report.ts'
import {actionHelp, type CallerAction, scriptLines} from '../call/simulate/caller-action.ts'
import {chooseTools} from '../call/simulate/prepare-simulation.ts'
import {exchangeText, stateText} from '../call/simulate/print-exchange.ts'
import {runSimulation} from '../call/simulate/run-simulation.ts'
import type {Watcher} from '../call/simulate/simulate-call.ts'
import type {ToolRunner} from '../dialogue/conversation/ports.ts'
import {AppError} from '../errors.ts'
import type {Deps} from './deps.ts'
import {storedFile} from './stored-file.ts'

export interface SimulateFlags {
  readonly skillbase: string
  readonly say?: readonly string[] | undefined
  readonly script?: string | undefined
  readonly mode?: 'auto' | 'off' | 'assist' | 'full' | undefined
  readonly version: string
  readonly direction: 'inbound' | 'outbound'
  readonly caller: string
  readonly contact?: readonly string[] | undefined
  readonly now?: string | undefined
  readonly seed: number
  readonly tools: string
  readonly 'transfer-answers': boolean
}

export interface TerminalTalk {
  readonly json: boolean
  readonly lang: UiLanguage
  readonly print: (text: string) => void
  readonly say: (text: Bilingual) => void
  readonly caution: (text: Bilingual) => void
}

/** `call simulate`: chooses the caller (a person, a script, a pipe) and shows the conversation as it happens. */
export async function simulateFromTerminal(flags: SimulateFlags, deps: Deps, talk: TerminalTalk): Promise<CallReport> {
  const skillbase = await storedFile(flags.skillbase, deps, talk)
  const lines = await scriptOf(flags, talk.json)
  const {basePrompt} = await import('../skillbase/prompt/base-prompt.ts')
  const config = await deps.config()
  const report = await runSimulation(
    {
      ...flags,
      skillbase,
      mode: flags.mode,
      now: flags.now,
      version: versionOf(flags.version),
      transferAnswers: flags['transfer-answers'],
      contact: contactOf(flags.contact ?? []),
    },
    lines ? scripted(lines) : typed(talk.lang === 'ru' ? 'Вы: ' : 'You: ', (error) => talk.caution((error as AppError).sentence)),
    terminalWatcher(talk, lines !== undefined),
    {
      store: await deps.store(),
      companyId: (await deps.company()).id,
      config,
      clock: deps.clock,
      tools: await toolsFor(flags.tools),
      llm: () => deps.llm(),
      basePrompt: await basePrompt(config.prompt.baseFile),
    },
  )
  talk.say(whatNext(report))
  return report
}

/** The tools that `--tools` names. */
export const toolsFor = (wish: string): Promise<ToolRunner> =>
  chooseTools(wish, {
    simulated: async () => (await import('../simulator/calendar.ts')).simulatedCalendar(),
    none: async () => (await import('../simulator/mock-tools.ts')).refusingTools,
    file: async (path) => (await import('../simulator/read-mock-tools.ts')).readMockTools(path),
  })

/** The script, or nothing when a person is at the keyboard. */
async function scriptOf({say, script}: SimulateFlags, json: boolean): Promise<string[] | undefined> {
  if (say) return [...say]
  if (script === '-') return pipedLines()
  if (script !== undefined) {
    if (!existsSync(script)) {
      throw new AppError('FILE_NOT_FOUND', {en: `There is no file ${script}.`, ru: `Нет файла ${script}.`}, {exit: 'notFound'})
    }
    return scriptLines(readFileSync(script, 'utf8'))
  }
  return process.stdin.isTTY && !json ? undefined : pipedLines()
}

export function terminalWatcher({json, lang, print}: TerminalTalk, echo: boolean): Watcher {
  if (json) return {exchange: () => {}}
  return {
    exchange: (action: CallerAction | undefined, exchange) => {
      const text = exchangeText(action, exchange, lang, echo || action?.kind === 'hangup')
      if (text) print(text)
    },
    state: (state) => print(stateText(state)),
    help: () => print(actionHelp[lang]),
  }
}

function versionOf(text: string): number | 'latest' | 'published' {
  if (text === 'latest' || text === 'published') return text
  if (/^\d+$/.test(text) && Number(text) > 0) return Number(text)
  throw new AppError(
    'BAD_VERSION',
    {en: `"${text}" is no version.`, ru: `«${text}» — не версия.`},
    {exit: 'usage', hint: {en: 'Use a number, latest or published.', ru: 'Укажите номер, latest или published.'}},
  )
}

function contactOf(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      if (at > 0) return [pair.slice(0, at), pair.slice(at + 1)]
      throw new AppError('BAD_CONTACT', {en: `"${pair}" is not KEY=VALUE.`, ru: `«${pair}» — не КЛЮЧ=ЗНАЧЕНИЕ.`}, {exit: 'usage'})
    }),
  )
}

const whatNext = ({call}: CallReport): Bilingual => ({
  en: `Outcome: ${call.outcome}. The record: \`voicectl call show ${call.id}\``,
  ru: `Исход: ${call.outcome}. Запись: \`voicectl call show ${call.id}\``,
})
