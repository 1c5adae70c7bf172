import type {Bilingual} from '../bilingual.ts'
import type {BadCall, Recovered} from '../call/recover-calls.ts'
import type {CallReport} from '../call/simulate/call-report.ts'
import {actionHelp} from '../call/simulate/caller-action.ts'
import {chooseTools, type SimulatedTools} from '../call/simulate/prepare-simulation.ts'
import {exchangeText, stateText} from '../call/simulate/print-exchange.ts'
import type {Watcher} from '../call/simulate/watcher.ts'
import {AppError} from '../errors.ts'
import {systemError} from './system-errors.ts'
import type {TerminalTalk} from './terminal-talk.ts'

/** The tools that `--tools` names. */
export const toolsFor = (wish: string): Promise<SimulatedTools> =>
  chooseTools(wish, {
    simulated: async () => {
      const {simulatedCalendar} = await import('../simulator/calendar.ts')
      return () => simulatedCalendar()
    },
    none: async () => {
      const {refusingTools} = await import('../simulator/mock-tools.ts')
      return () => refusingTools
    },
    file: async (path) => (await import('../simulator/read-mock-tools.ts')).readMockTools(path),
  })

/** @param echo print what the caller says, because nobody has typed it */
export function terminalWatcher({json, lang, print, say}: Pick<TerminalTalk, 'json' | 'lang' | 'print' | 'say'>, echo: boolean): Watcher {
  if (json) return {exchange: () => {}}
  return {
    exchange(action, exchange) {
      const text = exchangeText(action, exchange, lang, echo || action?.kind === 'hangup')
      if (text) print(text)
    },
    state: (state) => print(stateText(state, lang)),
    help: () => print(actionHelp[lang]),
    leftEarly: (callId) => say({en: `The call is stored. ${record(callId).en}`, ru: `Звонок записан. ${record(callId).ru}`}),
  }
}

/** What came of a call, and where to read on. */
export const outcomeText = ({call}: CallReport): Bilingual => ({
  en: `Outcome: ${call.outcome}. ${record(call.id).en}`,
  ru: `Исход: ${call.outcome}. ${record(call.id).ru}`,
})

/** A script is written for a conversation that went on; a bot that hangs up in the middle of it should not pass unnoticed. The JSON says it itself. */
export function unsaidText({unsaid = 0}: CallReport, {json, caution}: Pick<TerminalTalk, 'json' | 'caution'>): void {
  if (unsaid > 0 && !json)
    caution({
      en: `The call was over before all was said: ${unsaid} ${unsaid === 1 ? 'line' : 'lines'} of the caller left.`,
      ru: `Звонок закончился раньше, чем всё было сказано: осталось реплик абонента — ${unsaid}.`,
    })
}

const record = (callId: string): Bilingual => ({
  en: `The record: \`voicectl call show ${callId}\``,
  ru: `Запись: \`voicectl call show ${callId}\``,
})

/** Tells what became of calls whose process was lost. */
export function recoveredText({closed, unjudged = [], failed}: Recovered, {say, caution}: Pick<TerminalTalk, 'say' | 'caution'>): void {
  if (closed.length > 0) {
    const ids = closed.join(', ')
    say({en: `Calls of lost processes, closed: ${ids}.`, ru: `Закрыты звонки потерянных процессов: ${ids}.`})
  }
  for (const {callId, error} of unjudged) {
    const {en, ru} = reason(error)
    caution({
      en: `Nobody can tell the outcome of call ${callId}, it counts as failed: ${en}`,
      ru: `Итог звонка ${callId} не установить, он записан как неудачный: ${ru}`,
    })
  }
  for (const each of failed) caution(leftText(each))
}

/** Why a call stays where it is. */
export function leftText({callId, error}: BadCall): Bilingual {
  const {en, ru} = reason(error)
  return {en: `Call ${callId} is left as it is: ${en}`, ru: `Звонок ${callId} оставлен как есть: ${ru}`}
}

/** What the machine refused is told in words, too. */
function reason(error: unknown): Bilingual {
  const known = error instanceof AppError ? error : systemError(error)
  return known?.sentence ?? {en: String(error), ru: String(error)}
}
