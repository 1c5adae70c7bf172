import {createRequire} from 'node:module'
import type * as PhoneNumbers from 'libphonenumber-js/max'
import type {Lang} from './types.ts'

type Library = typeof PhoneNumbers

// The metadata costs 30 ms to load and the grammar has to answer synchronously: it is loaded with the first number that needs it.
let library: Library | undefined
const numbers = (): Library => (library ??= createRequire(import.meta.url)('libphonenumber-js/max') as Library)

/** Loads the numbering plans, so that the first caller does not wait for them. */
export const warmPhoneJudge = (): void => void judgePhone('89260000000', {region: 'RU', plus: false, lang: 'ru'})

/** A country by its two letters, in either case, as the numbering plans know it; `undefined` when they do not. */
export function phoneRegion(code: string): string | undefined {
  const region = code.trim().toUpperCase()
  return numbers().isSupportedCountry(region) ? region : undefined
}

export interface JudgeContext {
  readonly region: string
  /** A plus was said: the digits begin with a country code. */
  readonly plus: boolean
  readonly lang: Lang
  /** Words said that a phone number follows. */
  readonly announced?: boolean
  /** A phone number was asked for. */
  readonly asked?: boolean
  /** A group of digits by itself at the beginning, where a country code stands. */
  readonly code?: string
}

export interface Judged {
  /** E.164 */
  readonly phone: string
  /** The country code was read into digits that no plus announced: trust it less than a number of the region's own plan. */
  readonly guessed: boolean
}

/**
 * The number in E.164 when its digits make a valid one, as dialled in the region or with a country code. Foreign numbers keep theirs;
 * ten digits that begin with 9, said in Russian, are a Russian mobile wherever the plan of the region has no such number.
 */
export function judgePhone(digits: string, context: JudgeContext): Judged | undefined {
  const {region, plus, lang} = context
  if (digits.length < 7 || digits.length > 15) return undefined
  const own = plus ? undefined : national(digits, region)
  if (own) return {phone: own, guessed: false}
  if (plus) {
    const foreign = international(digits)
    if (foreign) return {phone: foreign, guessed: false}
  }
  // People say "plus eight" and mean the trunk prefix.
  const mobile = (plus ? /^8(9\d{9})$/ : /^8?(9\d{9})$/).exec(digits)?.[1]
  const russian = mobile !== undefined && (lang === 'ru' || region === 'RU') ? national(mobile, 'RU') : undefined
  if (russian) return {phone: russian, guessed: false}
  const foreign = plus || digits.length < 11 || !mayBeForeign(digits, context) ? undefined : international(digits)
  return foreign === undefined ? undefined : {phone: foreign, guessed: true}
}

/** Countries of the plan of +7. */
const sevens: ReadonlySet<string> = new Set(['RU', 'KZ'])
const neighbours = /^(?:37[345]|380|99[234568])/

/**
 * Digits that no plus announced begin with a country code when a number was announced, or when it is the code of a neighbour and either
 * stands apart or a number was asked for, in English any code: others are tax or insurance numbers. Behind the 8 or the 7 of a Russian number stands an area
 * code, never Japan.
 */
function mayBeForeign(digits: string, {region, lang, announced, asked, code = ''}: JudgeContext): boolean {
  if (sevens.has(region) && /^[78]/.test(digits)) return false
  if (announced || neighbours.test(code)) return true
  return (asked === true && (neighbours.test(digits) || lang === 'en')) || /^79\d{9}$/.test(digits)
}

function national(digits: string, region: string): string | undefined {
  // By far the most common kind here; the library would say the same 10 µs later. Only 9300… has holes.
  if (region === 'RU' && /^[78]?9(?!300)\d{9}$/.test(digits)) return `+7${digits.slice(-10)}`
  // The library makes a number of anything that begins with one. Kazakh numbers are dialled with the 8 or the 7.
  if (sevens.has(region) && !/^[78]?\d{10}$/.test(digits)) return undefined
  if (region === 'RU' && digits.length === 10 && digits.startsWith('7')) return undefined
  const {isSupportedCountry, parsePhoneNumberFromString} = numbers()
  const country = isSupportedCountry(region) ? region : 'RU'
  const parsed = parsePhoneNumberFromString(digits, country)
  return parsed?.isValid() ? parsed.number : undefined
}

function international(digits: string): string | undefined {
  const parsed = numbers().parsePhoneNumberFromString(`+${digits}`)
  return parsed?.isValid() ? parsed.number : undefined
}
