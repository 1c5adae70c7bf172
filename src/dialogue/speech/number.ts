import {type Case, type Gender, type Lang, toCase, toGender} from './grammar.ts'
import {cardinalEn, ordinalEn} from './number-en.ts'
import {cardinalRu} from './number-ru.ts'
import {ordinalRu, type OrdinalGender} from './ordinal-ru.ts'

export interface NumberOptions {
  readonly lang: Lang
  /** A case by any of its names, `genitive` or `gen`; Russian only. */
  readonly case?: string
  readonly gender?: string
}

/**
 * A number in words: 21 → `двадцать один`, 2.5 → `два с половиной`, 0.25 → `ноль целых двадцать пять сотых`. At most three decimals are said.
 * What is beyond the words for numbers is `очень много`, what is no number is silence.
 */
export function sayNumber(value: number, {lang, case: name, gender}: NumberOptions): string {
  if (Number.isNaN(value)) return ''
  if (isBeyondWords(value))
    return `${value < 0 ? `${lang === 'ru' ? 'минус' : 'minus'} ` : ''}${lang === 'ru' ? 'очень много' : 'a great many'}`
  const rounded = Math.round(value * 1000) / 1000
  if (lang === 'en') return decimalEn(rounded)
  return decimalRu(rounded, toCase(name), toGender(gender))
}

/** Whether there are no words for a number: a trillion of anything is a mistake, and nobody could write it down. */
export const isBeyondWords = (value: number): boolean => !(Math.round(Math.abs(value)) < 1e12)

/** An ordinal in words: `sayOrdinal(3, {lang: 'ru', gender: 'f'})` → `третья`. `value` is a whole number. */
export function sayOrdinal(value: number, {lang, case: name, gender}: NumberOptions): string {
  if (isBeyondWords(value)) return sayNumber(value, {lang})
  if (lang === 'en') return ordinalEn(Math.abs(Math.trunc(value)))
  const kind: OrdinalGender = gender?.startsWith('pl') ? 'pl' : toGender(gender)
  return ordinalRu(Math.trunc(value), toCase(name), kind)
}

/** One digit after another: `0512` → `ноль пять один два`. Other characters are skipped. */
export const sayDigits = (text: string, lang: Lang): string =>
  [...text]
    .filter((char) => /\d/.test(char))
    .map((digit) => (lang === 'ru' ? cardinalRu(Number(digit)) : cardinalEn(Number(digit))))
    .join(' ')

export function decimalRu(value: number, to: Case, gender: Gender): string {
  if (Number.isInteger(value)) return cardinalRu(value, to, gender)
  if (value < 0) return `минус ${decimalRu(-value, to, gender)}`
  const whole = Math.trunc(value)
  if (value === 1.5) return to === 'nom' || to === 'acc' ? (gender === 'f' ? 'полторы' : 'полтора') : 'полутора'
  if (value - whole === 0.5 && whole > 0) return `${cardinalRu(whole, to, gender)} с половиной`
  const digits = decimals(value)
  const numerator = Number(digits)
  return `${cardinalRu(whole, to, 'f')} ${adjective('цел', whole, to)} ${cardinalRu(numerator, to, 'f')} ${adjective(['десят', 'сот', 'тысячн'][digits.length - 1]!, numerator, to)}`
}

/** одна целая, двух целых, пятью десятыми */
function adjective(stem: string, count: number, to: Case): string {
  const one = count % 10 === 1 && count % 100 !== 11
  const endings = one
    ? {nom: 'ая', gen: 'ой', dat: 'ой', acc: 'ую', ins: 'ой', pre: 'ой'}
    : {nom: 'ых', gen: 'ых', dat: 'ым', acc: 'ых', ins: 'ыми', pre: 'ых'}
  return stem + endings[to]
}

function decimalEn(value: number): string {
  if (Number.isInteger(value)) return cardinalEn(value)
  if (value < 0) return `minus ${decimalEn(-value)}`
  return `${cardinalEn(Math.trunc(value))} point ${sayDigits(decimals(value), 'en')}`
}

const decimals = (value: number): string => value.toFixed(3).replace(/0+$/, '').split('.')[1]!
