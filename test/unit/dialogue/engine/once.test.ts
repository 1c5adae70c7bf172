import {expect} from 'chai'
import {scenarioOf, starter, talk} from '../../../helpers/scenario.ts'

const calendar = {'calendar.check': () => ({ok: true}), 'calendar.book': () => ({ok: true, id: '1'})}

describe('what is said or asked once', () => {
  it('a nod over a question is no answer, the same nod over the question put again is one', () => {
    const call = talk(starter('debt-reminder.ru'), {direction: 'outbound', contact: {name: 'Анна Примерова'}})
    call.start()
    call.say('конечно')
    const question = call.say('девятнадцатого')
    expect(call.say('правильно', 0.7)).to.equal(question)
    call.silence()
    expect(call.say('да', 0.7)).to.not.equal(question)
    expect(call.outcome).to.equal('promised')
  })

  it('a number that was given stands for «на этот номер» where none is shown', () => {
    const call = talk(starter('salon.en'), {caller: '', tools: calendar})
    call.start()
    for (const line of ['pedicure', 'nineteenth', 'ten', '415-555-2671', 'correct', 'John']) call.say(line)
    const answer = call.say('at two this number')
    expect(call.fields).to.include({phone: '+14155552671', time: '14:00'})
    expect(answer).to.not.contain("didn't come through")
  })

  it('a question asked before a tool runs is not asked again behind it', () => {
    const call = talk(
      scenarioOf({
        fields: {
          time: {type: 'time', ask: 'В котором часу?'},
          guests: {type: 'number', ask: 'Сколько вас будет?', max: 5, max_retries: 0, on_fail: 'dtmf'},
        },
        intents: {book: {phrases: ['записаться', 'столик']}},
        start: 'party',
        states: {
          party: {collect: ['guests'], transitions: [{to: 'table', on: 'book'}]},
          table: {
            collect: ['time', 'guests'],
            tools: [{use: 'calendar.check', args: {time: '{{ f.time }}'}}],
            transitions: [{to: 'done', when: 'complete'}],
          },
          done: {type: 'end', say: 'Ждём вас.'},
        },
      }),
      {tools: calendar},
    )
    call.start()
    call.say('столик на три часа дня, нас двадцать человек')
    const asked = call.turns.slice(1).flatMap(({acts}) => acts.filter(({kind}) => kind === 'ask'))
    expect(asked.map(({key}) => key)).to.deep.equal(['ask.guests'])
    expect(call.state.pending).to.deep.equal({kind: 'ask', field: 'guests'})
  })
  it('asks no more for what it gives up in the same breath', () => {
    const call = talk(
      scenarioOf({
        fields: {time: {type: 'time', ask: 'В котором часу?', max_retries: 1}},
        handoff: {target: '+78005553535'},
        start: 'table',
        states: {table: {collect: ['time'], transitions: [{to: 'done', when: 'complete'}]}, done: {type: 'end', say: 'Ждём вас.'}},
      }),
    )
    call.start()
    expect(call.say('утром')).to.equal('А точнее, в котором часу?')
    const parting = call.say('утром')
    expect(parting).to.match(/^Соединяю/)
    expect(parting).to.not.contain('?')
  })
  it('asks again what may be passed over, when a correction cut it short and the calendar had to be looked at', () => {
    const call = talk(
      scenarioOf({
        fields: {
          day: {type: 'date', ask: 'В какой день?', confirm: 'none'},
          pets: {type: 'yesno', ask: 'Есть ли дома животные?', required: false},
          guest: {type: 'person_name', ask: 'Как вас зовут?'},
        },
        start: 'visit',
        states: {
          visit: {
            collect: ['day', 'pets', 'guest'],
            tools: [{use: 'calendar.check', args: {date: '{{ f.day }}'}}],
            transitions: [{to: 'done', when: 'complete'}],
          },
          done: {type: 'end', say: 'Ждём вас.'},
        },
      }),
      {tools: calendar},
    )
    call.start()
    expect(call.say('в понедельник')).to.contain('животные')
    expect(call.say('лучше во вторник')).to.contain('животные')
    expect(call.say('нет')).to.contain('зовут')
    expect(call.state.fields['pets']!.value).to.equal(false)
  })
})
