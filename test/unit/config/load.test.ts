import {chmodSync} from 'node:fs'
import {expect} from 'chai'
import {llmConfigured} from '../../../src/config/llm.ts'
import {loadConfig, type LoadInput} from '../../../src/config/load.ts'
import type {AppError} from '../../../src/errors.ts'
import {rejection, tempDir} from '../../helpers/temp-dir.ts'
import {skipBecause} from '../../helpers/skip.ts'

describe('loadConfig', () => {
  const temp = tempDir()
  const load = (env: Record<string, string> = {}, flags: LoadInput['flags'] = {}) =>
    loadConfig({flags, env, cwd: temp.path('project', 'deep'), configDir: temp.path('config'), dataDir: temp.path('data')})
  const failure = async (env: Record<string, string> = {}) => (await rejection(load(env))) as AppError

  it('works without any file', async () => {
    const {values, origins} = await load()
    expect(values).to.deep.include({company: 'default', timezone: 'Europe/Moscow', dialogue: {mode: 'auto'}})
    expect(values.database.url).to.equal(`sqlite:${temp.path('data', 'voicectl.db')}`)
    expect(values.spool.dir).to.equal(temp.path('data', 'spool'))
    expect(origins.company.where).to.equal('default')
  })

  it('lets flags win over the environment, the project, the profile and the default', async () => {
    temp.write('config/config.yaml', 'profiles:\n  default:\n    company: from-profile\n')
    expect((await load()).values.company).to.equal('from-profile')
    const project = temp.write('project/voicectl.yaml', '# ours\ncompany: from-project\n')
    const fromProject = await load()
    expect(fromProject.values.company).to.equal('from-project')
    expect(fromProject.origins.company.where).to.equal(`${project}:2`)
    expect((await load({VOICECTL_COMPANY: 'from-env'})).values.company).to.equal('from-env')
    const fromFlag = await load({VOICECTL_COMPANY: 'from-env'}, {company: 'from-flag'})
    expect(fromFlag.values.company).to.equal('from-flag')
    expect(fromFlag.origins.company.where).to.equal('--company')
  })

  it('tells the variable, not the flag, when the parser filled a flag from the environment', async () => {
    const {origins} = await load({VOICECTL_COMPANY: 'acme'}, {company: 'acme'})
    expect(origins.company.where).to.equal('VOICECTL_COMPANY')
  })

  it('keeps the data of a project in the project', async () => {
    temp.write('project/voicectl.yaml', '')
    const {values} = await load()
    expect(values.database.url).to.equal(`sqlite:${temp.path('project', '.voicectl', 'voicectl.db')}`)
    expect(values.spool.dir).to.equal(temp.path('project', '.voicectl', 'spool'))
  })

  it('counts relative paths from whoever names them', async () => {
    temp.write('project/voicectl.yaml', 'database:\n  url: sqlite:db/a.db\nprompt:\n  baseFile: base.txt\n')
    const {values} = await load()
    expect(values.database.url).to.equal(`sqlite:${temp.path('project', 'db', 'a.db')}`)
    expect(values.spool.dir).to.equal(temp.path('project', 'db', 'spool'))
    expect(values.prompt.baseFile).to.equal(temp.path('project', 'base.txt'))
    expect((await load({VOICECTL_DATABASE_URL: 'sqlite:b.db'})).values.database.url).to.equal(
      `sqlite:${temp.path('project', 'deep', 'b.db')}`,
    )
  })

  it('reads numbers from the environment', async () => {
    expect((await load({VOICECTL_LLM_TIMEOUT_MS: '900'})).values.llm.timeoutMs).to.equal(900)
    expect((await failure({VOICECTL_LLM_TIMEOUT_MS: 'soon'})).message).to.equal(
      'llm.timeoutMs must be a number, not "soon" (VOICECTL_LLM_TIMEOUT_MS).',
    )
  })

  it('reads a secret from the file that a variable names', async () => {
    const path = temp.write('mounted/key', 'mounted-secret\n')
    const {values, origins} = await load({VOICECTL_LLM_API_KEY_FILE: path})
    expect(values.llm.apiKey?.reveal()).to.equal('mounted-secret')
    expect(origins['llm.apiKey'].where).to.equal('VOICECTL_LLM_API_KEY_FILE')
    expect(await failure({VOICECTL_LLM_API_KEY_FILE: '/nowhere'})).to.include({code: 'CONFIG_UNREADABLE', exitCode: 2})
    expect(await failure({VOICECTL_LLM_API_KEY_FILE: path, VOICECTL_LLM_API_KEY: 'x'})).to.include({code: 'CONFIG_INVALID'})
  })

  it('takes the vendor’s own variable last, and only for the vendor’s own endpoint', async () => {
    const env = {GROQ_API_KEY: 'groq-secret', OPENAI_API_KEY: 'openai-secret', DATABASE_URL: 'postgres://somebody/elses'}
    const groq = await load(env)
    expect(groq.values.llm.apiKey?.reveal()).to.equal('groq-secret')
    expect(groq.values.database.url).to.match(/^sqlite:/)
    expect((await load({...env, VOICECTL_LLM_PROVIDER: 'openai'})).values.llm.apiKey?.reveal()).to.equal('openai-secret')
    const elsewhere = await load({...env, VOICECTL_LLM_PROVIDER: 'openai', VOICECTL_LLM_BASE_URL: 'http://localhost:8000/v1'})
    expect(elsewhere.values.llm.apiKey).to.equal(undefined)
    expect((await load({...env, VOICECTL_LLM_API_KEY: 'own-secret'})).values.llm.apiKey?.reveal()).to.equal('own-secret')
  })

  it('knows whether a model can be called', async () => {
    expect(llmConfigured((await load()).values)).to.equal(false)
    expect(llmConfigured((await load({GROQ_API_KEY: 'groq-secret'})).values)).to.equal(true)
    expect(llmConfigured((await load({GROQ_API_KEY: 'groq-secret', VOICECTL_LLM_PROVIDER: 'none'})).values)).to.equal(false)
    expect(llmConfigured((await load({VOICECTL_LLM_PROVIDER: 'openai', VOICECTL_LLM_BASE_URL: 'http://localhost:1/v1'})).values)).to.equal(
      true,
    )
  })

  describe('refuses', () => {
    it('an unknown key, with its line and the key that was meant', async () => {
      const path = temp.write('project/voicectl.yaml', 'company: a\nllm:\n  modle: x\n')
      expect(await failure()).to.include({code: 'UNKNOWN_KEY', exitCode: 2, message: `${path}:3: "llm.modle" is not a configuration key.`})
      expect((await failure()).hint?.en).to.equal('Did you mean llm.model?')
    })

    it('broken YAML, with its line and without quoting it', async () => {
      const path = temp.write('project/voicectl.yaml', 'company: a\nllm: {model: [marker-secret\n')
      const error = await failure()
      expect(error).to.include({code: 'CONFIG_NOT_YAML', exitCode: 2})
      expect(error.message)
        .to.match(new RegExp(`^${path}:\\d: `))
        .and.not.to.contain('marker-secret')
    })

    it('a list where keys belong', async () => {
      const path = temp.write('project/voicectl.yaml', '- a\n')
      expect((await failure()).message).to.equal(`${path}:1: the file must consist of \`key: value\` lines.`)
    })

    it('a value outside its set, with a suggestion', async () => {
      const path = temp.write('project/voicectl.yaml', 'dialogue:\n  mode: asist\n')
      const error = await failure()
      expect(error.message).to.equal(`dialogue.mode must be one of off, assist, full, auto, not "asist" (${path}:2).`)
      expect(error.hint?.ru).to.equal('Может быть, assist?')
    })

    it('an unknown key among the secrets, without quoting it: it may be one', async () => {
      const path = temp.write('config/secrets.yaml', 'profiles:\n  default:\n    llm:\n      sk-LEAK5: x\n')
      chmodSync(path, 0o600)
      const error = await failure()
      expect(error).to.include({code: 'UNKNOWN_KEY', exitCode: 2})
      expect(error.message).to.contain(`${path}:4: `)
      expect(JSON.stringify([error.sentence, error.hint])).not.to.contain('LEAK')
      temp.write('config/secrets.yaml', 'profiles:\n  default:\n    llm:\n      apikey: sk-LEAK5\n')
      expect((await failure()).hint?.en).to.equal('Did you mean llm.apiKey?')
      temp.write('config/secrets.yaml', 'llm:\n  sk-LEAK5: x\n')
      expect((await failure()).message)
        .to.contain(`${path}:2: this cannot stand`)
        .and.not.to.contain('LEAK')
    })

    it('an unknown time zone, a bad database URL, a bad slug', async () => {
      expect((await failure({VOICECTL_TIMEZONE: 'Moscow'})).message).to.contain('an IANA time zone')
      expect((await failure({VOICECTL_DATABASE_URL: 'mysql://x'})).message).to.contain('`sqlite:PATH` or `postgres://…`')
      expect((await failure({VOICECTL_DATABASE_URL: 'sqlite::memory:'})).message).to.contain('`sqlite:PATH`')
      expect((await failure({VOICECTL_COMPANY: 'Моя'})).message).to.contain('a slug')
    })

    it('a secret in a file that others read', async () => {
      temp.write('project/voicectl.yaml', 'llm:\n  apiKey: marker-secret\n')
      const error = await failure()
      expect(error.code).to.equal('SECRET_IN_CONFIG_FILE')
      expect(JSON.stringify([error.sentence, error.hint])).not.to.contain('marker-secret')
    })

    it('a secrets file wider than its owner', async function () {
      if (process.platform === 'win32') skipBecause(this, 'Windows has no such modes and signals')
      const path = temp.write('config/secrets.yaml', 'profiles: {default: {llm: {apiKey: marker-secret}}}', 0o640)
      const error = await failure()
      expect(error).to.include({code: 'SECRETS_EXPOSED', exitCode: 5})
      expect(error.hint?.en).to.contain(`chmod 600 ${path}`)
    })

    it('a profile that does not exist, and lists those that do', async () => {
      temp.write('config/config.yaml', 'profiles: {staging: {}, default: {}}')
      const error = (await rejection(load({}, {profile: 'prod'}))) as AppError
      expect(error).to.include({code: 'PROFILE_NOT_FOUND', exitCode: 3})
      expect(error.hint?.en).to.contain('default, staging')
    })

    it('keys beside the profiles of the user file', async () => {
      temp.write('config/config.yaml', 'company: acme\n')
      expect((await failure()).hint?.en).to.equal('Put it under `profiles: default:`.')
    })
  })

  it('reads the profile that is asked for, with its secrets', async () => {
    temp.write('config/config.yaml', 'profile: staging\nprofiles:\n  default: {company: one}\n  staging: {company: two}\n')
    temp.write('config/secrets.yaml', 'profiles:\n  staging: {llm: {apiKey: staging-secret}}\n', 0o600)
    const staging = await load()
    expect(staging.values.company).to.equal('two')
    expect(staging.values.llm.apiKey?.reveal()).to.equal('staging-secret')
    const {values} = await load({VOICECTL_PROFILE: 'default'})
    expect(values).to.include({company: 'one'})
    expect(values.llm.apiKey).to.equal(undefined)
  })

  it('never gives a secret away in text', async () => {
    const {values} = await load({VOICECTL_LLM_API_KEY: 'marker-secret'})
    expect(`${String(values.llm.apiKey)}${JSON.stringify(values)}`)
      .to.contain('••••')
      .and.not.to.contain('marker-secret')
  })
})

describe('a configuration that cannot be read', () => {
  const temp = tempDir()
  const failure = async (env: Record<string, string> = {}) =>
    (await rejection(loadConfig({env, cwd: temp.path(), configDir: temp.path('config'), dataDir: temp.path('data')}))) as AppError

  for (const [source, line] of [
    ['company: [b', 1],
    ['company: a\nllm: {model: b,\n  provider: c\ntimezone: d\n', 3],
  ] as const) {
    it(`tells of a bracket that is not closed where it ends: ${JSON.stringify(source)}`, async () => {
      const path = temp.write('voicectl.yaml', source)
      expect((await failure()).message).to.equal(`${path}:${line}: a bracket is not closed.`)
    })
  }

  it('tells of a secret in a file of another encoding, without showing it', async () => {
    const path = temp.write('key', Buffer.from([0xff, 0x73, 0x65, 0x63, 0x72, 0x65, 0x74]))
    const error = await failure({VOICECTL_LLM_API_KEY_FILE: path})
    expect(error).to.include({code: 'CONFIG_INVALID', exitCode: 2})
    expect(error.message).to.contain('not text in UTF-8').and.not.to.contain('secret')
  })

  const addresses: readonly (readonly [string, string])[] = [
    ['postgres://bot@db/', 'names a database behind the host'],
    ['postgres://bot:pass phrase@db/calls', 'without spaces (one in a password is written %20)'],
    ['postgres://bot:p#ss@db/calls', '# in a password'],
    ['postgres://bot@db/calls?port=soon', 'whose `port` is a number'],
    ['mysql://bot@db/calls', '`sqlite:PATH` or `postgres://…`'],
  ]
  for (const [url, what] of addresses) {
    it(`says what ${url} lacks`, async () => {
      const {message} = await failure({VOICECTL_DATABASE_URL: url})
      expect(message.replace('/, ?, #', '#').replace('#, @, : and % in', '# in')).to.contain(what)
      expect(message).not.to.match(/pass phrase|p#ss/)
    })
  }
})
