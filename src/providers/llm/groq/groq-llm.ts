import Groq, {APIError, APIUserAbortError} from 'groq-sdk'
import type {ChatCompletionCreateParams} from 'groq-sdk/resources/chat/completions'
import type {Llm} from '../port.ts'
import {chatLlm, type ChatOptions} from '../wire/chat.ts'
import type {Dialect} from '../wire/dialect.ts'
import type {Reply, Transport} from '../wire/transport.ts'
import type {Fetch} from '../wire/warm-fetch.ts'

export interface GroqOptions extends Omit<ChatOptions, 'transport'> {
  readonly apiKey: string
  /** Groq's own when absent; with or without the `/openai/v1` that Groq's examples for other clients show. */
  readonly baseUrl?: string | undefined
  readonly fetch: Fetch
}

/** Groq through its own SDK, which knows the paths, headers and parameters; deadlines, retries and the reading of streams are ours. */
export function groqLlm(options: GroqOptions): Llm {
  return chatLlm({...options, transport: groqTransport(options)})
}

export const groqUrl = 'https://api.groq.com'

/** The SDK must never be the one to give up. */
const never = 24 * 60 * 60 * 1000

function groqTransport({apiKey, baseUrl = groqUrl, fetch}: Pick<GroqOptions, 'apiKey' | 'baseUrl' | 'fetch'>): Transport {
  const root = baseUrl.replace(/\/+$/, '').replace(/\/openai(?:\/v1)?$/, '')
  const client = new Groq({
    apiKey,
    baseURL: root,
    maxRetries: 0,
    timeout: never,
    // stdout belongs to results, and the SDK's debug log prints requests there.
    logLevel: 'off',
    // The header would announce a day of patience to every proxy on the way.
    defaultHeaders: {'X-Stainless-Timeout': null},
    fetch,
  })
  return {
    provider: 'groq',
    baseUrl: root,
    secrets: [apiKey],
    dialect: groqDialect,
    chat: (body, signal) => reply(client.chat.completions.create(body as unknown as ChatCompletionCreateParams, {signal}).asResponse()),
    models: (signal) => reply(client.models.list({signal}).asResponse()),
  }
}

const groqDialect: Dialect = {
  lengthField: 'max_completion_tokens',
  askForUsage: false,
  streamsSchema: false,
  cacheKey: false,
  reasoning(family, effort) {
    // gpt-oss takes low, medium and high only; "none" is a 400.
    if (family === 'gpt-oss') return {reasoning_effort: effort ?? 'low', include_reasoning: false}
    // Here low, medium and high are a 400 for most; "none" is the non-thinking mode.
    if (family === 'qwen') return effort ? {reasoning_effort: 'default', reasoning_format: 'hidden'} : {reasoning_effort: 'none'}
    return {}
  },
}

/** The SDK throws refusals; the rest of the product reads them as answers. */
async function reply(sent: Promise<Response>): Promise<Reply> {
  try {
    return {ok: true, response: await sent}
  } catch (error) {
    if (!(error instanceof APIError) || error instanceof APIUserAbortError) throw error
    const {status, headers, error: body, message} = error as {status?: number; headers?: Headers; error?: unknown; message: string}
    if (status === undefined || headers === undefined) throw error
    return {ok: false, status, headers, body: body === undefined ? message : JSON.stringify(body)}
  }
}
