import {writeFileSync} from 'node:fs'
import {expect} from 'chai'
import type {FuzzView} from '../../../src/scenario-test/report/fuzz-text.ts'
import {cli} from '../../helpers/cli.ts'
import {shop} from '../../helpers/scenario-tests.ts'

describe('scenario fuzz', () => {
  const voicectl = cli()

  it('finds nothing in a sound bot, and says how far it came', async () => {
    writeFileSync(voicectl.path('shop.yaml'), `schema: voicectl.scenario/v1\n${shop}`)
    const {stdout, stderr, exitCode} = await voicectl.run(['scenario', 'fuzz', 'shop.yaml', '--turns', '50', '--json'])
    const {durationMs: _, ...view} = JSON.parse(stdout) as FuzzView
    expect(view.findings).to.deep.equal([])
    expect(view).to.include({status: 'passed', bot: 'shop.yaml', seed: 1})
    expect(view.conversations).to.be.above(30)
    expect(view.coverage.states).to.deep.include({hit: 4, total: 4})
    expect(stderr).to.equal('')
    expect(exitCode).to.equal(0)
  })

  it('prints a defect as the shortest test that fails as long as it is there', async () => {
    writeFileSync(voicectl.path('bad.yaml'), `schema: voicectl.scenario/v1\n${shop.replace('Пива нет.', 'There is no beer in this shop.')}`)
    const json = await voicectl.run(['scenario', 'fuzz', 'bad.yaml', '--turns', '300', '--json'])
    expect(json.exitCode).to.equal(1)
    const [finding] = json.json<FuzzView>().findings
    expect(finding).to.include({invariant: 'wrong_language', at: 'rule.beer', turns: 1})
    expect(finding!.test)
      .to.match(/^# scenario fuzz, seed 1: not in "ru": "There is no beer/)
      .and.to.contain('scenario: bad.yaml')
      .and.to.contain('- user: пиво')

    writeFileSync(voicectl.path('found.test.yaml'), finding!.test)
    const failed = await voicectl.run(['scenario', 'test', 'found.test.yaml'])
    expect(failed.exitCode).to.equal(1)
    expect(failed.stdout).to.contain('invariants.wrong_language')
    writeFileSync(voicectl.path('bad.yaml'), `schema: voicectl.scenario/v1\n${shop}`)
    expect((await voicectl.run(['scenario', 'test', 'found.test.yaml'])).exitCode).to.equal(0)
  })

  it('fails where no caller gets any further, and says where', async () => {
    const text = shop.replace('to: send, when: complete', 'to: send, when: "complete && f.amount > 9"')
    writeFileSync(voicectl.path('dead.yaml'), `schema: voicectl.scenario/v1\n${text}`)
    const json = await voicectl.run(['scenario', 'fuzz', 'dead.yaml', '--turns', '0', '--json'])
    const {status, deadEnds} = json.json<FuzzView>()
    expect([json.exitCode, status, deadEnds.map(({kind, name}) => [kind, name])]).to.deep.equal([1, 'failed', [['state', 'order']]])
    const people = await voicectl.run(['scenario', 'fuzz', 'dead.yaml', '--turns', '0'])
    expect(people.stdout)
      .to.match(/^dead_end: nobody left "order" by a transition, in \d+ turns: none to send was ever taken\ncallers said: "/)
      .and.to.contain(', 1 violation in ')
  })

  it('says the same again for the same seed', async () => {
    const view = async () => {
      const {durationMs: _, ...rest} = (
        await voicectl.run(['scenario', 'fuzz', 'bad.yaml', '--turns', '60', '--seed', '9', '--json'])
      ).json<FuzzView>()
      return rest
    }
    expect(await view()).to.deep.equal(await view())
  })

  it('refuses what is no bot', async () => {
    expect((await voicectl.run(['scenario', 'fuzz', 'nowhere.yaml'])).exitCode).to.equal(2)
    expect((await voicectl.run(['scenario', 'fuzz', 'nobody'])).stderr).to.contain('SKILLBASE_NOT_FOUND')
    expect((await voicectl.run(['scenario', 'fuzz', 'nobody@x'])).stderr).to.contain('BAD_REFERENCE')
  })
})
