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

  it('is not brought back by trying its file out', async () => {
    const {exitCode, stderr} = await voicectl.run(['call', 'simulate', 'barber.yaml', '--say', 'алло'])
    expect(exitCode).to.equal(7)
    expect(stderr).to.contain('SKILLBASE_ARCHIVED')
    expect((await voicectl.run(['skillbase', 'show', 'barber', '--json'])).stdout).to.contain('"status": "archived"')
  })

  it('is said to come back by a dry run, of an import too', async () => {
    const dry = await voicectl.run(['skillbase', 'apply', '-f', 'barber.yaml', '--dry-run'])
    expect(dry.stdout).to.equal('barber: version 1, unchanged, back from the archive, nothing stored\n')
    const {stderr} = await voicectl.run(['skillbase', 'import', 'barber.yaml', '--dry-run'], {VOICECTL_LANG: 'ru'})
    expect(stderr).to.contain('barber: возвращена из архива.')
  })

  it('answers again once its file is applied', async () => {
    const {stdout} = await voicectl.run(['skillbase', 'apply', '-f', 'barber.yaml'])
    expect(stdout).to.contain('back from the archive')
    expect((await simulate()).exitCode).to.equal(0)
    expect(await calls()).to.equal(2)
  })
})
