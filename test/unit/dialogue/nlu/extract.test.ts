import {expect} from 'chai'
import {extractors, extractValue, type ValueType} from '../../../../src/dialogue/nlu/extract.ts'
import {utterance} from '../../../../src/dialogue/nlu/tokens.ts'
import type {ExtractContext} from '../../../../src/dialogue/nlu/types.ts'
import {nluRows} from '../../../helpers/nlu-rows.ts'

const context: ExtractContext = {now: {date: '2026-03-11', minutes: 630}, asked: true}
const options = [
  {id: 'cut', ru: ['стрижка']},
  {id: 'wash', ru: ['мойка']},
]

describe('several values that were named side by side', () => {
  for (const row of nluRows('undecided')) {
    const {type, text, lang, now, ctx} = row as typeof row & {readonly type: ValueType}
    it(`${row.id}: "${text}"`, () => {
      const [hour, minute] = now.slice(11, 16).split(':').map(Number)
      const here = {...ctx, now: {date: now.slice(0, 10), minutes: hour! * 60 + minute!}}
      expect(extractValue(type, text, here, lang).value).to.deep.equal(row.expect)
      const found = extractors[type](utterance(text, lang), here)
      expect(found).to.include({undecided: true, confidence: 0.4})
      expect(found!.alts).to.not.have.length(0)
    })
  }

  it('are none of them the value; all are listed', () => {
    expect(extractValue('date', 'в среду или в четверг', context)).to.deep.equal({
      value: {date: null},
      confidence: 0.4,
      alts: [{date: '2026-03-18'}, {date: '2026-03-12'}],
    })
    expect(extractValue('enum', 'стрижка или мойка', {...context, options})).to.deep.equal({
      value: {option: null},
      confidence: 0.4,
      alts: [{option: 'cut'}, {option: 'wash'}],
    })
  })

  it('keep what they agree on', () => {
    expect(extractValue('datetime', 'в четверг в шесть или в семь', context).value).to.deep.equal({date: '2026-03-12', time: null})
    expect(extractValue('datetime', 'в четверг или в пятницу в шесть', context).value).to.deep.equal({date: null, time: '18:00'})
    expect(extractValue('datetime', 'в четверг в шесть или в пятницу в семь', context).value).to.deep.equal({date: null, time: null})
  })

  it('are not what is only another reading of the same words', () => {
    const found = extractValue('time', 'в десять', {...context, window: {from: 480, to: 1380}})
    expect(found).to.deep.include({value: {time: '10:00'}, alts: [{time: '22:00'}]})
    expect(extractValue('number', 'человека два-три', context).value).to.deep.equal({number: 2})
  })

  it('are settled by a correction or by what is said last', () => {
    expect(extractValue('date', 'в среду или нет, в четверг', context).value).to.deep.equal({date: '2026-03-12'})
    expect(extractValue('time', 'в пять или лучше в шесть', context).value).to.deep.equal({time: '18:00'})
  })
})
