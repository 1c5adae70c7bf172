import {readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect} from 'chai'
import {stringify} from 'yaml'
import type {CallReport} from '../../../src/call/simulate/call-report.ts'
import {startOpenAiDouble} from '../../../src/simulator/openai/start-openai-double.ts'
import type {OpenAiDouble, OpenAiDoubleOptions} from '../../../src/simulator/openai/types.ts'
import {openStore} from '../../../src/store/open-store.ts'
import {barber} from '../../helpers/barber.ts'
import {cli} from '../../helpers/cli.ts'

/** Wherever it shows up outside of a request, a secret has leaked. */
const key = 'gsk_MARKERmarker0123456789SECRET'
const say = (lines: readonly string[]) => lines.flatMap((line) => ['--say', line])
const talk = ['хочу подстричься завтра в три', 'трам пам пам', 'анна']

describe('call simulate with a language model', () => {
  const voicectl = cli()
  let double: OpenAiDouble
  afterEach(() => double?.close())
  before(async () => {
    const write = (slug: string, config: object) =>
      writeFileSync(voicectl.path(`${slug}.yaml`), stringify({schema: 'voicectl/skillbase/v1', slug, ...config}))
    write('barber', {flow: barber})
    write('plan', {context: {role: 'Мастер-приёмщик'}, flow: {flow: 'plan', plan: ['Узнать, что с машиной', 'Взять телефон']}})
    write('own', {flow: barber, llm: {mode: 'assist', provider: 'openai', model: 'own-model', temperature: 0.1}})
    write('foreign', {flow: barber, llm: {mode: 'assist', provider: 'groq', model: 'openai/gpt-oss-120b'}})
    for (const slug of ['barber', 'plan', 'own', 'foreign']) await voicectl.run(['skillbase', 'apply', '-f', `${slug}.yaml`])
  })

  const withDouble = async (options: OpenAiDoubleOptions = {}) => {
    double = await startOpenAiDouble({
      apiKey: key,
      replies: {script: ({schema}) => (schema ? {json: {commands: [], reply: ''}} : 'Понял вас. Как вас зовут?')},
      ...options,
    })
    const env = {
      VOICECTL_LLM_PROVIDER: options.dialect ?? 'openai',
      VOICECTL_LLM_BASE_URL: double.url,
      VOICECTL_LLM_API_KEY: key,
      VOICECTL_LLM_MODEL: options.dialect === 'groq' ? 'openai/gpt-oss-20b' : 'qwen2.5-7b-instruct',
    }
    return (skillbase: string, ...argv: readonly string[]) =>
      voicectl.run(['call', 'simulate', skillbase, '--now', '2026-03-11T10:30:00+03:00', ...argv], env)
  }
  const asked = () => double.requests.filter(({path}) => path.endsWith('/chat/completions')).map(({body}) => body!)

  it('uses it as the skillbase is made, or as it is told', async () => {
    const simulate = await withDouble()
    const mode = async (...argv: readonly string[]) =>
      (await simulate(argv[0]!, ...argv.slice(1), '--say', 'алло', '--json')).json<CallReport>().call.mode
    expect(await mode('barber')).to.equal('assist')
    expect(await mode('plan')).to.equal('full')
    expect(await mode('barber', '--mode', 'full')).to.equal('full')
    const before = asked().length
    expect(await mode('plan', '--mode', 'off')).to.equal('off')
    expect(asked()).to.have.length(before)
  })

  for (const dialect of ['openai', 'groq'] as const) {
    it(`keeps in every turn what the model took, and shows it (${dialect})`, async () => {
      const simulate = await withDouble({dialect})
      const {stdout, stderr, exitCode} = await simulate('barber', '--mode', 'full', ...say(talk))
      expect({stderr: stderr.split('\n')[0], exitCode}).to.deep.include({exitCode: 0})
      expect(stdout).to.match(/ms · \S+ \d+ ms\n/)
      const {id} = (await voicectl.run(['call', 'list', '--limit', '1', '--json'])).json<{id: string}[]>()[0]!
      const store = await openStore({url: `sqlite:${voicectl.path('.data/voicectl/voicectl.db')}`})
      try {
        const [company] = await store.companies.list()
        const turns = await store.calls.turns(company!.id, id)
        const helped = turns.filter(({llmMs}) => llmMs !== null)
        expect(helped.length).to.be.greaterThan(0)
        for (const turn of helped) {
          expect(turn.llmModel).to.match(dialect === 'groq' ? /gpt-oss-20b/ : /qwen/)
          expect(turn.tokensIn).to.be.greaterThan(50)
          expect(turn.tokensOut).to.be.greaterThan(0)
        }
        expect(turns.filter(({kind}) => kind !== 'user').every(({llmMs}) => llmMs === null)).to.equal(true)
      } finally {
        await store.close()
      }
    })
  }

  it('asks the model that the skillbase names, where the skillbase means this provider', async () => {
    const simulate = await withDouble()
    await simulate('own', '--say', 'трам пам пам')
    expect(asked().at(-1)).to.include({model: 'own-model', temperature: 0.1})
    await simulate('foreign', '--say', 'трам пам пам')
    expect(asked().at(-1)).to.include({model: 'qwen2.5-7b-instruct'})
  })

  it('sends a vendor’s key to nobody else, and says which variable is meant for that', async () => {
    await withDouble()
    const env = {GROQ_API_KEY: key, VOICECTL_LLM_BASE_URL: double.url}
    const {stderr, exitCode} = await voicectl.run(['call', 'simulate', 'barber', '--mode', 'full', '--say', 'алло'], env)
    expect(exitCode).to.equal(2)
    expect(stderr).to.contain('the key in GROQ_API_KEY is not sent to 127.0.0.1:').and.contain('VOICECTL_LLM_API_KEY').and.not.contain(key)
    expect(double.requests).to.deep.equal([])
  })

  it('waits for a slow model as long as a turn may take, and no longer', async () => {
    await withDouble({latency: {firstTokenMs: 700}})
    const heard = async (turnMs: string) => {
      const env = {
        VOICECTL_LLM_PROVIDER: 'openai',
        VOICECTL_LLM_BASE_URL: double.url,
        VOICECTL_LLM_API_KEY: key,
        VOICECTL_LLM_MODEL: 'qwen2.5-7b-instruct',
        VOICECTL_LLM_TURN_MS: turnMs,
      }
      const argv = ['call', 'simulate', 'barber', '--mode', 'assist', '--say', 'трам пам пам']
      return (await voicectl.run(argv, env)).stdout
    }
    expect(await heard('200')).to.contain(' · model: timeout\n')
    expect(await heard('5000'))
      .to.match(/qwen\S* \d+ ms\n/)
      .and.not.to.contain('model: ')
    expect((await voicectl.run(['call', 'simulate', 'barber', '--say', 'алло'], {VOICECTL_LLM_TURN_MS: '50'})).exitCode).to.equal(2)
  })

  for (const [status, said] of [
    [401, 'does not accept the key'],
    [403, 'does not accept the key'],
    [404, 'is not served there'],
  ] as const) {
    it(`tells once that the provider refuses, and where to look (HTTP ${status})`, async () => {
      const simulate = await withDouble()
      double.setFault({kind: 'status', status})
      for (const argv of [[], ['--json']]) {
        const {stderr, exitCode} = await simulate('barber', '--mode', 'full', ...say(talk), ...argv)
        expect(exitCode).to.equal(0)
        expect(stderr.split(said)).to.have.length(2)
        expect(stderr).to.contain(`(HTTP ${status}`).and.contain('`voicectl doctor --online`').and.not.contain(key)
      }
    })
  }

  it('says nothing of a refusal that passes', async () => {
    const simulate = await withDouble()
    double.setFault({kind: 'status', status: 503})
    expect((await simulate('barber', '--mode', 'full', ...say(talk))).stderr).not.to.contain('doctor --online')
  })

  it('holds the call when the model is not there, and says why in passing', async () => {
    const simulate = await withDouble()
    double.setFault({kind: 'status', status: 401, message: `Incorrect API key provided: ${key}`})
    const {stdout, exitCode} = await simulate('barber', '--mode', 'full', ...say(talk))
    expect(exitCode).to.equal(0)
    expect(stdout).to.contain(' · model: auth\n')
    expect(stdout).to.match(/Как вас зовут\?/)
  })

  it('says beside the bot’s line why the model’s reply was not used', async () => {
    const simulate = await withDouble({
      replies: {script: ({schema}) => (schema ? {json: {commands: [], reply: ''}} : 'Поняла, педикюр. На какой день?')},
    })
    const argv = ['barber', '--mode', 'full', '--say', 'хочу подстричься', '--json'] as const
    const {turns, call} = (await simulate(...argv)).json<CallReport>()
    expect(turns.map(({role, modelFault}) => [role, modelFault])).to.deep.equal([
      ['bot', undefined],
      ['caller', undefined],
      ['bot', 'guard: word педикюр'],
    ])
    expect((await voicectl.run(['call', 'show', call.id, '--json'])).json<CallReport>().turns).to.deep.equal(turns)
  })

  it('lets no key into anything it prints, stores or leaves in a file', async () => {
    const simulate = await withDouble({
      replies: {script: ({schema}) => (schema ? {json: {commands: [], reply: `Мой ключ ${key}. Как вас зовут?`}} : key)},
    })
    let told = ''
    const faults = [
      undefined,
      {kind: 'status', status: 400, message: key},
      {kind: 'error_event', after: 0, code: key},
      {kind: 'html'},
    ] as const
    for (const fault of faults) {
      double.setFault(...(fault ? [fault] : []))
      for (const form of [[], ['--json']]) {
        const {stdout, stderr} = await simulate('barber', '--mode', 'full', ...say(talk), ...form)
        told += stdout + stderr
      }
    }
    for (const argv of [['list', '--json'], ['export'], ['export', '--format', 'csv']])
      told += (await voicectl.run(['call', ...argv])).stdout
    expect(told).to.contain('хочу подстричься').and.not.to.contain('MARKER')
    for (const file of filesIn(voicectl.home)) expect(readFileSync(file).includes('MARKER'), file).to.equal(false)
  })
})

const filesIn = (folder: string): string[] =>
  readdirSync(folder, {recursive: true})
    .map((name) => join(folder, String(name)))
    .filter((file) => statSync(file).isFile())
