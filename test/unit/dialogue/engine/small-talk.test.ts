import {expect} from 'chai'
import {scenarioOf, talk} from '../../../helpers/scenario.ts'

const base = {
  persona: {name: 'Глеб', company: 'Мастерская Байт'},
  greeting: {inbound: 'Мастерская Байт, виртуальный помощник Глеб, здравствуйте! Чем могу помочь?', consent: 'Разговор записывается.'},
  languages: {default: 'ru', supported: ['ru', 'en']},
  fields: {day: {type: 'date', ask: 'На какой день?'}, note: {type: 'text', ask: 'Расскажите, что случилось.', required: false}},
  states: {
    hello: {transitions: [{to: 'form', on: 'book'}]},
    form: {collect: ['note', 'day'], transitions: [{to: 'bye', when: 'complete'}]},
    bye: {type: 'end', say: 'Спасибо.'},
  },
} as const

function spoken(...lines: readonly string[]) {
  const call = talk(scenarioOf(base as never))
  const all = [call.start(), ...lines.map((line) => call.say(line))]
  return {first: all[0]!, last: all.at(-1)!, fields: call.fields}
}

describe('at the beginning of a call', () => {
  it('the question is put once, behind what has to be said first', () => {
    expect(spoken().first).to.equal('Мастерская Байт, виртуальный помощник Глеб, здравствуйте! Разговор записывается. Чем могу помочь?')
  })

  it('whoever asks to be heard gets the same question again, however often', () => {
    expect(spoken('вы меня слышите', 'вы меня слышите').last).to.match(/Чем могу помочь\?$/)
    expect(spoken('вы меня слышите', 'вы меня слышите').last).to.match(/слышу/)
  })

  it('whoever has come to the wrong place hears where they are', () => {
    expect(spoken('это поликлиника').last).to.include('Мастерская Байт')
  })

  it('English is spoken with whoever speaks bad Russian', () => {
    expect(spoken('sorry my russian is very bad').last).to.match(/English/)
  })
})

describe('a complaint about the wait', () => {
  const after = (times: number) => {
    const call = talk(scenarioOf({...base, states: {...base.states, form: {...base.states.form, collect: ['day']}}} as never))
    call.start()
    call.say('запишите меня')
    for (let time = 0; time < times; time++) call.say('безобразие, полчаса вам дозвониться не могу')
    return call.state
  }

  it('is answered with an apology, and the form goes on', () => {
    expect(after(1).counters).to.include({complaints: 1, handoffs: 0})
    expect(after(1).state).to.equal('form')
  })

  it('wants a person when it is made again', () => expect(after(2).flags).to.include({handoff: true}))
})

describe('an open question', () => {
  for (const line of ['без подробностей', 'юристу расскажу', 'расскажу на месте', 'потом объясню', "i'll tell you when i come"])
    it(`is passed over: ${line}`, () => expect(spoken('запишите меня', line).fields).to.deep.equal({}))

  for (const line of ['соседи затопили', 'не знаю просто погас экран'])
    it(`is answered: ${line}`, () => expect(spoken('запишите меня', line).fields).to.deep.equal({note: line}))
})

describe('an hour of the call list', () => {
  const scenario = scenarioOf({
    fields: {
      coming: {type: 'yesno', ask: 'Сможете прийти?'},
      hour: {type: 'time', ask: 'На какой час перенести?'},
    },
    states: {
      ask: {
        collect: ['coming'],
        transitions: [
          {to: 'moving', when: 'has(f.hour)'},
          {to: 'fine', when: 'f.coming == true'},
        ],
      },
      moving: {collect: ['hour'], transitions: [{to: 'fine', when: 'complete'}]},
      fine: {type: 'end', outcome: 'fine'},
    },
    outcomes: [{id: 'fine', kind: 'lead'}],
  })
  const visited = (line: string) => {
    const call = talk(scenario, {direction: 'outbound', contact: {time: '15:00'}})
    call.start()
    call.say(line)
    return call.state.visited
  }

  it('is no other hour when it is said with a yes', () => expect(visited('да в три приду')).not.to.include('moving'))
  it('is moved by another one', () => expect(visited('да но в четыре')).to.include('moving'))
})
