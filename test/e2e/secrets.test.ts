import {chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {expect} from 'chai'
import {builtCli} from '../helpers/built-cli.ts'
import {skipBecause} from '../helpers/skip.ts'

const marker = 'marker-secret-7f3a'

describe('a secret', () => {
  const voicectl = builtCli()
  let home = ''
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'voicectl-home-'))
  })
  afterEach(() => rmSync(home, {recursive: true, force: true}))

  const write = (name: string, text: string, mode = 0o600) => {
    mkdirSync(dirname(join(home, name)), {recursive: true})
    writeFileSync(join(home, name), text, {mode})
  }
  const run = async (argv: readonly string[], env: Record<string, string> = {}, input = '', folder = '.') => {
    const {stdout, stderr, exitCode} = await voicectl.run(argv, {
      extendEnv: false,
      cwd: join(home, folder),
      input,
      env: {PATH: process.env['PATH'] ?? '', HOME: home, LC_ALL: 'C', DEBUG: 'voicectl', ...env},
    })
    return {text: `${String(stdout)}${String(stderr)}`, exitCode}
  }

  const databaseUrl = `postgres://bot:${marker}@127.0.0.1:1/voicectl`
  const places: readonly (readonly [string, () => Record<string, string>])[] = [
    ['VOICECTL_LLM_API_KEY', () => ({VOICECTL_LLM_API_KEY: marker})],
    ['the vendor’s own variable', () => ({GROQ_API_KEY: marker})],
    ['a file that a variable names', () => (write('key', marker), {VOICECTL_LLM_API_KEY_FILE: join(home, 'key')})],
    ['the secrets file', () => (write('.config/voicectl/secrets.yaml', `profiles: {default: {llm: {apiKey: ${marker}}}}`), {})],
    ['a broken secrets file', () => (write('.config/voicectl/secrets.yaml', `profiles: {default: {llm: {apiKey: *${marker}`), {})],
    ['a key of the wrong type', () => (write('.config/voicectl/secrets.yaml', `profiles: {default: {llm: {apiKey: [${marker}]}}}`), {})],
    ['the place of a key', () => (write('.config/voicectl/secrets.yaml', `profiles:\n  default:\n    llm:\n      ${marker}: x\n`), {})],
    ['the place of a group', () => (write('.config/voicectl/secrets.yaml', `profiles:\n  default:\n    ${marker}:\n      x: y\n`), {})],
    ['the place of a profile', () => (write('.config/voicectl/secrets.yaml', `profiles:\n  ${marker}: x\n`), {})],
    ['the top of the secrets file', () => (write('.config/voicectl/secrets.yaml', `llm:\n  ${marker}: x\n`), {})],
    ['the project file, where it does not belong', () => (write('voicectl.yaml', `llm:\n  apiKey: ${marker}\n`), {})],
    ['a database address', () => ({VOICECTL_DATABASE_URL: databaseUrl})],
    ['a database address in the project file', () => (write('voicectl.yaml', `database:\n  url: ${databaseUrl}\n`), {})],
    ['a database address of the wrong kind', () => ({VOICECTL_DATABASE_URL: databaseUrl.replace('postgres', 'mysql')})],
    ['an address with a bad value beside it', () => ({VOICECTL_DATABASE_URL: databaseUrl, VOICECTL_LLM_TIMEOUT_MS: 'soon'})],
    ['a key with a bad value beside it', () => ({VOICECTL_LLM_API_KEY: marker, VOICECTL_COMPANY: `Bad ${marker}`})],
  ]
  const commands: readonly (readonly string[])[] = [
    ['config', 'list', '--show-origin'],
    ['config', 'list', '-o', 'json'],
    ['config', 'get', 'llm.apiKey'],
    ['config', 'get', 'database.url', '--json'],
    ['config', 'set', 'timezone', 'nowhere'],
    ['company', 'list'],
    ['doctor'],
    ['doctor', '--json'],
  ]
  for (const [place, prepare] of places) {
    it(`is never printed when it stands in ${place}`, async () => {
      const env = prepare()
      const told = await Promise.all(commands.map((argv) => run(argv, env)))
      for (const {text} of told) expect(text).to.match(/\S/).and.not.to.contain(marker)
    })
  }

  it('is never printed when it is typed where it should not be', async () => {
    const lines = [
      ['config', 'set', 'llm.apiKey', marker],
      ['config', 'set', 'llm.apiKey', 'Bearer', marker],
      ['config', 'set', `llm.apiKey=${marker}`],
      ['config', 'get', `llm.apiKey=${marker}`, '--json'],
      ['config', 'list', `--llm.apiKey=${marker}`],
      ['config', 'set', 'database.url', databaseUrl],
      ['db', 'copy', '--to', databaseUrl],
    ]
    for (const argv of lines) {
      const {text, exitCode} = await run(argv)
      expect(text, argv.join(' ')).not.to.contain(marker)
      expect(exitCode, argv.join(' ')).to.equal(2)
    }
  })

  it('does not damage a result that happens to say the same word', async () => {
    for (const name of ['default', 'ollama', 'ollama.internal']) {
      const env = {VOICECTL_LLM_API_KEY: name, VOICECTL_LLM_BASE_URL: 'http://ollama.internal:11434/v1'}
      expect((await run(['config', 'get', 'llm.baseUrl'], env)).text).to.equal('http://ollama.internal:11434/v1\n')
      expect((await run(['company', 'list', '--json'], env)).text).to.contain('"slug": "default"')
    }
  })

  it('is stored from stdin, in a file and a folder that only the owner enters', async () => {
    const stored = await run(['config', 'set', 'llm.apiKey', '--stdin'], {}, `${marker}\n`)
    expect(stored).to.include({exitCode: 0})
    expect(stored.text).not.to.contain(marker)
    const file = join(home, '.config/voicectl/secrets.yaml')
    expect(readFileSync(file, 'utf8')).to.contain(`apiKey: ${marker}\n`)
    if (process.platform !== 'win32') {
      expect(statSync(file).mode & 0o777).to.equal(0o600)
      expect(statSync(dirname(file)).mode & 0o777).to.equal(0o700)
    }
    expect((await run(['config', 'get', 'llm.apiKey'])).text).to.equal('••••\n')
  })

  it('is taken in an address from stdin, and reaches the server', async () => {
    const {text, exitCode} = await run(['db', 'copy', '--to', '-'], {}, `${databaseUrl}\n`)
    expect(text)
      .to.match(/DATABASE_UNAVAILABLE|DATABASE_AUTH/)
      .and.not.to.contain(marker)
    expect([5, 6]).to.include(exitCode)
    expect((await run(['db', 'copy', '--to', '-'])).text).to.contain('no address of a database on stdin')
  })

  it('is text: bytes that are none are refused, and nothing is stored', async () => {
    const {stderr, exitCode} = await voicectl.run(['config', 'set', 'llm.apiKey', '--stdin'], {
      cwd: home,
      input: Buffer.from([0xff, 0xfe, 0x41]),
      env: {HOME: home, LC_ALL: 'C'},
    })
    expect(stderr).to.contain('llm.apiKey must be text in UTF-8')
    expect(exitCode).to.equal(2)
    expect(existsSync(join(home, '.config/voicectl/secrets.yaml'))).to.equal(false)
  })

  it('with the address of a database is for the project it was given in, and the others hear nothing of it', async () => {
    for (const project of ['one', 'two']) write(`${project}/voicectl.yaml`, '')
    const [one, secrets] = [join(home, 'one'), join(home, '.config/voicectl/secrets.yaml')]
    const set = (folder: string, argv: readonly string[], env = {}, url = databaseUrl) =>
      run(['config', 'set', ...argv, '--stdin'], env, url, folder)
    const inForce = async (folder: string) => JSON.parse((await run(['config', 'get', 'database.url', '--json'], {}, '', folder)).text)

    expect((await set('one', ['database.url'])).text)
      .to.contain(`It holds for the project ${one} only`)
      .and.to.contain('--user')
    expect((await set('one', ['database.url'], {LC_ALL: 'ru_RU.UTF-8'})).text).to.contain(`только в проекте ${one}`)
    const {value, origin} = await inForce('one')
    expect(value).to.equal('postgres://bot:••••@127.0.0.1:1/voicectl')
    expect(origin).to.contain(`profile default, project ${one}, ${secrets}:`)
    expect(await inForce('two')).to.include({value: `sqlite:${join(home, 'two/.voicectl/voicectl.db')}`, origin: 'default'})

    expect((await set('two', ['llm.apiKey'])).text).to.contain('It holds for every project')
    expect((await set('two', ['database.url', '--user'])).text).not.to.contain('It holds')
    expect((await inForce('two')).origin).to.contain(`profile default, ${secrets}:`)
    expect((await set('one', ['database.url', '--user'], {}, `${databaseUrl}2`)).text)
      .to.contain('It has no effect')
      .and.to.contain(`project ${one}`)
  })

  it('is stored per profile, never in a project', async () => {
    write('voicectl.yaml', 'company: a\n')
    expect(await run(['config', 'set', 'database.url', '--stdin', '--project'], {}, databaseUrl)).to.include({exitCode: 2})
    expect((await run(['config', 'set', 'database.url', '--stdin'], {}, databaseUrl)).exitCode).to.equal(0)
    expect(readFileSync(join(home, 'voicectl.yaml'), 'utf8')).to.equal('company: a\n')
    expect((await run(['config', 'get', 'database.url'])).text).to.equal('postgres://bot:••••@127.0.0.1:1/voicectl\n')
  })

  it('is not read from a file that others can read', async function () {
    if (process.platform === 'win32') skipBecause(this, 'Windows has no such modes and signals')
    write('.config/voicectl/secrets.yaml', `profiles: {default: {llm: {apiKey: ${marker}}}}`)
    chmodSync(join(home, '.config/voicectl/secrets.yaml'), 0o644)
    const {text, exitCode} = await run(['config', 'list'])
    expect(exitCode).to.equal(5)
    expect(text).to.contain('chmod 600').and.not.to.contain(marker)
  })
})
