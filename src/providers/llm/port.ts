/** A language model as the product sees it. Every method rejects with `LlmError` and nothing else. */
export interface Llm {
  /** `groq:openai/gpt-oss-20b`: provider, colon, model. */
  readonly id: string
  complete(request: LlmRequest, signal?: AbortSignal): Promise<Completion>
  /** Text as it is written, then one `end`. Leaving the loop early closes the connection. */
  stream(request: LlmRequest, signal?: AbortSignal): AsyncIterable<Delta>
  /** The ids that the endpoint serves now. Also opens the connection, so the first turn of a call need not. */
  models(signal?: AbortSignal): Promise<string[]>
}

export interface Message {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}

export interface LlmRequest {
  /** From the most stable to the most changing: providers cache by exact prefix. */
  readonly messages: readonly Message[]
  /** Tokens of the visible answer; room for hidden reasoning is added on top. */
  readonly maxTokens: number
  readonly temperature: number
  /** Ask for JSON of this shape. Every property required, `additionalProperties: false`, optional = union with null. */
  readonly schema?: AnswerSchema
  /** For reasoning models; the lowest that the model knows when absent. */
  readonly reasoningEffort?: 'low' | 'medium' | 'high'
  /** Milliseconds from now until the whole answer is there, retries and fallback included. */
  readonly deadlineMs: number
  /** Milliseconds from now until the first words are there; without it the endpoint's own limit. */
  readonly firstTokenMs?: number
  /** Requests with an equal key share a prompt prefix; sent only to providers that take such a hint. Never personal data. */
  readonly cacheKey?: string
}

export interface AnswerSchema {
  /** `[a-zA-Z0-9_-]{1,64}` */
  readonly name: string
  readonly schema: JsonSchema
}

export type JsonSchema = {readonly [keyword: string]: unknown}

export type Delta = {readonly kind: 'text'; readonly text: string} | {readonly kind: 'end'; readonly completion: Completion}

export interface Completion {
  readonly text: string
  /** Parsed and checked against the outline of `schema`; the caller still validates it. Absent when no schema was asked for. */
  readonly json?: unknown
  readonly usage: Usage
  /** Milliseconds from the call to the first text. */
  readonly firstTokenMs: number
  /** Milliseconds from the call to the end of the answer. */
  readonly totalMs: number
  /** As the server named it. */
  readonly model: string
  readonly finish: 'stop' | 'length'
}

/** Tokens; zeros when the server does not report them. `cached` is the part of `input` that was read from a prompt cache. */
export interface Usage {
  readonly input: number
  readonly output: number
  readonly cached?: number
}
