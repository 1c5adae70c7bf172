import {expect} from 'chai'
import {botFrom, runText} from '../../helpers/scenario-tests.ts'

const flow = `
flow: graph
persona: {company: Лавка}
fields: {item: {type: enum, ask: "Что?", options: [чай, кофе]}, phone: {type: phone, ask: "Телефон?"}}
intents: {status: {phrases: {ru: [где заказ]}}}
states:
  hello: {transitions: [{to: order, on: book}, {to: where, on: status}], max_turns: 2, on_max_turns: order}
  order: {type: collect, collect: [item], transitions: [{to: bye, when: "complete && f.item == 'чай'"}, {to: phone, when: complete}]}
  phone: {type: collect, collect: [phone], transitions: [{to: bye, when: complete}]}
  where: {type: end, say: "В пути."}
  bye: {type: end, say: "Пока.", outcome: lead}
global: [{to: bye, on: goodbye}]
rules: [{id: beer, match: {phrases: [пиво]}, then: refuse}]
outcomes: [{id: lead, kind: lead, when: "has(f.item)"}, {id: failed, kind: failed, default: true}]
`

const coverage = async (turns: string, minCoverage?: number) => {
  const result = await runText(`cases: [{name: a, turns: ${turns}}]`, {
    bot: botFrom(flow, 'лавка.yaml'),
    ...(minCoverage !== undefined && {minCoverage}),
  })
  return {result, coverage: result.coverage[0]!}
}

describe('scenario test, coverage', () => {
  it('counts states, transitions, fields, rules and outcomes, and names what no conversation came to', async () => {
    const {coverage: found} = await coverage('[{user: хочу записаться}, {user: пиво}, {user: чай}]')
    expect(found).to.deep.include({
      bot: 'лавка.yaml',
      states: {hit: 3, total: 5, missed: ['phone', 'where']},
      fields: {hit: 1, total: 2, missed: ['phone']},
      rules: {hit: 1, total: 1, missed: []},
      outcomes: {hit: 1, total: 2, missed: ['failed']},
    })
    expect(found.transitions).to.deep.equal({
      hit: 2,
      total: 7,
      missed: [
        'hello → where on status',
        'hello → order after max_turns',
        'order → phone when complete',
        'phone → bye when complete',
        'anywhere → bye on goodbye',
      ],
    })
    expect(found.percent).to.equal(47)
  })

  it('knows a move by a limit, by an intent anywhere, and by what was volunteered', async () => {
    expect((await coverage('[{user: мгм}, {user: мгм}]')).coverage.transitions.missed).to.not.include('hello → order after max_turns')
    expect((await coverage('[{user: до свидания}]')).coverage.transitions.missed).to.not.include('anywhere → bye on goodbye')
    expect((await coverage('[{user: кофе}]')).coverage.transitions.missed).to.not.include('hello → order on book')
  })

  it('fails a run that covers less than was asked for', async () => {
    const {result} = await coverage('[{user: чай}]', 90)
    expect(result).to.include({status: 'failed', failed: 0})
    expect(result.belowCoverage).to.deep.equal(['лавка.yaml'])
    expect((await coverage('[{user: чай}]', 10)).result).to.include({status: 'passed'})
  })
})
