import {expect} from 'chai'
import {systemClock} from '../../../src/clock.ts'
import {createLlm, type LlmSettings} from '../../../src/providers/llm/create-llm.ts'
import type {Llm} from '../../../src/providers/llm/port.ts'
import type {OpenAiDouble} from '../../../src/simulator/openai/types.ts'
import {ask, collect, doubles, failure, key, slots} from './adapters.ts'

const small = 'openai/gpt-oss-20b'
const big = 'openai/gpt-oss-120b'

const groq = async ({origin}: OpenAiDouble, more: Partial<LlmSettings> = {}): Promise<Llm> => {
  const llm = await createLlm({provider: 'groq', baseUrl: `${origin}/openai/v1`, apiKey: key, timeoutMs: 4000, clock: systemClock, ...more})
  if (!llm) throw new Error('no model')
  return llm
}

describe('createLlm against a double', () => {
  const start = doubles()
  const models = ({requests}: OpenAiDouble) => requests.map(({body}) => body?.['model'])

  it('speaks to gpt-oss as Groq wants it: little reasoning, none of it in the answer, room for it', async () => {
    const double = await start({name: 'groq'}, {replies: {queue: [{reasoning: 'думаю', text: 'Да'}]}})
    expect((await (await groq(double)).complete(ask({temperature: 0, maxTokens: 60, cacheKey: 'salon'}))).text).to.equal('Да')
    expect(double.requests[0]?.path).to.equal('/openai/v1/chat/completions')
    expect(double.requests[0]?.body).to.deep.include({
      model: small,
      temperature: 0,
      reasoning_effort: 'low',
      include_reasoning: false,
      max_completion_tokens: 572,
      stream: true,
    })
  })

  it('asks qwen on Groq without thinking, and for JSON in the way it knows', async () => {
    const double = await start({name: 'groq'}, {formats: ['json_object'], replies: {queue: [{json: {intent: 'book', time: null}}]}})
    const llm = await groq(double, {model: 'qwen/qwen3.6-27b'})
    expect((await llm.complete(ask({schema: slots}))).json).to.deep.equal({intent: 'book', time: null})
    expect(double.requests).to.have.length(1)
    expect(double.requests[0]?.body).to.deep.include({reasoning_effort: 'none', response_format: {type: 'json_object'}})
  })

  it('learns once what an own server does not take', async () => {
    const double = await start({name: 'openai'})
    const llm = await createLlm({
      provider: 'openai',
      baseUrl: double.url,
      apiKey: key,
      model: 'Qwen3-8B',
      timeoutMs: 4000,
      clock: systemClock,
    })
    await llm?.complete(ask())
    await llm?.complete(ask())
    expect(double.requests.map(({body}) => 'chat_template_kwargs' in (body ?? {}))).to.deep.equal([true, false, false])
  })

  it('repeats a request whose connection broke', async () => {
    const double = await start({name: 'groq'}, {replies: {queue: ['Да']}})
    double.setFault({kind: 'reset', after: 0, times: 1})
    await (await groq(double)).complete(ask())
    expect(models(double)).to.deep.equal([small, small])
  })

  it('answers with the fallback model when the first one is silent, failing or gone, within the same deadline', async () => {
    for (const fault of [{kind: 'black_hole'}, {kind: 'status', status: 503}, {kind: 'status', status: 404}] as const) {
      const double = await start({name: 'groq'}, {replies: {script: ({model}) => `Отвечает ${model}`}})
      double.setFault({...fault, model: small})
      const {completion} = await collect((await groq(double)).stream(ask({deadlineMs: 1800})))
      expect(completion.text, fault.kind).to.equal(`Отвечает ${big}`)
      expect(models(double)).to.deep.equal([small, big])
    }
  })

  it('goes straight to the fallback after three failures', async () => {
    const double = await start({name: 'groq'})
    double.setFault({kind: 'status', status: 500, model: small})
    const llm = await groq(double)
    for (let turn = 0; turn < 5; turn += 1) await llm.complete(ask())
    expect(models(double).filter((model) => model === small)).to.have.length(3)
  })

  it('waits for a rate limit only when there is no other model', async () => {
    const double = await start({name: 'groq'})
    double.setFault({kind: 'status', status: 429, retryAfter: '1', times: 1})
    const alone = await groq(double, {fallbackModel: small})
    const started = Date.now()
    await alone.complete(ask())
    expect(Date.now() - started).to.be.at.least(995)
    double.setFault({kind: 'status', status: 429, retryAfter: '3600', model: small})
    const before = double.requests.length
    await (await groq(double)).complete(ask())
    expect(models(double).slice(before)).to.deep.equal([small, big])
  })

  it('holds the bound of the configuration when a request asks for more', async () => {
    const double = await start({name: 'groq'})
    double.setFault({kind: 'black_hole'})
    const llm = await groq(double, {timeoutMs: 200})
    // Longer than this test may take.
    expect(await failure(llm.complete(ask({deadlineMs: 60_000})))).to.include({kind: 'timeout'})
  })

  it('reads the answer byte by byte as well as in one piece', async () => {
    const double = await start({name: 'groq'}, {replies: {queue: ['Ёжик, 🙂 день', 'Ёжик, 🙂 день']}})
    const llm = await groq(double)
    double.setFault({kind: 'slow_drip', byteMs: 0, times: 1})
    const [slow, quick] = [await llm.complete(ask({deadlineMs: 4000})), await llm.complete(ask())]
    expect(slow.text).to.equal(quick.text)
    expect(slow.usage).to.deep.equal(quick.usage)
  })
})
