import {expect} from 'chai'
import type {FlowInput} from '../../../../src/skillbase/schema/flow.ts'
import {barber} from '../../../helpers/barber.ts'
import {scenarioOf, talk} from '../../../helpers/scenario.ts'

describe('the limits of a conversation', () => {
  const patient = {...barber, limits: {max_turns: 4, max_no_match: 20, max_questions: 20}} as const satisfies FlowInput

  it('D-07: end a call that has taken all its turns, and not one turn sooner', () => {
    const call = talk(scenarioOf(patient))
    call.start()
    for (const line of ['сколько стоит стрижка', 'а бритьё сколько', 'а где вы находитесь']) {
      expect(call.say(line), line).not.to.equal('')
      expect(call.state.ending, line).to.equal(undefined)
    }
    call.say('а стрижка сколько')
    expect(call.state.ending).to.include({reason: 'max_turns'})
    expect(call.turns.at(-1)!.trace.map(({step, detail}) => `${step} ${detail}`)).to.include('limit max_turns 4')
  })

  it('D-07: lead a state out that has taken all its own', () => {
    const states: FlowInput['states'] = {
      talk: {say: 'Слушаю вас.', max_turns: 2, on_max_turns: 'bye', transitions: [{to: 'talk', on: 'handoff'}]},
      bye: {type: 'end', say: 'Вам перезвонят.'},
    }
    const call = talk(scenarioOf({start: 'talk', states, limits: {max_no_match: 20}}))
    call.start()
    expect(call.say('синий трамвай')).not.to.contain('Вам перезвонят.')
    expect(call.say('красный трамвай')).to.contain('Вам перезвонят.')
  })
})

describe('what a caller wants', () => {
  /** Whoever asks for the courier twice is put through; asking once and going on is no second time. */
  const shop = {
    start: 'talk',
    intents: {courier: {phrases: {ru: ['где курьер']}}},
    states: {
      talk: {
        say: 'Слушаю вас.',
        transitions: [
          {to: 'dispatch', when: "intent == 'courier' && turn > 1"},
          {to: 'bye', on: 'goodbye'},
        ],
      },
      dispatch: {type: 'end', say: 'Соединяю с диспетчером.'},
      bye: {type: 'end'},
    },
    limits: {max_no_match: 20},
  } as const satisfies FlowInput

  it('D-13: is gone with the turn that said it', () => {
    const call = talk(scenarioOf(shop))
    call.start()
    call.say('где курьер')
    expect(call.state).to.include({intent: 'courier', state: 'talk'})
    call.say('на улице Мира дом семь')
    expect(call.state).to.include({intent: '', state: 'talk'})
  })

  it('D-13: counts when it is said again', () => {
    const call = talk(scenarioOf(shop))
    call.start()
    call.say('где курьер')
    expect(call.say('так где курьер')).to.contain('Соединяю с диспетчером.')
  })
})

describe('the languages of a bot', () => {
  const english = [
    'I would like to book a haircut for tomorrow please',
    'could you tell me the price of a haircut',
    'what is your address please',
  ]

  it('D-15: are all it speaks, whatever language it hears', () => {
    const call = talk(scenarioOf({...barber, languages: {default: 'ru', supported: ['ru']}}))
    call.start()
    for (const line of english) {
      call.say(line)
      expect(call.state.lang, line).to.equal('ru')
    }
    expect(call.turns.flatMap(({effects}) => effects).filter(({kind}) => kind === 'set_language')).to.deep.equal([])
  })

  it('D-15: are not left even when it is asked to', () => {
    const call = talk(scenarioOf({...barber, languages: {default: 'ru', supported: ['ru']}}))
    call.start()
    expect(call.say('do you speak english')).to.match(/[а-я]/)
    expect(call.state.lang).to.equal('ru')
  })

  it('D-15: are all spoken: two sentences in the other one and it follows', () => {
    const call = talk(scenarioOf(barber))
    call.start()
    for (const line of english) call.say(line)
    expect(call.state.lang).to.equal('en')
  })
})
