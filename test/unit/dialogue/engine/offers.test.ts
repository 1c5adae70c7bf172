import {expect} from 'chai'
import {scenarioOf, talk} from '../../../helpers/scenario.ts'

const scenario = scenarioOf({
  languages: {default: 'en'},
  fields: {
    insured: {type: 'yesno', ask: 'Would you like insurance?'},
    day: {type: 'date', ask: 'What day?'},
  },
  states: {
    form: {collect: ['insured', 'day'], transitions: [{to: 'check', when: 'complete'}]},
    check: {
      type: 'confirm',
      say: '{% if f.insured %}With{% else %}Without{% endif %} insurance, {{ f.day | say_date }}. Right?',
      transitions: [
        {to: 'end', on: 'yes_answer'},
        {to: 'form', on: ['no_answer_given', 'correction']},
      ],
    },
    end: {type: 'end', say: 'Bye.'},
  },
})

function insured(...lines: readonly string[]) {
  const call = talk(scenario)
  call.start()
  for (const line of lines) call.say(line)
  return call.state.ending ? 'over' : call.fields['insured']
}

describe('what is offered', () => {
  for (const line of ['i already have one', 'i have my own insurance', 'we have our own'])
    it(`is not wanted by who has it: ${line}`, () => expect(insured(line)).to.equal(false))

  for (const line of ['yeah why not', 'might as well']) it(`is taken: ${line}`, () => expect(insured(line)).to.equal(true))

  it('is changed at the summary, and calls nothing off', () => {
    expect(insured('no', 'tomorrow', 'i changed my mind about the insurance')).to.equal(true)
    expect(insured('yes', 'tomorrow', 'i changed my mind about the insurance')).to.equal(false)
    expect(insured('no', 'tomorrow', 'i changed my mind')).to.equal('over')
  })
})
