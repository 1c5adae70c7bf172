import {expect} from 'chai'
import {scenarioOf, talk} from '../../../helpers/scenario.ts'

/** Outgrows the budget of a render as soon as the call list brings a long note. */
const bomb = `{{ contact.note | replace: 'a', '${'a'.repeat(500)}' }}`
const contact = {note: 'a'.repeat(1000)}

describe('a template that cannot be rendered in a call', () => {
  const start = (flow: Parameters<typeof scenarioOf>[0]) => {
    const call = talk(scenarioOf(flow), {contact})
    return {call, greeting: call.start()}
  }
  const failed = (call: ReturnType<typeof talk>) =>
    call.turns.flatMap(({trace}) => trace.filter(({step}) => step === 'template')).map(({detail}) => detail)

  it('is replaced with the line of the engine and noted', () => {
    const {call, greeting} = start({
      greeting: {inbound: `Здравствуйте! ${bomb}`},
      fields: {name: {type: 'person_name', ask: bomb, required: true}},
      states: {ask: {collect: ['name']}, bye: {type: 'end'}},
      flow: 'linear',
    })
    expect(greeting).to.match(/^Здравствуйте!.*как вас зовут\?|обращаться\?/i)
    expect(failed(call)[0]).to.match(/^cannot be rendered: .*memory/)
    expect(call.say('Анна')).not.to.equal('')
    expect(call.fields).to.deep.equal({name: 'Анна'})
  })

  it('is what the platform says where the author worded a line of the platform', () => {
    const {call} = start({phrases: {still_there: bomb}, states: {a: {say: 'Чем помочь?'}}})
    expect(call.silence()).not.to.equal('')
    expect(call.silence()).not.to.equal('')
  })

  it('keeps a tool from being called with half of its arguments', () => {
    const {call} = start({
      flow: 'graph',
      start: 'book',
      states: {
        book: {
          type: 'action',
          tools: [{use: 'calendar.book', args: {note: bomb}}],
          transitions: [{to: 'bye', when: '!tool.calendar_book.ok'}],
        },
        bye: {type: 'end', say: 'Не получилось записать.'},
      },
    })
    expect(call.turns.flatMap(({effects}) => effects.filter(({kind}) => kind === 'tool'))).to.deep.equal([])
    expect(call.turns.map(({text}) => text).join(' ')).to.contain('Не получилось записать.')
  })
})
