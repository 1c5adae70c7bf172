import {expect} from 'chai'
import Groq from 'groq-sdk'
import {virtualClock} from '../../../src/clock.ts'
import {emptiest, promptHash} from '../../../src/simulator/openai/replies.ts'
import {seeded} from '../../../src/simulator/openai/random.ts'
import type {OpenAiDouble} from '../../../src/simulator/openai/types.ts'
import {doubles, key, slots} from './adapters.ts'

const messages = [{role: 'user', content: 'Запишите меня'}] as const

const post = (double: OpenAiDouble, body: Record<string, unknown>, headers: Record<string, string> = {}) =>
  fetch(`${double.url}/chat/completions`, {
    method: 'POST',
    headers: {authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers},
    body: JSON.stringify({model: 'm', messages, ...body}),
  })

describe('OpenAI double', () => {
  const start = doubles()

  it('writes an event stream as OpenAI does', async () => {
    const double = await start({name: 'openai'}, {replies: {queue: [{pieces: ['Да', ', конечно']}]}})
    const response = await post(double, {stream: true, stream_options: {include_usage: true}})
    expect(response.headers.get('content-type')).to.equal('text/event-stream; charset=utf-8')
    expect(response.headers.get('transfer-encoding')).to.equal('chunked')
    expect(response.headers.get('x-request-id')).to.match(/^req_/)
    expect(response.headers.get('keep-alive')).to.equal(null)
    const text = await response.text()
    expect(text.endsWith('data: [DONE]\n\n')).to.equal(true)
    const chunks = text
      .split('\n\n')
      .filter((line) => line.startsWith('data: {'))
      .map((line) => JSON.parse(line.slice(6)) as {choices: {delta: object; finish_reason: unknown}[]; usage?: object})
    expect(chunks.map(({choices}) => choices[0]?.delta)).to.deep.equal([
      {role: 'assistant', content: '', refusal: null},
      {content: 'Да'},
      {content: ', конечно'},
      {},
      undefined,
    ])
    expect(chunks.at(-2)?.choices[0]?.finish_reason).to.equal('stop')
    expect(chunks.at(-1)?.usage).to.deep.equal({
      prompt_tokens: 10,
      completion_tokens: 2,
      total_tokens: 12,
      prompt_tokens_details: {cached_tokens: 0},
    })
  })

  it('is understood by Groq’s own client: stream, whole answer, models, errors', async () => {
    const double = await start({name: 'groq'}, {models: ['openai/gpt-oss-20b'], replies: {queue: ['Добрый день', 'Слушаю']}})
    const client = new Groq({apiKey: key, baseURL: double.origin, maxRetries: 0})
    const ask = {model: 'openai/gpt-oss-20b', messages: [{role: 'user' as const, content: 'Алло'}]}
    const pieces: string[] = []
    let output: number | undefined
    for await (const chunk of await client.chat.completions.create({...ask, stream: true})) {
      pieces.push(chunk.choices[0]?.delta.content ?? '')
      output = chunk.x_groq?.usage?.completion_tokens ?? output
    }
    expect(pieces.join('')).to.equal('Добрый день')
    expect(output).to.equal(3)
    const whole = await client.chat.completions.create(ask)
    expect(whole.choices[0]?.message.content).to.equal('Слушаю')
    expect((await client.models.list()).data.map(({id}) => id)).to.deep.equal(['openai/gpt-oss-20b'])
    const missing = await client.chat.completions.create({...ask, model: 'llama-3.1-8b-instant'}).catch((error: unknown) => error)
    expect(missing).to.be.instanceOf(Groq.NotFoundError)
    double.setFault({kind: 'status', status: 429, retryAfter: '7'})
    const limited = await client.chat.completions.create(ask).catch((error: unknown) => error)
    expect(limited).to.be.instanceOf(Groq.RateLimitError)
    expect((limited as {headers: Headers}).headers.get('retry-after')).to.equal('7')
  })

  it('answers from the queue, then from fixtures, then from the script', async () => {
    const fixtures = {[promptHash(messages)]: 'из записи'}
    const script = () => 'из сценария'
    const double = await start({name: 'openai'}, {replies: {queue: ['из очереди'], fixtures, script}})
    const said = async (content: string) => {
      const response = await post(double, {messages: [{role: 'user', content}]})
      return ((await response.json()) as {choices: {message: {content: string}}[]}).choices[0]?.message.content
    }
    expect([await said('Запишите меня'), await said('Запишите меня'), await said('Другое')]).to.deep.equal([
      'из очереди',
      'из записи',
      'из сценария',
    ])
  })

  it('makes up the emptiest JSON that fits when it has no script', () => {
    expect(emptiest(slots.schema)).to.deep.equal({intent: 'book', time: null})
  })

  for (const [name, body, message] of [
    ['a missing model', {model: undefined}, /model/],
    ['no messages', {messages: []}, /messages/],
    ['a temperature of 3', {temperature: 3}, /temperature/],
    ['JSON mode without the word JSON', {response_format: {type: 'json_object'}}, /json/],
    [
      'an open schema',
      {response_format: {type: 'json_schema', json_schema: {name: 'x', strict: true, schema: {type: 'object', properties: {}}}}},
      /additionalProperties/,
    ],
    ['a field it does not know', {include_reasoning: false}, /include_reasoning/],
  ] as const) {
    it(`refuses ${name}, as the real one does`, async () => {
      const response = await post(await start({name: 'openai'}), body)
      expect(response.status).to.equal(400)
      expect(((await response.json()) as {error: {message: string}}).error.message).to.match(message)
    })
  }

  it('refuses a wrong key and never records the right one', async () => {
    const double = await start({name: 'openai'})
    expect((await post(double, {}, {authorization: 'Bearer wrong'})).status).to.equal(401)
    await (await post(double, {})).text()
    expect(double.requests.map(({authorized}) => authorized)).to.deep.equal([false, true])
    expect(JSON.stringify(double.requests)).to.not.include(key)
  })

  it('takes its time by the clock it is given', async () => {
    const clock = virtualClock(0)
    const double = await start({name: 'openai'}, {clock, latency: {firstTokenMs: 60_000}})
    let done = false
    const pending = post(double, {}).then((response) => {
      done = true
      return response.text()
    })
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(done).to.equal(false)
    clock.advance(60_000)
    await pending
    expect(done).to.equal(true)
  })

  it('is the same for the same seed', () => {
    const [one, other, third] = [seeded(7), seeded(7), seeded(8)]
    const draw = (random: () => number) => Array.from({length: 5}, random)
    const first = draw(one)
    expect(first).to.deep.equal(draw(other))
    expect(first).to.not.deep.equal(draw(third))
    for (const value of first) expect(value).to.be.within(0, 1)
  })

  it('limits a fault to some requests and to one model', async () => {
    const double = await start({name: 'openai'})
    double.setFault({kind: 'status', status: 500, times: 1, model: 'm'}, {kind: 'status', status: 503, model: 'other'})
    const statuses = [await post(double, {model: 'other'}), await post(double, {}), await post(double, {})].map(({status}) => status)
    expect(statuses).to.deep.equal([503, 500, 200])
    double.setFault()
    expect((await post(double, {model: 'other'})).status).to.equal(200)
  })
})
