import {expect} from 'chai'
import fc from 'fast-check'
import {toCardinal as english, toOrdinal as englishOrdinal} from 'n2words/en-US'
import {toCardinal as russian} from 'n2words/ru-RU'
import numberToWordsRu from 'number-to-words-ru'
import {readNumber} from '../../../../src/dialogue/nlu/numerals.ts'
import {tokenize} from '../../../../src/dialogue/nlu/tokens.ts'
import type {Lang} from '../../../../src/dialogue/nlu/types.ts'
import {pluralRu, sayDuration, sayMoney, sayNumber, sayOrdinal, sayPercent} from '../../../../src/dialogue/speech/index.ts'

const amounts = fc.integer({min: 1, max: 7}).chain((digits) => fc.integer({min: 0, max: 10 ** digits - 1}))
const readBack = (words: string, lang: Lang): number | undefined => {
  const tokens = tokenize(words)
  const number = readNumber(tokens, 0, lang)
  return number?.to === tokens.length ? number.value : undefined
}

describe('a number in words', () => {
  it('is read back as itself by the grammar that listens, in every case', () => {
    const check = (value: number) => {
      for (const name of ['nominative', 'genitive', 'dative', 'instrumental', 'prepositional'])
        expect(readBack(sayNumber(value, {lang: 'ru', case: name}), 'ru'), `${value} ${name}`).to.equal(value)
      expect(readBack(sayNumber(value, {lang: 'en'}), 'en'), String(value)).to.equal(value)
    }
    for (let value = 0; value < 2000; value++) check(value)
    fc.assert(fc.property(amounts, check), {numRuns: 1500})
  })

  it('agrees with an independent library, a lone thousand aside', () => {
    fc.assert(
      fc.property(amounts, (value) => {
        const lone = (words: string) => words.replaceAll('ё', 'е').replaceAll(/одна (?=тысяча)|один (?=миллион)/g, '')
        expect(lone(sayNumber(value, {lang: 'ru'}))).to.equal(lone(russian(value)))
        expect(sayNumber(value, {lang: 'en'})).to.equal(english(value).replaceAll('-', ' ').replaceAll(' and ', ' '))
      }),
      {numRuns: 1500},
    )
  })

  it('declines like an independent library', () => {
    const names = {genitive: 'genitive', dative: 'dative', instrumental: 'instrumental', prepositional: 'prepositional'} as const
    fc.assert(
      fc.property(fc.integer({min: 0, max: 999}), fc.constantFrom(...(Object.keys(names) as (keyof typeof names)[])), (value, name) => {
        const other = numberToWordsRu.convert(String(value), {
          currency: 'number',
          declension: names[name],
          showNumberParts: {integer: true, fractional: false},
          showCurrency: {integer: false, fractional: false},
        })
        expect(sayNumber(value, {lang: 'ru', case: name, gender: 'f'}).replaceAll('ё', 'е')).to.equal(
          other.toLowerCase().replaceAll('ё', 'е').trim(),
        )
      }),
      {numRuns: 800},
    )
  })

  it('takes case and gender by any of their names', () => {
    expect(sayNumber(21, {lang: 'ru', gender: 'f'})).to.equal('двадцать одна')
    expect(sayNumber(2, {lang: 'ru', gender: 'feminine', case: 'acc'})).to.equal('две')
    expect(sayNumber(1, {lang: 'ru', gender: 'n'})).to.equal('одно')
    expect(sayNumber(1500, {lang: 'ru', case: 'родительный'})).to.equal('тысячи пятисот')
    expect(sayNumber(5, {lang: 'ru', case: 'no such case'})).to.equal('пять')
  })

  it('says fractions, signs and what is no number', () => {
    expect(sayNumber(1.5, {lang: 'ru'})).to.equal('полтора')
    expect(sayNumber(1.5, {lang: 'ru', gender: 'f'})).to.equal('полторы')
    expect(sayNumber(2.5, {lang: 'ru'})).to.equal('два с половиной')
    expect(sayNumber(0.25, {lang: 'ru'})).to.equal('ноль целых двадцать пять сотых')
    expect(sayNumber(31.1, {lang: 'ru'})).to.equal('тридцать одна целая одна десятая')
    expect(sayNumber(-7, {lang: 'ru'})).to.equal('минус семь')
    expect(sayNumber(2.05, {lang: 'en'})).to.equal('two point zero five')
    expect(sayNumber(Number.NaN, {lang: 'ru'})).to.equal('')
  })

  it('has words for any number at all', () => {
    fc.assert(
      fc.property(fc.double(), fc.constantFrom<Lang>('ru', 'en'), (value, lang) => {
        for (const said of [sayNumber(value, {lang}), sayMoney(value, 'RUB', {lang}), sayPercent(value, {lang})])
          expect(said).to.match(/^[\p{L}\s]*$/u)
      }),
      {
        examples: [
          [1e12, 'ru'],
          [-1e13, 'ru'],
          [999_999_999_999.999, 'ru'],
          [1e300, 'en'],
          [Number.NEGATIVE_INFINITY, 'en'],
        ],
      },
    )
    expect(sayNumber(-1e13, {lang: 'ru'})).to.equal('минус очень много')
    expect(sayMoney(1e12, 'RUB', {lang: 'ru'})).to.equal('очень много рублей')
    expect(sayMoney(1e12, 'USD', {lang: 'en'})).to.equal('a great many dollars')
  })

  it('says ordinals that are read back as ordinals', () => {
    for (let value = 1; value < 3000; value++)
      for (const name of ['nominative', 'genitive', 'dative', 'prepositional']) {
        const tokens = tokenize(sayOrdinal(value, {lang: 'ru', case: name, gender: 'n'}))
        expect(readNumber(tokens, 0, 'ru'), `${value}`).to.include({value, ordinal: true, to: tokens.length})
      }
    for (let value = 1; value < 1000; value++)
      expect(sayOrdinal(value, {lang: 'en'})).to.equal(englishOrdinal(value).replaceAll('-', ' ').replaceAll(' and ', ' '))
    expect(sayOrdinal(3, {lang: 'ru', gender: 'f', case: 'acc'})).to.equal('третью')
    expect(sayOrdinal(2000, {lang: 'ru', case: 'gen'})).to.equal('двухтысячного')
    expect(sayOrdinal(1992, {lang: 'ru', case: 'gen'})).to.equal('тысяча девятьсот девяносто второго')
    expect(sayOrdinal(90, {lang: 'ru', gender: 'pl'})).to.equal('девяностые')
  })
})

describe('an amount in words', () => {
  it('counts money in the case asked for', () => {
    expect(sayMoney(1500, 'RUB', {lang: 'ru'})).to.equal('тысяча пятьсот рублей')
    expect(sayMoney(1500, 'RUB', {lang: 'ru', colloquial: true})).to.equal('полторы тысячи рублей')
    expect(sayMoney(2500, 'RUB', {lang: 'ru', colloquial: true})).to.equal('две с половиной тысячи рублей')
    expect(sayMoney(1500, 'RUB', {lang: 'ru', colloquial: true, case: 'genitive'})).to.equal('полутора тысяч рублей')
    expect(`от ${sayMoney(1500, 'RUB', {lang: 'ru', case: 'genitive'})}`).to.equal('от тысячи пятисот рублей')
    expect(sayMoney(21, 'RUB', {lang: 'ru'})).to.equal('двадцать один рубль')
    expect(sayMoney(99.5, 'RUB', {lang: 'ru'})).to.equal('девяносто девять рублей пятьдесят копеек')
    expect(sayMoney(0.02, 'RUB', {lang: 'ru'})).to.equal('две копейки')
    expect(sayMoney(3, 'USD', {lang: 'ru'})).to.equal('три доллара')
    expect(sayMoney(-5, 'EUR', {lang: 'ru'})).to.equal('минус пять евро')
    expect(sayMoney(5, 'XXX', {lang: 'ru'})).to.equal('пять')
    expect(sayMoney(1, 'USD', {lang: 'en'})).to.equal('one dollar')
    expect(sayMoney(1500.5, 'RUB', {lang: 'en'})).to.equal('one thousand five hundred roubles and fifty kopecks')
  })

  it('counts percents and lengths of time', () => {
    expect(sayPercent(20, {lang: 'ru'})).to.equal('двадцать процентов')
    expect(sayPercent(2.5, {lang: 'ru'})).to.equal('два с половиной процента')
    expect(sayPercent(21, {lang: 'ru', case: 'gen'})).to.equal('двадцати одного процента')
    expect(sayDuration(5400, {lang: 'ru'})).to.equal('один час тридцать минут')
    expect(sayDuration(61, {lang: 'ru', case: 'acc'})).to.equal('одну минуту одну секунду')
    expect(sayDuration(0, {lang: 'ru'})).to.equal('ноль секунд')
    expect(sayDuration(90_000, {lang: 'en'})).to.equal('one day one hour')
  })

  it('chooses the plural form', () => {
    const calls = [0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 101, 111, 1.5].map((count) => pluralRu(count, 'звонок', 'звонка', 'звонков'))
    expect(calls.join(' ')).to.equal(
      'звонков звонок звонка звонка звонков звонков звонков звонков звонок звонка звонков звонок звонков звонка',
    )
  })
})
