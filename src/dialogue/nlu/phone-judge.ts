import {createRequire} from 'node:module'
import type * as PhoneNumbers from 'libphonenumber-js/max'
import type {Lang} from './types.ts'

type Library = typeof PhoneNumbers

// The metadata costs 30 ms to load and the grammar has to answer synchronously: it is loaded with the first number that needs it.
let library: Library | undefined
const numbers = (): Library => (library ??= createRequire(import.meta.url)('libphonenumber-js/max') as Library)

/** Loads the numbering plans, so that the first caller does not wait for them. */
export const warmPhoneJudge = (): void => void judgePhone('89260000000', {region: 'RU', plus: false, lang: 'ru'})

export interface JudgeContext {
  readonly region: string
  /** A plus was said: the digits begin with a country code. */
  readonly plus: boolean
  readonly lang: Lang
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
export function judgePhone(digits: string, {region, plus, lang}: JudgeContext): Judged | undefined {
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
  const foreign = plus || digits.length < 11 ? undefined : international(digits)
  return foreign === undefined ? undefined : {phone: foreign, guessed: true}
}

function national(digits: string, region: string): string | undefined {
  // By far the most common kind here; the library would say the same 10 µs later. Only 9300… has holes.
  if (region === 'RU' && /^[78]?9(?!300)\d{9}$/.test(digits)) return `+7${digits.slice(-10)}`
  const {isSupportedCountry, parsePhoneNumberFromString} = numbers()
  const country = isSupportedCountry(region) ? region : 'RU'
  const parsed = parsePhoneNumberFromString(digits, country)
  return parsed?.isValid() ? parsed.number : undefined
}

function international(digits: string): string | undefined {
  const parsed = numbers().parsePhoneNumberFromString(`+${digits}`)
  return parsed?.isValid() ? parsed.number : undefined
}
