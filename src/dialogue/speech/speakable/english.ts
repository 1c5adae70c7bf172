import {sayDomain, sayEmail} from '../email.ts'
import {monthsEn} from '../date.ts'
import {sayMoney} from '../money.ts'
import {sayDigits, sayNumber} from '../number.ts'
import {cardinalEn, ordinalEn, yearEn} from '../number-en.ts'
import {sayPhone} from '../phone.ts'
import {abbreviationsEn} from './en-abbreviations.ts'
import {datesEn} from './en-dates.ts'
import {domainPattern, emailPattern, phonePattern} from './patterns.ts'
import {replaceEach, spaced} from './replace.ts'

/** A clean English text in words. Abbreviations that English voices know stay. */
export function englishWords(text: string): string {
  let result = replaceEach(text, emailPattern, ([address]) => sayEmail(address!, {lang: 'en'}))
  result = replaceEach(result, domainPattern, ([domain]) => sayDomain(domain!, 'en'))
  result = replaceEach(result, phonePattern, ([phone]) => sayPhone(phone!, {lang: 'en'}))
  result = replaceEach(result, /(?<!\d)(?:\(\d{3}\)|\d{3})[\s.-]*\d{3}[\s.-]\d{4}(?!\d)/g, ([phone]) =>
    sayPhone(`+1${phone!}`, {lang: 'en'}),
  )
  return numbers(amounts(datesEn(abbreviationsEn(result))))
}

const amount = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?(?!\\d)|\\d+(?:\\.\\d{1,2})?(?!\\d)'
const scales: Readonly<Record<string, number>> = {k: 1e3, thousand: 1e3, million: 1e6, m: 1e6, billion: 1e9}
const signs: Readonly<Record<string, string>> = {$: 'USD', '€': 'EUR', '£': 'GBP', '₽': 'RUB'}
const signFirst = new RegExp(`([$€£₽])\\s*(${amount})(?:\\s*(thousand|million|billion|k|m)\\b)?`, 'gi')
const spanPattern = new RegExp(`([$€£₽])\\s*(${amount})\\s*[-–—]\\s*[$€£₽]?\\s*(${amount})`, 'g')
const signLast = new RegExp(`(?<![\\d.,])(${amount})\\s*(?:([$€£₽])|(USD|EUR|GBP|RUB|KZT)\\b)`, 'g')
const percent = new RegExp(`(?<![\\d.,])(${amount})\\s*%`, 'g')

function amounts(text: string): string {
  const spans = replaceEach(text, spanPattern, ([, sign, from, to]) => `${sayNumber(plain(from!), {lang: 'en'})} to ${sign}${to}`)
  const first = replaceEach(spans, signFirst, ([, sign, value, scale]) =>
    money(plain(value!) * (scales[scale?.toLowerCase() ?? ''] ?? 1), signs[sign!]!),
  )
  const last = replaceEach(first, signLast, ([, value, sign, code]) => money(plain(value!), code ?? signs[sign!]!))
  return replaceEach(last, percent, ([, value]) => `${sayNumber(plain(value!), {lang: 'en'})} percent`)
}

const money = (value: number, currency: string): string => sayMoney(value, currency, {lang: 'en'})
const plain = (written: string): number => Number(written.replaceAll(',', ''))

function numbers(text: string): string {
  let result = text.replaceAll(/(?<!\d)24\s*\/\s*7(?!\d)/g, 'around the clock')
  result = replaceEach(result, /(?:№|#)\s*(\d+)/g, ([, value]) => `number ${value!.length > 4 ? sayDigits(value!, 'en') : whole(value!)}`)
  result = replaceEach(result, /(?<=\b(?:dial|call)\s+)\d{3}(?!\d)/gi, ([value]) => sayDigits(value!, 'en'))
  result = replaceEach(
    result,
    /(?<![\d.,])(\d{1,3})\s*°\s*([FC])\b/g,
    ([, value, scale]) => `${whole(value!)} degrees ${scale === 'F' ? 'Fahrenheit' : 'Celsius'}`,
  )
  result = replaceEach(result, /(?<![\d.,/])(\d{1,4})\s*\/\s*(\d{1,4})(?![\d/])/g, ([, top, bottom], {head}) =>
    slash(Number(top), Number(bottom), head),
  )
  result = replaceEach(result, /(?<![\d.,])(\d{1,9})(?:st|nd|rd|th)\b/gi, ([, value]) => ordinalEn(Number(value)))
  result = replaceEach(result, /(?<![\d.,-])(\d{1,9})\s*[-–—]\s*(\d{1,9})(?![\d-]|[.,]\d)/g, ([, from, to], place) =>
    spaced(`${cardinalEn(Number(from))} to ${cardinalEn(Number(to))}`, place),
  )
  result = replaceEach(result, /(?<![\p{L}\d.,)])([+-])(?=\d)/gu, ([, sign]) => (sign === '+' ? 'plus ' : 'minus '))
  result = replaceEach(result, /(?<=\b(?:in|since|from|by|until|of|year)\s+)((?:19|20)\d{2})(?![\d.,]*\d)/gi, ([, value]) =>
    yearEn(Number(value)),
  )
  result = replaceEach(result, /(?<![\d.,])(\d{1,9}\.\d{1,3})(?![\d.,]*\d)/g, ([, value], place) => spaced(decimal(value!), place))
  result = replaceEach(result, /\d{1,3}(?:,\d{3})+(?!\d)|\d+/g, ([value], place) => spaced(whole(value!.replaceAll(',', '')), place))
  return result.replaceAll('+', ' plus ').replaceAll('=', ' equals ').replaceAll('%', ' percent ').replaceAll('$', ' dollars ')
}

/** As written: `2.0` is a version, not the number two. */
const decimal = (value: string): string => {
  const [whole = '', rest = ''] = value.split('.')
  return `${cardinalEn(Number(whole))} point ${sayDigits(rest, 'en')}`
}

const fractions: Readonly<Record<string, string>> = {
  '1/2': 'one half',
  '1/3': 'one third',
  '2/3': 'two thirds',
  '1/4': 'one quarter',
  '3/4': 'three quarters',
}

/** A fraction, a date behind "until" and the like, or the sign by its name. */
function slash(top: number, bottom: number, head: string): string {
  const known = fractions[`${top}/${bottom}`]
  if (known) return known
  if (/\b(?:on|until|till|by|before|after|from|to)\s+$/i.test(head) && top >= 1 && top <= 12 && bottom >= 1 && bottom <= 31)
    return `${monthsEn[top - 1]} ${ordinalEn(bottom)}`
  return `${cardinalEn(top)} slash ${cardinalEn(bottom)}`
}

const whole = (digits: string): string =>
  (digits.startsWith('0') && digits.length > 1) || digits.length > 9 ? sayDigits(digits, 'en') : cardinalEn(Number(digits))
