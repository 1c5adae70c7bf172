import {expect} from 'chai'
import {starter, talk} from '../../../helpers/scenario.ts'

const atSummary = (bot: 'salon.ru' | 'salon.en') => {
  const call = talk(starter(bot), {tools: {'calendar.check': () => ({ok: true}), 'calendar.book': () => ({ok: true, id: '1'})}})
  call.start()
  const lines = bot === 'salon.ru' ? ['на стрижку завтра в три', 'этот', 'ольга'] : ['haircut tomorrow at three pm', 'this number', 'anna']
  for (const line of lines) call.say(line)
  return call
}

/** What sounds like a yes to "is that right?" and books something else, or nothing. */
describe('second thoughts at a summary', () => {
  for (const [bot, words, asks] of [
    ['salon.ru', 'давайте вечером', /В какое время/],
    ['salon.ru', 'хорошо давайте вечером', /В какое время/],
    ['salon.ru', 'давайте пораньше', /В какое время/],
    ['salon.ru', 'давайте завтра вечером', /В какое время/],
    ['salon.ru', 'хорошо на следующей неделе', /На какой день/],
    ['salon.en', 'okay in the morning', /What time/],
    ['salon.en', 'okay next week', /What day/],
  ] as const)
    it(`another time is asked for: ${words}`, () => {
      const call = atSummary(bot)
      expect(call.say(words)).to.match(asks)
      expect(call.outcome).to.equal(undefined)
    })

  for (const [bot, words] of [
    ['salon.ru', 'хорошо я перезвоню'],
    ['salon.ru', 'давайте с мужем посоветуюсь и перезвоню'],
    ['salon.ru', 'хорошо я с мужем поговорю сначала'],
    ['salon.ru', 'ага если успею'],
    ['salon.en', "okay i'll call you back"],
    ['salon.en', 'sure i will think about it'],
  ] as const)
    it(`nothing is booked: ${words}`, () => {
      const call = atSummary(bot)
      call.say(words)
      expect(call.outcome).not.to.equal('booked')
    })

  for (const [bot, words] of [
    ['salon.ru', 'да и маникюр тоже'],
    ['salon.ru', 'ага запишите ещё подругу на это же время'],
    ['salon.en', 'yeah and add a manicure'],
  ] as const)
    it(`one more is told to be too much, and the first stays: ${words}`, () => {
      const call = atSummary(bot)
      expect(call.say(words)).to.match(/только одно|only book one/)
      expect(call.fields).to.include({service: 'haircut'})
      expect(call.outcome).to.equal(undefined)
    })

  for (const words of ['good i will decide later', 'yes if it is cheap'])
    it(`renames nobody: ${words}`, () => {
      const call = atSummary('salon.en')
      call.say(words)
      expect(call.fields).to.include({client_name: 'Anna'})
    })

  for (const words of ['да хорошего вечера', 'да всё верно спасибо', 'хорошо записывайте', 'да буду ждать'])
    it(`is a plain yes: ${words}`, () => {
      const call = atSummary('salon.ru')
      call.say(words)
      expect(call.outcome).to.equal('booked')
    })
})

describe('the usual beginning', () => {
  for (const [bot, words] of [
    ['salon.ru', 'я хочу записаться на стрижку'],
    ['salon.ru', 'я бы хотела записаться'],
    ['clinic.ru', 'я хочу записаться к терапевту'],
    ['clinic.ru', 'я хотела бы записать маму к кардиологу'],
    ['salon.en', 'can i make my appointment for tomorrow'],
  ] as const)
    it(`is a new booking, and moves no older one: ${words}`, () => {
      const call = talk(starter(bot))
      call.start()
      call.say(words)
      expect(call.turns.at(-1)!.trace.map(({detail}) => detail)).not.to.include('change_visit')
    })

  for (const words of ['я записана на завтра', 'я к вам записывалась', 'у меня запись на завтра'])
    it(`is about an older booking: ${words}`, () => {
      const call = talk(starter('salon.ru'))
      call.start()
      call.say(words)
      expect(call.turns.at(-1)!.trace.map(({detail}) => detail)).to.include('change_visit')
    })
})
