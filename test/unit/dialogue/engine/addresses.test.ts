import {expect} from 'chai'
import {scenarioOf, talk} from '../../../helpers/scenario.ts'

const scenario = scenarioOf({
  fields: {
    place: {type: 'address', ask: 'По какому адресу приехать?'},
    day: {type: 'date', ask: 'На какой день?'},
  },
  states: {
    visit: {collect: ['place', 'day'], transitions: [{to: 'check', when: 'complete'}]},
    check: {type: 'confirm', say: '{{ f.place }}, {{ f.day | say_date }}. Верно?', transitions: [{to: 'end', on: 'yes_answer'}]},
    end: {type: 'end', say: 'Спасибо.'},
  },
})

function after(...lines: readonly string[]) {
  const call = talk(scenario)
  call.start()
  const spoken = lines.map((line) => call.say(line))
  return {place: call.fields['place'], last: spoken.at(-1)!}
}

describe('an address', () => {
  it('is no address without its street', () => {
    expect(after('дом пять').last).to.equal('А какая улица?')
    expect(after('дом пять', 'улица лесная').place).to.equal('улица лесная, дом 5')
    expect(after('квартира пять', 'улица лесная дом три').place).to.equal('улица лесная, дом 3, квартира 5')
    expect(after('дом пять', 'не знаю').place).to.equal(undefined)
  })

  for (const line of ['ещё квартира двенадцать', 'квартиру забыл сказать двенадцать', 'квартира двенадцать'])
    it(`gets the flat that was left out: ${line}`, () => {
      expect(after('улица лесная дом два', 'завтра', line).place).to.equal('улица лесная, дом 2, квартира 12')
    })
})
