import {asksIn} from '../field-words.ts'
import {numeral} from '../../../nlu/numerals.ts'
import type {Token, Utterance} from '../../../nlu/types.ts'
import type {FoundNumber} from './counted.ts'
import {used} from '../reader.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'

export const yearWord = /^(?:год(?:а|у|ом)?|year)$/

/** Whether the field is a year, and neither a count of years nor any number that may be so large: «до двух тысяч метров». */
export function isYear({type, id, min, max, askLine}: ScenarioField): boolean {
  if (type !== 'number') return false
  const isNear = (bound: unknown) => typeof bound === 'number' && bound >= 1800 && bound < 2200
  if (isNear(min) && isNear(max)) return true
  const isNamed = asksYear.test([id.replaceAll('_', ' '), asksIn({askLine})].join(' '))
  return isNamed && [min, max].every((bound) => typeof bound !== 'number' || isNear(bound)) && (isNear(min) || isNear(max))
}

const asksYear = /(?<![а-яё])год(?:а|у|ом)?(?![а-яё])|\byear\b/i

export const withoutYear = (utterance: Utterance, field: ScenarioField): Utterance =>
  isYear(field)
    ? {...utterance, tokens: utterance.tokens.map((token) => (yearWord.test(token.text) ? {...token, text: used} : asOrdinal(token)))}
    : utterance

/** «Две тысячи восемнадцатого»: of a year the last word may be in any case. */
export function asOrdinal(token: Token): Token {
  const stem = /^(\p{L}+?)(?:ого|его|ому|ем|ом)$/u.exec(token.text)?.[1]
  if (stem === undefined || !numeral(token, 'ru')?.ordinal) return token
  const text = ['ый', 'ой', 'ий'].map((ending) => stem + ending).find((word) => numeral({...token, text: word}, 'ru')?.ordinal)
  return text === undefined ? token : {...token, text}
}

/** «Пятнадцатого года» is 2015. */
export function asYear(field: ScenarioField, found: FoundNumber): FoundNumber {
  const {number} = found.value
  if (!isYear(field) || number >= 100 || !Number.isInteger(number)) return found
  const fits = [2000 + number, 1900 + number].find(
    (year) => (typeof field.min !== 'number' || year >= field.min) && (typeof field.max !== 'number' || year <= field.max),
  )
  return fits === undefined ? found : {...found, value: {number: fits}, alts: []}
}
