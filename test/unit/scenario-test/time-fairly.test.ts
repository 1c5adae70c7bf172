import {expect} from 'chai'
import {readTestFile} from '../../../src/scenario-test/format/read-test-file.ts'
import type {CaseRun} from '../../../src/scenario-test/run/case-run.ts'
import {runCase} from '../../../src/scenario-test/run/run-case.ts'
import {heldFairly} from '../../../src/scenario-test/run/time-fairly.ts'
import {botFrom, shop} from '../../helpers/scenario-tests.ts'

const bot = botFrom(shop)
const {file} = readTestFile(
  'shop.test.yaml',
  '/tests/shop.test.yaml',
  'scenario: shop.yaml\ntools: {stock.check: {return: {ok: true}}}\ncases: [{name: quick, turns: [{user: чай, expect: {max_ms: 50}}], expect: {outcome: lead}}]',
)
const one = file.cases[0]!

/** The same conversation, its turns taking so many milliseconds, one attempt after the other. */
const taking = (...ms: readonly number[]) => {
  let attempts = 0
  const hold = async (): Promise<CaseRun> => {
    const run = await runCase(bot, one, {mode: 'off'})
    const engineUs = (ms[attempts++] ?? 0) * 1000
    return {...run, turns: run.turns.map((turn) => ({...turn, steps: turn.steps.map((step) => ({...step, engineUs}))}))}
  }
  return {hold, attempts: () => attempts}
}

describe('a case that limits the time of a turn', () => {
  it('is too slow only when it is so every time, whoever holds the conversation', async () => {
    const once = taking(116, 1)
    const quick = await heldFairly(bot, one, once.hold)
    expect(quick.failures.map(({check}) => check)).to.deep.equal(['outcome'])
    expect(once.attempts()).to.equal(2)
    const always = taking(116, 90, 80, 70, 60)
    expect((await heldFairly(bot, one, always.hold)).failures.map(({check}) => check)).to.have.members(['max_ms', 'outcome'])
    expect(always.attempts()).to.equal(5)
  })
})
