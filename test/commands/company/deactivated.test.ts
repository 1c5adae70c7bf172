import {writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {stringify} from 'yaml'
import type {CallView} from '../../../src/call/simulate/call-report.ts'
import {barber} from '../../helpers/barber.ts'
import {cli} from '../../helpers/cli.ts'

describe('a company that is switched off', () => {
  const voicectl = cli()
  const run = (...argv: string[]) => voicectl.run([...argv, '--company', 'shop'])
  let call = ''
  before(async () => {
    writeFileSync(voicectl.path('barber.yaml'), stringify({schema: 'voicectl/skillbase/v1', slug: 'barber', flow: barber}))
    await voicectl.run(['company', 'create', 'shop'])
    await run('skillbase', 'apply', '-f', 'barber.yaml')
    await run('call', 'simulate', 'barber', '--say', 'алло')
    call = (await run('call', 'list', '--json')).json<CallView[]>()[0]!.id
    await voicectl.run(['company', 'deactivate', 'shop', '--yes'])
  })

  it('keeps its data: all of it can be read and taken out', async () => {
    for (const argv of [
      ['skillbase', 'list'],
      ['skillbase', 'show', 'barber'],
      ['skillbase', 'history', 'barber'],
      ['skillbase', 'diff', 'barber', '1', '1'],
      ['skillbase', 'export', 'barber'],
      ['skillbase', 'graph', 'barber'],
      ['skillbase', 'prompt', 'barber'],
      ['call', 'list'],
      ['call', 'show', call],
      ['call', 'transcript', call],
      ['call', 'export', call],
    ])
      expect(await run(...argv), argv.join(' ')).to.include({exitCode: 0})
    expect((await run('skillbase', 'lint', 'barber')).stdout).to.contain('barber version 1: ')
    expect((await run('call', 'list', '--json')).json<CallView[]>().map(({id}) => id)).to.deep.equal([call])
  })

  it('does no new work: nothing is written and nobody is talked to', async () => {
    for (const argv of [
      ['skillbase', 'apply', '-f', 'barber.yaml'],
      ['skillbase', 'create', 'Другой'],
      ['skillbase', 'import', 'barber.yaml'],
      ['skillbase', 'clone', 'barber', 'copy'],
      ['skillbase', 'publish', 'barber'],
      ['skillbase', 'rollback', 'barber', '--to', '1'],
      ['skillbase', 'delete', 'barber', '--yes'],
      ['call', 'simulate', 'barber', '--say', 'алло'],
      ['call', 'resume'],
    ]) {
      const {exitCode, stderr} = await run(...argv)
      expect(exitCode, argv.join(' ')).to.equal(7)
      expect(stderr).to.contain('Error (COMPANY_INACTIVE): Company "shop" is inactive.')
    }
  })
})
