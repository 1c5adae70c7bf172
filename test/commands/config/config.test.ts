import {execFileSync} from 'node:child_process'
import {mkdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {cli} from '../../helpers/cli.ts'
import {skipBecause} from '../../helpers/skip.ts'

describe('config', () => {
  const voicectl = cli()
  const project = () => voicectl.path('voicectl.yaml')
  const userFile = () => voicectl.path('.config/voicectl/config.yaml')
  beforeEach(() => writeFileSync(project(), '# Our salon\ncompany: salon # do not rename\n\nllm:\n# the model is chosen by doctor\n'))
  afterEach(() => {
    for (const name of ['voicectl.yaml', '.config', '.data']) rmSync(voicectl.path(name), {recursive: true, force: true})
  })

  it('shows its commands when called alone', async () => {
    const {stdout, exitCode} = await voicectl.run(['config'])
    expect(stdout).to.contain('config list')
    expect(exitCode).to.equal(0)
  })

  it('suggests the command of the topic that was meant', async () => {
    const {stderr, exitCode} = await voicectl.run(['config', 'sett', 'company', 'x'])
    expect(stderr).to.contain('There is no command "config sett".').and.to.contain('Did you mean `voicectl config set`?')
    expect(exitCode).to.equal(2)
  })

  it('lists every key with its value and, when asked, its origin', async () => {
    const {stdout} = await voicectl.run(['config', 'list', '--show-origin'])
    expect(stdout.split('\n')[0]).to.equal('KEY\tVALUE\tORIGIN')
    expect(stdout).to.contain(`company\tsalon\t${project()}:2`)
    expect(stdout).to.contain('timezone\tEurope/Moscow\tdefault')
  })

  it('prints lists as json, yaml and csv', async () => {
    const json = await voicectl.run(['config', 'list', '-o', 'json'])
    expect(json.json<object[]>()[0]).to.deep.equal({key: 'company', value: 'salon', origin: `${project()}:2`})
    expect((await voicectl.run(['config', 'list', '-o', 'yaml'])).stdout).to.contain('- key: company\n  value: salon\n')
    expect((await voicectl.run(['config', 'list', '-o', 'csv'])).stdout).to.contain('KEY,VALUE\ncompany,salon\n')
  })

  it('edits the project file in place, comments included', async () => {
    const {stderr} = await voicectl.run(['config', 'set', 'company', 'clinic'])
    expect(stderr).to.equal(`company is stored in ${project()}.\n`)
    await voicectl.run(['config', 'set', 'llm.timeoutMs', '900'])
    expect(readFileSync(project(), 'utf8')).to.equal(
      '# Our salon\ncompany: clinic # do not rename\n\nllm:\n  timeoutMs: 900\n  # the model is chosen by doctor\n',
    )
    await voicectl.run(['config', 'unset', 'llm.timeoutMs'])
    expect(readFileSync(project(), 'utf8')).not.to.contain('timeoutMs')
  })

  it('says nothing with --quiet, and only data with --json', async () => {
    expect(await voicectl.run(['config', 'set', 'company', 'clinic', '-q'])).to.include({stdout: '', stderr: '', exitCode: 0})
    const {stdout, stderr} = await voicectl.run(['--json', 'config', 'set', 'company', 'salon'])
    expect(JSON.parse(stdout)).to.deep.equal({key: 'company', file: project()})
    expect(stderr).to.equal('')
  })

  it('writes to the profile with --user and says when something else wins', async () => {
    const {stderr} = await voicectl.run(['config', 'set', 'company', 'mine', '--user'])
    expect(stderr).to.contain(`It has no effect: ${project()}:2 wins.`)
    expect(readFileSync(userFile(), 'utf8')).to.equal('profiles:\n  default:\n    company: mine\n')
  })

  it('keeps a typed relative path relative to the project', async () => {
    mkdirSync(voicectl.path('deep'), {recursive: true})
    await voicectl.run(['config', 'set', 'prompt.baseFile', './base.txt'])
    expect(readFileSync(project(), 'utf8')).to.contain('baseFile: base.txt')
  })

  it('refuses a value that the schema refuses and leaves the file alone', async () => {
    const before = readFileSync(project(), 'utf8')
    const {stderr, exitCode} = await voicectl.run(['config', 'set', 'llm.timeoutMs', '5'])
    expect(stderr).to.contain('llm.timeoutMs must be at least 100, not 5.')
    expect(exitCode).to.equal(2)
    expect(readFileSync(project(), 'utf8')).to.equal(before)
  })

  it('can mend a configuration that nothing else accepts', async () => {
    writeFileSync(project(), 'companny: x\n')
    expect((await voicectl.run(['config', 'list'])).stderr).to.contain('Did you mean company?')
    expect((await voicectl.run(['config', 'unset', 'companny'])).exitCode).to.equal(0)
    expect((await voicectl.run(['config', 'list'])).exitCode).to.equal(0)
  })

  it('does not wait for a pipe that stands in place of a file', async function () {
    if (process.platform === 'win32') skipBecause(this, 'Windows has no such modes and signals')
    rmSync(project())
    execFileSync('mkfifo', [project()])
    const {stderr, exitCode} = await voicectl.run(['company', 'list'])
    expect(stderr).to.contain(`${project()} is not a file.`)
    expect(exitCode).to.equal(2)
  })

  it('tells an unset key from an unknown one', async () => {
    expect((await voicectl.run(['config', 'get', 'llm.model'])).exitCode).to.equal(3)
    const unknown = await voicectl.run(['config', 'get', 'llm.modle', '--json'])
    expect(unknown.json()).to.deep.equal({
      error: {code: 'UNKNOWN_KEY', message: '"llm.modle" is not a configuration key.', hint: 'Did you mean llm.model?'},
    })
    expect((await voicectl.run(['config', 'unset', 'llm.model'])).exitCode).to.equal(3)
    for (const [key, file] of [
      ['llm.model', 'config.yaml'],
      ['llm.apiKey', 'secrets.yaml'],
    ] as const)
      expect((await voicectl.run(['config', 'unset', key, '--user'])).stderr, key).to.contain(
        `${key} is not set in ${voicectl.path(`.config/voicectl/${file}`)}.`,
      )
  })

  it('keeps profiles apart', async () => {
    rmSync(project())
    expect((await voicectl.run(['config', 'use', 'staging'])).exitCode).to.equal(3)
    await voicectl.run(['config', 'use', 'staging', '--create'])
    await voicectl.run(['config', 'set', 'company', 'two'])
    expect((await voicectl.run(['config', 'get', 'company'])).stdout).to.equal('two\n')
    expect((await voicectl.run(['config', 'get', 'company', '--profile', 'default'])).stdout).to.equal('default\n')
    expect((await voicectl.run(['--profile', 'default', 'config', 'profiles', '-o', 'json'])).json()).to.deep.equal([
      {profile: 'default', active: true},
      {profile: 'staging', active: false},
    ])
    expect((await voicectl.run(['config', 'use', 'Bad Name', '--create'])).stderr).to.contain('cannot be the name of a profile')
  })

  it('shows where everything is', async () => {
    const paths = (await voicectl.run(['config', 'path', '--json'])).json<{what: string; path: string; exists: boolean}[]>()
    expect(paths[0]).to.deep.equal({what: 'project', path: project(), exists: true})
    expect(paths.map(({what}) => what)).to.deep.equal(['project', 'user', 'secrets', 'data', 'spool'])
  })

  it('shows where the data really is, and the files also when they are broken', async () => {
    const data = async (url: string) => {
      const {json} = await voicectl.run(['config', 'path', '--json'], {VOICECTL_DATABASE_URL: url})
      return json<{what: string; path: string; exists: boolean | null}[]>().slice(3)
    }
    expect(await data('sqlite:elsewhere/bots.db')).to.deep.equal([
      {what: 'data', path: voicectl.path('elsewhere'), exists: false},
      {what: 'spool', path: voicectl.path('elsewhere/spool'), exists: false},
    ])
    const [server] = await data('postgres://bot:hidden-password@db/bots')
    expect(server).to.deep.equal({what: 'data', path: 'postgres://bot:••••@db/bots', exists: null})
    const broken = await voicectl.run(['config', 'path', '--json'], {VOICECTL_TIMEZONE: 'Moon/Base'})
    expect(broken.json<object[]>()).to.have.length(3)
    expect(broken.stderr).to.contain('timezone must be')
    expect(broken.exitCode).to.equal(0)
  })

  it('says that a variable wins over the profile that was just chosen', async () => {
    await voicectl.run(['config', 'use', 'x', '--create'])
    const used = (profile: string) => voicectl.run(['config', 'use', 'x', '-q'], {VOICECTL_PROFILE: profile})
    expect((await used('default')).stderr).to.contain('VOICECTL_PROFILE is default and wins')
    expect((await used('x')).stderr).to.equal('')
    await voicectl.run(['config', 'use', 'default'])
  })

  it('takes a secret only where nobody sees it', async () => {
    const argument = await voicectl.run(['config', 'set', 'llm.apiKey', 'marker-secret'])
    expect(argument.stderr).to.contain('SECRET_ON_COMMAND_LINE').and.to.contain('--stdin').and.not.to.contain('marker-secret')
    expect(argument.exitCode).to.equal(2)
    const url = await voicectl.run(['config', 'set', 'database.url', 'postgres://bot:marker-secret@db/voicectl'])
    expect(url.stderr).to.contain('SECRET_ON_COMMAND_LINE').and.not.to.contain('marker-secret')
  })

  it('knows a password in an address whatever it is made of', async () => {
    for (const password of ['S3"CRET', "S3'CRET", 'S3<CRET', 'S3 CRET']) {
      const {stderr, exitCode} = await voicectl.run(['config', 'set', 'database.url', `postgres://bot:${password}@db/calls`])
      expect(stderr).to.contain('SECRET_ON_COMMAND_LINE').and.not.to.contain('S3')
      expect(exitCode).to.equal(2)
      const listed = await voicectl.run(['config', 'get', 'database.url'], {VOICECTL_DATABASE_URL: `postgres://bot:${password}@db/calls`})
      expect(listed.stdout + listed.stderr)
        .to.contain('postgres://bot:••••@db/calls')
        .and.not.to.contain('S3')
    }
  })

  it('does not quote what was piped in, or came from a file of secrets', async () => {
    for (const value of ['hunter2pw', 'postgresql:bot:hunter2pw@db/calls', 'postgres:/bot:hunter2pw@db']) {
      writeFileSync(voicectl.path('password'), value, {mode: 0o600})
      const named = await voicectl.run(['company', 'list'], {VOICECTL_DATABASE_URL_FILE: voicectl.path('password')})
      expect(named.stderr).to.contain('not •••• (VOICECTL_DATABASE_URL_FILE)').and.not.to.contain('hunter2pw')
      mkdirSync(voicectl.path('.config/voicectl'), {recursive: true, mode: 0o700})
      writeFileSync(voicectl.path('.config/voicectl/secrets.yaml'), `profiles: {default: {database: {url: "${value}"}}}`, {mode: 0o600})
      const stored = await voicectl.run(['company', 'list', '--json'])
      expect(stored.stdout).to.contain('CONFIG_INVALID').and.not.to.contain('hunter2pw')
      rmSync(voicectl.path('.config'), {recursive: true})
    }
    const typed = await voicectl.run(['company', 'list'], {VOICECTL_DATABASE_URL: 'postgresql:bot:hunter2pw@db/calls'})
    expect(typed.stderr).to.contain('CONFIG_INVALID').and.not.to.contain('hunter2pw')
  })

  it('refuses a password in the project file, and a login in the address of a model', async () => {
    writeFileSync(project(), 'database:\n  url: postgres://bot:hunter2pw@db/calls\n')
    const {stderr, exitCode} = await voicectl.run(['company', 'list'])
    expect(stderr).to.contain(`${project()}:2: database.url holds a password`).and.to.contain('config set database.url --stdin')
    expect(stderr).not.to.contain('hunter2pw')
    expect(exitCode).to.equal(2)
    rmSync(project())
    const model = await voicectl.run(['config', 'set', 'llm.baseUrl', 'http://bot:hunter2pw@llm.internal/v1'])
    expect(model.stderr).to.contain('without a login').and.not.to.contain('hunter2pw')
    expect(model.exitCode).to.equal(2)
  })

  it('suggests the time zone that was meant, typed or in a file', async () => {
    const typed = await voicectl.run(['config', 'set', 'timezone', 'Asia/Yekaterinbrug'])
    expect(typed.stderr).to.contain('"Asia/Yekaterinbrug"').and.to.contain('Did you mean Asia/Yekaterinburg?')
    expect(typed.exitCode).to.equal(2)
    writeFileSync(project(), 'timezone: Europe/Yekaterinburg\n')
    expect((await voicectl.run(['company', 'list'])).stderr).to.contain('Did you mean Asia/Yekaterinburg?')
    writeFileSync(project(), '')
    const company = await voicectl.run(['company', 'create', 'ural', '--timezone', 'Asia/Yekaterinbrug'])
    expect(company.stderr).to.contain('TIMEZONE_UNKNOWN').and.to.contain('Did you mean Asia/Yekaterinburg?')
  })

  it('takes the key and the value as two words', async () => {
    const joined = await voicectl.run(['config', 'set', 'llm.model=llama'])
    expect(joined.stderr).to.contain('The key and its value are two words').and.to.contain('`voicectl config set llm.model VALUE`')
    const secret = await voicectl.run(['config', 'set', 'llm.apiKey=marker-secret'])
    expect(secret.stderr).to.contain('SECRET_ON_COMMAND_LINE').and.to.contain('--stdin').and.not.to.contain('marker-secret')
  })

  it('keeps a plain database address where it is told to', async () => {
    await voicectl.run(['config', 'set', 'database.url', 'postgres://db.internal/voicectl'])
    expect(readFileSync(project(), 'utf8')).to.contain('url: postgres://db.internal/voicectl')
  })

  it('keeps the mode of a file it rewrites', async function () {
    if (process.platform === 'win32') skipBecause(this, 'Windows has no such modes and signals')
    rmSync(project())
    writeFileSync(project(), 'company: a\n', {mode: 0o600})
    await voicectl.run(['config', 'set', 'company', 'b'])
    expect(statSync(project()).mode & 0o777).to.equal(0o600)
  })
})
