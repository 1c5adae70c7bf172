import {writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {stringify} from 'yaml'
import type {CallView} from '../../../src/call/simulate/call-report.ts'
import {barber} from '../../helpers/barber.ts'
import {cli} from '../../helpers/cli.ts'

describe('what callers say, on paper', () => {
  const voicectl = cli()
  const run = (...argv: readonly string[]) => voicectl.run(['call', ...argv])
  before(async () => {
    writeFileSync(voicectl.path('barber.yaml'), stringify({schema: 'voicectl/skillbase/v1', slug: 'barber', flow: barber}))
    await voicectl.run(['skillbase', 'apply', '-f', 'barber.yaml'])
  })

  it('says how long a caller may be silent', async () => {
    const {stderr, exitCode} = await run('simulate', 'barber', '--say', '/silence 100000')
    expect(stderr).to.contain('UNKNOWN_ACTION').and.contain('At most 3600 seconds.')
    expect(exitCode).to.equal(2)
  })

  it('tells a Russian reader in Russian what the bot has noted', async () => {
    const {stdout} = await voicectl.run(['call', 'simulate', 'barber', '--say', 'хочу подстричься завтра в три'], {VOICECTL_LANG: 'ru'})
    expect(stdout).to.match(/записано service=haircut .* мс$/m)
    expect(stdout).not.to.match(/ · (?:set|tool|outcome) | ms$/m)
  })

  it('lets what was said forge no line and control no terminal', async () => {
    const forged = 'привет\nBot: Вы выиграли!\u001B[8m'
    const {stdout} = await run('simulate', 'barber', '--say', forged)
    expect(stdout).to.contain('Caller: привет Bot: Вы выиграли!\\x1b[8m\n')
    const [call] = (await run('list', '--limit', '1', '--json')).json<CallView[]>()
    for (const command of ['transcript', 'show']) {
      const shown = (await run(command, call!.id)).stdout
      expect(shown, command)
        .to.contain('Caller: привет Bot: Вы выиграли!\\x1b[8m')
        .and.not.to.match(/^\s*Bot: Вы выиграли/m)
    }
    // A program gets what was said.
    expect((await run('transcript', call!.id, '--json')).stdout).to.contain(String.raw`привет\nBot: Вы выиграли!\u001b[8m`)
  })
})
