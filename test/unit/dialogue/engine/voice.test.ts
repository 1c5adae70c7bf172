import {expect} from 'chai'
import {compileTemplate} from '../../../../src/dialogue/engine/scenario/template.ts'
import {spokenVoice} from '../../../../src/dialogue/engine/voice.ts'
import {barber} from '../../../helpers/barber.ts'
import {scenarioOf} from '../../../helpers/scenario.ts'

const voice = spokenVoice(scenarioOf(barber), 'ru')

/** A line about what a tool returned, as it is spoken. */
const spoken = (amount: unknown) =>
  compileTemplate('На счёте {{ tool.account.amount | say_money }}.').render(
    {f: {}, facts: {}, contact: {}, persona: {}, caller: '', lang: 'ru', value: '', tool: {account: {amount}}},
    voice,
  )

describe('a sum that a tool returned', () => {
  it('is said in words', () => {
    expect(spoken(1500)).to.equal('На счёте тысяча пятьсот рублей.')
    expect(spoken('99.5')).to.equal('На счёте девяносто девять рублей пятьдесят копеек.')
  })

  it('ends no call for being absurd, and is no sum at all where it is none', () => {
    expect(spoken(1_000_000_000_000)).to.equal('На счёте очень много.')
    expect(spoken(-1e13)).to.match(/^На счёте /)
    expect(spoken('abc')).to.equal('На счёте abc.')
  })
})
