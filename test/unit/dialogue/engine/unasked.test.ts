import {expect} from 'chai'
import type {FlowInput} from '../../../../src/skillbase/schema/flow.ts'
import {unknownAsked, unknownSaid} from '../../../../src/dialogue/engine/unasked.ts'
import {scenarioOf, starter, talk} from '../../../helpers/scenario.ts'

/** Whom is it about, and what is only for them. */
const asking = (ask: string, onFail?: string, rest: Partial<FlowInput> = {}) =>
  scenarioOf({
    greeting: {outbound: 'Здравствуйте, это виртуальный помощник.'},
    fields: {
      me: {type: 'yesno', ask, ...(onFail && {on_fail: onFail})},
      wish: {type: 'text', ask: 'Что передать?'},
    },
    states: {
      who: {
        type: 'collect',
        collect: ['me'],
        transitions: [
          {to: 'secret', when: 'f.me == true'},
          {to: 'other', when: 'f.me == false'},
        ],
      },
      secret: {type: 'collect', collect: ['wish'], say: 'Тайна.', transitions: [{to: 'other', when: 'complete'}]},
      other: {type: 'end', say: 'Всего доброго!'},
      unsure: {type: 'end', say: 'Свяжемся в другой раз.'},
    },
    start: 'who',
    outcomes: [{id: 'failed', kind: 'failed', default: true}],
    ...rest,
  })

const heard = (
  scenario: ReturnType<typeof asking>,
  contact: Readonly<Record<string, string>>,
  direction: 'inbound' | 'outbound' = 'outbound',
) => {
  const call = talk(scenario, {direction, contact})
  const said = [call.start()]
  for (const line of ['да', 'да это я']) if (call.outcome === undefined) said.push(call.say(line))
  return said.join(' ')
}

describe('a question who is on the line', () => {
  it('is asked by name, and opens what is meant for that one', () => {
    expect(heard(asking('{{ contact.name }}, это вы?', 'unsure'), {name: 'Анна'}))
      .to.contain('Анна, это вы?')
      .and.contain('Тайна.')
  })

  it('is not asked without the name, whatever stands in its place, and opens nothing', () => {
    for (const direction of ['outbound', 'inbound'] as const)
      for (const contact of [{}, {name: ''}, {name: ' '}, {name: '-'}, {name: 'null'}, {amount: '100'}]) {
        const said = heard(asking('{{ contact.name }}, это вы?', 'unsure'), contact, direction)
        expect(said).to.match(/Свяжемся в другой раз\.$/)
        expect(said).not.to.match(/Тайна|это вы/)
      }
  })

  it('is known by what it asks about, not by its words', () => {
    for (const ask of [
      'Я говорю с {{ contact.name }}?',
      'Это {{ contact.name }}?',
      '{% if contact.name %}{{ contact.name }}, это вы?{% else %}Это вы?{% endif %}',
      'Am I speaking to {{ contact.first }} {{ contact.last }}?',
      'Is this {{ contact.name }}?',
      "Это {{ contact.name | default: 'вы' }}?",
    ])
      expect(heard(asking(ask, 'unsure'), {}), ask)
        .to.contain('Свяжемся')
        .and.not.contain('Тайна')
  })

  it('is asked all the same where the name only addresses', () => {
    for (const ask of ['{{ contact.name }}, вам удобно говорить?', 'Вам удобно, {{ contact.name }}?'])
      expect(unknownAsked(asking(ask), {}), ask).to.deep.equal([])
  })

  it('ends the call with a goodbye where the flow names no state, and is passed over where it may be', () => {
    expect(heard(asking('{{ contact.name }}, это вы?'), {})).not.to.contain('Тайна')
    const optional = asking('{{ contact.name }}, это вы?', undefined, {
      fields: {me: {type: 'yesno', ask: '{{ contact.name }}, это вы?', required: false}, wish: {type: 'text', ask: 'Что передать?'}},
      states: {
        who: {type: 'collect', collect: ['me', 'wish'], transitions: [{to: 'bye', when: 'complete'}]},
        bye: {type: 'end', say: 'Пока.'},
      },
    })
    const call = talk(optional, {direction: 'outbound', contact: {}})
    expect(call.start()).to.contain('Что передать?')
    call.say('да это я')
    expect(call.fields['me']).to.equal(undefined)
  })

  it('keeps a debt from whoever picks up, as the starter comes', () => {
    const call = talk(starter('debt-reminder.ru'), {direction: 'outbound', contact: {amount: '15200'}})
    const said = call.start()
    expect(call.outcome).to.equal('third_party')
    expect(said).not.to.match(/оплач|долг|счёт|рубл/)
  })

  it('tells what a call does not know: what is asked about, and what is said', () => {
    const scenario = asking('{{ contact.name }}, это вы?', 'unsure', {
      greeting: {outbound: 'Это помощник. {% if contact.note %}{{ contact.note }}{% endif %}'},
      closing: 'Пока.',
      rules: [{id: 'sum', match: {phrases: ['сколько']}, then: 'refuse', say: '{{ contact.amount | say_money }}'}],
    })
    expect(unknownAsked(scenario, {})).to.deep.equal(['name'])
    expect(unknownSaid(scenario, {})).to.deep.equal(['amount'])
    expect(unknownSaid(scenario, {amount: '5'})).to.deep.equal([])
  })
})
