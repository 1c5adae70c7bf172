import {systemClock} from '../../../src/clock.ts'
import {groqLlm} from '../../../src/providers/llm/groq/groq-llm.ts'
import type {LlmError} from '../../../src/providers/llm/llm-error.ts'
import {openAiCompatibleLlm} from '../../../src/providers/llm/openai-compatible/openai-compatible-llm.ts'
import type {Completion, Delta, Llm, LlmRequest} from '../../../src/providers/llm/port.ts'
import type {AnswerFormat} from '../../../src/providers/llm/wire/body.ts'
import {habitBook} from '../../../src/providers/llm/wire/habits.ts'
import {warmFetch} from '../../../src/providers/llm/wire/warm-fetch.ts'
import {startOpenAiDouble} from '../../../src/simulator/openai/start-openai-double.ts'
import type {OpenAiDouble, OpenAiDoubleOptions} from '../../../src/simulator/openai/types.ts'

/** The marker: wherever it shows up outside the request, a secret has leaked. */
export const key = 'gsk_MARKERmarker0123456789SECRET'

export interface Adapter {
  readonly name: 'groq' | 'openai'
  readonly model: string
  make(url: OpenAiDouble, options?: MakeOptions): Llm
}

export interface MakeOptions {
  readonly model?: string
  readonly connectMs?: number
  readonly firstTokenMs?: number
  readonly format?: AnswerFormat
  readonly url?: string
}

const common = ({connectMs = 2000, firstTokenMs = 5000, format}: MakeOptions) => ({
  clock: systemClock,
  limits: {totalMs: 10_000, firstTokenMs},
  habits: habitBook(),
  fetch: warmFetch({clock: systemClock, connectMs, env: {}}),
  format,
})

export const adapters: readonly Adapter[] = [
  {
    name: 'groq',
    model: 'openai/gpt-oss-20b',
    make: ({origin}, options = {}) =>
      groqLlm({...common(options), apiKey: key, baseUrl: options.url ?? origin, model: options.model ?? 'openai/gpt-oss-20b'}),
  },
  {
    name: 'openai',
    model: 'qwen2.5-7b-instruct',
    make: ({url}, options = {}) =>
      openAiCompatibleLlm({...common(options), apiKey: key, baseUrl: options.url ?? url, model: options.model ?? 'qwen2.5-7b-instruct'}),
  },
]

/** Doubles of one test, closed after it. */
export function doubles() {
  const open: OpenAiDouble[] = []
  afterEach(async () => {
    await Promise.all(open.splice(0).map((double) => double.close()))
  })
  return async (adapter: Pick<Adapter, 'name'>, options: OpenAiDoubleOptions = {}) => {
    const double = await startOpenAiDouble({dialect: adapter.name, apiKey: key, ...options})
    open.push(double)
    return double
  }
}

export const ask = (more: Partial<LlmRequest> = {}): LlmRequest => ({
  messages: [
    {role: 'system', content: 'Ты администратор салона.'},
    {role: 'user', content: 'Здравствуйте, можно записаться?'},
  ],
  maxTokens: 100,
  temperature: 0,
  deadlineMs: 3000,
  ...more,
})

export const slots = {
  name: 'turn',
  schema: {
    type: 'object',
    properties: {intent: {type: 'string', enum: ['book', 'cancel', 'other']}, time: {type: ['string', 'null']}},
    required: ['intent', 'time'],
    additionalProperties: false,
  },
}

export async function collect(deltas: AsyncIterable<Delta>): Promise<{readonly texts: string[]; readonly completion: Completion}> {
  const texts: string[] = []
  for await (const delta of deltas) {
    if (delta.kind === 'end') return {texts, completion: delta.completion}
    texts.push(delta.text)
  }
  throw new Error('a stream without an end')
}

/** The error of a promise that must fail. */
export async function failure(promise: Promise<unknown>): Promise<LlmError> {
  try {
    await promise
  } catch (error) {
    return error as LlmError
  }
  throw new Error('it succeeded')
}

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
