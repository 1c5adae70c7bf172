import {expect} from 'chai'
import {chooseMode} from '../../../src/call/simulate/choose-mode.ts'
import type {FlowInput} from '../../../src/skillbase/schema/flow.ts'
import {barber} from '../../helpers/barber.ts'
import {skillbaseOf} from '../../helpers/skillbases.ts'

const plan = {flow: 'plan', plan: ['Узнать имя']} as const satisfies FlowInput
const role = {context: {role: 'Администратор'}}
const auto = {flag: undefined, configured: 'auto', hasModel: true} as const

describe('the mode of a call', () => {
  it('is off without a model, whatever the skillbase wants', () => {
    expect(chooseMode(skillbaseOf(barber), {...auto, hasModel: false})).to.equal('off')
    expect(chooseMode(skillbaseOf({...plan, llm: {mode: 'full'}}, role), {...auto, hasModel: false})).to.equal('off')
    expect(chooseMode(skillbaseOf(barber), {...auto, flag: 'auto', hasModel: false})).to.equal('off')
  })

  it('lets a model help to understand where the skillbase words its lines', () => {
    expect(chooseMode(skillbaseOf(barber), auto)).to.equal('assist')
    const asks = {
      flow: 'linear',
      fields: {name: {type: 'person_name', ask: 'Как вас зовут?'}},
      states: {ask: {collect: ['name']}},
    } satisfies FlowInput
    expect(chooseMode(skillbaseOf(asks, role), auto)).to.equal('assist')
  })

  it('lets it speak where there is a role and a plan and nothing worded', () => {
    expect(chooseMode(skillbaseOf(plan, role), auto)).to.equal('full')
    expect(chooseMode(skillbaseOf({...plan, persona: {role: 'Администратор'}}), auto)).to.equal('full')
    expect(chooseMode(skillbaseOf(plan), auto)).to.equal('assist')
  })

  it('is what was asked for, else what the skillbase says, else what the configuration says', () => {
    const own = skillbaseOf({...barber, llm: {mode: 'full'}})
    expect(chooseMode(own, {...auto, flag: 'off'})).to.equal('off')
    expect(chooseMode(own, {...auto, configured: 'off'})).to.equal('full')
    expect(chooseMode(skillbaseOf(barber), {...auto, configured: 'off'})).to.equal('off')
  })

  it('refuses by name a mode that needs a model when there is none', () => {
    expect(() => chooseMode(skillbaseOf(barber), {...auto, flag: 'full', hasModel: false}))
      .to.throw()
      .that.includes({code: 'LLM_NOT_CONFIGURED', exitCode: 2})
  })
})
