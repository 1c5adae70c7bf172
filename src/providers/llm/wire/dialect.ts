import type {ModelInfo} from '../model-table.ts'

/** Where the servers that speak this protocol differ. */
export interface Dialect {
  /** `max_tokens` is what every old server knows, `max_completion_tokens` what the newest insist on. */
  readonly lengthField: 'max_tokens' | 'max_completion_tokens'
  /** Ask for token counts at the end of a stream; Groq sends them unasked. */
  readonly askForUsage: boolean
  /** Whether an answer with a schema can be streamed. */
  readonly streamsSchema: boolean
  /** Whether `prompt_cache_key` is taken; others refuse the whole request because of it. */
  readonly cacheKey: boolean
  /** The switches that keep a reasoning model short and its thoughts out of the answer. */
  reasoning(family: ModelInfo['reasoning'], effort: 'low' | 'medium' | 'high' | undefined): Readonly<Record<string, unknown>>
}
