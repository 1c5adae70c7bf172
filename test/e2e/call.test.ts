import {mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect} from 'chai'
import {stringify} from 'yaml'
import type {CallReport, CallView} from '../../src/call/simulate/call-report.ts'
import {readSpool, spooledCalls} from '../../src/events/spool.ts'
import {startOpenAiDouble} from '../../src/simulator/openai/start-openai-double.ts'
import {barber} from '../helpers/barber.ts'
import {builtCli} from '../helpers/built-cli.ts'
import {migratedDatabase, postgresMissing} from '../helpers/postgres.ts'
import {hasTerminal, type Terminal, terminal} from '../helpers/terminal.ts'
import {skipBecause} from '../helpers/skip.ts'

describe('a call held from the terminal', function () {
  this.timeout(60_000)
  const voicectl = builtCli()
  let home = ''
  const open: Terminal[] = []
  before(function () {
    if (!hasTerminal) skipBecause(this, 'there is no `script` of util-linux to give a command a terminal')
  })
  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), 'voicectl-home-'))
    writeFileSync(join(home, 'barber.yaml'), stringify({schema: 'voicectl/skillbase/v1', slug: 'barber', flow: barber}))
    await run('skillbase', 'apply', '-f', 'barber.yaml')
  })
  afterEach(() => {
    for (const each of open.splice(0)) each.kill()
    rmSync(home, {recursive: true, force: true})
  })

  const env = (more: Record<string, string> = {}) => ({HOME: home, ...more})
  const run = (...argv: readonly string[]) =>
    voicectl.run(argv, {extendEnv: false, cwd: home, input: '', env: {PATH: process.env['PATH'] ?? '', LC_ALL: 'C', ...env()}})
  const json = async <T>(...argv: readonly string[]) => JSON.parse(String((await run(...argv, '--json')).stdout)) as T
  const call = (argv: readonly string[], more: Record<string, string> = {}) => {
    const screen = terminal([process.execPath, voicectl.bin, 'call', ...argv], {cwd: home, env: env(more)})
    open.push(screen)
    return screen
  }
  const spool = () => join(home, '.local/share/voicectl/spool')
  const kill = async () => {
    const [id] = spooledCalls(spool())
    const owner = readSpool(spool(), id!).findLast((event) => event.type === 'call.started' || event.type === 'call.resumed')!
    process.kill(owner.payload.process.pid, 'SIGKILL')
    return id!
  }

  it('is a conversation: one types, the other answers, until the bot says goodbye', async () => {
    const talk = call(['simulate', 'barber', '--now', '2026-03-11T10:30:00+03:00'])
    await talk.shows(/Чем помочь\?[\s\S]*You: $/)
    expect(talk.screen).to.match(/^You are the caller\. \/help lists what else a caller can do/)
    talk.type('хочу подстричься завтра в три\r')
    await talk.shows(/Как вас зовут\?[\s\S]*You: $/)
    talk.type('/state\r')
    await talk.shows(/service: accepted haircut[\s\S]*You: $/)
    talk.type('/jump\r')
    await talk.shows(/The caller cannot do "\/jump"\.\nYou: $/)
    talk.type('/help\r')
    await talk.shows(/\/hangup +hang up[\s\S]*You: $/)
    for (const [line, answer] of [
      ['/dtmf 1', /You: $/],
      ['анна', /телефон\?[\s\S]*You: $/],
      ['с этого номера', /пожелания\?[\s\S]*You: $/],
      ['нет', /верно\?[\s\S]*You: $/],
      ['да всё верно', /Записал, ждём вас!/],
    ] as const) {
      talk.type(`${line}\r`)
      await talk.shows(answer)
    }
    expect(await talk.ended).to.equal(0)
    expect(talk.screen).to.match(/Outcome: lead\. The record: `(?:\S+ )?\S+run\.js call show [0-9A-Z]{26}`\n$/)
    const [view] = await json<CallView[]>('call', 'list')
    expect(view).to.include({status: 'completed', outcome: 'lead', endReason: 'bot_hangup'})
  })

  it('ends with Ctrl-D as the caller hangs up', async () => {
    const talk = call(['simulate', 'barber'], {VOICECTL_LANG: 'ru'})
    await talk.shows(/Чем помочь\?[\s\S]*Вы: $/)
    talk.type('\u0004')
    expect(await talk.ended).to.equal(0)
    expect(talk.screen).to.contain('Абонент: [кладёт трубку]').and.contain('Исход: failed.')
    expect(readdirSync(spool())).to.deep.equal([])
  })

  it('ends with Ctrl-C as the caller hangs up, is stored, and exits with 130', async () => {
    const talk = call(['simulate', 'barber'])
    await talk.shows(/You: $/)
    talk.type('хочу подстричься\r')
    await talk.shows(/На какой день\?[\s\S]*You: $/)
    talk.type('\u0003')
    expect(await talk.ended).to.equal(130)
    expect(talk.screen).to.match(/Caller: \[hangs up\][\s\S]*The call is stored\. The record: `.*call show [0-9A-Z]{26}`\nCancelled\.\n$/)
    const [view] = await json<CallView[]>('call', 'list')
    expect(view).to.include({status: 'completed', endReason: 'caller_hangup', turnCount: 3})
    expect(readdirSync(spool())).to.deep.equal([])
  })

  it('ends as the caller hangs up when its terminal is closed', async () => {
    const talk = call(['simulate', 'barber'])
    await talk.shows(/You: $/)
    talk.type('хочу подстричься\r')
    await talk.shows(/На какой день\?[\s\S]*You: $/)
    talk.kill()
    while (readdirSync(spool()).length > 0) await new Promise((resolve) => setTimeout(resolve, 50))
    const [view] = await json<CallView[]>('call', 'list')
    expect(view).to.include({status: 'completed', endReason: 'caller_hangup', turnCount: 3})
  })

  it('ends with Ctrl-C and with Ctrl-D without waiting for the model', async function () {
    // Less than one wait for the model, for two calls.
    this.timeout(28_000)
    const double = await startOpenAiDouble()
    double.setFault({kind: 'black_hole'})
    const model = {
      VOICECTL_LLM_PROVIDER: 'openai',
      VOICECTL_LLM_BASE_URL: double.url,
      VOICECTL_LLM_MODEL: 'silent',
      VOICECTL_LLM_TURN_MS: '30000',
      VOICECTL_LLM_TIMEOUT_MS: '60000',
    }
    try {
      for (const [keys, exitCode] of [
        ['\u0003', 130],
        ['\u0004', 0],
      ] as const) {
        const talk = call(['simulate', 'barber', '--mode', 'assist'], model)
        await talk.shows(/You: $/)
        const asked = double.requests.filter(({path}) => path.endsWith('/chat/completions')).length
        talk.type('трам пам пам\r')
        while (double.requests.filter(({path}) => path.endsWith('/chat/completions')).length === asked)
          await new Promise((resolve) => setTimeout(resolve, 20))
        talk.type(keys)
        expect(await talk.ended, talk.screen).to.equal(exitCode)
        expect(talk.screen)
          .to.match(/Caller: \[hangs up\]/)
          .and.not.to.contain('Error')
        const [view] = await json<CallView[]>('call', 'list')
        expect(view).to.include({status: 'completed', endReason: 'caller_hangup'})
        expect(readdirSync(spool())).to.deep.equal([])
      }
    } finally {
      await double.close()
    }
  })

  it('whose process is killed goes on in another one', async () => {
    const talk = call(['simulate', 'barber', '--now', '2026-03-11T10:30:00+03:00'])
    await talk.shows(/You: $/)
    talk.type('хочу подстричься завтра в три\r')
    await talk.shows(/Как вас зовут\?[\s\S]*You: $/)
    const id = await kill()
    expect(await talk.ended).not.to.equal(0)
    const again = call(['resume'])
    await again.shows(/связь прервалась\. Как вас зовут\?[\s\S]*You: $/)
    again.type('анна\r')
    await again.shows(/телефон\?[\s\S]*You: $/)
    again.type('\u0004')
    expect(await again.ended).to.equal(0)
    const report = await json<CallReport>('call', 'show', id)
    expect(report.call).to.include({status: 'completed', endReason: 'caller_hangup'})
    expect(report.fields).to.include({service: 'haircut', date: '2026-03-12', time: '15:00', name: 'Анна'})
    expect(readdirSync(spool())).to.deep.equal([])
  })

  it('is left alone by every other process while it goes on', async () => {
    const talk = call(['simulate', 'barber'])
    await talk.shows(/You: $/)
    const [id] = spooledCalls(spool())
    expect(String((await run('call', 'resume', '--close')).stderr)).to.equal('Calls closed: 0.\n')
    expect(await run('call', 'resume', id!)).to.include({exitCode: 3})
    expect(await run('call', 'simulate', 'barber', '--say', 'алло')).to.include({exitCode: 0})
    expect((await json<CallReport>('call', 'show', id!)).call.status).to.equal('active')
    talk.type('хочу подстричься\r')
    await talk.shows(/На какой день\?[\s\S]*You: $/)
    talk.type('\u0004')
    expect(await talk.ended).to.equal(0)
    expect((await json<CallReport>('call', 'show', id!)).call).to.include({status: 'completed', endReason: 'caller_hangup'})
  })

  it('outlives its database: it ends, says where it waits, and is stored by the next start', async function () {
    if (postgresMissing) skipBecause(this, postgresMissing)
    const database = await migratedDatabase()
    const other = {VOICECTL_DATABASE_URL: database.url}
    const {default: postgres} = await import('postgres')
    const {pathname, searchParams, hostname, port, username, password} = new URL(database.url)
    const name = pathname.slice(1)
    const login = {username, ...(password && {password}), ...(port && {port: Number(port)})}
    const admin = postgres({...login, host: searchParams.get('host') ?? hostname, database: 'postgres', max: 1, onnotice: () => {}})
    try {
      const talk = call(['simulate', 'barber.yaml'], other)
      await talk.shows(/Чем помочь\?[\s\S]*You: $/)
      await admin.unsafe(`alter database ${name} allow_connections false`)
      await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`
      talk.type('хочу подстричься\r')
      await talk.shows(/На какой день\?[\s\S]*You: $/)
      talk.type('не звоните мне больше\r')
      expect(await talk.ended).to.equal(6)
      expect(talk.screen).to.match(/Error \(CALL_NOT_STORED\): Call [0-9A-Z]{26} is over, but it is not in the database yet\. \S/)
      expect(talk.screen).to.contain('Nothing is lost: it waits in ').and.contain(`${spool()}/`)
      const [id] = spooledCalls(spool())

      await admin.unsafe(`alter database ${name} allow_connections true`)
      const next = await voicectl.run(['call', 'simulate', 'barber', '--say', 'алло'], {cwd: home, env: {...env(other), LC_ALL: 'C'}})
      expect(next.exitCode).to.equal(0)
      const shown = await voicectl.run(['call', 'show', id!, '--json'], {cwd: home, env: {...env(other), LC_ALL: 'C'}})
      const {call: stored} = JSON.parse(String(shown.stdout)) as CallReport
      expect(stored).to.include({id, status: 'completed', outcome: 'do_not_call', turnCount: 3})
      expect(readdirSync(spool())).to.deep.equal([])
    } finally {
      await admin.end({timeout: 1})
      await database.drop()
    }
  })

  it('takes its lines from elsewhere under --json', async () => {
    const talk = call(['simulate', 'barber', '--json'])
    expect(await talk.ended).to.equal(2)
    expect(JSON.parse(talk.screen).error.code).to.equal('CALLER_MISSING')
  })
})
