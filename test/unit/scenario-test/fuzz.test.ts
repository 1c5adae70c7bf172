import {expect} from 'chai'
import {parse} from 'yaml'
import {readTestFile} from '../../../src/scenario-test/format/read-test-file.ts'
import {dice} from '../../../src/scenario-test/fuzz/dice.ts'
import {fuzz} from '../../../src/scenario-test/fuzz/fuzz.ts'
import {plansFor, trials} from '../../../src/scenario-test/fuzz/plans.ts'
import {reproductionYaml} from '../../../src/scenario-test/fuzz/reproduction.ts'
import {shrinkConversation} from '../../../src/scenario-test/fuzz/shrink-conversation.ts'
import {brokenInvariants} from '../../../src/scenario-test/invariants/invariants.ts'
import {runCase} from '../../../src/scenario-test/run/run-case.ts'
import type {Setting, Turn} from '../../../src/scenario-test/format/test-file.ts'
import {botFrom, fixtureBot, shop} from '../../helpers/scenario-tests.ts'

const flows = ['tyres.yaml', 'pizza.yaml', 'reminder.yaml', 'dentist.en.yaml', 'vet.yaml']

describe('scenario fuzz', () => {
  for (const flow of flows) {
    it(`holds every invariant in ${flow}`, async function () {
      this.timeout(60_000)
      const {findings, coverage, conversations} = await fuzz(await fixtureBot(flow), {seed: 1, turns: 150})
      const told = findings.map(({broken, turns}) => `${broken.name} at ${broken.at}: ${broken.what.en} ${JSON.stringify(turns)}`)
      expect(told).to.deep.equal([])
      expect(coverage.states.missed).to.deep.equal([])
      expect(conversations).to.be.above(20)
    })
  }

  it('plans a happy path in every language and every field met in every unusual way', async () => {
    const {scenario} = await fixtureBot('vet.yaml')
    const plans = plansFor(scenario)
    expect(plans).to.have.length(2 * (1 + scenario.fields.size * trials.length))
    expect(new Set(plans.map(({name}) => name)).size).to.equal(plans.length)
  })

  it('throws the same dice for the same seed', () => {
    const throws = (seed: number) => {
      const {int, pick, chance, weighted} = dice(seed)
      return Array.from({length: 50}, () => [int(1, 6), pick(['a', 'b', 'c']), chance(0.5), weighted({x: 1, y: 2})])
    }
    expect(throws(5)).to.deep.equal(throws(5))
    expect(throws(5)).to.not.deep.equal(throws(6))
    expect(throws(1).every(([number]) => Number(number) >= 1 && Number(number) <= 6)).to.equal(true)
  })

  describe('a finding', () => {
    const bot = botFrom(shop.replace('Пива нет.', 'There is no beer in this shop.'))
    const setting: Setting = {
      now: Date.parse('2026-03-11T10:30:00+03:00'),
      caller: '',
      direction: 'outbound',
      contact: {name: 'Анна'},
      seed: 77,
      tools: {'stock.check': [{error: 'down', times: 1}, {return: {ok: true}}], 'stock.take': [{return: {ok: true}}]},
    }
    const turns: Turn[] = [
      {user: 'чай'},
      {silence: 6},
      {user: 'две'},
      {user: 'а есть ли у вас вообще какое-нибудь пиво на сегодня', barge_in_at: 0.4},
      {user: 'нет'},
    ]
    const found = async () => {
      const run = await runCase(bot, {...setting, turns}, {mode: 'off'})
      return {broken: brokenInvariants(run, bot.scenario).find(({name}) => name === 'wrong_language')!, setting, turns}
    }

    it('is shortened in turns, words and preparations, and is still the same', async () => {
      const short = await shrinkConversation(bot, await found())
      expect(short.turns).to.deep.equal([{user: 'пиво'}])
      expect(short.setting).to.deep.include({
        direction: 'inbound',
        contact: {},
        caller: '+79990000000',
        seed: 1,
        tools: {'stock.check': [{return: {ok: true}}], 'stock.take': [{return: {ok: true}}]},
      })
      expect(short.broken).to.include({name: 'wrong_language', at: 'rule.beer', turn: 1})
    })

    it('keeps no word of a long turn that it does not need', async () => {
      const noise = (word: string) => Array.from({length: 40}, (_, at) => `${word}${at}`).join(' ')
      const long = [{user: `${noise('э')} пиво ${noise('ы')}`}]
      const run = await runCase(bot, {...setting, turns: long}, {mode: 'off'})
      const broken = brokenInvariants(run, bot.scenario).find(({name}) => name === 'wrong_language')!
      expect((await shrinkConversation(bot, {broken, setting, turns: long})).turns).to.deep.equal([{user: 'пиво'}])
    })

    it('becomes a test file that reads back as the same conversation', async () => {
      const finding = await found()
      const text = await reproductionYaml({
        finding: {...finding, turns: [...turns, {user: '12:15'}, {user: '# да: "нет"'}, {dtmf: '0123'}, {user: ''}]},
        seed: 5,
        bot: {kind: 'file', path: 'a.yaml'},
      })
      const {file} = readTestFile('x.test.yaml', '/x.test.yaml', text)
      const [one] = file.cases
      expect(one!.turns).to.deep.equal([...turns, {user: '12:15'}, {user: '# да: "нет"'}, {dtmf: '0123'}, {user: ''}])
      expect(one).to.deep.include(setting)
      expect((parse(text) as {cases: {expect: unknown}[]}).cases[0]!.expect).to.deep.equal({invariants: true})
    })
  })
})
