import {expect} from 'chai'
import fc from 'fast-check'
import {toCardinal as english} from 'n2words/en-US'
import {toCardinal as russian} from 'n2words/ru-RU'
import {extractNumber} from '../../../../src/dialogue/nlu/number.ts'
import {utterance} from '../../../../src/dialogue/nlu/tokens.ts'
import type {Lang} from '../../../../src/dialogue/nlu/types.ts'
import {extractRow, nluRows} from '../../../helpers/nlu-rows.ts'

const now = {date: '2026-05-20', minutes: 720}
const read = (text: string, lang: Lang = 'ru', asked = false) => extractNumber(utterance(text, lang), {now, asked})
// «Три миллиона двести» is 3 200 000: such amounts have a test of their own.
const amounts = fc
  .integer({min: 1, max: 7})
  .chain((digits) => fc.integer({min: 2, max: 10 ** digits - 1}))
  .filter((value) => value < 1_000_000 || value % 1_000_000 >= 1000 || value % 50 > 0)

describe('a number in an utterance', () => {
  for (const row of nluRows('number'))
    it(`${row.id}: "${row.text}"`, () => {
      const found = extractRow(extractNumber, row)
      const alts = found?.alts?.map(({number}) => number)
      expect({number: null, ...found?.value, ...(alts ? {alts} : {})}).to.deep.equal(row.expect)
    })

  it('takes an ordinal for an amount, but not in a set phrase', () => {
    expect(read('сорок третий размер', 'ru', true)?.value.number).to.equal(43)
    expect(read('сорок третьего размера', 'ru', true)?.value.number).to.equal(43)
    for (const phrase of ['во второй раз', 'в первую очередь', 'с первого раза'])
      expect(read(phrase, 'ru', true), phrase).to.equal(undefined)
  })

  it('survives fillers, units and politeness around any amount', () => {
    const frames = fc.constantFrom<readonly [Lang, string, string]>(
      ['ru', '', ''],
      ['ru', 'э ну', 'наверное'],
      ['ru', 'слушайте давайте', 'рублей пожалуйста'],
      ['ru', 'нас будет', 'человек'],
      ['en', '', ''],
      ['en', 'um let me see', 'please'],
      ['en', "i'd say about", 'dollars'],
    )
    fc.assert(
      fc.property(amounts, frames, (value, [lang, before, after]) => {
        const words = lang === 'ru' ? russian(value) : english(value)
        expect(read(`${before} ${words} ${after}`, lang)?.value.number, words).to.equal(value)
      }),
      {numRuns: 1500},
    )
  })

  it('takes the later of two amounts when the first is taken back', () => {
    const frames = fc.constantFrom(
      (a: string, b: string) => `не ${a} а ${b}`,
      (a: string, b: string) => `${a} ой нет ${b}`,
      (a: string, b: string) => `${a} точнее ${b}`,
    )
    fc.assert(
      fc.property(amounts, amounts, frames, (first, second, frame) => {
        fc.pre(first !== second)
        expect(read(frame(russian(first), russian(second)))).to.deep.include({value: {number: second}, corrected: true})
      }),
      {numRuns: 500},
    )
  })

  it('reads halves of any count and scale', () => {
    for (let count = 2; count <= 20; count++) {
      expect(read(`${russian(count, {gender: 'feminine'})} с половиной тысячи`)?.value.number).to.equal(count * 1000 + 500)
      expect(read(`${russian(count)} с половиной`)?.value.number).to.equal(count + 0.5)
      expect(read(`${english(count)} and a half million`, 'en')?.value.number).to.equal(count * 1_000_000 + 500_000)
      expect(read(`${english(count)} point five`, 'en')?.value.number).to.equal(count + 0.5)
    }
  })

  it('hears thousands in the hundreds behind a million, as whoever names a price does', () => {
    for (const [millions, value] of [
      ['миллион', 1e6],
      ['три миллиона', 3e6],
      ['миллиард', 1e9],
    ] as const)
      for (const hundreds of [200, 350, 900]) {
        const scale = value >= 1e9 ? 1e6 : 1000
        const found = read(`${millions} ${russian(hundreds)}`)
        expect(found).to.deep.include({value: {number: value + hundreds * scale}, alts: [{number: value + hundreds}]})
      }
    for (const [text, value] of [
      ['миллион двести пять', 1_000_205],
      ['тысяча двести', 1200],
      ['миллион сорок', 1_000_040],
    ] as const)
      expect(read(text)?.value.number, text).to.equal(value)
    expect(read('1000200')?.value.number).to.equal(1_000_200)
  })

  it('counts "of us" and those who come beside', () => {
    for (const text of ['four of us plus two kids', 'four of us and two children']) expect(read(text, 'en')?.value.number, text).to.equal(6)
    expect(read('four of us', 'en')?.value.number).to.equal(4)
    expect(read('двое из нас и трое детей')?.value.number).to.equal(5)
  })

  it('reads two numbers behind a "not", and one of them without it', () => {
    expect(read('not twenty thirty', 'en', true)?.value.number).to.equal(30)
    expect(read('twenty thirty', 'en', true)?.value.number).to.equal(2030)
  })

  it('says which words it read', () => {
    expect(read('нас будет двадцать пять человек')).to.include({from: 2, to: 4})
    expect(read('ну э полторы тысячи рублей')).to.include({from: 2, to: 4})
  })

  it('lets a bare clock or date word count only when a number was asked for', () => {
    expect(read('седьмого')).to.equal(undefined)
    expect(read('седьмого', 'ru', true)?.value).to.deep.equal({number: 7})
    expect(read('в пять')).to.equal(undefined)
    expect(read('в пять', 'ru', true)?.value).to.deep.equal({number: 5})
  })
})
