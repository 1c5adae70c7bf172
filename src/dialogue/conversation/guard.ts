import type {Scenario} from '../engine/scenario.ts'
import type {Turn} from '../engine/turn.ts'
import {acceptedValues, factsFor} from '../engine/draft.ts'
import {spokenValue} from '../engine/voice.ts'
import {detectLanguage} from '../nlu/language.ts'
import {readNumber} from '../nlu/numerals.ts'
import {tokenize} from '../nlu/tokens.ts'
import type {Lang} from '../nlu/types.ts'

export interface GuardContext {
  readonly scenario: Scenario
  /** The turn whose words would be replaced. */
  readonly turn: Turn
  /** The prompt, whose sentences must never be read out. */
  readonly prompt?: string
}

/** The most a bot may say at once. */
const maxLength = 320

/**
 * Why a model's line must not be spoken, or nothing when it may. Deliberately strict: the line it would replace is always good enough.
 * Takes microseconds.
 */
export function guard(text: string, context: GuardContext): string | undefined {
  const line = text.trim()
  const {lang} = context.turn.state
  if (line === '') return 'empty'
  if (line.length > maxLength) return 'length'
  if (/\d/.test(line)) return 'digits'
  if (/https?:|www\.|[*_#`|<>{}[\]]|^\s*[-•]\s/m.test(line)) return 'markup'
  if (/\p{Extended_Pictographic}/u.test(line)) return 'emoji'
  if (detectLanguage(line).lang !== lang) return 'language'
  const number = strangeNumber(line, context)
  if (number !== undefined) return `number ${number}`
  if (claimsDone(line) && !claimsDone(context.turn.text)) return 'promise'
  if (asks(context.turn.text) && !line.includes('?')) return 'no question'
  if (!asks(context.turn.text) && context.turn.state.ending && line.includes('?')) return 'question'
  return context.prompt && quotes(line, context.prompt) ? 'prompt' : undefined
}

const asks = (text: string): boolean => text.includes('?')

/** A number in words that stands in no fact, field, tool result or in what the engine itself would say. */
function strangeNumber(line: string, {scenario, turn}: GuardContext): number | undefined {
  const {lang} = turn.state
  const known = numbersIn([turn.text, ...sources(scenario, turn, lang)].join(' . '), lang)
  return [...numbersIn(line, lang)].find((value) => !known.has(value) && !harmless.has(value))
}

// «один», «первый», "one moment": words more than numbers.
const harmless = new Set([0, 1])

function sources(scenario: Scenario, {state}: Turn, lang: Lang): string[] {
  const values = Object.entries(acceptedValues(state)).map(([id, value]) => spokenValue(scenario, id, value, lang))
  return [...Object.values(factsFor(scenario, lang)), ...values, JSON.stringify(state.tools)]
}

function numbersIn(text: string, lang: Lang): Set<number> {
  const tokens = tokenize(text)
  const numbers = new Set<number>()
  for (let at = 0; at < tokens.length;) {
    const read = readNumber(tokens, at, lang)
    if (read) numbers.add(read.value)
    at = read ? read.to : at + 1
  }
  return numbers
}

/** Words of a deed done: a booking, an order, a transfer. Only the engine knows whether it happened. */
const claimsDone = (line: string): boolean =>
  /(?:записал|забронировал|оформил|отменил|перен[её]с|отправил|заказал|подтвердил|перев[её]л|соединяю|перевожу)|(?:запись|бронь|заказ|визит)\s+(?:\S+\s+)?(?:подтвержд|создан|оформлен|отмен)|\b(?:booked|reserved|confirmed|cancel+ed|scheduled|transferr?(?:ed|ing)|sent|ordered)\b/i.test(
    line,
  )

/** Whether the line shares eight words in a row with the prompt. */
function quotes(line: string, prompt: string): boolean {
  const words = tokenize(line).map((token) => token.text)
  const source = ` ${tokenize(prompt)
    .map((token) => token.text)
    .join(' ')} `
  for (let at = 0; at + 8 <= words.length; at++) if (source.includes(` ${words.slice(at, at + 8).join(' ')} `)) return true
  return false
}
