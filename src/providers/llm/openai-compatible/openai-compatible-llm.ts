import type {Llm} from '../port.ts'
import {chatLlm, type ChatOptions} from '../wire/chat.ts'
import type {Dialect} from '../wire/dialect.ts'
import type {Transport} from '../wire/transport.ts'
import {toReply} from '../wire/transport.ts'
import type {Fetch} from '../wire/warm-fetch.ts'

export interface OpenAiCompatibleOptions extends Omit<ChatOptions, 'transport'> {
  /** Up to and without `/chat/completions`: `http://localhost:11434/v1`. A login in it becomes basic authentication, a query is kept. */
  readonly baseUrl: string
  readonly apiKey?: string | undefined
  readonly fetch: Fetch
}

/** Any endpoint that speaks OpenAI's chat completions: OpenAI, vLLM, Ollama, llama.cpp, LM Studio, gateways. */
export function openAiCompatibleLlm(options: OpenAiCompatibleOptions): Llm {
  return chatLlm({...options, transport: openAiCompatibleTransport(options)})
}

export const openAiUrl = 'https://api.openai.com/v1'

function openAiCompatibleTransport({baseUrl, apiKey, fetch}: Pick<OpenAiCompatibleOptions, 'baseUrl' | 'apiKey' | 'fetch'>): Transport {
  const {base, authorization, secrets} = address(baseUrl, apiKey)
  const url = (path: string) => `${base.origin}${base.pathname.replace(/\/+$/, '')}${path}${base.search}`
  const common = {...(authorization !== undefined && {authorization}), 'user-agent': 'voicectl'}
  return {
    provider: 'openai',
    baseUrl: `${base.origin}${base.pathname}`,
    secrets,
    dialect: dialectOf(base.hostname),
    async chat(body, signal) {
      const headers = {...common, 'content-type': 'application/json', accept: body.stream ? 'text/event-stream' : 'application/json'}
      return toReply(await fetch(url('/chat/completions'), {method: 'POST', headers, body: JSON.stringify(body), signal}))
    },
    async models(signal) {
      return toReply(await fetch(url('/models'), {headers: {...common, accept: 'application/json'}, signal}))
    },
  }
}

/** fetch refuses a URL with a login, and quotes it in the refusal. */
function address(baseUrl: string, apiKey: string | undefined) {
  const base = new URL(baseUrl)
  const user = decodeURIComponent(base.username)
  const password = decodeURIComponent(base.password)
  base.username = ''
  base.password = ''
  const basic = user || password ? `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` : undefined
  const authorization = apiKey ? `Bearer ${apiKey}` : basic
  return {base, authorization, secrets: [apiKey ?? '', password, ...base.searchParams.values()].filter((value) => value.length >= 6)}
}

function dialectOf(hostname: string): Dialect {
  const openAi = hostname === 'api.openai.com' || hostname.endsWith('.openai.azure.com')
  return {
    lengthField: openAi ? 'max_completion_tokens' : 'max_tokens',
    askForUsage: true,
    streamsSchema: true,
    cacheKey: openAi || hostname === 'api.mistral.ai',
    reasoning(family, effort) {
      if (family === 'gpt-oss') return {reasoning_effort: effort ?? 'low'}
      // vLLM and SGLang pass this to the chat template; others ignore it or are asked again without.
      if (family === 'qwen') return {chat_template_kwargs: {enable_thinking: effort !== undefined}}
      return effort ? {reasoning_effort: effort} : {}
    },
  }
}
