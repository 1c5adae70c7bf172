import {uiLanguage} from '../bilingual.ts'
import {redact, maskUrlPasswords} from '../config/secret.ts'
import {AppError, exitCodes} from '../errors.ts'
import {coloured, palette} from './colour.ts'
import {cancelled} from './interrupt.ts'
import {printableWord} from '../printable.ts'
import {typeable} from './program.ts'
import {systemError} from './system-errors.ts'

interface Streams {
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
}

/** Prints an error once: JSON on stdout for machines, a sentence and a hint on stderr for people. Returns the exit code. */
export function reportError(thrown: unknown, {json, streams}: {readonly json: boolean; readonly streams: Streams}): number {
  const error = toAppError(thrown)
  if (json) streams.stdout(`${JSON.stringify(errorJson(error))}\n`)
  else streams.stderr(coloured(clean(errorText(error))))
  if (process.env['DEBUG']?.includes('voicectl')) streams.stderr(redact(maskUrlPasswords(`${stack(error)}\n`)))
  return error.exitCode
}

/** The whole of what a machine gets. `message` of an error may have been edited by the parser; the sentence has not. */
const errorJson = ({code, sentence, hint}: AppError) => ({
  error: {code, message: clean(typeable(sentence.en)), ...(hint && {hint: clean(typeable(hint.en))})},
})

function errorText({code, sentence, hint, exitCode}: AppError): string {
  const lang = uiLanguage()
  const {red} = palette(process.stderr)
  const mark = exitCode === exitCodes.cancelled ? '' : `${red(lang === 'ru' ? 'Ошибка' : 'Error')} (${code}): `
  return typeable(`${mark}${lines(sentence[lang])}\n${hint ? `${lines(hint[lang])}\n` : ''}`)
}

/** What an error quotes may control a terminal. */
const lines = (text: string): string => text.split('\n').map(printableWord).join('\n')

/** Nothing secret leaves in an error, wherever its text came from; what is hidden is looked for before anything is cut. */
const clean = (text: string): string => shortened(redact(maskUrlPasswords(text)))

/** A pasted page or a script gone wrong is quoted with its beginning: the sentence around it is what has to be read. */
const shortened = (text: string): string =>
  text.replaceAll(/(?<=["«])[^"«»]{400,}(?=["»])|\S{400,}/g, (long) => `${long.slice(0, 200)}…${/["»`.]*$/.exec(long)![0]}`)

/** An unexpected error is ours: it keeps its message, gets a code of its own, and its stack is shown under `DEBUG=voicectl`. */
function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (isCancelled(error)) return cancelled(error)
  const message = error instanceof Error ? error.message : String(error)
  return (
    systemError(error) ??
    new AppError(
      'INTERNAL',
      {en: `Unexpected error: ${message}`, ru: `Непредвиденная ошибка: ${message}`},
      {
        cause: error,
        hint: {en: 'This is a defect. `DEBUG=voicectl` shows the stack.', ru: 'Это дефект программы. Стек покажет `DEBUG=voicectl`.'},
      },
    )
  )
}

const isCancelled = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError' || error.message === 'SIGINT')

/** The stack of the error and of what caused it. */
function stack(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause === undefined || depth > 4 ? '' : `\ncaused by: ${stack(error.cause, depth + 1)}`
  return `${error.stack ?? error.message}${cause}`
}
