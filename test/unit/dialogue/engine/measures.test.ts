import {expect} from 'chai'
import {scenarioOf, talk} from '../../../helpers/scenario.ts'

const answer = (ask: string, said: string): unknown => {
  const call = talk(
    scenarioOf({
      fields: {amount: {type: 'number', ask, min: 0, max: 5000}},
      start: 'order',
      states: {order: {collect: ['amount'], transitions: [{to: 'done', when: 'complete'}]}, done: {type: 'end', say: 'Ждём вас.'}},
    }),
  )
  call.start()
  call.say(said)
  return call.state.fields['amount']!.value
}

describe('an amount with its unit', () => {
  const weights: readonly (readonly [string, number])[] = [
    ['триста граммов', 0.3],
    ['граммов триста', 0.3],
    ['килограмм двести граммов', 1.2],
    ['кило двести', 1.2],
    ['килограммов двести', 200],
    ['два килограмма триста граммов', 2.3],
    ['полторы тонны', 1500],
    ['полтора килограмма', 1.5],
    ['пять', 5],
  ]
  for (const [said, kilograms] of weights)
    it(`«${said}» is ${kilograms} kg`, () => {
      expect(answer('Какой вес посылки, в килограммах?', said)).to.equal(kilograms)
    })

  for (const [said, share] of [
    ['половину', 50],
    ['четверть', 25],
    ['двадцать', 20],
    ['двадцать процентов', 20],
  ] as const)
    it(`«${said}» is ${share} per cent`, () => {
      expect(answer('Сколько процентов первый взнос?', said)).to.equal(share)
    })

  for (const [said, years] of [
    ['лет двадцать', 20],
    ['лет пять', 5],
    ['двадцать лет', 20],
  ] as const)
    it(`«${said}» is ${years} years`, () => {
      expect(answer('Какой у вас стаж вождения, сколько лет?', said)).to.equal(years)
    })
})

describe('the number of a contract', () => {
  for (const said of ['икс икс икс сто двадцать три', 'эр эр тридцать двенадцать', 'эм эм двенадцать', 'двенадцать эм'])
    it(`keeps every letter of «${said}»`, () => {
      const call = talk(
        scenarioOf({
          fields: {contract: {type: 'text', ask: 'Номер договора?'}},
          start: 'claim',
          states: {claim: {collect: ['contract'], transitions: [{to: 'done', when: 'complete'}]}, done: {type: 'end', say: 'Спасибо.'}},
        }),
      )
      call.start()
      call.say(said)
      expect(call.state.fields['contract']!.value).to.equal(said)
    })
})
