import {expect} from 'chai'
import type {LlmRequest} from '../../../../src/providers/llm/port.ts'
import {type BodyOptions, chatBody, reasoningFamily} from '../../../../src/providers/llm/wire/body.ts'
import {concede, type Habits} from '../../../../src/providers/llm/wire/habits.ts'
import type {Dialect} from '../../../../src/providers/llm/wire/dialect.ts'

const dialect: Dialect = {
  lengthField: 'max_tokens',
  askForUsage: true,
  streamsSchema: true,
  cacheKey: true,
  reasoning: (family, effort) => (family === 'none' ? {} : {reasoning_effort: effort ?? 'low'}),
}

const ask: LlmRequest = {
  messages: [
    {role: 'system', content: 'Правила.'},
    {role: 'user', content: 'Привет'},
  ],
  maxTokens: 100,
  temperature: 0,
  deadlineMs: 1000,
}

const body = (more: Partial<LlmRequest> = {}, options: Partial<BodyOptions> = {}) =>
  chatBody({...ask, ...more}, {model: 'plain', dialect, stream: false, format: 'json_schema', without: new Set(), ...options})

const schema = {name: 'turn', schema: {type: 'object', properties: {}, required: [], additionalProperties: false}}

describe('chatBody', () => {
  it('sends temperature 0 (D-32), and only what was asked for', () => {
    expect(body()).to.deep.equal({model: 'plain', messages: ask.messages, temperature: 0, max_tokens: 100, stream: false})
  })

  it('leaves room for hidden reasoning', () => {
    expect(body({}, {model: 'openai/gpt-oss-20b'})).to.include({max_tokens: 612, reasoning_effort: 'low'})
    expect(body({reasoningEffort: 'high'}, {model: 'gpt-oss:120b'})).to.include({max_tokens: 8292, reasoning_effort: 'high'})
  })

  it('asks for token counts of a stream, and leaves out what the server refused', () => {
    expect(body({cacheKey: 'k'}, {stream: true})).to.deep.include({stream_options: {include_usage: true}, prompt_cache_key: 'k'})
    const without = new Set(['stream_options', 'prompt_cache_key', 'max_tokens'])
    expect(body({cacheKey: 'k'}, {stream: true, without})).to.deep.equal({
      model: 'plain',
      messages: ask.messages,
      temperature: 0,
      max_completion_tokens: 100,
      stream: true,
    })
  })

  it('puts the schema into the first system message when the server does not enforce it', () => {
    for (const format of ['json_object', 'text'] as const) {
      const {messages, response_format: sent} = body({schema}, {format})
      expect(messages[0]?.content).to.match(/^Правила\.\n\nAnswer with one JSON object .*additionalProperties/s)
      expect(sent).to.deep.equal(format === 'text' ? undefined : {type: 'json_object'})
    }
    const {messages} = body({schema, messages: [{role: 'user', content: 'Привет'}]}, {format: 'text'})
    expect(messages.map(({role}) => role)).to.deep.equal(['system', 'user'])
  })

  it('knows reasoning models by their names', () => {
    for (const [model, family] of [
      ['openai/gpt-oss-20b', 'gpt-oss'],
      ['gpt-oss:20b', 'gpt-oss'],
      ['qwen/qwen3.6-27b', 'qwen'],
      ['Qwen/Qwen3-8B', 'qwen'],
      ['qwen3:4b', 'qwen'],
      ['Qwen3-30B-A3B-Instruct-2507', 'none'],
      ['qwen2.5-7b-instruct', 'none'],
      ['gpt-4.1-mini', 'none'],
    ] as const) {
      expect(reasoningFamily(model), model).to.equal(family)
    }
  })
})

describe('concede', () => {
  const start: Habits = {format: 'json_schema', without: new Set()}
  const refuse = (message: string, status = 400, code = '') => ({
    status,
    headers: new Headers(),
    body: JSON.stringify({error: {message, code}}),
  })
  const sent = body({schema, cacheKey: 'k'}, {stream: true, model: 'gpt-oss:20b'})

  for (const message of [
    'This model does not support response format `json_schema`. See supported models',
    "'response_format.type' : value is not one of the allowed values ['text','json_object']",
    'guided decoding is not supported with this backend',
  ]) {
    it(`humbler JSON after: ${message.slice(0, 50)}`, () => {
      expect(concede(refuse(message), sent, start)?.format).to.equal('json_object')
    })
  }

  for (const [message, field] of [
    ["property 'stream_options' is unsupported", 'stream_options'],
    ['Unrecognized request argument supplied: prompt_cache_key', 'prompt_cache_key'],
    ["Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.", 'max_tokens'],
    ['`reasoning_effort` must be one of `none`, `default`', 'reasoning_effort'],
  ] as const) {
    it(`without ${field} after: ${message.slice(0, 50)}`, () => {
      expect([...(concede(refuse(message), sent, start)?.without ?? [])]).to.deep.equal([field])
    })
  }

  it('reads the refusals of FastAPI servers', () => {
    const detail = [{type: 'extra_forbidden', loc: ['body', 'stream_options'], msg: 'Extra inputs are not permitted'}]
    const refusal = {status: 422, headers: new Headers(), body: JSON.stringify({detail})}
    expect([...(concede(refusal, sent, start)?.without ?? [])]).to.deep.equal(['stream_options'])
  })

  for (const [name, refusal] of [
    ['a wrong schema', refuse("invalid JSON schema for response_format: 'turn': minItems is not supported")],
    ['a wrong temperature', refuse("Unsupported value: 'temperature' does not support 0 with this model.")],
    ['too many tokens', refuse("'max_tokens' is too large: 90000")],
    ['a long conversation', refuse('response_format and messages are too long', 400, 'context_length_exceeded')],
    ['a rate limit', refuse('response_format requests are limited', 429)],
    ['a broken server', refuse('json_schema crashed', 500)],
  ] as const) {
    it(`nothing after ${name}`, () => expect(concede(refusal, sent, start)).to.equal(undefined))
  }

  it('ends when there is nothing left to give', () => {
    const habits: Habits = {format: 'text', without: new Set(['stream_options'])}
    const last = body({schema}, {stream: true, ...habits})
    expect(concede(refuse('response_format is unsupported'), last, habits)).to.equal(undefined)
    expect(concede(refuse('stream_options is unsupported'), last, habits)).to.equal(undefined)
  })
})
