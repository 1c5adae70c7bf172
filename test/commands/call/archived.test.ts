import {writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {stringify} from 'yaml'
import type {CallView} from '../../../src/call/simulate/call-report.ts'
import {barber} from '../../helpers/barber.ts'
import {cli} from '../../helpers/cli.ts'

describe('a skillbase in the archive', () => {
  const voicectl = cli()
  const simulate = (...argv: string[]) => voicectl.run(['call', 'simulate', 'barber', '--say', 'алло', ...argv])
  const calls = async () => (await voicectl.run(['call', 'list', '--json'])).json<CallView[]>().length
  before(async () => {
    writeFileSync(voicectl.path('barber.yaml'), stringify({schema: 'voicectl/skillbase/v1', slug: 'barber', flow: barber}))
    await voicectl.run(['skillbase', 'apply', '-f', 'barber.yaml'])
    await simulate()
    expect((await voicectl.run(['skillbase', 'delete', 'barber', '--yes'])).stderr).to.contain('it is archived')
  })

  it('answers no calls, whichever version is asked for', async () => {
    for (const version of ['latest', 'published', '1']) {
      const {exitCode, stderr} = await simulate('--version', version)
      expect(exitCode, version).to.equal(7)
      expect(stderr).to.contain('Error (SKILLBASE_ARCHIVED): Skillbase "barber" is archived.')
    }
    expect(await calls()).to.equal(1)
  })

  it('answers again once its file is applied', async () => {
    await voicectl.run(['skillbase', 'apply', '-f', 'barber.yaml'])
    expect((await simulate()).exitCode).to.equal(0)
    expect(await calls()).to.equal(2)
  })
})
