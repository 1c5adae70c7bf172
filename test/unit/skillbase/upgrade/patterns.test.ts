import {expect} from 'chai'
import {hoursIn} from '../../../../src/skillbase/upgrade/opening-hours.ts'
import {phrasesOf} from '../../../../src/skillbase/upgrade/patterns.ts'
import {transferTarget} from '../../../../src/skillbase/upgrade/target.ts'

describe('a regular expression as phrases', () => {
  const table: readonly (readonly [string, string[], boolean])[] = [
    ['оператор|менеджер', ['оператор*', 'менеджер*'], false],
    ['\\bсуд(ы|ом)?\\b', ['суды', 'судом', 'суд'], false],
    ['политик\\w*', ['политик*'], false],
    ['(?i)Привет', ['привет*'], false],
    ['[её]лка', ['елка', 'ёлка'], false],
    ['позови(те)? (человека|людей)', ['позовите человека*', 'позовите людей', 'позови человека*', 'позови людей'], false],
    ['жалоб.*врача', ['жалоб врача'], true],
    ['не\\w*доволен', ['не доволен*'], true],
    ['[а-я]{5}', [], true],
    ['(?=x)да нет', ['да нет'], true],
    ['.*', [], true],
    ['(((', [], false],
  ]
  for (const [pattern, phrases, lossy] of table) {
    it(`${pattern} → ${phrases.join(', ') || 'nothing'}`, () => {
      expect(phrasesOf(pattern)).to.deep.equal({phrases, lossy})
    })
  }

  it('gives no more phrases than anybody would read', () => {
    expect(phrasesOf('(а|б|в|г|д)(а|б|в|г|д)(а|б|в|г|д)(а|б|в|г|д)').phrases.length).to.be.at.most(60)
  })
})

describe('opening hours in a hint', () => {
  for (const [text, hours] of [
    ['с 9:00 до 21:00', '09:00-21:00'],
    ['работаем 10-20', '10:00-20:00'],
    ['from 8 to 17.30', '08:00-17:30'],
    ['с 21 до 9', undefined],
    ['без перерыва', undefined],
  ] as const) {
    it(`"${text}" → ${hours}`, () => expect(hoursIn(text)).to.equal(hours))
  }
})

describe('a transfer target', () => {
  for (const [text, target] of [
    ['8 (903) 123-45-67', '+79031234567'],
    ['79031234567', '+79031234567'],
    ['+44 20 7946 0958', '+442079460958'],
    ['sip:desk@pbx.example', 'sip:desk@pbx.example'],
    ['123', undefined],
    ['boss', undefined],
  ] as const) {
    it(`${text} → ${target}`, () => expect(transferTarget(text)).to.equal(target))
  }
})
