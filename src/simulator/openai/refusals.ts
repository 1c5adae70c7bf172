import type {OpenAiDoubleOptions} from './types.ts'

export interface Refusal {
  readonly status: number
  readonly code?: string
  readonly type: string
  readonly message: string
}

type Body = Readonly<Record<string, unknown>>

/** What the real servers turn down, in their words: a client that works here has not been waved through. */
export function refusalOf(body: Body | undefined, options: OpenAiDoubleOptions): Refusal | undefined {
  const {dialect = 'openai', models, formats = ['json_schema', 'json_object']} = options
  if (!body) return invalid('We could not parse the JSON body of your request.')
  const {model, messages, temperature, stream, response_format: format} = body
  if (typeof model !== 'string') return invalid('you must provide a model parameter')
  if (models && !models.includes(model)) return notFound(model)
  if (!Array.isArray(messages) || messages.length === 0) return invalid("'messages' : minimum number of items is 1")
  if (messages.some((message: Body) => typeof message?.['role'] !== 'string' || typeof message?.['content'] !== 'string')) {
    return invalid("'messages.0' : one of the following must be satisfied")
  }
  if (temperature !== undefined && (typeof temperature !== 'number' || temperature < 0 || temperature > 2)) {
    return invalid("'temperature' : must be a number between 0 and 2")
  }
  return (
    (dialect === 'groq' ? unknownToGroq(body) : unknownToOpenAi(body)) ??
    (format === undefined ? undefined : badFormat(format as Body, messages as Body[], {dialect, formats, stream: stream === true}))
  )
}

export const noKey: Refusal = {status: 401, code: 'invalid_api_key', type: 'invalid_request_error', message: 'Invalid API Key'}

const notFound = (model: string): Refusal => ({
  status: 404,
  code: 'model_not_found',
  type: 'invalid_request_error',
  message: `The model \`${model}\` does not exist or you do not have access to it.`,
})

const invalid = (message: string, code?: string): Refusal => ({status: 400, type: 'invalid_request_error', message, ...(code && {code})})

const common = [
  'model',
  'messages',
  'temperature',
  'stream',
  'response_format',
  'max_tokens',
  'max_completion_tokens',
  'top_p',
  'stop',
  'seed',
  'user',
  'reasoning_effort',
]
const groqFields = new Set([
  ...common,
  'include_reasoning',
  'reasoning_format',
  'service_tier',
  'n',
  'tools',
  'tool_choice',
  'stream_options',
])
const openAiFields = new Set([
  ...common,
  'stream_options',
  'prompt_cache_key',
  'service_tier',
  'n',
  'tools',
  'tool_choice',
  'store',
  'metadata',
])

function unknownToGroq(body: Body): Refusal | undefined {
  const unknown = Object.keys(body).find((field) => !groqFields.has(field))
  if (unknown) return invalid(`property '${unknown}' is unsupported`)
  const {model, reasoning_effort: effort, include_reasoning: include, reasoning_format: format} = body
  if (include !== undefined && format !== undefined) return invalid('`include_reasoning` and `reasoning_format` are mutually exclusive')
  if (effort === undefined) return undefined
  const allowed = String(model).includes('gpt-oss')
    ? ['low', 'medium', 'high']
    : String(model).startsWith('qwen/')
      ? ['none', 'default']
      : []
  if (allowed.length === 0) return invalid('`reasoning_effort` is not supported with this model')
  return allowed.includes(String(effort))
    ? undefined
    : invalid(`\`reasoning_effort\` must be one of ${allowed.map((value) => `\`${value}\``).join(', ')}`)
}

function unknownToOpenAi(body: Body): Refusal | undefined {
  const unknown = Object.keys(body).find((field) => !openAiFields.has(field))
  if (unknown) return invalid(`Unrecognized request argument supplied: ${unknown}`)
  return body['stream_options'] !== undefined && body['stream'] !== true
    ? invalid("The 'stream_options' parameter is only allowed when 'stream' is enabled.")
    : undefined
}

interface FormatRules {
  readonly dialect: 'openai' | 'groq'
  readonly formats: readonly string[]
  readonly stream: boolean
}

function badFormat(
  {type, json_schema: wanted}: Body,
  messages: readonly Body[],
  {dialect, formats, stream}: FormatRules,
): Refusal | undefined {
  if (type === 'text') return undefined
  if (!formats.includes(String(type))) {
    return invalid(`This model does not support response format \`${String(type)}\`. See supported models at the documentation.`)
  }
  if (type === 'json_object') {
    const told = messages.some(({content}) => /json/i.test(String(content)))
    return told
      ? undefined
      : invalid("'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.")
  }
  if (dialect === 'groq' && stream) return invalid('Streaming is not supported with structured outputs')
  const {name, schema, strict} = (wanted ?? {}) as Body
  if (typeof name !== 'string' || !/^[\w-]{1,64}$/.test(name))
    return invalid("'response_format.json_schema.name' : must match ^[a-zA-Z0-9_-]{1,64}$")
  const problem = strict === true ? strictProblem(schema as Body, name) : undefined
  return problem === undefined ? undefined : invalid(`invalid JSON schema for response_format: '${name}': ${problem}`)
}

/** The rules of constrained decoding: closed objects, everything required, no value limits. */
function strictProblem(schema: Body | undefined, path: string): string | undefined {
  if (typeof schema !== 'object' || schema === null) return `${path}: a schema is expected`
  const limit = ['minItems', 'maxItems', 'minLength', 'maxLength', 'pattern', 'format', 'minimum', 'maximum'].find(
    (keyword) => keyword in schema,
  )
  if (limit) return `${path}: ${limit} is not supported`
  const {properties, required, items, anyOf} = schema as {
    properties?: Record<string, Body>
    required?: string[]
    items?: Body
    anyOf?: Body[]
  }
  if (properties) {
    if (schema['additionalProperties'] !== false) return `${path}: additionalProperties:false must be set on every object`
    const optional = Object.keys(properties).find((name) => !required?.includes(name))
    if (optional) return `${path}: \`required\` is required to include every key in properties. Missing '${optional}'`
  }
  for (const [name, child] of [
    ...Object.entries(properties ?? {}),
    ...(items ? [['items', items] as const] : []),
    ...(anyOf ?? []).map((variant, index) => [`anyOf/${index}`, variant] as const),
  ]) {
    const problem = strictProblem(child, `${path}/${name}`)
    if (problem !== undefined) return problem
  }
  return undefined
}
