import {expect} from 'chai'
import type {FlowInput} from '../../../../src/skillbase/schema/flow.ts'
import {barber} from '../../../helpers/barber.ts'
import {scenarioOf, talk} from '../../../helpers/scenario.ts'

const scenario = scenarioOf(barber)
const calendar = {'calendar.check': () => ({ok: true}), 'calendar.book': () => ({ok: true, id: 'b1'})}
const phone = 'восемь девятьсот три сто двадцать три сорок пять шестьдесят семь'

describe('a booking', () => {
  it('D-07: leaves the greeting by what the caller wants, and ends as a lead', () => {
    const call = talk(scenario, {tools: calendar})
    expect(call.start()).to.equal('Барбершоп Усы, голосовой помощник Марк. Чем помочь?')
    expect(call.say('здравствуйте хочу записаться на стрижку')).to.match(/стрижка.*На какой день\?$/)
    expect(call.say('завтра в три')).to.match(/двенадцатого марта.*Как вас зовут\?$/)
    expect(call.say('меня зовут иван')).to.match(/Иван.*Ваш телефон\?$/)
    expect(call.say(phone)).to.match(/восемь, девятьсот три, сто двадцать три, сорок пять, шестьдесят семь.*[Вв]ерно\?$/)
    expect(call.say('да')).to.equal('Есть пожелания?')
    expect(call.say('нет')).to.equal('Иван, стрижка, двенадцатого марта в три часа дня. Всё верно?')
    expect(call.say('да верно')).to.equal('Записал, ждём вас!')
    expect(call.fields).to.deep.equal({service: 'haircut', date: '2026-03-12', time: '15:00', name: 'Иван', phone: '+79031234567'})
    expect(call.state.ending).to.deep.include({outcome: 'lead', kind: 'lead', reason: 'bot_hangup'})
    expect(call.state.ending?.evidence).to.deep.equal({phone: '+79031234567', service: 'haircut', date: '2026-03-12'})
  })

  it('takes everything a caller volunteers at once and asks only for the rest', () => {
    const call = talk(scenario, {tools: calendar})
    call.start()
    expect(call.say('запишите меня на бритье послезавтра в полпятого меня зовут олег')).to.match(/Ваш телефон\?$/)
    expect(call.fields).to.deep.equal({service: 'shave', date: '2026-03-13', time: '16:30', name: 'Олег'})
  })

  it('lets a caller go straight to the point without saying "book"', () => {
    const call = talk(scenario, {tools: calendar})
    call.start()
    call.say('мне бы подстричься в пятницу')
    expect(call.state.state).to.equal('booking')
  })

  it('D-13: speaks for the state it has moved to, never for the one before', () => {
    const call = talk(scenario, {tools: calendar})
    call.start()
    expect(call.say('хочу записаться')).to.equal('Что будем делать: стрижку или бритьё?')
  })

  it('asks for what is missing of a value once, and last', () => {
    const flow: FlowInput = {
      ...barber,
      fields: {...barber.fields, name: {type: 'person_name', ask: 'Фамилия и имя?', parts: ['last', 'first'], pii: true}},
    }
    const call = talk(scenarioOf(flow), {tools: calendar})
    call.start()
    call.say('хочу подстричься завтра в три')
    expect(call.say('анна и давайте лучше послезавтра')).to.match(/^[^?]*тринадцатого марта[^?]*\. А фамилия\?$/)
  })

  it('says a value once in a turn: the summary is echo enough', () => {
    const parcel: FlowInput = {
      start: 'order',
      fields: {
        time: {type: 'time', ask: 'К какому часу?'},
        place: {type: 'address', ask: 'Куда везти?'},
      },
      states: {
        order: {type: 'collect', collect: ['time', 'place'], transitions: [{to: 'check', when: 'complete'}]},
        check: {
          type: 'confirm',
          say: 'Итак: {{ f.time }}, {{ f.place }}. Верно?',
          transitions: [
            {to: 'bye', on: 'yes_answer'},
            {to: 'order', on: 'no_answer_given'},
          ],
        },
        bye: {type: 'end'},
      },
    }
    const call = talk(scenarioOf(parcel))
    call.start()
    expect(call.say('привезите в три')).to.match(/три часа дня.*Куда везти\?$/)
    expect(call.say('москва улица мира дом пять')).to.match(/^Итак: в три часа дня, [^.]*мира[^.]*\. Верно\?$/i)
    // What was put right is heard as such, an address by the summary alone.
    expect(call.say('нет в четыре')).to.match(/четыре часа дня\. Итак: в четыре часа дня/)
    expect(call.say('нет, москва улица мира дом шесть')).to.match(/^Итак: .*дом шесть/)
  })

  it('D-12: takes "no" for a name from nobody', () => {
    const call = talk(scenario, {tools: calendar})
    call.start()
    call.say('запишите на стрижку завтра в три')
    call.say('нет')
    expect(call.fields).not.to.have.property('name')
  })

  it('takes the number the call comes from without reading it back', () => {
    const call = talk(scenario, {tools: calendar})
    call.start()
    call.say('запишите на стрижку завтра в три меня зовут иван')
    expect(call.say('на этот же номер')).to.equal('Есть пожелания?')
    expect(call.fields).to.include({phone: '+79260000000'})
  })

  it('D-11: never writes a number down before it was confirmed', () => {
    const call = talk(scenario, {tools: calendar})
    call.start()
    call.say('запишите на стрижку завтра в три меня зовут иван')
    call.say(phone)
    call.hangUp()
    expect(call.fields).not.to.have.property('phone')
    expect(call.outcome).to.equal('failed')
  })

  it('D-20: promises nothing when the booking failed', () => {
    const call = talk(scenario, {tools: {'calendar.check': () => ({ok: true}), 'calendar.book': () => ({ok: false, error: 'http_500'})}})
    call.start()
    call.say('запишите на стрижку завтра в три меня зовут иван')
    call.say('на этот же номер')
    call.say('нет')
    const last = call.say('да')
    expect(last).not.to.contain('Записал')
    expect(last).to.contain('не получилось')
    expect(call.state.flags).to.include({callback: true})
  })

  it('offers what is free when the hour is taken', () => {
    const taken = {
      'calendar.check': (args: Readonly<Record<string, unknown>>) =>
        args['time'] === '15:00' ? {ok: false, alternatives: ['16:00']} : {ok: true},
    }
    const call = talk(scenario, {tools: taken})
    call.start()
    expect(call.say('запишите на стрижку завтра в три')).to.match(/время занято. Свободно в четыре часа дня.*В котором часу\?$/)
    call.say('тогда в четыре')
    expect(call.fields).to.include({time: '16:00'})
  })

  it('takes a slot that is among its own alternatives for free', () => {
    const call = talk(scenario, {tools: {'calendar.check': () => ({ok: false, alternatives: ['15:00', '16:00']})}})
    call.start()
    call.say('запишите на стрижку завтра в три')
    expect(call.fields).to.include({time: '15:00'})
  })

  it('does not take a wish to cancel for a wish to book', () => {
    const call = talk(scenario, {tools: calendar})
    call.start()
    expect(call.say('хочу отменить запись')).not.to.contain('стрижку или бритьё')
  })

  it('gives up on a value that cannot be, as on one that cannot be heard', () => {
    const call = talk(scenario, {tools: calendar})
    call.start()
    call.say('запишите на стрижку')
    for (let turn = 0; turn < 4; turn++) call.say('в воскресенье')
    expect(call.state.state).to.equal('callback')
  })

  it('says nothing of a slot it could not check', () => {
    const call = talk(scenario, {tools: {'calendar.check': () => ({ok: false, error: 'timeout'})}})
    call.start()
    const text = call.say('запишите на стрижку завтра в три')
    expect(text).not.to.match(/занят|свободн/i)
    expect(call.fields).to.include({time: '15:00'})
  })

  it('refuses closed days and hours with the reason', () => {
    const call = talk(scenario, {tools: calendar})
    call.start()
    expect(call.say('запишите на стрижку в воскресенье')).to.match(/не работаем.*(?:день|День)/)
    expect(call.say('в субботу в девять вечера')).to.match(/в это время мы не работаем/i)
    expect(call.fields).to.deep.equal({service: 'haircut', date: '2026-03-14'})
  })

  it('asks which one when two were named', () => {
    const call = talk(scenario, {tools: calendar})
    call.start()
    expect(call.say('хочу записаться на стрижку или бритье')).to.match(/стрижка или бритьё\?$/)
    call.say('бритье')
    expect(call.fields).to.deep.equal({service: 'shave'})
  })

  for (const [lang, book, soon] of [
    ['ru', 'запишите на стрижку', 'как можно скорее'],
    ['ru', 'запишите на стрижку', 'прямо сейчас'],
    ['en', "i'd like to book a haircut", 'as soon as possible'],
  ] as const)
    it(`takes "${soon}" for today where a day was asked for, and for no day where an hour was`, () => {
      const call = talk(scenario, {tools: calendar})
      call.start()
      call.say(book)
      call.say(soon)
      expect(call.fields).to.include({date: '2026-03-11'})
      call.say(lang === 'ru' ? 'нет лучше завтра' : 'no tomorrow')
      call.say(soon)
      expect(call.fields).to.include({date: '2026-03-12'}).and.not.to.have.property('time')
    })
})
