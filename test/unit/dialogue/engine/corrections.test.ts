import {expect} from 'chai'
import {barber} from '../../../helpers/barber.ts'
import {scenarioOf, talk} from '../../../helpers/scenario.ts'

const scenario = scenarioOf(barber)
const tools = {'calendar.check': () => ({ok: true}), 'calendar.book': () => ({ok: true})}

/** A call that stands at the summary: haircut, 12 March, 15:00, Иван, the caller's own number. */
function atSummary() {
  const call = talk(scenario, {tools})
  call.start()
  call.say('запишите на стрижку завтра в три меня зовут иван')
  call.say('на этот же номер')
  call.say('нет')
  expect(call.state.state).to.equal('confirm')
  return call
}

/** A renewal whose form opens with a line of its own, and is complete when the summary goes back to it. */
const renewal = scenarioOf({
  ...barber,
  fields: {
    drivers: {type: 'number', ask: 'Сколько водителей вписать?', max: 5},
    young: {type: 'yesno', ask: 'Есть среди них водители младше двадцати двух лет?'},
    start_date: {type: 'date', ask: 'С какого числа должен действовать полис?', max: '+60d'},
  },
  intents: {},
  start: 'details',
  states: {
    details: {
      type: 'collect',
      collect: ['drivers', 'young', 'start_date'],
      say: 'Хорошо, тогда несколько вопросов.',
      transitions: [{to: 'check', when: 'complete'}],
    },
    check: {
      type: 'confirm',
      say: 'Водителей {{ f.drivers | say_number }}, {% if f.young == true %}есть{% else %}нет{% endif %} младше двадцати двух, полис с {{ f.start_date | say_date }}. Оформляем?',
      transitions: [
        {to: 'done', on: 'yes_answer'},
        {to: 'details', on: ['no_answer_given', 'correction']},
      ],
    },
    done: {type: 'end', say: 'Оформил.', outcome: 'done'},
  },
  rules: [],
  handoff: {},
  outcomes: [
    {id: 'done', kind: 'lead'},
    {id: 'failed', kind: 'failed', default: true},
  ],
})

describe('a correction that goes back to a form with a line of its own', () => {
  const atCheck = () => {
    const call = talk(renewal)
    call.start()
    for (const turn of ['два', 'нет', 'с двадцать пятого марта']) call.say(turn)
    expect(call.state.state).to.equal('check')
    return call
  }

  for (const [text, summary] of [
    ['нет водителей три', 'Водителей три, нет младше двадцати двух, полис с двадцать пятого марта. Оформляем?'],
    ['нет с двадцать шестого', 'Водителей два, нет младше двадцати двух, полис с двадцать шестого марта. Оформляем?'],
    ['дата другая двадцать седьмое', 'Водителей два, нет младше двадцати двух, полис с двадцать седьмого марта. Оформляем?'],
  ] as const)
    it(`reads the summary again, and does not announce questions: "${text}"`, () => {
      const call = atCheck()
      const spoken = call.say(text)
      expect(spoken).to.match(/Оформляем\?$/)
      expect(spoken.endsWith(summary), spoken).to.equal(true)
      expect(spoken).to.not.include('несколько вопросов')
    })

  it('asks what is wrong when only "no" was said', () => {
    expect(atCheck().say('нет')).to.equal('Что нужно исправить?')
  })
})

describe('a correction', () => {
  it('in one breath counts the last value', () => {
    const call = talk(scenario, {tools})
    call.start()
    call.say('запишите на стрижку в среду ой нет в четверг в пять нет в шесть')
    expect(call.fields).to.include({date: '2026-03-12', time: '18:00'})
  })

  it('at the summary changes the value and reads the summary again', () => {
    const call = atSummary()
    expect(call.say('нет не в три а в четыре')).to.match(/в четыре часа дня\. Всё верно\?$/)
    expect(call.state.state).to.equal('confirm')
    expect(call.say('да все верно')).to.equal('Записал, ждём вас!')
  })

  it('at the summary without a value asks what is wrong instead of going round', () => {
    const call = atSummary()
    expect(call.say('нет')).to.equal('Что нужно исправить?')
    expect(call.say('время')).to.equal('В котором часу?')
    expect(call.say('в пять')).to.match(/в пять часов вечера\. Всё верно\?$/)
  })

  it('is a yes with a change when it says both', () => {
    const call = atSummary()
    expect(call.say('да только время поменяйте на пять')).to.match(/в пять часов вечера\. Всё верно\?$/)
  })

  it('"нет нет всё правильно" is a yes', () => {
    expect(atSummary().say('нет нет все правильно')).to.equal('Записал, ждём вас!')
  })

  it('of a number read back takes the new number and reads it back', () => {
    const call = talk(scenario, {tools})
    call.start()
    call.say('запишите на стрижку завтра в три меня зовут иван')
    call.say('восемь девятьсот три сто двадцать три сорок пять шестьдесят семь')
    expect(call.say('нет восемь девятьсот три сто двадцать три сорок пять шестьдесят восемь')).to.match(/шестьдесят восемь.*[Вв]ерно\?$/)
    call.say('да')
    expect(call.fields).to.include({phone: '+79031234568'})
  })

  it('of the last digits keeps the others', () => {
    const call = talk(scenario, {tools})
    call.start()
    call.say('запишите на стрижку завтра в три меня зовут иван')
    call.say('восемь девятьсот три сто двадцать три сорок пять шестьдесят семь')
    expect(call.say('нет последние две шестьдесят восемь')).to.match(/сорок пять, шестьдесят восемь/)
    call.say('да')
    expect(call.fields).to.include({phone: '+79031234568'})
  })

  for (const [text, moment] of [
    ['ой давайте лучше двадцать шестого марта', {date: '2026-03-26', time: '15:00'}],
    ['ой давайте лучше в пять тридцать', {date: '2026-03-12', time: '17:30'}],
    ['нет двадцать шестого марта', {date: '2026-03-26', time: '15:00'}],
    ['не двенадцатого а двадцать шестого марта', {date: '2026-03-26', time: '15:00'}],
  ] as const)
    it(`of the day or the hour leaves the number being read back alone: "${text}"`, () => {
      const call = talk(scenario, {tools})
      call.start()
      call.say('запишите на стрижку завтра в три меня зовут иван')
      call.say('восемь девятьсот три сто двадцать три сорок пять шестьдесят семь')
      expect(call.say(text)).to.match(/сорок пять, шестьдесят семь\. Верно\?$/)
      call.say('да')
      expect(call.fields).to.include({phone: '+79031234567', ...moment})
    })

  it('of the day is heard while a number is dictated, and the number goes on', () => {
    const call = talk(scenario, {tools})
    call.start()
    call.say('запишите на стрижку завтра в три меня зовут иван')
    expect(call.say('ой давайте двадцать пятого числа')).to.equal('Хорошо, двадцать пятого марта, среда. Ваш телефон?')
    call.say('восемь девятьсот три')
    expect(call.say('нет лучше двадцать шестого марта')).to.match(/двадцать шестого марта, четверг\. Слышу: восемь девять ноль три\./)
    call.say('сто двадцать три сорок пять шестьдесят семь')
    call.say('да')
    expect(call.fields).to.include({phone: '+79031234567', date: '2026-03-26'})
  })

  it('of a number in pieces is not needed: the pieces are put together', () => {
    const call = talk(scenario, {tools})
    call.start()
    call.say('запишите на стрижку завтра в три меня зовут иван')
    call.say('восемь девятьсот три')
    expect(call.say('сто двадцать три сорок пять')).to.match(/^Слышу/)
    call.say('шестьдесят семь')
    call.say('да')
    expect(call.fields).to.include({phone: '+79031234567'})
  })

  it('of an earlier answer is taken at any time', () => {
    const call = talk(scenario, {tools})
    call.start()
    call.say('запишите на стрижку завтра в три')
    call.say('ой давайте лучше послезавтра')
    expect(call.fields).to.include({date: '2026-03-13', time: '15:00'})
    expect(call.state.pending).to.deep.equal({kind: 'ask', field: 'name'})
  })

  it('of what was acknowledged just now needs no field word', () => {
    const call = talk(scenario, {tools})
    call.start()
    call.say('запишите на стрижку завтра')
    call.say('в три')
    call.say('нет лучше на шесть')
    expect(call.fields).to.include({time: '18:00'})
  })

  it('turned down without a new value is asked for again', () => {
    const call = talk(scenario, {tools})
    call.start()
    call.say('запишите на стрижку завтра в три меня зовут иван')
    call.say('восемь девятьсот три сто двадцать три сорок пять шестьдесят семь')
    expect(call.say('нет')).to.match(/номер/i)
    expect(call.state.fields['phone']?.attempts).to.equal(1)
  })

  it('of the day is no part of a number, neither while it is asked for nor while it is read back', () => {
    const call = talk(scenario, {tools})
    call.start()
    call.say('запишите на стрижку завтра в три меня зовут иван')
    call.say('ой давайте двадцать пятого числа')
    expect(call.fields).to.include({date: '2026-03-25'})
    expect(call.state.fields['phone']?.partial?.digits).to.equal(undefined)
    call.say('восемь девятьсот три сто двадцать три сорок пять шестьдесят семь')
    call.say('ой давайте лучше двадцать шестого марта')
    call.say('да')
    expect(call.fields).to.include({date: '2026-03-26', phone: '+79031234567'})
  })

  it('of the slot checks the slot again', () => {
    const checked: unknown[] = []
    const call = talk(scenario, {
      tools: {
        'calendar.check': (args) => {
          checked.push(args['time'])
          return {ok: true}
        },
      },
    })
    call.start()
    call.say('запишите на стрижку завтра в три')
    call.say('нет давайте в четыре')
    expect(checked).to.deep.equal(['15:00', '16:00'])
  })
})
