import {expect} from 'chai'
import {warmEngine} from '../../../../src/dialogue/engine/warm.ts'
import {barber} from '../../../helpers/barber.ts'
import {scenarioOf, talk} from '../../../helpers/scenario.ts'

describe('warming the engine up', () => {
  it('changes nothing of what is said afterwards', () => {
    const scenario = scenarioOf(barber)
    const hear = () => {
      const call = talk(scenario)
      return [call.start(), call.say('хочу на стрижку завтра в три'), call.say('да')]
    }
    const cold = hear()
    warmEngine(scenario)
    expect(hear()).to.deep.equal(cold)
  })
})
