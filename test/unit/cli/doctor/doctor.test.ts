import {chmodSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {expect} from 'chai'
import {virtualClock} from '../../../../src/clock.ts'
import type {Check, CheckResult} from '../../../../src/cli/doctor/check.ts'
import {doctorChecks} from '../../../../src/cli/doctor/checks.ts'
import {doctorReport, doctorText} from '../../../../src/cli/doctor/report.ts'
import {runChecks} from '../../../../src/cli/doctor/run-checks.ts'
import {forTerminal, palette} from '../../../../src/cli/colour.ts'
import {loadConfig} from '../../../../src/config/load.ts'
import {AppError} from '../../../../src/errors.ts'
import {openStore} from '../../../../src/store/open-store.ts'
import {tempDir} from '../../../helpers/temp-dir.ts'
import {skipBecause} from '../../../helpers/skip.ts'

describe('doctor', () => {
  const temp = tempDir()
  const diagnose = (env: Record<string, string> = {}, options: {online?: boolean; checks?: readonly Check[]; patience?: number} = {}) =>
    runChecks({
      checks: doctorChecks,
      machineChecks: [],
      patience: 5000,
      online: false,
      ...options,
      deps: {clock: virtualClock(Date.parse('2026-11-25T09:00:00Z'))},
      env,
      flagVariables: new Set(['VOICECTL_COUNTRY']),
      loadConfig: () => loadConfig({env, cwd: temp.path(), configDir: temp.path('config'), dataDir: temp.path('data')}),
    })
  const about = async (check: string, ...given: Parameters<typeof diagnose>) =>
    (await diagnose(...given)).filter((result) => result.check === check || result.check.startsWith(`${check}.`))
  const statuses = (results: readonly CheckResult[]) => results.map(({check, status}) => `${check} ${status}`)

  it('finds nothing wrong with an empty machine', async () => {
    const results = (await diagnose()).filter(({check}) => check !== 'disk')
    expect(statuses(results)).to.deep.equal(['config ok', 'clock ok', 'folders.database ok', 'folders.spool ok', 'database ok', 'llm ok'])
  })

  it('tells a broken configuration once, with its place', async () => {
    const path = temp.write('voicectl.yaml', 'companny: x\n')
    const results = await diagnose()
    expect(statuses(results).filter((each) => each.endsWith('failure'))).to.deep.equal(['config failure'])
    expect(results[0]?.text.en).to.contain(`${path}:1`)
    expect(results[0]?.fix?.en).to.equal('Did you mean company?')
  })

  it('looks without a configuration at what needs none, and names what it cannot look at', async () => {
    temp.write('voicectl.yaml', 'companny: x\n')
    const results = await diagnose({VOICECTL_LLM_APIKEY: 'x'}, {online: true})
    expect(statuses(results)).to.deep.equal([
      'config failure',
      'secrets skipped',
      'environment warning',
      'clock ok',
      ...['folders', 'disk', 'database', 'prompt', 'llm', 'llm.online'].map((name) => `${name} skipped`),
    ])
    expect(doctorText(results, 'ru', palette({}, {}))).to.contain('пропуск   database     Без конфигурации не проверить.')
  })

  it('has a name of its own for each thing it looks at', async () => {
    const names = (await diagnose({GROQ_API_KEY: 'groq-secret'})).map(({check}) => check)
    expect(names.toSorted()).to.deep.equal([...new Set(names)].toSorted())
  })

  it('wants the company that commands work in, in a new database and in an old one', async () => {
    const inNew = await about('company', {VOICECTL_COMPANY: 'salon'})
    expect(statuses(inNew)).to.deep.equal(['company failure'])
    expect(inNew[0]?.fix?.en).to.contain('voicectl company create salon')
    const store = await openStore({url: `sqlite:${temp.path('data/voicectl.db')}`})
    await store.close()
    expect(statuses(await about('company', {VOICECTL_COMPANY: 'salon'}))).to.deep.equal(['company failure'])
    expect(statuses(await about('company'))).to.deep.equal(['company ok'])
  })

  it('tells the time in the language of the reader', async () => {
    const [found] = await about('clock')
    expect(found?.text.en).to.contain('25 Nov 2026')
    expect(found?.text.ru).to.contain('25 нояб. 2026')
  })

  it('names a variable that nothing reads', async () => {
    const [found, ...rest] = await about('environment', {VOICECTL_LLM_APIKEY: 'x', VOICECTL_COUNTRY: 'ru', VOICECTL_LANG: 'ru'})
    expect(rest).to.deep.equal([])
    expect(found?.status).to.equal('warning')
    expect(found?.fix?.en).to.equal('Did you mean VOICECTL_LLM_API_KEY?')
  })

  it('sees a secrets file that others can read', async function () {
    if (process.platform === 'win32') skipBecause(this, 'Windows has no such modes and signals')
    const path = temp.write('config/secrets.yaml', 'profiles: {}\n', 0o600)
    expect(statuses(await about('secrets'))).to.deep.equal(['secrets ok'])
    chmodSync(path, 0o644)
    expect(statuses(await diagnose())).to.include('config failure')
  })

  it('warns about a password in a file that is shared', async () => {
    temp.write('config/config.yaml', 'profiles: {default: {database: {url: "postgres://bot:hidden-password@127.0.0.1:1/x"}}}\n')
    expect(statuses(await about('secrets'))).to.deep.equal(['secrets.database warning'])
  })

  it('says when the database does not answer', async () => {
    const [found] = await about('database', {VOICECTL_DATABASE_URL: 'postgres://bot:hidden-password@127.0.0.1:1/x'})
    expect(found?.status).to.equal('failure')
    expect(JSON.stringify(found)).not.to.contain('hidden-password')
  })

  it('says when the database is not a database', async () => {
    temp.write('data/voicectl.db', 'something else entirely, and long enough to be read as a header of a file')
    expect(statuses(await about('database'))).to.deep.equal(['database failure'])
  })

  it('opens a database that is there and reads its schema, without changing it', async () => {
    const {openStore} = await import('../../../../src/store/open-store.ts')
    const url = `sqlite:${temp.write('data/voicectl.db', '')}`
    expect(statuses(await about('database'))).to.deep.equal(['database warning'])
    await (await openStore({url, schema: 'migrate'})).close()
    expect(statuses(await about('database'))).to.deep.equal(['database ok'])
  })

  it('says when a place for data is no folder', async () => {
    temp.write('data', 'a file')
    const [found] = await about('folders')
    expect(found?.status).to.equal('failure')
    expect(found?.text.en).to.contain('is not a folder')
  })

  it('wants no database where none can be made, and says where else the data may be', async () => {
    temp.write('file', '')
    const env = {VOICECTL_DATABASE_URL: `sqlite:${temp.path('file', 'deep', 'bots.db')}`}
    const [found] = await about('database', env)
    expect(found).to.include({status: 'failure'})
    expect(found?.text.en).to.contain(`${temp.path('file')} is not a folder`)
    expect(found?.fix?.en).to.contain('`database.url`')
    temp.write('data', 'a file')
    expect((await about('database'))[0]?.fix?.en).to.contain('VOICECTL_DATA_DIR')
  })

  it('wants a model when the dialogue needs one', async () => {
    expect(statuses(await about('llm', {VOICECTL_DIALOGUE_MODE: 'full'}))).to.deep.equal(['llm failure'])
    expect(statuses(await about('llm', {VOICECTL_DIALOGUE_MODE: 'full', GROQ_API_KEY: 'groq-secret'}))).to.include('llm.key ok')
  })

  it('knows retired models, coming retirements and models nobody knows', async () => {
    const retired = await about('llm', {GROQ_API_KEY: 'groq-secret', VOICECTL_LLM_MODEL: 'llama-3.1-8b-instant'})
    expect(statuses(retired)).to.include('llm.model failure')
    const unknown = await about('llm', {GROQ_API_KEY: 'groq-secret', VOICECTL_LLM_MODEL: 'made/up'})
    expect(statuses(unknown)).to.include('llm.model warning')
  })

  it('wants the name of the model for an endpoint of one’s own', async () => {
    const own = {VOICECTL_LLM_PROVIDER: 'openai', VOICECTL_LLM_BASE_URL: 'http://127.0.0.1:1/v1'}
    expect(statuses(await about('llm', own))).to.deep.equal(['llm.model failure'])
    // At the vendor's own address a call would take the recommended ones.
    const vendor = await about('llm', {VOICECTL_LLM_PROVIDER: 'openai', VOICECTL_LLM_API_KEY: 'openai-secret'})
    expect(statuses(vendor)).to.deep.equal(['llm.key ok', 'llm.model ok', 'llm.fallbackModel ok'])
    expect(statuses(await about('llm', {...own, VOICECTL_LLM_MODEL: 'qwen'}))).to.deep.equal(['llm.model ok'])
  })

  it('says that a vendor’s key stays here when another host is configured', async () => {
    const [found, ...rest] = await about('llm', {GROQ_API_KEY: 'groq-secret', VOICECTL_LLM_BASE_URL: 'https://llm.example:8443/v1'})
    expect(rest).to.deep.equal([])
    expect(found).to.deep.include({check: 'llm.key', status: 'warning'})
    expect(found!.text.en).to.contain('GROQ_API_KEY is not sent to llm.example:8443')
    expect(found!.fix!.ru).to.contain('VOICECTL_LLM_API_KEY')
  })

  it('names the models that a call would ask', async () => {
    const named = async (env: Record<string, string>) =>
      (await about('llm', env)).filter(({check}) => check === 'llm.model' || check === 'llm.fallbackModel').map(({text}) => text.en)
    expect(await named({GROQ_API_KEY: 'groq-secret'})).to.deep.equal(['Model openai/gpt-oss-20b.', 'Model openai/gpt-oss-120b.'])
    const openai = {VOICECTL_LLM_PROVIDER: 'openai', VOICECTL_LLM_API_KEY: 'openai-secret'}
    expect(await named(openai)).to.deep.equal(['Model gpt-4.1-mini.', 'Model gpt-4o-mini.'])
    expect(await named({...openai, VOICECTL_LLM_MODEL: 'gpt-4o-mini'})).to.deep.equal(['Model gpt-4o-mini.', 'Model gpt-4.1-mini.'])
  })

  it('asks the provider only with --online', async () => {
    let asked = 0
    const server = createServer((_request, response) => {
      asked++
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({object: 'list', data: [{id: 'qwen', object: 'model'}]}))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const env = {
      VOICECTL_LLM_PROVIDER: 'openai',
      VOICECTL_LLM_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
      VOICECTL_LLM_MODEL: 'qwen',
    }
    try {
      await diagnose(env)
      expect(asked).to.equal(0)
      expect(statuses(await about('llm', env, {online: true}))).to.include('llm.online ok')
      const missing = await about('llm', {...env, VOICECTL_LLM_MODEL: 'other'}, {online: true})
      expect(missing.at(-1)?.text.en).to.equal('The provider does not offer other.')
      expect(missing.at(-1)?.fix?.en).to.equal('It offers: qwen.')
    } finally {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  })

  describe('says what to do about', () => {
    const cases: Readonly<Record<string, () => [env: Record<string, string>, options?: {online: boolean}]>> = {
      'a bad time zone': () => [{VOICECTL_TIMEZONE: 'Moon/Base'}],
      'a bad time zone in the project': () => (temp.write('voicectl.yaml', 'timezone: Moon/Base'), [{}]),
      'a bad time zone in the profile': () => (temp.write('config/config.yaml', 'profiles: {default: {timezone: Moon/Base}}'), [{}]),
      'an address that is none': () => [{VOICECTL_DATABASE_URL: 'mysql://db/x'}],
      'a bad name of a company': () => [{VOICECTL_COMPANY: 'No Slug'}],
      'a file of a variable that is not there': () => [{VOICECTL_LLM_API_KEY_FILE: temp.path('gone')}],
      'a file of a variable that is no text': () => [{VOICECTL_LLM_API_KEY_FILE: temp.write('key', Buffer.from([0xff]))}],
      'settings that are a folder': () => (temp.write('voicectl.yaml/x', ''), [{}]),
      'settings that are not UTF-8': () => (temp.write('voicectl.yaml', Buffer.from([0x61, 0xff])), [{}]),
      'a database that refuses connections': () => [{VOICECTL_DATABASE_URL: 'postgres://bot@127.0.0.1:1/x'}],
      'a database whose host is unknown': () => [{VOICECTL_DATABASE_URL: 'postgres://bot@nowhere.invalid/x'}],
      'a database that is a folder': () => (temp.write('bots/x', ''), [{VOICECTL_DATABASE_URL: 'sqlite:bots'}]),
      'a model that refuses connections': () => [
        {VOICECTL_LLM_PROVIDER: 'openai', VOICECTL_LLM_BASE_URL: 'http://127.0.0.1:1/v1', VOICECTL_LLM_MODEL: 'x'},
        {online: true},
      ],
      'a model whose host is unknown': () => [
        {VOICECTL_LLM_PROVIDER: 'openai', VOICECTL_LLM_BASE_URL: 'http://nowhere.invalid/v1', VOICECTL_LLM_MODEL: 'x'},
        {online: true},
      ],
      'a base prompt that is not there': () => [{VOICECTL_PROMPT_BASE_FILE: 'gone.md'}],
      'a base prompt that is a folder': () => (temp.write('prompts/x', ''), [{VOICECTL_PROMPT_BASE_FILE: temp.path('prompts')}]),
      'a base prompt that is not UTF-8': () => [{VOICECTL_PROMPT_BASE_FILE: temp.write('base.md', Buffer.from([0x61, 0xff]))}],
    }
    for (const [what, prepare] of Object.entries(cases)) {
      it(what, async () => {
        const failures = (await diagnose(...prepare())).filter(({status}) => status === 'failure')
        expect(failures).not.to.deep.equal([])
        for (const {text, fix} of failures) {
          expect(fix?.en, text.en).to.be.a('string').and.not.to.contain('what is named here')
          expect(fix?.ru, text.ru).to.match(/[а-я]/i)
        }
        for (const {fix} of doctorReport(failures).checks) expect(fix).to.be.a('string')
      })
    }
  })

  it('names the key of the model that is retired', async () => {
    const [, , fallback] = await about('llm', {GROQ_API_KEY: 'groq-secret', VOICECTL_LLM_FALLBACK_MODEL: 'llama-3.1-8b-instant'})
    expect(fallback).to.include({check: 'llm.fallbackModel', status: 'failure'})
    expect(fallback!.fix!.en).to.equal('Run `voicectl config set llm.fallbackModel NAME`.')
  })

  it('gives up on a check that hangs, and tells the others', async () => {
    const hangs: Check = {name: 'slow', run: () => new Promise(() => {})}
    const refuses: Check = {
      name: 'auth',
      run: () => Promise.reject(new AppError('NO', {en: 'No.', ru: 'Нет.'}, {hint: {en: 'Do it.', ru: 'Сделайте.'}})),
    }
    const results = await diagnose({}, {checks: [hangs, refuses], patience: 20})
    expect(statuses(results)).to.deep.equal(['config ok', 'slow failure', 'auth failure'])
    expect(results[2]).to.deep.include({text: {en: 'No.', ru: 'Нет.'}, fix: {en: 'Do it.', ru: 'Сделайте.'}})
  })

  it('prints a line a finding and the fix below it', () => {
    const results: CheckResult[] = [
      {check: 'node', status: 'ok', text: {en: 'Node 24.', ru: 'Node 24.'}},
      {check: 'llm', status: 'failure', text: {en: 'No key.', ru: 'Нет ключа.'}, fix: {en: 'Store one.', ru: 'Сохраните ключ.'}},
    ]
    expect(doctorText(results, 'en', palette({}, {}))).to.equal(
      'ok       node  Node 24.\nfailure  llm   No key.\n               Store one.',
    )
    expect(forTerminal(doctorText(results, 'ru', palette({isTTY: true}, {})))).to.contain('\u001B[31mошибка  \u001B[39m  llm   Нет ключа.')
  })
})
