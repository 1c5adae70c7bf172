import {counted, type Lang, type Noun, toCase} from './grammar.ts'
import {decimalRu, isBeyondWords, sayNumber} from './number.ts'
import {countRu} from './quantity.ts'
import {unitsRu} from './units-ru.ts'

export interface MoneyOptions {
  readonly lang: Lang
  readonly case?: string
  /** As people put it: полторы тысячи, две с половиной тысячи. */
  readonly colloquial?: boolean
}

interface Currency {
  readonly unit: Noun
  readonly coin: Noun
  /** Singular, plural, coin, coins. */
  readonly english: readonly [string, string, string, string]
}

const currencies: Readonly<Record<string, Currency>> = {
  RUB: {unit: unitsRu.rouble, coin: unitsRu.kopeck, english: ['rouble', 'roubles', 'kopeck', 'kopecks']},
  BYN: {unit: unitsRu.rouble, coin: unitsRu.kopeck, english: ['rouble', 'roubles', 'kopeck', 'kopecks']},
  USD: {unit: unitsRu.dollar, coin: unitsRu.cent, english: ['dollar', 'dollars', 'cent', 'cents']},
  EUR: {unit: unitsRu.euro, coin: unitsRu.cent, english: ['euro', 'euros', 'cent', 'cents']},
  GBP: {unit: unitsRu.pound, coin: unitsRu.penny, english: ['pound', 'pounds', 'penny', 'pence']},
  KZT: {unit: unitsRu.tenge, coin: unitsRu.tiyn, english: ['tenge', 'tenge', 'tiyn', 'tiyn']},
  UAH: {unit: unitsRu.hryvnia, coin: unitsRu.kopeck, english: ['hryvnia', 'hryvnias', 'kopeck', 'kopecks']},
  CNY: {unit: unitsRu.yuan, coin: unitsRu.cent, english: ['yuan', 'yuan', 'fen', 'fen']},
}

/**
 * An amount in words: 1500 → `тысяча пятьсот рублей`, 99.5 → `девяносто девять рублей пятьдесят копеек`, `{case: 'genitive'}` → `тысячи пятисот рублей`.
 * @param amount in units of the currency, two decimals are said; a trillion and more is `очень много рублей`
 * @param currency ISO 4217; one that is not known is left out
 */
export function sayMoney(amount: number, currency: string, options: MoneyOptions): string {
  const known = currencies[currency.toUpperCase()]
  if (!known || Number.isNaN(amount)) return sayNumber(amount, options)
  if (amount < 0) return `${options.lang === 'ru' ? 'минус' : 'minus'} ${sayMoney(-amount, currency, options)}`
  if (isBeyondWords(amount)) return options.lang === 'ru' ? countRu(amount, known.unit) : inEnglish(amount, 0, known)
  const units = Math.trunc(Math.round(amount * 100) / 100)
  const coins = Math.round(amount * 100) - units * 100
  if (options.lang === 'en') return inEnglish(units, coins, known)
  const whole = options.colloquial && coins === 0 ? colloquial(units, known.unit, options.case) : countRu(units, known.unit, options.case)
  if (coins === 0) return whole
  const change = countRu(coins, known.coin, options.case)
  return units === 0 ? change : `${whole} ${change}`
}

function inEnglish(units: number, coins: number, {english: [one, many, coin, change]}: Currency): string {
  const whole = `${sayNumber(units, {lang: 'en'})} ${units === 1 ? one : many}`
  if (coins === 0) return whole
  const rest = `${sayNumber(coins, {lang: 'en'})} ${coins === 1 ? coin : change}`
  return units === 0 ? rest : `${whole} and ${rest}`
}

/** 1500 and 2500 in halves of a thousand. */
function colloquial(units: number, unit: Noun, caseName: string | undefined): string {
  const thousands = units / 1000
  if (units < 1000 || units > 20_000 || thousands % 1 !== 0.5) return countRu(units, unit, caseName)
  const to = toCase(caseName)
  const direct = to === 'nom' || to === 'acc'
  return `${decimalRu(thousands, to, 'f')} ${direct ? 'тысячи' : 'тысяч'} ${counted(unit, 5, direct ? 'nom' : 'gen')}`
}
