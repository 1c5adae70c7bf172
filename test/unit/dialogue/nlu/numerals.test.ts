import {expect} from 'chai'
import fc from 'fast-check'
import {toCardinal as british} from 'n2words/en-GB'
import {toCardinal as english, toOrdinal as englishOrdinal} from 'n2words/en-US'
import {toCardinal as russian, toOrdinal as russianOrdinal} from 'n2words/ru-RU'
import numberToWordsRu from 'number-to-words-ru'
import {numeral, readNumber} from '../../../../src/dialogue/nlu/numerals.ts'
import {tokenize} from '../../../../src/dialogue/nlu/tokens.ts'
import type {Lang} from '../../../../src/dialogue/nlu/types.ts'

const cases = ['nominative', 'genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const

const inCase = (value: number, declension: (typeof cases)[number]): string =>
  numberToWordsRu.convert(String(value), {
    currency: 'number',
    declension,
    showCurrency: {integer: false, fractional: false},
    showNumberParts: {fractional: false},
  })

/** Every order of magnitude gets its share. */
const amounts = fc.integer({min: 1, max: 7}).chain((digits) => fc.integer({min: 1, max: 10 ** digits - 1}))

const expectRoundTrip = (words: string, value: number, lang: Lang) => {
  const tokens = tokenize(words)
  const read = readNumber(tokens, 0, lang)
  expect([read?.value, read?.to], words).to.deep.equal([value, tokens.length])
}

describe('number words', () => {
  it('reads all cardinals below 1100 that other libraries write', () => {
    for (let value = 0; value < 1100; value++) {
      expectRoundTrip(russian(value), value, 'ru')
      expectRoundTrip(russian(value, {gender: 'feminine'}), value, 'ru')
      expectRoundTrip(english(value), value, 'en')
      expectRoundTrip(british(value).replaceAll('-', ' '), value, 'en')
    }
  })

  it('reads any cardinal up to 9 999 999', () => {
    fc.assert(
      fc.property(amounts, (value) => {
        expectRoundTrip(russian(value), value, 'ru')
        expectRoundTrip(english(value), value, 'en')
        expectRoundTrip(british(value), value, 'en')
      }),
      {numRuns: 2000},
    )
  })

  for (const declension of cases)
    it(`reads Russian cardinals in the ${declension}`, () => {
      fc.assert(
        fc.property(amounts, (value) => expectRoundTrip(inCase(value, declension), value, 'ru')),
        {numRuns: 300},
      )
    })

  it('reads ordinals', () => {
    fc.assert(
      fc.property(amounts, (value) => {
        // Whole thousands fuse into one long word («двадцатипятитысячный») that nobody says on the phone.
        fc.pre(value % 1000 !== 0 || value <= 10_000)
        expectRoundTrip(russianOrdinal(value), value, 'ru')
        expectRoundTrip(englishOrdinal(value), value, 'en')
      }),
      {numRuns: 500},
    )
  })

  it('does not join numbers whose ranks do not fall', () => {
    expect(readNumber(tokenize('пять двадцать'), 0, 'ru')).to.include({value: 5, to: 1})
    expect(readNumber(tokenize('двадцать одиннадцать'), 0, 'ru')).to.include({value: 20, to: 1})
    expect(readNumber(tokenize('сто двести'), 0, 'ru')).to.include({value: 100, to: 1})
    expect(readNumber(tokenize('twenty five six'), 0, 'en')).to.include({value: 25, to: 2})
    expect(readNumber(tokenize('twenty-five six'), 0, 'en')).to.include({value: 25, to: 1})
  })

  it('knows collectives and ordinals from cardinals', () => {
    expect(readNumber(tokenize('двадцать трое'), 0, 'ru')).to.include({value: 23, collective: true, ordinal: false})
    expect(readNumber(tokenize('двадцать третьего'), 0, 'ru')).to.include({value: 23, collective: false, ordinal: true})
    expect(numeral(tokenize('семья')[0], 'ru')).to.equal(undefined)
    expect(numeral(tokenize('опять')[0], 'ru')).to.equal(undefined)
  })
})
