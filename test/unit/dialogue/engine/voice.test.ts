import {expect} from 'chai'
import {compileTemplate} from '../../../../src/dialogue/engine/scenario/template.ts'
import {spokenValue, spokenVoice} from '../../../../src/dialogue/engine/voice.ts'
import {barber} from '../../../helpers/barber.ts'
import {scenarioOf} from '../../../helpers/scenario.ts'

const scenario = scenarioOf(barber)

/** What a caller hears of a balance that a tool gave. */
const heard = (source: string, amount: unknown): string =>
  compileTemplate(source).render(
    {f: {}, facts: {}, tool: {bal: {amount}}, persona: {}, contact: {}, caller: '', lang: 'ru', value: ''},
    spokenVoice(scenario, 'ru'),
  )

describe('a name', () => {
  it('in Cyrillic is read by an English voice in Latin letters', () => {
    expect(spokenValue(scenario, 'name', 'Анна Котова', 'en')).to.equal('Anna Kotova')
    expect(spokenValue(scenario, 'name', 'Анна Котова', 'ru')).to.equal('Анна Котова')
    expect(spokenValue(scenario, 'name', "Anne O'Neill", 'en')).to.equal("Anne O'Neill")
  })
})

describe('what a tool answered, heard by the caller', () => {
  it('is an amount, however large', () => {
    expect(heard('{{ tool.bal.amount | say_money }}', 1500)).to.equal('тысяча пятьсот рублей')
    expect(heard('{{ tool.bal.amount | say_money }}', '1500')).to.equal('тысяча пятьсот рублей')
    expect(heard('{{ tool.bal.amount | say_money }}', 1_000_000_000_000)).to.equal('очень много рублей')
    expect(heard('{{ tool.bal.amount | say_money }}', -1e13)).to.equal('минус очень много рублей')
  })

  it('stays as it is when it is no number', () => {
    expect(heard('{{ tool.bal.amount | say_money }}', 'abc')).to.equal('abc')
    expect(heard('{{ tool.bal.amount | say_number }}', 'не знаю')).to.equal('не знаю')
  })
})
