import type {ModelInfo} from '../model-table.ts'
import {findModel} from '../models.ts'
import type {AnswerSchema, LlmRequest, Message} from '../port.ts'
import type {Dialect} from './dialect.ts'
import {wireSchema} from './wire-schema.ts'

/** How the server is asked for JSON, from the strictest to the humblest. */
export const answerFormats = ['json_schema', 'json_object', 'text'] as const
export type AnswerFormat = (typeof answerFormats)[number]

export type ChatBody = {
  readonly model: string
  readonly messages: readonly Message[]
  readonly temperature: number
  readonly stream: boolean
  readonly [field: string]: unknown
}

export interface BodyOptions {
  readonly model: string
  readonly dialect: Dialect
  readonly stream: boolean
  readonly format: AnswerFormat
  /** Optional fields that this server has refused before. */
  readonly without: ReadonlySet<string>
}

/** The JSON of a chat request. Field order is fixed, so that equal requests are equal bytes. */
export function chatBody(request: LlmRequest, {model, dialect, stream, format, without}: BodyOptions): ChatBody {
  const {messages, maxTokens, temperature, schema, reasoningEffort, cacheKey} = request
  const family = reasoningFamily(model)
  const optional: Record<string, unknown> = {
    ...dialect.reasoning(family, reasoningEffort),
    ...(stream && dialect.askForUsage && {stream_options: {include_usage: true}}),
    ...(cacheKey !== undefined && dialect.cacheKey && {prompt_cache_key: cacheKey}),
  }
  for (const field of without) delete optional[field]
  const lengthField = without.has(dialect.lengthField) ? otherLengthField(dialect.lengthField) : dialect.lengthField
  return {
    model,
    messages: schema && format !== 'json_schema' ? withInstruction(messages, schema) : messages.map(({role, content}) => ({role, content})),
    // Zero is a value: it asks for the same answer every time.
    temperature,
    [lengthField]: maxTokens + reasoningRoom(family, reasoningEffort),
    stream,
    ...(schema && responseFormat(schema, format)),
    ...optional,
  }
}

/** By the table for the models we know; by the name for what people serve themselves (`gpt-oss:20b`, `Qwen/Qwen3-8B`). */
export function reasoningFamily(model: string): ModelInfo['reasoning'] {
  const known = findModel(model) ?? findModel(model, 'openai')
  if (known) return known.reasoning
  if (/gpt-oss/i.test(model)) return 'gpt-oss'
  return /qwen-?3(?!.*instruct)/i.test(model) ? 'qwen' : 'none'
}

/** Hidden thoughts count as output tokens: without room for them the answer is cut off before its first word. */
function reasoningRoom(family: ModelInfo['reasoning'], effort: LlmRequest['reasoningEffort']): number {
  const rooms = {low: 512, medium: 2048, high: 8192}
  if (family === 'gpt-oss') return rooms[effort ?? 'low']
  return family === 'qwen' && effort ? rooms[effort] : 0
}

const otherLengthField = (field: Dialect['lengthField']) => (field === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens')

function responseFormat({name, schema}: AnswerSchema, format: AnswerFormat): Record<string, unknown> {
  if (format === 'text') return {}
  if (format === 'json_object') return {response_format: {type: 'json_object'}}
  return {response_format: {type: 'json_schema', json_schema: {name, strict: true, schema: wireSchema(schema)}}}
}

/**
 * Puts the schema into the first system message: some chat templates take no later one, and it is equal in every turn, so the prompt
 * cache still holds. JSON mode also insists on the word "JSON" in the prompt.
 */
function withInstruction(messages: readonly Message[], {schema}: AnswerSchema): Message[] {
  const instruction = `Answer with one JSON object and nothing else. It must match this JSON Schema:\n${JSON.stringify(wireSchema(schema))}`
  const plain = messages.map(({role, content}) => ({role, content}))
  const [first, ...others] = plain
  if (first?.role !== 'system') return [{role: 'system', content: instruction}, ...plain]
  return [{role: 'system', content: `${first.content}\n\n${instruction}`}, ...others]
}
