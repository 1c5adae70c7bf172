import {spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {stripVTControlCharacters} from 'node:util'
import {expect} from 'chai'
import {newId} from '../../src/ids.ts'
import {openStore} from '../../src/store/open-store.ts'
import {builtCli} from '../helpers/built-cli.ts'
import {skipBecause} from '../helpers/skip.ts'

/** `script` of util-linux gives a command a terminal; elsewhere it has other flags or is missing. */
const hasTerminal = process.platform === 'linux' && String(spawnSync('script', ['--version']).stdout).includes('util-linux')

describe('a question', () => {
  const voicectl = builtCli()
  let home = ''
  before(function () {
    if (!hasTerminal) skipBecause(this, 'there is no `script` of util-linux to give a command a terminal')
  })
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'voicectl-home-'))
  })
  afterEach(() => rmSync(home, {recursive: true, force: true}))

  /** Runs a command on a terminal; `answers` are typed one by one when their question appears. */
  const talk = async (argv: readonly string[], answers: readonly (readonly [RegExp, string])[], env: Record<string, string> = {}) => {
    const line = [process.execPath, voicectl.bin, ...argv].map((word) => `'${word}'`).join(' ')
    const child = spawn('script', ['-qec', line, '/dev/null'], {
      cwd: home,
      env: {PATH: process.env['PATH'] ?? '', HOME: home, LC_ALL: 'C.UTF-8', TERM: 'xterm', SHELL: '/bin/sh', ...env},
    })
    let screen = ''
    const left = [...answers]
    child.stdout.on('data', (chunk) => {
      screen += stripVTControlCharacters(String(chunk))
      const [next] = left
      if (!next?.[0].test(screen)) return
      left.shift()
      // The question is on the screen a moment before it listens.
      setTimeout(() => child.stdin.write(next[1]), 100)
    })
    const [exitCode] = (await once(child, 'close')) as [number]
    return {screen, exitCode, unanswered: left.length}
  }

  it('for a secret does not show what is typed', async () => {
    const {screen, exitCode} = await talk(['config', 'set', 'llm.apiKey'], [[/Value of llm\.apiKey/, 'typed-secret\r']])
    expect(screen).to.contain('is stored in').and.not.to.contain('typed-secret')
    expect(readFileSync(join(home, '.config/voicectl/secrets.yaml'), 'utf8')).to.contain('apiKey: typed-secret')
    expect(exitCode).to.equal(0)
  })

  it('for a secret has no key that shows it, nor its length', async () => {
    const {screen} = await talk(['config', 'set', 'llm.apiKey'], [[/not shown/, 'typed-\u0014secret\r']])
    expect(screen)
      .to.contain('is stored in')
      .and.not.to.match(/typed-|secret\r|\*{4}|ctrl\+t/)
  })

  it('for a secret takes the place of --stdin, which a terminal would show', async () => {
    const {screen, exitCode} = await talk(['config', 'set', 'llm.apiKey', '--stdin'], [[/Value of llm\.apiKey/, 'typed-secret\r']])
    expect(screen).to.contain('is stored in').and.not.to.contain('typed-secret')
    expect(exitCode).to.equal(0)
    for (const env of [{CI: '1'}, {}] as Record<string, string>[]) {
      const refused = await talk(['config', 'set', 'llm.apiKey', '--stdin', ...('CI' in env ? [] : ['--json'])], [], env)
      expect(refused.screen).to.contain('TERMINAL_SHOWS')
      expect(refused.exitCode).to.equal(2)
    }
  })

  it('for the address of a database hides the password in it, also with db copy', async () => {
    const url = 'postgres://bot:typed-secret@127.0.0.1:1/bots'
    const given = await talk(['config', 'set', 'database.url', url], [])
    expect(given.screen).to.contain('leave the value out: the question is hidden')
    const {screen, exitCode} = await talk(['config', 'set', 'database.url'], [[/Value of database\.url/, `${url}\r`]])
    expect(screen).to.contain('is stored in').and.not.to.contain('typed-secret')
    expect(exitCode).to.equal(0)
    expect(readFileSync(join(home, '.config/voicectl/secrets.yaml'), 'utf8')).to.contain(url)
    const copied = await talk(['db', 'copy', '--to', '-'], [[/The address of the database/, `${url}\r`]], {
      VOICECTL_DATABASE_URL: 'sqlite:bots.db',
    })
    expect(copied.screen).to.contain('(hidden)').and.not.to.contain('typed-secret')
  })

  it('is cancelled with Ctrl-D, which ends the input', async () => {
    const {screen, exitCode} = await talk(['config', 'set', 'llm.apiKey'], [[/Value of llm\.apiKey/, '\u0004']])
    expect(screen)
      .to.match(/Cancelled\.\s*$/)
      .and.not.to.contain('Warning')
    expect(exitCode).to.equal(130)
  })

  it('speaks Russian down to its own words', async () => {
    const {screen} = await talk(
      ['init', 'bot'],
      [
        [/Название компании/, '\u001B\r'],
        [/перейти • ⏎ выбрать/, '\u0003'],
      ],
      {VOICECTL_LANG: 'ru'},
    )
    expect(screen).not.to.match(/navigate|select/)
  })

  it('shows the starters with what each bot does, in the language of the reader, whatever the bot speaks', async () => {
    const steps = (name: RegExp, language: RegExp, template: RegExp): readonly (readonly [RegExp, string])[] => [
      [name, '\r'],
      [language, '\r'],
      [template, '\u0003'],
    ]
    const russian = await talk(['init', 'bot'], steps(/Название компании/, /На каком языке/, /Начать с шаблона/), {VOICECTL_LANG: 'ru'})
    expect(russian.screen).to.match(/salon — отвечает на звонки[^]*clinic — [^]*debt-reminder — звонит должникам/)
    const other = await talk(
      ['init', 'bot', '--lang', 'ru'],
      [
        [/Name of the company/, '\r'],
        [/Start from/, '\u0003'],
      ],
    )
    expect(other.screen).to.match(/salon — takes calls[^]*survey — rings customers up/)
  })

  it('is not the only thing on a terminal: what a skillbase or a company is called cannot control it', async () => {
    const store = await openStore({url: `sqlite:${join(home, 'bots.db')}`})
    const [first] = await store.companies.list()
    await store.companies.create({...first!, id: newId(), slug: 'forged', name: 'A\u001B]0;title\u0007B'})
    await store.close()
    const env = {
      HOME: home,
      PATH: process.env['PATH'] ?? '',
      LC_ALL: 'C.UTF-8',
      TERM: 'xterm',
      VOICECTL_DATABASE_URL: `sqlite:${join(home, 'bots.db')}`,
    }
    const line = `'${process.execPath}' '${voicectl.bin}' company show forged`
    const {stdout} = spawnSync('script', ['-qec', line, '/dev/null'], {cwd: home, env, encoding: 'utf8'})
    expect(stdout)
      .to.contain(String.raw`A\x1b]0;title\x07B`)
      .and.not.to.contain('\u001B]')
  })

  it('is cancelled with Ctrl-C', async () => {
    const {screen, exitCode} = await talk(['config', 'set', 'llm.apiKey'], [[/Value of llm\.apiKey/, '\u0003']])
    expect(screen).to.match(/Cancelled\.\s*$/)
    expect(exitCode).to.equal(130)
  })

  it('is in the language of the messages', async () => {
    const {screen} = await talk(['config', 'set', 'llm.apiKey'], [[/Значение llm\.apiKey/, '\u0003']], {VOICECTL_LANG: 'ru'})
    expect(screen).to.contain('Отменено.')
  })

  it('is not asked in CI or under --json, terminal or not', async () => {
    expect(await talk(['config', 'set', 'llm.apiKey'], [], {CI: 'true'})).to.include({exitCode: 2})
    const none = await talk(['config', 'set', 'llm.apiKey'], [[/Value of llm\.apiKey/, 'typed-secret\r']], {CI: 'false'})
    expect(none).to.include({exitCode: 0, unanswered: 0})
    const inCi = await talk(['init', 'bot'], [], {CI: 'true'})
    expect(inCi).to.include({exitCode: 2})
    expect(inCi.screen).to.contain('CI is set in the environment, so nothing is asked.')
    const forJson = await talk(['init', 'bot', '--json'], [])
    expect(forJson).to.include({exitCode: 2})
    expect(forJson.screen).to.contain('With `--json` nothing is asked.')
  })
})
