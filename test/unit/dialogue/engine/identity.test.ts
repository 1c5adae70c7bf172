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

describe('the telephone that is handed over', () => {
  for (const lines of [
    ['минуточку сейчас позову', 'да слушаю'],
    ['да', 'сейчас позову маму', 'да слушаю'],
    ['да', 'подождите я маме трубку передам', 'алло'],
  ])
    it(`whoever comes is asked who they are: ${lines.join(' · ')}`, () => {
      const call = called()
      const replies = lines.map((line) => call.say(line))
      expect(replies.at(-1)).to.include('это вы?')
      expect(call.fields).not.to.have.property('is_person', true)
    })

  for (const words of ['никаких долгов у меня нет', 'долгов нет', 'это не мой кредит'])
    it(`a debt that is denied is no debt that was paid: ${words}`, () => {
      const call = called()
      call.say('да')
      expect(call.say(words)).to.include('с чем вы не согласны')
    })

  for (const words of ['раньше двадцать пятого не смогу', 'завтра не могу', 'не смогу в пятницу'])
    it(`one day turned down refuses nothing else: ${words}`, () => {
      const call = called()
      call.say('да')
      call.say(words)
      expect(call.state.ending).to.equal(undefined)
    })
})
