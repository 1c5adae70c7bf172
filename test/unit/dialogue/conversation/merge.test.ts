import {expect} from 'chai'
import {mergeCommands} from '../../../../src/dialogue/conversation/merge.ts'
import type {Command} from '../../../../src/dialogue/engine/command.ts'
import {barber} from '../../../helpers/barber.ts'
import {scenarioOf} from '../../../helpers/scenario.ts'

const scenario = scenarioOf(barber)
const set = (source: 'rule' | 'llm', field: string, value: string, confidence = 0.7): Command => ({
  kind: 'set',
  source,
  field,
  value,
  raw: value,
  alts: [],
  corrected: false,
  confidence,
})
const merged = (rules: readonly Command[], model: readonly Command[]) => mergeCommands(scenario, rules, model)

describe('what rules and a model understood, put together', () => {
  it('is what the rules understood when the model says the same or nothing', () => {
    const rules = [set('rule', 'time', '15:00')]
    expect(merged(rules, [])).to.deep.equal(rules)
    expect(merged(rules, [set('llm', 'time', '15:00')])).to.deep.equal(rules)
  })

  it('is a question where both read a different value, unless the rules are sure', () => {
    expect(merged([set('rule', 'time', '15:00')], [set('llm', 'time', '03:00')])).to.deep.equal([
      {...set('rule', 'time', '15:00'), alts: ['15:00', '03:00']},
    ])
    const sure = [set('rule', 'time', '15:00', 0.95)]
    expect(merged(sure, [set('llm', 'time', '03:00')])).to.deep.equal(sure)
    const name = [set('rule', 'name', 'Анна')]
    expect(merged(name, [set('llm', 'name', 'Аня')])).to.deep.equal(name)
  })

  it('takes the shorter of two readings of free words', () => {
    expect(merged([set('rule', 'wish', 'ну это, покороче сзади')], [set('llm', 'wish', 'покороче сзади')])[0]).to.include({
      source: 'rule',
      value: 'покороче сзади',
    })
  })

  it('keeps the «не» of free words that a model makes shorter', () => {
    const whole = set('rule', 'wish', 'только не надо короткую чёлку')
    expect(merged([whole], [set('llm', 'wish', 'короткую чёлку')])).to.deep.equal([whole])
    expect(merged([whole], [set('llm', 'wish', 'не надо короткую чёлку')])[0]).to.include({value: 'не надо короткую чёлку'})
  })

  it('adds what only the model heard, with doubt where a mistake would cost a visit', () => {
    expect(merged([], [set('llm', 'service', 'shave'), set('llm', 'date', '2026-03-12')])).to.deep.equal([
      set('llm', 'service', 'shave'),
      set('llm', 'date', '2026-03-12', 0.4),
    ])
  })

  it('does not let the model fill in what the rules heard in part or want said anew', () => {
    const part: Command = {
      kind: 'partial',
      source: 'rule',
      confidence: 0.5,
      field: 'phone',
      raw: '926',
      part: {kind: 'digits', digits: '926'},
    }
    const anew: Command = {kind: 'reopen', source: 'rule', confidence: 0.8, field: 'date'}
    expect(merged([part, anew], [set('llm', 'phone', '+79261234567'), set('llm', 'date', '2026-03-12')])).to.deep.equal([part, anew])
  })

  it('takes no answer of the model against that of the rules, and nothing twice', () => {
    const simple = (source: 'rule' | 'llm', kind: 'affirm' | 'deny' | 'handoff'): Command => ({kind, source, confidence: 0.7})
    const deny = [simple('rule', 'deny')]
    expect(merged(deny, [simple('llm', 'affirm'), simple('llm', 'deny'), simple('llm', 'handoff')])).to.deep.equal([
      ...deny,
      simple('llm', 'handoff'),
    ])
  })
})
