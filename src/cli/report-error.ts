import {type Bilingual, uiLanguage} from '../bilingual.ts'
import {AppError, exitCodes} from '../errors.ts'

interface Streams {
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
}

const colourful = (): boolean =>
  Boolean(process.stderr.isTTY) && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb' && !process.argv.includes('--no-color')

const red = (text: string): string => (colourful() ? `\u001B[31m${text}\u001B[39m` : text)

const isCancelled = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError' || error.message === 'SIGINT')

/** An unexpected error is ours: it keeps its message, gets a code of its own, and its stack is shown under `DEBUG=voicectl`. */
function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (isCancelled(error)) return new AppError('CANCELLED', {en: 'Cancelled.', ru: 'Отменено.'}, {exit: 'cancelled', cause: error})
  const message = error instanceof Error ? error.message : String(error)
  return new AppError(
    'INTERNAL',
    {en: `Unexpected error: ${message}`, ru: `Непредвиденная ошибка: ${message}`},
    {
      exit: 'failure',
      cause: error,
      hint: {en: 'This is a defect. `DEBUG=voicectl` shows the stack.', ru: 'Это дефект программы. Стек покажет `DEBUG=voicectl`.'},
    },
  )
}

/** Prints an error once: JSON on stdout for machines, a sentence and a hint on stderr for people. Returns the exit code. */
export function reportError(thrown: unknown, {json, streams}: {readonly json: boolean; readonly streams: Streams}): number {
  const error = toAppError(thrown)
  if (json) {
    const {code, message, hint} = error
    streams.stdout(`${JSON.stringify({error: {code, message, ...(hint && {hint: hint.en})}})}\n`)
  } else {
    const lang = uiLanguage()
    const say = (text: Bilingual) => text[lang]
    const mark = error.exitCode === exitCodes.cancelled ? '' : `${red(lang === 'ru' ? 'Ошибка' : 'Error')} (${error.code}): `
    streams.stderr(`${mark}${say(error.sentence)}\n`)
    if (error.hint) streams.stderr(`${say(error.hint)}\n`)
  }
  if (process.env['DEBUG']?.includes('voicectl')) streams.stderr(`${(error.cause as Error | undefined)?.stack ?? error.stack}\n`)
  return error.exitCode
}
