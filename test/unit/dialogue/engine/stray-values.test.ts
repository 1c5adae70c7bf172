import {expect} from 'chai'
import {scenarioOf, talk} from '../../../helpers/scenario.ts'

const flow = scenarioOf({
  persona: {name: 'Вера', company: 'Студия'},
  fields: {
    service: {
      type: 'enum',
      ask: 'Какая услуга?',
      options: [
        {id: 'haircut', say: 'стрижка'},
        {id: 'manicure', say: 'маникюр'},
      ],
    },
    date: {type: 'date', ask: 'На какой день?', min: 'today', max: '+60d'},
    time: {type: 'time', ask: 'На какое время?'},
    parking: {type: 'yesno', ask: 'Парковка нужна?', required: false},
    client: {type: 'person_name', ask: 'Как вас зовут?', parts: ['first', 'last']},
    note: {type: 'text', ask: 'Что передать мастеру?', required: false},
  },
  states: {
    order: {type: 'collect', collect: ['service', 'date', 'time', 'parking', 'client', 'note'], next: 'done'},
    done: {type: 'end', outcome: 'booked'},
  },
  outcomes: [
    {id: 'booked', kind: 'lead'},
    {id: 'failed', kind: 'failed', default: true},
  ],
})

function calling(...turns: readonly string[]) {
  const call = talk(flow)
  call.start()
  const said = turns.map((turn) => call.say(turn))
  return {call, last: said.at(-1)!}
}

describe('what is known already', () => {
  const known = ['на стрижку в пятницу в три']
  for (const text of [
    'ой у меня завтра день рождения',
    'я вам вчера звонила в пять',
    'мне тут маникюр советовали',
    'погода сегодня странная',
  ])
    it(`is not changed by small talk: ${text}`, () => {
      const {call} = calling(...known, text)
      expect(call.fields).to.include({service: 'haircut', date: '2026-03-13', time: '15:00'})
    })

  for (const [text, fields] of [
    ['давайте лучше завтра', {date: '2026-03-12'}],
    ['ой не в три а в пять', {time: '17:00'}],
    ['на маникюр', {service: 'manicure'}],
    ['завтра', {date: '2026-03-12'}],
  ] as const)
    it(`is changed by a wish, a correction, or the value alone: ${text}`, () => {
      const {call} = calling(...known, text)
      for (const [id, value] of Object.entries(fields)) expect(call.state.fields[id]!.value).to.equal(value)
    })
})

describe('a detail that is turned down', () => {
  it('takes nothing from what is said beside it, and answers its own question', () => {
    const {call, last} = calling('стрижка завтра в три парковка не нужна')
    expect(call.fields).to.include({service: 'haircut', date: '2026-03-12', time: '15:00', parking: false})
    expect(last).to.contain('зовут')
  })

  it('is acknowledged where the flow knows nothing of it', () => {
    const {call, last} = calling('стрижка завтра', 'чек не нужен')
    expect(call.outcome).to.equal(undefined)
    expect(last).to.match(/^Хорошо\. На какое время\?/)
  })

  it('is the matter itself where it is what was chosen', () => {
    const {call} = calling('стрижка завтра', 'стрижка мне уже не нужна')
    expect(call.outcome).to.equal('refused')
  })
})

describe('an optional question', () => {
  const all = ['стрижка завтра в три', 'нет', 'анна петрова']
  for (const text of ['это всё', 'да всё спасибо', 'обойдусь', 'потом', 'не сейчас'])
    it(`is passed over, and the call not ended, by: ${text}`, () => {
      const {call} = calling(...all, text)
      expect(call.outcome).to.equal('booked')
      expect(call.fields).to.not.have.property('note')
    })
})

describe('a day or an hour that names none', () => {
  for (const text of ['на следующей неделе', 'в любой день', 'когда вам удобно', 'только не завтра'])
    it(`was heard, and is asked back: ${text}`, () => {
      const {last} = calling('стрижка', text)
      expect(last).to.equal('А в какой именно день?')
    })

  it('counts from the day that could not be', () => {
    const {call} = calling('стрижка', 'на десятое марта', 'на три дня позже')
    expect(call.state.fields['date']!.value).to.equal('2026-03-13')
  })

  it('keeps the part of the day of an hour that could not be', () => {
    const opening = scenarioOf({
      fields: {time: {type: 'time', ask: 'Во сколько?', window: '08:00-20:00'}},
      states: {when: {type: 'collect', collect: ['time'], next: 'done'}, done: {type: 'end'}},
      outcomes: [{id: 'failed', kind: 'failed', default: true}],
    })
    const call = talk(opening)
    call.start()
    call.say('в шесть утра')
    call.say('тогда в восемь')
    expect(call.fields).to.include({time: '08:00'})
  })
})

describe('a number up to two thousand', () => {
  it('is a year only where a year is asked for', () => {
    const numbers = scenarioOf({
      fields: {
        area: {type: 'number', ask: 'Сколько квадратных метров?', min: 10, max: 2000},
        year: {type: 'number', ask: 'Какого года машина?', min: 1950, max: 2026},
      },
      states: {ask: {type: 'collect', collect: ['area', 'year'], next: 'done'}, done: {type: 'end'}},
      outcomes: [{id: 'failed', kind: 'failed', default: true}],
    })
    const call = talk(numbers)
    call.start()
    call.say('шестьдесят')
    call.say('пятнадцатого')
    expect(call.fields).to.include({area: 60, year: 2015})
  })
})
