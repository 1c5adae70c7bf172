import {expect} from 'chai'
import type {FlowInput} from '../../../../src/skillbase/schema/flow.ts'
import {scenarioOf, talk} from '../../../helpers/scenario.ts'

/** A flow that asks for these numbers, one after the other. */
const asking = (questions: Readonly<Record<string, string>>): FlowInput => ({
  fields: Object.fromEntries(Object.entries(questions).map(([id, ask]) => [id, {type: 'number' as const, ask}])),
  states: {talk: {collect: Object.keys(questions), next: 'end'}, end: {type: 'end', say: 'Спасибо.'}},
})

describe('a family at the telephone', () => {
  it('is counted together when the flow asks how many they are', () => {
    const call = talk(scenarioOf(asking({guests: 'Сколько вас будет?'})))
    call.start()
    call.say('двое взрослых и двое детей')
    expect(call.fields).to.deep.equal({guests: 4})
  })

  it('is counted apart when the flow asks for the children by themselves', () => {
    const call = talk(scenarioOf(asking({adults: 'Сколько взрослых?', children: 'Сколько детей?'})))
    call.start()
    call.say('двое взрослых и трое детей')
    expect(call.fields).to.deep.equal({adults: 2, children: 3})
  })
})
