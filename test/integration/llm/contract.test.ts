import {createServer} from 'node:net'
import type {AddressInfo, Socket} from 'node:net'
import {expect} from 'chai'
import {LlmError} from '../../../src/providers/llm/llm-error.ts'
import type {FaultKind} from '../../../src/simulator/openai/types.ts'
import {adapters, ask, collect, doubles, failure, key, sleep, slots} from './adapters.ts'

const words = 'Здравствуйте! На какой день вас записать?'

for (const adapter of adapters) {
  describe(`language model over ${adapter.name}`, () => {
    const start = doubles()

    it('streams the answer as it is written and ends with counts and times', async () => {
      const double = await start(adapter, {replies: {queue: [words]}, latency: {firstTokenMs: 30, perTokenMs: 2}})
      const llm = adapter.make(double)
      const {texts, completion} = await collect(llm.stream(ask()))
      expect(texts.length).to.be.greaterThan(5)
      expect(texts.join('')).to.equal(words)
      expect(completion).to.include({text: words, finish: 'stop', model: adapter.model})
      expect(completion.usage.input).to.be.greaterThan(10)
      expect(completion.usage.output).to.equal(texts.length)
      expect(completion.firstTokenMs).to.be.within(25, 1000)
      expect(completion.totalMs).to.be.greaterThan(completion.firstTokenMs)
      expect(llm.id).to.equal(`${adapter.name}:${adapter.model}`)
    })

    it('completes without a stream of deltas', async () => {
      const double = await start(adapter, {replies: {queue: [words]}})
      expect(await adapter.make(double).complete(ask())).to.include({text: words, finish: 'stop'})
    })

    it('sends temperature 0 as 0 (D-32)', async () => {
      const double = await start(adapter)
      await adapter.make(double).complete(ask({temperature: 0}))
      expect(double.requests[0]?.body?.['temperature']).to.equal(0)
    })

    it('sends equal bytes for equal requests, so that prompt caches hold', async () => {
      const double = await start(adapter)
      const llm = adapter.make(double)
      await llm.complete(ask())
      await llm.complete(ask())
      const [one, other] = double.requests.map(({body}) => JSON.stringify(body))
      expect(one).to.equal(other)
    })

    it('reports cached prompt tokens', async () => {
      const double = await start(adapter)
      const llm = adapter.make(double)
      const messages = [{role: 'system' as const, content: 'правила '.repeat(1500)}, ...ask().messages]
      await llm.complete(ask({messages}))
      expect((await llm.complete(ask({messages}))).usage.cached).to.be.greaterThan(1000)
    })

    it('keeps one connection for a whole conversation', async () => {
      const double = await start(adapter)
      const llm = adapter.make(double)
      await llm.models()
      for (let turn = 0; turn < 4; turn += 1) {
        await llm.complete(ask())
        await llm.complete(ask({schema: slots}))
        await sleep(5)
      }
      expect(new Set(double.requests.map(({connection}) => connection)).size).to.equal(1)
    })

    it('lists the models that are served', async () => {
      const double = await start(adapter, {models: ['a/one', 'two']})
      expect(await adapter.make(double).models()).to.deep.equal(['a/one', 'two'])
    })

    it('asks for strict JSON and returns it parsed', async () => {
      const double = await start(adapter, {replies: {queue: [{json: {intent: 'book', time: null}}]}})
      const completion = await adapter.make(double).complete(ask({schema: slots}))
      expect(completion.json).to.deep.equal({intent: 'book', time: null})
      expect(double.requests[0]?.body?.['response_format']).to.deep.equal({
        type: 'json_schema',
        json_schema: {name: 'turn', strict: true, schema: slots.schema},
      })
    })

    it('streams an answer with a schema too', async () => {
      const double = await start(adapter, {replies: {queue: [{json: {intent: 'cancel', time: '10:00'}}]}})
      const {completion} = await collect(adapter.make(double).stream(ask({schema: slots})))
      expect(completion.json).to.deep.equal({intent: 'cancel', time: '10:00'})
    })

    for (const [formats, used] of [
      [['json_object'], ['json_schema', 'json_object', 'json_object']],
      [[], ['json_schema', 'json_object', undefined, undefined]],
    ] as const) {
      it(`falls back when the server knows ${formats.length === 0 ? 'no structured output' : 'JSON mode only'}, and remembers it`, async () => {
        const reply = 'Вот ответ:\n```json\n{"intent": "book", "time": "в {10}"}\n```'
        const double = await start(adapter, {formats, replies: {queue: [reply, reply]}})
        const llm = adapter.make(double)
        for (let turn = 0; turn < 2; turn += 1) {
          expect((await llm.complete(ask({schema: slots}))).json).to.deep.equal({intent: 'book', time: 'в {10}'})
        }
        const asked = double.requests.map(({body}) => (body?.['response_format'] as {type?: string} | undefined)?.type)
        expect(asked).to.deep.equal(used)
      })
    }

    it('stops at the token limit and says so', async () => {
      const double = await start(adapter, {replies: {queue: ['раз '.repeat(2000)]}})
      const completion = await adapter.make(double, {model: 'plain-instruct'}).complete(ask({maxTokens: 10}))
      expect(completion).to.include({finish: 'length'})
      expect(completion.usage.output).to.equal(10)
    })

    it('survives CRLF, comments and a missing end mark', async () => {
      const double = await start(adapter, {replies: {queue: [words]}, framing: {newline: '\r\n', comments: true, noDone: true}})
      expect((await collect(adapter.make(double).stream(ask()))).completion.text).to.equal(words)
    })

    it('does not speak the thoughts of a model', async () => {
      const double = await start(adapter, {
        replies: {queue: [{reasoning: 'Надо поздороваться.', text: words}, `<think>Надо поздороваться.</think>\n\n${words}`]},
      })
      const llm = adapter.make(double, {model: 'some-model'})
      expect((await llm.complete(ask())).text).to.equal(words)
      expect((await llm.complete(ask())).text).to.equal(words)
    })

    it('takes an answer whose stream never ends', async () => {
      const double = await start(adapter, {replies: {queue: [words]}})
      double.setFault({kind: 'never_ends'})
      expect((await adapter.make(double).complete(ask())).text).to.equal(words)
    })

    it('cuts an answer that ignores every limit', async () => {
      const double = await start(adapter)
      double.setFault({kind: 'huge', characters: 400_000})
      const completion = await adapter.make(double).complete(ask())
      expect(completion.finish).to.equal('length')
      expect(completion.text.length).to.be.lessThan(20_000)
    })

    describe('abort', () => {
      for (const fault of [{kind: 'black_hole'}, {kind: 'slow_drip', byteMs: 2}] as const) {
        it(`closes the socket, which nothing else would end (${fault.kind})`, async () => {
          const double = await start(adapter)
          double.setFault(fault)
          const stop = new AbortController()
          const pending = failure(adapter.make(double).complete(ask(), stop.signal))
          await until(() => double.requests.length === 1)
          await sleep(30)
          stop.abort()
          const error = await pending
          expect(error).to.include({kind: 'aborted', retryable: false})
          expect((await double.requests[0]?.closed)?.how).to.equal('abandoned')
        })
      }

      it('sends nothing when it came first', async () => {
        const double = await start(adapter)
        expect(await failure(adapter.make(double).complete(ask(), AbortSignal.abort()))).to.include({kind: 'aborted'})
        expect(double.requests).to.have.length(0)
      })

      it('closes the socket when the reader leaves the loop', async () => {
        const double = await start(adapter, {replies: {queue: [words]}, latency: {perTokenMs: 20}})
        for await (const delta of adapter.make(double).stream(ask())) if (delta.kind === 'text') break
        expect((await double.requests[0]?.closed)?.how).to.equal('abandoned')
      })
    })

    describe('deadlines', () => {
      it('ends a silent server at the deadline of the request', async () => {
        const double = await start(adapter)
        double.setFault({kind: 'black_hole'})
        const started = Date.now()
        const error = await failure(adapter.make(double).complete(ask({deadlineMs: 200})))
        expect(error).to.include({kind: 'timeout', phase: 'total', retryable: true})
        expect(Date.now() - started).to.be.at.least(195)
        expect((await double.requests[0]?.closed)?.how).to.equal('abandoned')
      })

      it('waits shorter for the first word than for the whole answer', async () => {
        const double = await start(adapter)
        double.setFault({kind: 'black_hole'})
        const started = Date.now()
        expect(await failure(adapter.make(double).complete(ask({firstTokenMs: 120})))).to.include({kind: 'timeout', phase: 'first_token'})
        expect(Date.now() - started).to.be.at.least(115)
      })

      it('lets a slow answer go on after its first word, up to the deadline', async () => {
        const double = await start(adapter, {replies: {queue: [words]}, latency: {perTokenMs: 30}})
        const {completion} = await collect(adapter.make(double).stream(ask({firstTokenMs: 200})))
        expect(completion.totalMs).to.be.greaterThan(200)
      })

      it('ends a dripping server at the deadline', async () => {
        const double = await start(adapter)
        double.setFault({kind: 'slow_drip', byteMs: 5})
        expect(await failure(adapter.make(double).complete(ask({deadlineMs: 250})))).to.include({kind: 'timeout', phase: 'total'})
      })

      it('has a deadline for the connection alone', async () => {
        // Accepts the TCP connection and never answers the TLS greeting.
        const sockets = new Set<Socket>()
        const hole = createServer((socket) => sockets.add(socket.on('error', () => {})))
        await new Promise<void>((resolve) => hole.listen(0, '127.0.0.1', resolve))
        const url = `https://127.0.0.1:${(hole.address() as AddressInfo).port}`
        const started = Date.now()
        const error = await failure(adapter.make({url, origin: url} as never, {connectMs: 150, url}).complete(ask()))
        expect(error).to.include({kind: 'timeout', phase: 'connect', retryable: true})
        expect(Date.now() - started).to.be.at.least(145)
        for (const socket of sockets) socket.destroy()
        hole.close()
      })
    })

    describe('every failure has its kind, and no text of an error has the key (D-32)', () => {
      const cases: readonly (readonly [FaultKind, LlmError['kind'], Partial<LlmError>])[] = [
        [{kind: 'garbage'}, 'bad_response', {}],
        [{kind: 'invalid_json'}, 'bad_response', {}],
        [{kind: 'truncated', after: 0}, 'network', {retryable: true}],
        [{kind: 'truncated', after: 3}, 'network', {}],
        [{kind: 'reset', after: 0}, 'network', {retryable: true}],
        [{kind: 'reset', after: 3}, 'network', {}],
        [{kind: 'error_event', after: 2}, 'overloaded', {}],
        [{kind: 'error_event', after: 2, code: 'rate_limit_exceeded'}, 'rate_limited', {}],
        [{kind: 'status', status: 401, message: `Incorrect API key provided: ${key}`}, 'auth', {retryable: false, status: 401}],
        [{kind: 'status', status: 403}, 'auth', {retryable: false}],
        [{kind: 'status', status: 404}, 'model_not_found', {retryable: false}],
        [{kind: 'status', status: 400, code: 'model_decommissioned', message: 'The model has been decommissioned'}, 'model_not_found', {}],
        [{kind: 'status', status: 404, code: '', message: 'Not Found'}, 'bad_response', {retryable: false}],
        [{kind: 'status', status: 400, code: 'context_length_exceeded', message: 'too long'}, 'refused', {retryable: false, status: 400}],
        [{kind: 'status', status: 413, message: 'Request too large'}, 'refused', {retryable: false}],
        [{kind: 'status', status: 429, retryAfter: '2'}, 'rate_limited', {retryable: true, retryAfterMs: 2000}],
        [{kind: 'status', status: 429, code: 'insufficient_quota', message: 'check your billing'}, 'rate_limited', {retryable: false}],
        [{kind: 'status', status: 498, code: 'capacity_exceeded'}, 'overloaded', {retryable: true}],
        [{kind: 'status', status: 500}, 'overloaded', {retryable: true, status: 500}],
        [{kind: 'status', status: 503}, 'overloaded', {retryable: true}],
        [{kind: 'empty_choices'}, 'bad_response', {}],
        [{kind: 'tool_call'}, 'bad_response', {}],
        [{kind: 'html'}, 'bad_response', {retryable: false}],
      ]
      for (const [fault, kind, more] of cases) {
        it(`${JSON.stringify(fault).slice(0, 90)} → ${kind}`, async () => {
          const double = await start(adapter, {replies: {queue: [words]}})
          double.setFault(fault)
          const error = await failure(adapter.make(double).complete(ask()))
          expect(error).to.be.instanceOf(LlmError)
          expect(error).to.include({kind, provider: adapter.name, model: adapter.model, ...more})
          noKeyIn(error)
        })
      }

      for (const [fault, kind] of [
        [{kind: 'invalid_json'}, 'schema'],
        [{kind: 'wrong_schema'}, 'schema'],
        [{kind: 'garbage'}, 'bad_response'],
        [{kind: 'truncated', after: 1}, 'bad_response'],
        [{kind: 'reset', after: 1}, 'network'],
        [{kind: 'status', status: 400, code: 'json_validate_failed', message: 'Failed to generate JSON'}, 'schema'],
      ] as const) {
        it(`with a schema: ${JSON.stringify(fault).slice(0, 60)} → ${kind}`, async () => {
          const double = await start(adapter)
          double.setFault(fault)
          const error = await failure(adapter.make(double).complete(ask({schema: slots})))
          expect(error).to.include({kind})
          noKeyIn(error)
        })
      }

      it('a schema that the server cannot use is the schema’s fault, not a reason to give up strictness', async () => {
        const double = await start(adapter)
        const loose = {name: 'loose', schema: {type: 'object', properties: {a: {type: 'string'}}, required: []}}
        const error = await failure(adapter.make(double).complete(ask({schema: loose})))
        expect(error).to.include({kind: 'schema', status: 400, retryable: false})
        expect(double.requests).to.have.length(1)
      })

      it('a wrong key → auth', async () => {
        const double = await start(adapter, {apiKey: 'another'})
        const error = await failure(adapter.make(double).complete(ask()))
        expect(error).to.include({kind: 'auth', code: 'LLM_AUTH', exitCode: 5})
        noKeyIn(error)
      })

      it('nobody listens → network', async () => {
        const double = await start(adapter)
        await double.close()
        const llm = adapter.make(double)
        const error = await failure(llm.complete(ask()))
        expect(error).to.include({kind: 'network', retryable: true, exitCode: 6})
        expect(error.message).to.include('ECONNREFUSED')
        double.close = async () => {}
      })

      it('a refusal of the model → refused', async () => {
        const double = await start(adapter, {
          replies: {queue: [{refusal: 'I cannot help with that.'}, {text: 'Ну', finish: 'content_filter'}]},
        })
        const llm = adapter.make(double)
        expect(await failure(llm.complete(ask()))).to.include({kind: 'refused', retryable: false})
        expect(await failure(llm.complete(ask()))).to.include({kind: 'refused'})
      })

      it('thoughts that leave no room for an answer → bad_response, and asking again would not help', async () => {
        const double = await start(adapter, {replies: {queue: [{reasoning: 'думаю '.repeat(3000), text: words}]}})
        expect(await failure(adapter.make(double).complete(ask({maxTokens: 50})))).to.include({kind: 'bad_response', retryable: false})
      })
    })
  })
}

function noKeyIn(error: LlmError): void {
  const everything = [error.message, error.stack, JSON.stringify(error), JSON.stringify(error.sentence), String(error.cause)].join('\n')
  expect(everything).to.not.include(key)
  expect(everything).to.not.include('MARKER')
  expect(error.message.length).to.be.lessThan(320)
  expect(error.sentence.ru).to.match(/^Модель /)
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries += 1) await sleep(5)
}
