import {expect} from 'chai'
import type {FlowInput} from '../../../../src/skillbase/schema/flow.ts'
import {scenarioOf, talk} from '../../../helpers/scenario.ts'

/** A restaurant: a number, two ways out of the greeting, a day in each. */
const restaurant = {
  fields: {
    guests: {type: 'number', ask: 'На сколько человек?', min: 1, max: 20},
    date: {type: 'date', ask: 'На какой день?'},
    time: {type: 'time', ask: 'На какое время?'},
    hall: {
      type: 'enum',
      ask: 'Основной зал или веранда?',
      options: [
        {id: 'main', say: 'основной зал'},
        {id: 'veranda', say: 'веранда'},
      ],
    },
    birthday: {type: 'yesno', ask: 'У вас день рождения?'},
    note: {type: 'text', ask: 'Есть пожелания?', required: false},
    cancel_date: {type: 'date', ask: 'На какой день была бронь?'},
  },
  intents: {reserve: {phrases: {ru: ['столик', 'забронировать']}}},
  states: {
    greeting: {
      transitions: [
        {to: 'cancelling', on: 'cancel'},
        {to: 'booking', on: 'reserve'},
      ],
    },
    cancelling: {type: 'collect', collect: ['cancel_date'], transitions: [{to: 'bye', when: 'complete'}]},
    booking: {
      type: 'collect',
      collect: ['guests', 'date', 'time', 'hall', 'birthday', 'note'],
      transitions: [{to: 'confirm', when: 'complete'}],
    },
    confirm: {
      type: 'confirm',
      say: '{{ f.guests | say_number }}, {{ f.date | say_date }} {{ f.time | say_time }}, {{ f.hall | say }}. Верно?',
      transitions: [
        {to: 'done', on: 'yes_answer'},
        {to: 'booking', on: ['no_answer_given', 'correction']},
      ],
    },
    done: {type: 'end', say: 'Ждём вас!', outcome: 'booked'},
    bye: {type: 'end', outcome: 'cancelled'},
  },
  outcomes: [
    {id: 'booked', kind: 'lead'},
    {id: 'cancelled', kind: 'info_only'},
    {id: 'failed', kind: 'failed', default: true},
  ],
} as const satisfies FlowInput

const scenario = scenarioOf(restaurant)

function after(...lines: readonly string[]) {
  const call = talk(scenario)
  call.start()
  for (const line of lines) call.say(line)
  return call
}

describe('a value nobody asked for', () => {
  it('gives each of two readings to the meter it was named with, and no house number to a count', () => {
    const meters = talk(
      scenarioOf({
        flow: 'plan',
        languages: {default: 'ru'},
        fields: {
          cold: {type: 'number', ask: 'Показания холодной воды?'},
          hot: {type: 'number', ask: 'Показания горячей воды?'},
        },
      }),
    )
    meters.start()
    meters.say('холодная четыреста двенадцать горячая двести')
    expect(meters.fields).to.include({cold: 412, hot: 200})
    const windows = talk(
      scenarioOf({
        flow: 'plan',
        languages: {default: 'ru'},
        fields: {count: {type: 'number', ask: 'Сколько штук?'}, place: {type: 'address', ask: 'По какому адресу?', confirm: 'none'}},
      }),
    )
    windows.start()
    windows.say('улица полевая дом шесть')
    expect(windows.fields).not.to.have.property('count')
    expect(windows.fields['place']).to.equal('улица полевая, дом 6')
  })

  it('takes the id of an option for a name in no language but those of the bot', () => {
    const call = talk(
      scenarioOf({
        flow: 'plan',
        languages: {default: 'ru'},
        fields: {
          thing: {
            type: 'enum',
            ask: 'Что заказать?',
            options: [
              {id: 'net', say: 'москитная сетка'},
              {id: 'okno', say: 'окно'},
            ],
          },
          time: {type: 'time', ask: 'Во сколько?'},
        },
      }),
    )
    call.start()
    call.say('окно')
    call.say('ой нет в четыре')
    expect(call.fields).to.include({thing: 'okno', time: '16:00'})
  })

  it('is not taken as a wish to cancel', () => {
    const call = after('здравствуйте на завтра на семь вечера')
    expect(call.state.state).to.equal('booking')
    expect(call.fields).to.deep.equal({date: '2026-03-12', time: '19:00'})
  })

  it('is a number when it says what it counts', () => {
    for (const line of ['столик на двоих', 'столик нас будет двое', 'забронировать на 2 персоны', 'столик на двух человек']) {
      expect(after(line).fields, line).to.deep.equal({guests: 2})
    }
  })

  it('is not the number asked for when it is an hour or a day', () => {
    const call = after('столик', 'в семь')
    expect(call.fields).to.deep.equal({time: '19:00'})
    call.say('ой на девятнадцатое')
    expect(call.fields).to.deep.equal({time: '19:00', date: '2026-03-19'})
    call.say('четверо')
    expect(call.fields).to.include({guests: 4})
  })

  it('corrects what is known when it comes with a "no"', () => {
    const call = after('столик на двоих завтра в семь вечера', 'веранда', 'нет', 'нет')
    expect(call.state.state).to.equal('confirm')
    call.say('нет нас будет пятеро')
    expect(call.fields).to.include({guests: 5})
    call.say('на час позже')
    expect(call.fields).to.include({time: '20:00'})
    call.say('нет послезавтра')
    expect(call.fields).to.include({date: '2026-03-13'})
    expect(call.fields).not.to.have.property('cancel_date')
  })

  it('is what stands behind the change, not before it', () => {
    const call = after('столик на двоих завтра в семь вечера в основном зале', 'зал поменяйте на веранду')
    expect(call.fields).to.include({hall: 'veranda'})
  })
})

describe('yes and no', () => {
  const atBirthday = () => after('столик на двоих завтра в семь вечера', 'веранда')

  it('are answers at the beginning of a sentence, not somewhere in it', () => {
    const call = atBirthday()
    call.say('ой а зал давайте основной')
    expect(call.fields).to.include({hall: 'main'})
    expect(call.fields).not.to.have.property('birthday')
  })

  it('are not taken from a correction', () => {
    const call = atBirthday()
    call.say('ой нет не двое а трое')
    expect(call.fields).to.include({guests: 3})
    expect(call.fields).not.to.have.property('birthday')
  })

  it('give way to a wish about the call', () => {
    const call = atBirthday()
    call.say('вы ошиблись номером')
    expect(call.state.ending).to.include({kind: 'wrong_number'})
  })

  it('read back keep their value when the read-back is agreed to', () => {
    const flow: FlowInput = {
      fields: {sure: {type: 'yesno', ask: 'Вы уверены?', confirm: 'explicit'}},
      states: {q: {collect: ['sure'], next: 'e'}, e: {type: 'end', say: 'Всё.'}},
    }
    const call = talk(scenarioOf(flow))
    call.start()
    call.say('нет')
    call.say('да')
    expect(call.fields).to.deep.equal({sure: false})
  })
})

describe('a free answer', () => {
  const atNote = () => after('столик на двоих завтра в семь вечера', 'веранда', 'нет')

  it('is taken word for word and changes nothing else', () => {
    const call = atNote()
    call.say('основной торт с надписью и чтобы без орехов')
    expect(call.fields).to.include({note: 'основной торт с надписью и чтобы без орехов', hall: 'veranda'})
  })

  it('is no request, no question and no bare "no"', () => {
    for (const line of ['пропустим это', 'нет', 'не знаю', 'а сколько стоит вход']) {
      expect(atNote().say(line), line).to.be.a('string')
      const call = atNote()
      call.say(line)
      expect(call.fields, line).not.to.have.property('note')
    }
  })
})

describe('what leads nowhere', () => {
  const atSummary = () => after('столик на двоих завтра в семь вечера', 'веранда', 'нет', 'нет')

  it('ends: "what should I change" is asked once and answered once', () => {
    const call = atSummary()
    expect(call.say('нет')).to.equal('Что нужно исправить?')
    expect(call.say('в восемь вечера')).to.match(/в восемь часов вечера.*Верно\?$/)
    expect(call.say('да')).to.equal('Ждём вас!')
  })

  it('ends: nothing was wrong after all', () => {
    const call = atSummary()
    call.say('нет')
    expect(call.say('да все верно')).to.match(/Верно\?$/)
  })

  it('ends: a caller who only says yes is not asked for ever', () => {
    const call = after('столик')
    for (let turn = 0; turn < 12 && !call.state.ending; turn++) call.say('да')
    expect(call.state.ending).not.to.equal(undefined)
  })

  it('waits in silence when asked to wait', () => {
    expect(after('столик').say('подождите секунду')).to.equal('Хорошо, я подожду.')
  })

  it('says who is speaking', () => {
    const call = talk(scenarioOf({...restaurant, persona: {name: 'Марина', company: 'ресторан Терраса'}}))
    call.start()
    expect(call.say('а кто это')).to.match(/^Это Марина, ресторан Терраса/)
  })
})

describe('a promise to call back', () => {
  const flow = {
    fields: {phone: {type: 'phone', ask: 'Ваш телефон?'}, topic: {type: 'text', ask: 'Какой вопрос?'}},
    states: {talk: {collect: ['topic'], next: 'end'}, end: {type: 'end', say: 'Спасибо.'}},
  } satisfies FlowInput

  it('is made once the number is there', () => {
    const call = talk(scenarioOf(flow))
    call.start()
    expect(call.say('перезвоните мне позже')).to.equal('Давайте запишу номер для связи. Ваш телефон?')
    expect(call.say('на этот же')).to.match(/перезвонят/)
    expect(call.state.ending).to.include({kind: 'callback'})
  })

  it('is not made without a number', () => {
    const call = talk(scenarioOf({...flow, fields: {topic: flow.fields.topic}}), {caller: ''})
    call.start()
    expect(call.say('перезвоните мне позже')).not.to.match(/перезвон/)
  })
})
