import {sayDomain, sayEmail} from '../email.ts'
import {sayPhone} from '../phone.ts'
import {expandAbbreviations} from './abbreviations.ts'
import {expandLatin} from './latin.ts'
import {domainPattern, emailPattern, phonePattern} from './patterns.ts'
import {replaceEach} from './replace.ts'
import {romanRu} from './roman.ts'
import {amountsRu} from './ru-amounts.ts'
import {datesRu} from './ru-dates.ts'
import {ratesRu} from './ru-rates.ts'
import {timesRu} from './ru-times.ts'
import {numbersRu, signsRu} from './ru-numbers.ts'

/** A clean Russian text in words. The order matters: what has a shape of its own (mail, phones, dates) goes before bare numbers. */
export function russianWords(text: string): string {
  let result = replaceEach(text, emailPattern, ([address]) => sayEmail(address!, {lang: 'ru'}))
  result = replaceEach(result, domainPattern, ([domain]) => sayDomain(domain!, 'ru'))
  result = replaceEach(result, phonePattern, ([phone]) => sayPhone(phone!, {lang: 'ru'}))
  result = amountsRu(ratesRu(signsRu(timesRu(datesRu(result)))))
  return expandLatin(romanRu(numbersRu(expandAbbreviations(result))))
}
