import type {Lang} from './grammar.ts'
import {sayDigits} from './number.ts'
import {cardinalRu} from './number-ru.ts'

export interface PhoneOptions {
  readonly lang: Lang
  /** Digit by digit, for a caller who asked to repeat. */
  readonly slow?: boolean
}

/**
 * A number read out in groups with commas as pauses. In Russian a number of +7 as people write it down: `восемь, девятьсот три, сто двадцать три, сорок пять,
 * шестьдесят семь`; any other one digit by digit with its country code. Digits that are no whole number (`8921300`) are said in threes.
 */
export function sayPhone(phone: string, {lang, slow = false}: PhoneOptions): string {
  const digits = phone.replaceAll(/\D/g, '')
  const international = phone.trim().startsWith('+')
  if (lang === 'ru' && /^[78]\d{10}$/.test(digits) && (international ? digits.startsWith('7') : true)) {
    const groups = [digits.slice(1, 4), digits.slice(4, 7), digits.slice(7, 9), digits.slice(9)]
    return ['восемь', ...groups.map((group) => (slow ? sayDigits(group, lang) : groupRu(group)))].join(', ')
  }
  if (!international && lang === 'ru' && digits.length === 7)
    return [digits.slice(0, 3), digits.slice(3, 5), digits.slice(5)]
      .map((group) => (slow ? sayDigits(group, lang) : groupRu(group)))
      .join(', ')
  if (!international)
    return grouped(digits)
      .map((group) => sayDigits(group, lang))
      .join(', ')
  const code = countryCode(digits)
  const rest = grouped(digits.slice(code.length)).map((group) => sayDigits(group, lang))
  // At home nobody says the country code.
  const plus = lang === 'en' && code === '1' ? [] : [`${lang === 'ru' ? 'плюс' : 'plus'} ${sayDigits(code, lang)}`]
  return [...plus, ...rest].join(', ')
}

/** `020` → `ноль двадцать`, `005` → `ноль ноль пять`. */
function groupRu(group: string): string {
  const zeros = /^0*/.exec(group)![0].length
  const rest = group.slice(zeros)
  return [...Array.from({length: zeros}, () => 'ноль'), ...(rest ? [cardinalRu(Number(rest))] : [])].join(' ')
}

const twoDigits = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/

const countryCode = (digits: string): string =>
  /^[17]/.test(digits) ? digits.slice(0, 1) : twoDigits.test(digits) ? digits.slice(0, 2) : digits.slice(0, 3)

/** Threes, and what is left as a four or in twos: 3-3-4, 3-3-3, 3-3-2. */
function grouped(digits: string): string[] {
  const groups: string[] = []
  let rest = digits
  while (rest.length > 4) {
    groups.push(rest.slice(0, 3))
    rest = rest.slice(3)
  }
  if (rest) groups.push(rest)
  return groups
}
