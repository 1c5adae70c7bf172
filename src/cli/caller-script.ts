import {type CallerActions, piped, scripted, typed} from '../call/simulate/action-sources.ts'
import {scriptLines} from '../call/simulate/caller-action.ts'
import {megabyte, readFileWithin} from '../bounded-read.ts'
import {AppError} from '../errors.ts'
import {unreadableFile} from '../file-errors.ts'
import {notUtf8, readLines} from './lines.ts'
import {utf8} from '../utf8.ts'
import type {TerminalTalk} from './terminal-talk.ts'

export interface ScriptFlags {
  readonly say?: readonly string[] | undefined
  readonly script?: string | undefined
}

export interface Caller {
  readonly actions: CallerActions
  /** A person at the keyboard sees what was typed. */
  readonly isTyped: boolean
}

/**
 * Who says what the caller says: flags, a file, a pipe, or a person at the keyboard.
 * @throws AppError FILE_NOT_FOUND (not found), FILE_TOO_LARGE, NOT_UTF8, UNKNOWN_ACTION (usage), CALLER_MISSING (usage) under `--json` on a terminal
 */
export async function callerOf({say, script}: ScriptFlags, talk: TerminalTalk): Promise<Caller> {
  if (say) return {actions: scripted(say.map(wellSaid)), isTyped: false}
  if (script !== undefined && script !== '-') return {actions: scripted(await fileLines(script)), isTyped: false}
  if (script === '-' || !process.stdin.isTTY) return {actions: piped(readLines('-'), talk.interrupted), isTyped: false}
  if (talk.json) throw callerMissing()
  return {actions: person(talk), isTyped: true}
}

/** Node has made this of every byte of the command line that is no UTF-8; nobody types it. */
function wellSaid(text: string): string {
  if (text.includes('\uFFFD')) throw notUtf8('--say')
  return text
}

function person({lang, say, caution, interrupted}: TerminalTalk): CallerActions {
  say({
    en: 'You are the caller. /help lists what else a caller can do, Ctrl-D hangs up.',
    ru: 'Вы абонент. Что ещё можно делать, покажет /help; Ctrl-D кладёт трубку.',
  })
  return typed(lang === 'ru' ? 'Вы: ' : 'You: ', (error) => caution((error as AppError).sentence), interrupted)
}

/** All of it, so that a mistake in it is told before the call begins. */
async function fileLines(file: string): Promise<readonly string[]> {
  const bytes = await readFileWithin(file, megabyte).catch((error: unknown) => {
    throw unreadableFile(file, error)
  })
  const text = utf8(bytes)
  if (typeof text === 'number') throw notUtf8(`${file}:${text}`)
  return scriptLines(text)
}

const callerMissing = () =>
  new AppError(
    'CALLER_MISSING',
    {en: 'Under --json nobody types what the caller says.', ru: 'С --json некому вводить слова абонента.'},
    {exit: 'usage', hint: {en: 'Give it with --say, --script or a pipe.', ru: 'Задайте их через --say, --script или конвейер.'}},
  )
