import {expect} from 'chai'
import {readFileSync} from 'node:fs'
import type {Lang} from '../../../../src/dialogue/nlu/types.ts'
import type {FlowInput} from '../../../../src/skillbase/schema/flow.ts'
import {barber} from '../../../helpers/barber.ts'
import {guarding} from '../../../helpers/guarding.ts'

/** Lines a model might say after what was heard, one such moment a row. */
interface Moment {
  readonly flow?: 'plan'
  readonly lang?: Lang
  readonly heard: readonly string[]
  readonly facts?: readonly string[]
  readonly lines: readonly string[]
}

const plan = {
  flow: 'plan',
  persona: {company: 'Гараж'},
  fields: {
    problem: {type: 'text', ask: 'Что с машиной?'},
    date: {type: 'date', ask: 'На какой день записать?'},
    time: {type: 'time', ask: 'К какому часу?'},
    guests: {type: 'number', ask: 'Сколько вас будет?'},
    phone: {type: 'phone', ask: 'Какой у вас телефон?'},
  },
} as const satisfies FlowInput

const momentsOf = (file: string): Moment[] =>
  readFileSync(new URL(`../../../fixtures/paraphrases/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((row) => JSON.parse(row) as Moment)

/** Every line with what the guard says of it. */
const judged = (file: string, lang: Lang) =>
  momentsOf(file)
    .filter((moment) => (moment.lang ?? 'ru') === lang)
    .flatMap(({flow, heard, facts = [], lines}) => {
      const {check, turn} = guarding(flow === 'plan' ? plan : barber, heard, {facts})
      expect(turn.state.lang, heard.join(' | ')).to.equal(lang)
      return lines.map((line) => ({line, of: turn.text, fault: check(line)}))
    })

describe('a model that puts the engine’s line in its own words', () => {
  for (const [lang, least] of [
    ['ru', 60],
    ['en', 30],
  ] as const)
    it(`is mostly heard when it is honest, in ${lang}`, () => {
      const all = judged('honest.jsonl', lang)
      const refused = all.filter(({fault}) => fault !== undefined)
      expect(all.length).to.be.at.least(least)
      expect(refused.length / all.length, JSON.stringify(refused, null, 1)).to.be.at.most(0.2)
    })
  it('is never heard when it says what the engine does not: prices, times, people, other services, promises, facts turned round', () => {
    const all = (['ru', 'en'] as const).flatMap((lang) => judged('dishonest.jsonl', lang))
    expect(all.length).to.be.at.least(100)
    expect(all.filter(({fault}) => fault === undefined)).to.deep.equal([])
  })
})
