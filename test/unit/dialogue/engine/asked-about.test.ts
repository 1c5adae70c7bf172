import {expect} from 'chai'
import {scenarioOf, talk} from '../../../helpers/scenario.ts'

const scenario = scenarioOf({
  facts: {price_sofa: 'Диван три тысячи рублей.', price_carpet: 'Ковёр триста рублей за метр.'},
  fields: {
    item: {
      type: 'enum',
      ask: 'Что чистим?',
      options: [
        {id: 'sofa', say: 'диван'},
        {id: 'carpet', say: 'ковёр'},
      ],
    },
    date: {type: 'date', ask: 'На какой день?'},
    phone: {type: 'phone', ask: 'Какой у вас телефон?', region: 'RU'},
  },
  states: {
    hello: {
      transitions: [
        {to: 'order', on: 'book'},
        {to: 'answers', on: 'question'},
      ],
    },
    answers: {
      type: 'answer',
      transitions: [
        {to: 'order', on: ['book', 'yes_answer']},
        {to: 'bye', on: 'goodbye'},
      ],
    },
    order: {type: 'collect', collect: ['item', 'date', 'phone'], transitions: [{to: 'done', when: 'complete'}]},
    done: {type: 'end', outcome: 'ordered'},
    bye: {type: 'end', outcome: 'failed'},
  },
  outcomes: [
    {id: 'ordered', kind: 'lead'},
    {id: 'callback', kind: 'callback', when: 'flags.callback && has(f.phone)'},
    {id: 'failed', kind: 'failed', default: true},
  ],
})

function after(...lines: readonly string[]) {
  const call = talk(scenario)
  call.start()
  for (const line of lines) call.say(line)
  return call
}

describe('after a question', () => {
  for (const line of ['хорошо давайте', 'ладно записывайте', 'запишите меня', 'да записывайте']) {
    it(`takes what was asked about: ${line}`, () => {
      expect(after('сколько стоит диван почистить', line).fields).to.deep.equal({item: 'sofa'})
    })
  }

  it('takes what is named now rather than what was asked about', () => {
    expect(after('сколько стоит диван', 'хорошо давайте ковёр').fields).to.deep.equal({item: 'carpet'})
  })

  it('takes neither of two that were asked about, and nothing that was asked about long ago', () => {
    expect(after('сколько стоит диван и ковёр', 'хорошо давайте').fields).to.deep.equal({})
    expect(after('сколько стоит диван', 'алло', 'алло', 'хорошо', 'давайте').fields).to.deep.equal({})
  })

  for (const line of ['ладно спасибо до свидания', 'хорошо всего доброго', 'ладно не надо'])
    it(`books nothing for who takes leave: ${line}`, () => {
      expect(after('сколько стоит диван', line).fields).to.deep.equal({})
      expect(after('сколько стоит диван', line).state.visited).not.to.include('order')
    })
})

describe('a wish to be called back', () => {
  it('takes the number said with it, where the flow has no edge for the wish', () => {
    const call = after('перезвоните мне завтра в десять на этот номер')
    expect(call.outcome).to.equal('callback')
    expect(call.fields).to.deep.equal({phone: '+79260000000'})
  })

  it('ends no order where the number was what was asked for', () => {
    expect(after('хочу заказать', 'диван', 'завтра', 'перезвоните на этот').outcome).to.equal('ordered')
  })
})
