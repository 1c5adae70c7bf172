import {expect} from 'chai'
import {scenarioOf, talk} from '../../../helpers/scenario.ts'

const answering = (ask: string, lang: 'ru' | 'en', line: string) => {
  const call = talk(
    scenarioOf({
      fields: {
        start: {type: 'date', ask: lang === 'ru' ? 'С какого дня?' : 'What day would you like to start?'},
        length: {type: 'number', ask},
      },
      states: {talk: {collect: ['length', 'start'], next: 'end'}, end: {type: 'end', say: 'Спасибо.'}},
    }),
  )
  call.start()
  call.say(line)
  return call.fields
}

describe('how long', () => {
  for (const [line, months] of [
    ['a year', 12],
    ['two years', 24],
    ['half a year', 6],
    ['about a month', 1],
    ['a year and a half', 18],
    ['a couple of months', 2],
    ['three months', 3],
  ] as const)
    it(`is counted in months: ${line}`, () => expect(answering('For how many months?', 'en', line)['length']).to.equal(months))

  for (const [line, months] of [
    ['на год', 12],
    ['полгода', 6],
    ['на полтора года', 18],
    ['на месяц', 1],
  ] as const)
    it(`is counted in months: ${line}`, () => expect(answering('На сколько месяцев?', 'ru', line)['length']).to.equal(months))

  it('is counted in days', () => expect(answering('На сколько дней?', 'ru', 'на две недели')['length']).to.equal(14))

  for (const line of ['in a month', 'next month', 'a year ago'])
    it(`is no day: ${line}`, () => expect(answering('For how many months?', 'en', line)).not.to.have.property('length'))
})
