import {expect} from 'chai'
import {starter, talk} from '../../../helpers/scenario.ts'

const reminded = () => {
  const call = talk(starter('debt-reminder.ru'), {direction: 'outbound', contact: {name: 'Анна Примерова', amount: '15200'}})
  call.start()
  call.say('да это я')
  return call
}

/** A promise is the whole sum on one day, without an if: what is less is taken down as nothing of the kind. */
describe('a promise to pay', () => {
  for (const words of [
    'половину заплачу в пятницу',
    'десятого часть остальное двадцатого',
    'тысячу завтра остальное потом',
    'в пятницу пять тысяч смогу',
    'часть я уже отдала остальное в пятницу',
    'если зарплату дадут заплачу десятого',
    'как получу пенсию так заплачу десятого',
    'может быть в пятницу но не обещаю',
    'не заплачу раньше двадцатого',
  ])
    it(`is none: ${words}`, () => {
      const call = reminded()
      expect(call.say(words)).to.match(/специалист/i)
      expect(call.fields).not.to.have.property('pay_date')
      call.hangUp()
      expect(call.outcome).not.to.equal('promised')
    })

  for (const words of [
    'если можно то в пятницу',
    'не переживайте заплачу в пятницу',
    'в пятницу если вас устроит',
    'пятнадцать тысяч двести рублей в пятницу',
    'пятнадцать тысяч в пятницу',
  ])
    it(`is one: ${words}`, () => {
      const call = reminded()
      expect(call.say(words)).to.match(/тринадцатого марта/)
      call.say('да')
      expect(call.outcome).to.equal('promised')
    })

  it('says the whole sum when it is read back', () => {
    expect(reminded().say('в пятницу')).to.match(/пятнадцать тысяч двести рублей/)
  })

  for (const [words, outcome] of [
    ['нет не заплачу', 'refused_to_pay'],
    ['нет не буду платить', 'refused_to_pay'],
    ['я передумал не заплачу', 'refused_to_pay'],
    ['перезвоните попозже', 'callback'],
    ['да вы издеваетесь', 'callback'],
    ['уже заплатила вчера', 'paid'],
    ['ой нет это не я это мама', 'third_party'],
  ] as const)
    it(`is taken back at its read-back: ${words}`, () => {
      const call = reminded()
      call.say('в пятницу')
      call.say(words)
      expect(call.outcome).to.equal(outcome)
      expect(call.fields).not.to.have.property('pay_date')
    })

  it('is taken back by a mere no, whatever comes of it', () => {
    const call = reminded()
    call.say('в пятницу')
    expect(call.say('нет')).to.equal('А какого числа?')
    call.hangUp()
    expect(call.outcome).to.equal('reminded')
    expect(call.fields).not.to.have.property('pay_date')
  })

  for (const words of [
    'вчера уже всё заплатила',
    'вчера всё отдала',
    'ещё десятого оплатила всё',
    'я вчера платил через сбербанк',
    'десятого марта оплатил',
    'оплатила я этот счёт двадцатого февраля',
  ])
    it(`is not asked of who has paid: ${words}`, () => {
      const call = reminded()
      expect(call.say(words)).not.to.match(/прошёл/)
      expect(call.outcome).to.equal('paid')
    })

  for (const words of ['я ещё не заплатил', 'не оплатил ещё', 'я не оплатила потому что болела'])
    it(`is asked of who has not paid yet, which refuses nothing: ${words}`, () => {
      const call = reminded()
      expect(call.say(words)).to.match(/какого числа/i)
      expect(call.outcome).to.equal(undefined)
    })

  for (const words of ['ага щас', 'да если получится', 'посмотрим'])
    it(`is not agreed to by words that only sound like it: ${words}`, () => {
      const call = reminded()
      call.say('в пятницу')
      call.say(words)
      expect(call.outcome).to.equal(undefined)
      call.hangUp()
      expect(call.outcome).not.to.equal('promised')
    })

  it('is not asked of who does not own up to the debt, whatever they say beside it', () => {
    const call = reminded()
    expect(call.say('я эту сумму не признаю я всё отдал ещё в марте')).to.match(/с чем вы не согласны/)
  })

  it('is none where somebody threatens with a court on a day', () => {
    const call = reminded()
    expect(call.say('в суд на вас подам завтра')).to.match(/с чем вы не согласны/)
    expect(call.fields).not.to.have.property('pay_date')
  })

  it('is neither made nor refused by a question', () => {
    const call = reminded()
    call.say('а если не заплачу что будет')
    expect(call.outcome).to.equal(undefined)
    call.say('тогда в пятницу')
    call.say('да')
    expect(call.outcome).to.equal('promised')
  })
})
