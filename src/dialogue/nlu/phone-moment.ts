import {readNumber} from './numerals.ts'
import type {Atom} from './phone-atoms.ts'
import type {Token} from './types.ts'

/**
 * The end of the ordinal that begins at a token: «двадцать шестого», "twenty first". It is a day, a floor or a turn, and its first word
 * no digits of a phone. `undefined` when there is none.
 */
export function ordinalEnd(tokens: readonly Token[], at: number): number | undefined {
  const read = readNumber(tokens, at, 'ru') ?? readNumber(tokens, at, 'en')
  return read?.ordinal ? read.to : undefined
}

/** Whether the words say a clock time: «завтра в пять», "make it five thirty", "ten thirty in the morning". */
export function isClock(atoms: readonly Atom[], tokens: readonly Token[]): boolean {
  if (atoms.length === 0 || atoms.length > 3) return false
  const [from, to] = [atoms[0]!.at, atoms.at(-1)!.at + 1]
  if (tokens[from - 1]?.text === 'без') return true
  // «Минут на десять», "about ten minutes" say how long.
  if (span.test(tokens[to]?.text ?? '') || (tokens[from - 1]?.text === 'на' && span.test(tokens[from - 2]?.text ?? ''))) return true
  if (!isHourAndMinute(atoms)) return false
  return leads.has(tokens[from - 1]?.text ?? '') || isWish(tokens, from) || halvesOfDay.test(textFrom(tokens, to))
}

function isHourAndMinute(atoms: readonly Atom[]): boolean {
  const words = atoms.map(({token}) => token)
  const hour = readNumber(words, 0, 'ru') ?? readNumber(words, 0, 'en')
  const minute = hour && (readNumber(words, hour.to, 'ru') ?? readNumber(words, hour.to, 'en'))
  return hour !== undefined && hour.value <= 24 && (hour.to === words.length || (minute?.to === words.length && minute.value < 60))
}

/** "Make it", «лучше»: what is wished for is a time, and digits nobody wishes for. */
const isWish = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.text === 'лучше' || (tokens[at - 1]?.text === 'it' && tokens[at - 2]?.text === 'make')

const textFrom = (tokens: readonly Token[], at: number): string =>
  tokens
    .slice(at, at + 3)
    .map(({text}) => text)
    .join(' ')

const leads: ReadonlySet<string> = new Set(['в', 'во', 'к', 'ко', 'до', 'после', 'at', 'by', 'until', 'after', 'past'])

const span = /^(?:минут[ыу]?|минуток|час(?:а|ов)?|часик\S*|дн(?:я|ей)|недел\S*|minutes?|mins?|hours?|days?|weeks?)$/

const halvesOfDay = /^(?:утра|дня|вечера|ночи|am|pm|a\.m|p\.m|o'clock|in the (?:morning|afternoon|evening)|at night)(?: |$)/
