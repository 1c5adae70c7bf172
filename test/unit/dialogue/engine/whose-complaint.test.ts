import {expect} from 'chai'
import type {FlowInput} from '../../../../src/skillbase/schema/flow.ts'
import {complainsOfUs} from '../../../../src/dialogue/engine/reading/wishes/whose-complaint.ts'
import {utterance} from '../../../../src/dialogue/nlu/tokens.ts'
import {barber} from '../../../helpers/barber.ts'
import {scenarioOf, talk} from '../../../helpers/scenario.ts'

const isOurs = (text: string) => complainsOfUs(utterance(text, /[a-z]/.test(text) ? 'en' : 'ru'))

describe('whose complaint it is', () => {
  it('is another’s that they have of something else, and an ailment', () => {
    for (const text of [
      'муж жалуется на спину',
      'у ребёнка жалобы на живот',
      'мой начальник недоволен моей стрижкой',
      'соседи хамят',
      'жалуюсь на давление',
      'у меня жалобы на боль в груди',
      'компьютер жалуется на память',
      'my boss is complaining that my hair is too long',
      'my wife complains about her back',
      'my customers are unhappy with the smell',
    ])
      expect(isOurs(text), text).to.equal(false)
  })

  it('is ours that somebody has of us, whoever it is', () => {
    for (const text of [
      'хочу пожаловаться',
      'это ужас',
      'муж недоволен вашей работой',
      'жена жалуется на вашего мастера',
      'мама жалуется на мастера',
      'жалуюсь на обслуживание',
      'my wife complains about your service',
      'my husband was unhappy with the staff',
      'i am unhappy with my haircut',
    ])
      expect(isOurs(text), text).to.equal(true)
  })

  it('is heard in a conversation only when it is ours', () => {
    const rules: FlowInput['rules'] = [{id: 'sorry', match: {intents: ['complaint']}, then: 'refuse', say: 'Сожалеем.'}]
    const said = (text: string) => {
      const call = talk(scenarioOf({...barber, rules}))
      call.start()
      return call.say(text)
    }
    expect(said('муж недоволен своей причёской')).not.to.contain('Сожалеем')
    expect(said('жена жалуется на вашего мастера')).to.contain('Сожалеем')
  })
})

describe('a complaint with a wish for a person', () => {
  const angry = {
    ...barber,
    rules: [{id: 'sorry', match: {intents: ['complaint']}, then: {to: 'callback'}, say: 'С вами свяжутся.'}],
  } satisfies FlowInput
  const lines = [
    'это ужас позовите менеджера',
    'дайте человека я буду жаловаться',
    'хочу пожаловаться директору',
    'i want to complain to a human',
  ]

  const after = (flow: FlowInput, line: string) => {
    const call = talk(scenarioOf(flow))
    call.start()
    call.say(line)
    return call
  }

  it('goes to the person where one can be reached', () => {
    for (const line of lines) {
      const {state, turns} = after({...angry, handoff: {target: '+74950000000'}}, line)
      expect(state.flags['transferring'], line).to.equal(true)
      expect(
        turns.at(-1)!.effects.map(({kind}) => kind),
        line,
      ).to.contain('transfer')
      expect(turns.at(-1)!.text, line).not.to.contain('свяжутся')
      expect(state.sentiment, line).to.be.lessThan(0)
    }
  })

  it('goes the way of complaints where nobody can', () => {
    for (const line of lines) expect(after(angry, line).turns.at(-1)!.text, line).to.contain('С вами свяжутся')
  })
})
