import {AppError} from '../../errors.ts'

/** What the simulated caller does next. */
export type CallerAction =
  | {readonly kind: 'say'; readonly text: string; readonly heard?: number}
  /** Without seconds: until the bot notices. */
  | {readonly kind: 'silence'; readonly seconds?: number}
  | {readonly kind: 'dtmf'; readonly digits: string}
  | {readonly kind: 'hangup'}
  | {readonly kind: 'restart'}
  | {readonly kind: 'state'}
  | {readonly kind: 'help'}

/** Whether a bot would notice it: of a call that is over neither the hanging up is missed nor a look at its state. */
export const isHeard = ({kind}: CallerAction): boolean => kind === 'say' || kind === 'dtmf' || kind === 'silence'

export const actionHelp = {
  en: '/silence [SECONDS]  say nothing\n/dtmf DIGITS        press keys\n/barge TEXT         interrupt the bot\n/hangup             hang up\n/restart            lose the process and go on\n/state              show what the bot knows',
  ru: '/silence [СЕКУНД]  промолчать\n/dtmf ЦИФРЫ        нажать клавиши\n/barge ТЕКСТ       перебить бота\n/hangup            положить трубку\n/restart           потерять процесс и продолжить\n/state             что знает бот',
}

/** Seconds; no bot waits longer. */
const longestSilence = 3600

/** A line the caller types, or a line of a script. @throws AppError UNKNOWN_ACTION for a slash word that means nothing */
export function callerAction(line: string): CallerAction {
  const text = line.trim()
  if (!text.startsWith('/')) return {kind: 'say', text}
  const [word, ...rest] = text.slice(1).split(/\s+/)
  const argument = rest.join(' ')
  switch (word) {
    case 'silence': {
      if (argument === '') return {kind: 'silence'}
      const seconds = Number(argument.replace(/\s*(?:s|с)$/, ''))
      if (seconds > longestSilence) throw tooLong(text)
      if (!(seconds > 0)) throw unknown(text)
      return {kind: 'silence', seconds}
    }
    case 'dtmf':
      if (!/^[\d*#A-D]{1,32}$/.test(argument.replaceAll(' ', ''))) throw unknown(text)
      return {kind: 'dtmf', digits: argument.replaceAll(' ', '')}
    case 'barge':
      if (argument === '') throw unknown(text)
      return {kind: 'say', text: argument, heard: 0.4}
    case 'hangup':
    case 'restart':
    case 'state':
    case 'help':
      return {kind: word}
    default:
      throw unknown(text)
  }
}

/** Lines of a script: empty ones and comments are left out. */
export const scriptLines = (source: string): string[] =>
  source
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(isScriptLine)

/** Whether a line of a script has the caller do something: it is neither empty nor a comment. */
export function isScriptLine(line: string): boolean {
  const text = line.trim()
  return text !== '' && !text.startsWith('#')
}

const tooLong = (text: string) =>
  new AppError(
    'UNKNOWN_ACTION',
    {en: `The caller is not silent for so long: "${text}".`, ru: `Так долго абонент не молчит: «${text}».`},
    {exit: 'usage', hint: {en: `At most ${longestSilence} seconds.`, ru: `Не больше ${longestSilence} секунд.`}},
  )

const unknown = (text: string) =>
  new AppError(
    'UNKNOWN_ACTION',
    {en: `The caller cannot do "${text}".`, ru: `Абонент не умеет «${text}».`},
    {exit: 'usage', hint: actionHelp},
  )
