import {existsSync, readFileSync} from 'node:fs'
import {piped, pipedLines, scripted, typed} from '../call/simulate/action-sources.ts'
import {type CallerAction, scriptLines} from '../call/simulate/caller-action.ts'
import {AppError} from '../errors.ts'
import type {TerminalTalk} from './terminal-talk.ts'

export interface ScriptFlags {
  readonly say?: readonly string[] | undefined
  readonly script?: string | undefined
}

/** Lines known beforehand, or what comes through a pipe line by line. */
export type CallerScript = readonly string[] | 'pipe'

/**
 * What the caller says, or nothing when a person is at the keyboard.
 * @throws AppError FILE_NOT_FOUND (not found), CALLER_MISSING (usage) under `--json` on a terminal
 */
export async function scriptOf({say, script}: ScriptFlags, {json}: Pick<TerminalTalk, 'json'>): Promise<CallerScript | undefined> {
  if (say) return say
  if (script === '-') return pipedLines()
  if (script !== undefined) return fileLines(script)
  if (!process.stdin.isTTY) return 'pipe'
  if (!json) return undefined
  throw new AppError(
    'CALLER_MISSING',
    {en: 'Under --json nobody types what the caller says.', ru: 'С --json некому вводить слова абонента.'},
    {exit: 'usage', hint: {en: 'Give it with --say, --script or a pipe.', ru: 'Задайте их через --say, --script или конвейер.'}},
  )
}

/** @throws AppError UNKNOWN_ACTION (usage) */
export function actionsOf(lines: CallerScript | undefined, {lang, say, caution, interrupted}: TerminalTalk): AsyncIterable<CallerAction> {
  if (lines === 'pipe') return piped(interrupted)
  if (lines) return scripted(lines)
  say({
    en: 'You are the caller. /help lists what else a caller can do, Ctrl-D hangs up.',
    ru: 'Вы абонент. Что ещё можно делать, покажет /help; Ctrl-D кладёт трубку.',
  })
  return typed(lang === 'ru' ? 'Вы: ' : 'You: ', (error) => caution((error as AppError).sentence), interrupted)
}

function fileLines(file: string): string[] {
  if (existsSync(file)) return scriptLines(readFileSync(file, 'utf8'))
  throw new AppError('FILE_NOT_FOUND', {en: `There is no file ${file}.`, ru: `Нет файла ${file}.`}, {exit: 'notFound'})
}
