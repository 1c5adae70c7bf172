import {expect} from 'chai'
import {starter, talk} from '../../../helpers/scenario.ts'

const called = () => {
  const call = talk(starter('debt-reminder.ru'), {direction: 'outbound', contact: {name: 'Анна Примерова', amount: '15200'}})
  call.start()
  return call
}

/** What is meant for one person is told to nobody else at their telephone. */
describe('who is on the line', () => {
  for (const words of [
    'ладно',
    'хорошо',
    'ну допустим',
    'ну давайте',
    'можно',
    'алло да',
    'говорите',
    'секретарь слушает',
    'иван слушает',
    'да это её сын',
    'да знаю такую',
    'да есть такая',
    'да можно через меня',
    'да это номер анны',
    'да а она сейчас занята что ей сказать',
    'ага передам',
    'хорошо скажите мне',
    'давайте я запишу',
  ])
    it(`is not them for sure: ${words}`, () => {
      const call = called()
      expect(call.say(words)).not.to.match(/рублей|оплач/i)
      expect(call.fields).not.to.have.property('is_person', true)
    })

  for (const words of [
    'да',
    'да это я',
    'я',
    'да я',
    'анна',
    'да анна',
    'анна слушает',
    'конечно',
    'угу',
    'да я а что случилось',
    'да это я но я за рулём',
  ])
    it(`is them: ${words}`, () => {
      const call = called()
      call.say(words)
      expect(call.fields).to.have.property('is_person', true)
    })

  it('takes back a yes: «ой, это не я, это моя жена»', () => {
    const call = called()
    call.say('да')
    call.say('ой это не я это моя жена')
    expect(call.fields).to.have.property('is_person', false)
    expect(call.state.ending).not.to.equal(undefined)
  })

  for (const words of ['павла сейчас нет', 'анны нет дома', 'примерова на работе', 'анна вышла'])
    it(`is away: ${words}`, () => {
      expect(called().say(words)).not.to.match(/рублей|оплач/i)
    })
})
