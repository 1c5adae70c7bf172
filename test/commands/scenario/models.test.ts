import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {expect} from 'chai'
import type {SuiteView} from '../../../src/scenario-test/report/json.ts'
import {startOpenAiDouble} from '../../../src/simulator/openai/start-openai-double.ts'
import type {ChatRequest, OpenAiDouble, Reply} from '../../../src/simulator/openai/types.ts'
import {cli} from '../../helpers/cli.ts'
import {shop} from '../../helpers/scenario-tests.ts'

const phrased = 'Отлично, пять. Завернуть в подарок?'

const tests = `
scenario: shop.yaml
tools: {stock.check: {return: {ok: true}}, stock.take: {return: {ok: true}}}
cases:
  - name: says it in an odd way
    turns:
      - user: хочу тот горячий бодрящий напиток из зёрен
        expect: {fields: {product: coffee}}
llm:
  runs: 2
  judge: {rubric: [вежливо]}
  simulate: {name: a caller in a hurry, persona: спешит, goal: купить чай, success: "f.product == 'tea' && turns <= 5", max_turns: 5}
`

describe('scenario test with a language model', () => {
  const voicectl = cli()
  let double: OpenAiDouble
  let verdict = true
  before(async () => {
    double = await startOpenAiDouble({replies: {script: (request) => reply(request, verdict)}})
    writeFileSync(voicectl.path('shop.yaml'), `schema: voicectl.scenario/v1\n${shop}`)
    writeFileSync(voicectl.path('shop.test.yaml'), tests)
  })
  after(() => double.close())

  const withModel = () => ({
    VOICECTL_LLM_PROVIDER: 'openai',
    VOICECTL_LLM_BASE_URL: double.url,
    VOICECTL_LLM_MODEL: 'plain',
    VOICECTL_LLM_API_KEY: 'sk-test',
  })
  const run = async (flags: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    voicectl.run(['scenario', 'test', 'shop.test.yaml', ...flags], env)

  it('refuses when there is neither a key nor a recording: nothing would be tested', async () => {
    const {stdout, stderr, exitCode} = await run(['--llm', 'assist'])
    expect(stdout).to.equal('')
    expect(stderr).to.contain('LLM_NOT_CONFIGURED').and.contain('config set llm.apiKey')
    expect(exitCode).to.equal(2)
    expect((await run(['--llm', 'assist', '--record'])).stderr).to.contain('LLM_KEY_MISSING')
  })

  it('runs by rules alone without --llm, the simulated caller skipped', async () => {
    const {stdout} = await run([])
    expect(stdout)
      .to.contain('failed   says it in an odd way')
      .and.to.contain('skipped  a caller in a hurry: needs a language model: run with --llm')
  })

  it('runs every case as often as its file wants, judged, with a model in the caller’s place', async () => {
    const view = (await run(['--llm', 'assist', '--json'], withModel())).json<SuiteView>()
    expect(view).to.include({passed: 2, failed: 0, skipped: 0})
    expect(view.files[0]!.cases.map(({runs}) => runs)).to.deep.equal([
      {passed: 2, needed: 2, total: 2},
      {passed: 2, needed: 2, total: 2},
    ])
    expect(existsSync(voicectl.path('shop.test.replies.json'))).to.equal(false)
  })

  it('lets the model speak with --llm full', async () => {
    const turns = `[{user: кофе}, {user: ну скажем так пожалуй возьму для начала пять, expect: {says: "${phrased}", fields: {amount: 5}}}]`
    writeFileSync(
      voicectl.path('full.test.yaml'),
      `scenario: shop.yaml\ntools: {stock.check: {return: {ok: true}}}\ncases: [{name: a, turns: ${turns}}]`,
    )
    const {stdout} = await voicectl.run(['scenario', 'test', 'full.test.yaml', '--llm', 'full'], withModel())
    expect(stdout).to.contain('1 passed, 0 failed')
  })

  it('waits for the model as long as a call would, by llm.turnMs', async () => {
    const slow = await startOpenAiDouble({replies: {script: (request) => reply(request, true)}, latency: {firstTokenMs: 250}})
    const env = {...withModel(), VOICECTL_LLM_BASE_URL: slow.url}
    const odd = ['--llm', 'assist', '--case', 'odd']
    expect((await run(odd, {...env, VOICECTL_LLM_TURN_MS: '100'})).stdout).to.contain('0 passed, 1 failed')
    expect((await run(odd, {...env, VOICECTL_LLM_TURN_MS: '10000'})).stdout).to.contain('1 passed, 0 failed')
    await slow.close()
  })

  it('asks the model that a call would ask: the bot’s own only where it names the provider that is configured', async () => {
    const asked = async (llm: string): Promise<string | undefined> => {
      writeFileSync(voicectl.path('named.yaml'), `schema: voicectl.scenario/v1\n${shop}\nllm: ${llm}\n`)
      writeFileSync(voicectl.path('named.test.yaml'), tests.replace('shop.yaml', 'named.yaml').replace(/llm:\n[^]*$/, ''))
      await voicectl.run(['scenario', 'test', 'named.test.yaml', '--llm', 'assist'], withModel())
      return (double.requests.at(-1)?.body as {readonly model: string} | undefined)?.model
    }
    expect(await asked('{provider: groq, model: openai/gpt-oss-20b}')).to.equal('plain')
    expect(await asked('{provider: openai, model: own}')).to.equal('own')
  })

  it('counts what was asked of the model and what could be used, in the table, in JSON and in JUnit', async () => {
    const {stdout} = await run(['--llm', 'assist', '--case', 'odd'], withModel())
    expect(stdout).to.contain('language model: 2 requests, 2 replies used\n')
    const mixed = await startOpenAiDouble({replies: {script: (request) => reply(request, true)}})
    mixed.setFault({kind: 'status', status: 401, times: 1})
    const env = {...withModel(), VOICECTL_LLM_BASE_URL: mixed.url}
    const half = await run(['--llm', 'assist', '--case', 'odd', '--json', '--junit', 'half.xml'], env)
    const {model, files} = half.json<SuiteView>()
    expect(model).to.deep.equal(files[0]!.cases[0]!.model)
    expect(model).to.deep.equal({requests: 2, used: 1, faults: {auth: 1}})
    expect(readFileSync(voicectl.path('half.xml'), 'utf8')).to.contain('<property name="model.requests" value="2"/>')
    await mixed.close()
  })

  it('has tested nothing when no reply of the model could be used, whatever passed', async () => {
    writeFileSync(
      voicectl.path('plain.test.yaml'),
      'scenario: shop.yaml\ntools: {stock.check: {return: {ok: true}}}\ncases: [{name: a, turns: [{user: кофе}, {user: пять}]}]',
    )
    for (const [kind, fault] of [
      ['auth', {kind: 'status', status: 401}],
      ['timeout', {kind: 'black_hole'}],
      ['bad_response', {kind: 'garbage'}],
    ] as const) {
      const broken = await startOpenAiDouble()
      broken.setFault(fault)
      const env = {...withModel(), VOICECTL_LLM_BASE_URL: broken.url, VOICECTL_LLM_TURN_MS: '300'}
      const {stdout, exitCode} = await voicectl.run(['scenario', 'test', 'plain.test.yaml', '--llm', 'full', '--junit', 'none.xml'], env)
      expect(stdout, kind).to.match(new RegExp(`requests, 0 replies used, not used: ${kind} \\d`))
      expect(stdout, kind).to.contain('No reply of the language model could be used').and.to.contain('1 passed, 0 failed')
      expect(exitCode, kind).to.equal(6)
      expect(readFileSync(voicectl.path('none.xml'), 'utf8'), kind).to.match(/tests="2" failures="0" errors="1"[^]*<error type="model"/)
      await broken.close()
    }
  })

  it('finds no fault with the bot where the model fails: it says that the model does', async () => {
    const caller = 'simulate: {name: a caller, persona: спешит, goal: купить чай, success: "f.product == \'tea\'", max_turns: 3}'
    const turns = '[{user: хочу тот горячий бодрящий напиток из зёрен}, {user: кофе}, {user: ну скажем так пожалуй возьму для начала пять}]'
    const cases = `scenario: shop.yaml\ntools: {stock.check: {return: {ok: true}}}\ncases: [{name: a, turns: ${turns}, expect: {invariants: true}}]`
    const failing = async (rest: string, ...flags: readonly string[]) => {
      writeFileSync(voicectl.path('failing.test.yaml'), `${cases}\n${rest}`)
      const broken = await startOpenAiDouble()
      broken.setFault({kind: 'status', status: 401})
      const env = {...withModel(), VOICECTL_LLM_BASE_URL: broken.url}
      const {stdout, exitCode} = await voicectl.run(['scenario', 'test', 'failing.test.yaml', ...flags], env)
      await broken.close()
      return {stdout, exitCode}
    }
    for (const mode of ['assist', 'full']) {
      const {stdout, exitCode} = await failing('', '--llm', mode)
      expect(stdout, mode)
        .to.contain('1 passed, 0 failed')
        .and.to.match(/0 replies used, not used: auth \d/)
      expect(exitCode, mode).to.equal(6)
    }
    const played = await failing(`llm: {${caller}}`, '--llm', 'assist', '--tag', 'llm')
    expect(played.stdout).to.contain('nobody played the caller: ').and.not.to.contain('the engine failed')
    expect(played.stdout).to.contain('language model: 1 requests, 0 replies used, not used: auth 1')
    expect(played.exitCode).to.equal(6)
    const judged = await failing('llm: {judge: {rubric: [вежливо]}}', '--llm', 'assist')
    expect(judged.stdout).to.contain('the judge gave no answer: ')
    expect(judged.exitCode).to.equal(6)
  })

  it('fails what the judge turns down, with the reason', async () => {
    verdict = false
    const view = (await run(['--llm', 'assist', '--case', 'odd', '--json'], withModel())).json<SuiteView>()
    verdict = true
    expect(view.files[0]!.cases[0]!.failures).to.deep.equal([
      {check: 'judge', expected: 'вежливо', actual: 'грубо', message: 'judge: expected вежливо, actual грубо', line: 5},
    ])
    expect(view.files[0]!.cases[0]!.runs).to.deep.equal({passed: 0, needed: 2, total: 2})
  })

  it('records the replies beside the test, and needs neither key nor server from then on', async () => {
    const recorded = await run(['--llm', 'assist', '--record'], withModel())
    expect(recorded.stdout).to.contain('2 passed, 0 failed')
    const file = readFileSync(voicectl.path('shop.test.replies.json'), 'utf8')
    expect(JSON.parse(file)).to.have.property('version', 1)
    expect(file).to.not.contain('sk-test')

    const asked = double.requests.length
    const {stdout, exitCode} = await run(['--llm', 'assist'])
    expect(stdout).to.contain('2 passed, 0 failed, 0 skipped')
    expect(exitCode).to.equal(0)
    expect(double.requests.length).to.equal(asked)

    await run(['--llm', 'assist', '--record'], withModel())
    expect(readFileSync(voicectl.path('shop.test.replies.json'), 'utf8')).to.equal(file)
  })

  it('skips the cases of a file that has no recording, beside one that has, and says so', async () => {
    writeFileSync(voicectl.path('other.test.yaml'), tests)
    const {stdout, exitCode} = await voicectl.run(['scenario', 'test', 'shop.test.yaml', 'other.test.yaml', '--llm', 'assist'])
    expect(stdout).to.match(/skipped {2}says it in an odd way: there is no language model/)
    expect(stdout).to.contain('2 passed, 0 failed, 2 skipped')
    expect(exitCode).to.equal(0)
  })

  it('fails when the prompts have changed since they were recorded, rather than pass by chance', async () => {
    await run(['--llm', 'assist', '--record'], withModel())
    writeFileSync(voicectl.path('shop.test.yaml'), tests.replace('бодрящий', 'ароматный'))
    const {stdout, exitCode} = await run(['--llm', 'assist', '--case', 'odd'])
    writeFileSync(voicectl.path('shop.test.yaml'), tests)
    expect(stdout).to.contain('prompts have no recorded reply; record them again with --record')
    expect(exitCode).to.equal(1)
  })

  it('refuses a file of replies that is none', async () => {
    writeFileSync(voicectl.path('shop.test.replies.json'), '[]')
    const {stderr, exitCode} = await run(['--llm', 'assist'])
    expect(stderr).to.contain('REPLIES_INVALID')
    expect(exitCode).to.equal(2)
  })
})

/** A model that understands one odd word, plays one caller and judges as it is told. */
function reply({messages, schema}: ChatRequest, isPolite: boolean): Reply {
  const last = messages.at(-1)?.content ?? ''
  switch (schema?.name) {
    case 'verdicts':
      return {json: {verdicts: [{criterion: 1, pass: isPolite, reason: isPolite ? 'да' : 'грубо'}]}}
    case 'caller':
      return {json: {say: last.includes('Чай или кофе') ? 'чай' : 'до свидания', hang_up: !last.includes('Чай или кофе')}}
    case undefined:
      return phrased
    default: {
      const commands = last.includes('из зёрен') ? [{kind: 'set', field: 'product', value: 'coffee', intent: null, topic: null}] : []
      const withReply = JSON.stringify(schema).includes('"reply"')
      return {json: {commands, ...(withReply && {reply: phrased})}}
    }
  }
}
