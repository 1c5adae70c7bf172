import {writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {stringify} from 'yaml'
import type {CallReport, CallView} from '../../../src/call/simulate/call-report.ts'
import {barber} from '../../helpers/barber.ts'
import {cli} from '../../helpers/cli.ts'

/** In Moscow it is still the 25th, in Vladivostok the 26th, in New York the afternoon of the 25th. */
const now = '2026-11-25T18:00:00Z'
const tomorrow = {moscow: '2026-11-26', vladivostok: '2026-11-27'}

describe('the zone of a call', () => {
  const voicectl = cli()
  const apply = async (slug: string, timezone?: string) => {
    writeFileSync(voicectl.path(`${slug}.yaml`), stringify({schema: 'voicectl/skillbase/v1', slug, flow: {...barber, timezone}}))
    await voicectl.run(['skillbase', 'apply', '-f', `${slug}.yaml`])
  }
  const call = async (skillbase: string, env: Readonly<Record<string, string>> = {}): Promise<CallReport> => {
    const argv = ['call', 'simulate', skillbase, '--now', now, '--say', 'хочу подстричься завтра в три', '--json']
    return (await voicectl.run(argv, env)).json<CallReport>()
  }
  const day = async (skillbase: string, env: Readonly<Record<string, string>> = {}) => (await call(skillbase, env)).fields['date']
  const vladivostok = {VOICECTL_TIMEZONE: 'Asia/Vladivostok'}
  before(async () => {
    await apply('roaming')
    await apply('muscovite', 'Europe/Moscow')
  })

  it('is Moscow where nobody says anything', async () => {
    expect(await day('roaming')).to.equal(tomorrow.moscow)
  })

  it('is that of the configuration where neither the bot nor the company has one', async () => {
    expect(await day('roaming', vladivostok)).to.equal(tomorrow.vladivostok)
    const shown = await voicectl.run(['company', 'show', 'default', '--json'], vladivostok)
    expect(shown.json<{timezone: string}>().timezone).to.equal('Asia/Vladivostok')
  })

  it('is that of the bot before any other', async () => {
    expect(await day('muscovite', vladivostok)).to.equal(tomorrow.moscow)
  })

  it('is that of the company before that of the configuration', async () => {
    await voicectl.run(['company', 'create', 'east', '--timezone', 'Asia/Vladivostok'])
    const there = {VOICECTL_COMPANY: 'east'}
    await voicectl.run(['skillbase', 'apply', '-f', 'roaming.yaml'], there)
    expect(await day('roaming', there)).to.equal(tomorrow.vladivostok)
    expect(await day('roaming', {...there, VOICECTL_TIMEZONE: 'America/New_York'})).to.equal(tomorrow.vladivostok)
  })

  it('is the own clock of whoever reads the list, and UTC for programs', async () => {
    const {call: made} = await call('roaming', vladivostok)
    const local = '2026-11-26 04:00:00 +10:00'
    const list = async (...argv: readonly string[]) => (await voicectl.run(['call', 'list', '--limit', '1', ...argv], vladivostok)).stdout
    expect(await list()).to.contain(`\t${local}\t`)
    expect(await list('-o', 'csv')).to.contain(',2026-11-25T18:00:00.000Z,')
    expect(JSON.parse(await list('--json'))[0]).to.include({startedAt: '2026-11-25T18:00:00.000Z'})
    expect((await voicectl.run(['call', 'show', made.id], vladivostok)).stdout).to.contain(`\n${local}  `)
  })

  it('says when a day of --since begins', async () => {
    const found = async (env: Readonly<Record<string, string>>) =>
      (await voicectl.run(['call', 'list', '--since', '2026-11-26', '--json'], env)).json<CallView[]>().length
    expect(await found({VOICECTL_TIMEZONE: 'Europe/Moscow'})).to.equal(0)
    expect(await found(vladivostok)).to.be.greaterThan(0)
  })

  it('of the first company is its own from its first change on', async () => {
    await voicectl.run(['company', 'update', 'default', '--name', 'Восток'], vladivostok)
    expect(await day('roaming', {VOICECTL_TIMEZONE: 'Europe/Moscow'})).to.equal(tomorrow.vladivostok)
    await voicectl.run(['company', 'update', 'default', '--timezone', 'Europe/Moscow'])
    expect(await day('roaming', vladivostok)).to.equal(tomorrow.moscow)
  })

  it('counts for tests of a file as the configuration has it', async () => {
    const test = {
      scenario: 'roaming.yaml',
      now: '2026-11-26T04:00:00+10:00',
      tools: {'calendar.check': [{return: {ok: true}}]},
      cases: [{name: 'завтра', turns: [{user: 'хочу подстричься завтра в три', expect: {fields: {date: tomorrow.vladivostok}}}]}],
    }
    writeFileSync(voicectl.path('zone.test.yaml'), stringify(test))
    const run = async (env: Readonly<Record<string, string>>) => {
      const {exitCode, stdout, stderr} = await voicectl.run(['scenario', 'test', 'zone.test.yaml'], env)
      expect([0, 1], stdout + stderr).to.include(exitCode)
      return exitCode
    }
    expect(await run(vladivostok)).to.equal(0)
    expect(await run({VOICECTL_TIMEZONE: 'Europe/Moscow'})).to.equal(1)
  })
})
