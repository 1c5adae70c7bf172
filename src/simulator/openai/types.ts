import type {Clock} from '../../clock.ts'

export interface OpenAiDoubleOptions {
  /** Whose manners it has: which fields it refuses and where it puts the token counts. Default `openai`. */
  readonly dialect?: 'openai' | 'groq'
  /** Other keys get a 401; without it every request is welcome. */
  readonly apiKey?: string
  /** Other models get a 404; without it every model is served. */
  readonly models?: readonly string[]
  /** The structured formats it knows; others get a 400. Default both. */
  readonly formats?: readonly ('json_schema' | 'json_object')[]
  readonly replies?: Replies
  readonly latency?: Latency
  readonly framing?: Framing
  /** Same seed, same jitter, same garbage. */
  readonly seed?: number
  readonly clock?: Clock
  /** Default: any free one. */
  readonly port?: number
}

/** Where answers come from, in this order; when nothing fits, a polite nothing: "Understood." or the emptiest JSON that fits the schema. */
export interface Replies {
  /** Used up one by one. */
  readonly queue?: readonly Reply[]
  /** Recorded answers by `promptHash` of the messages. */
  readonly fixtures?: Readonly<Record<string, Reply>>
  readonly script?: (request: ChatRequest) => Reply | undefined
}

export type Reply = string | ReplyParts

export interface ReplyParts {
  readonly text?: string
  /** Sent as its JSON text. */
  readonly json?: unknown
  /** Thoughts that come before the text, in a field of their own. */
  readonly reasoning?: string
  /** The stream's pieces exactly; otherwise words are cut into pieces of up to four characters, about what a token is. */
  readonly pieces?: readonly string[]
  readonly finish?: 'stop' | 'length' | 'content_filter'
  readonly refusal?: string
  readonly usage?: {readonly input: number; readonly output: number; readonly cached?: number}
}

/** Milliseconds; all 0 by default. */
export interface Latency {
  /** Added to the first request of every connection. */
  readonly connectMs?: number
  readonly firstTokenMs?: number
  readonly perTokenMs?: number
  /** 0 to 1: how far each delay may stray from its value, both ways. */
  readonly jitter?: number
}

/** Habits of other servers in writing event streams. */
export interface Framing {
  readonly newline?: '\n' | '\r\n'
  /** A comment line before every event, as proxies send against idle timeouts. */
  readonly comments?: boolean
  /** No `[DONE]`, the connection just ends. */
  readonly noDone?: boolean
}

export type Fault = FaultKind & {
  /** How many requests it hits; all when absent. */
  readonly times?: number
  /** Only requests for this model. */
  readonly model?: string
}

export type FaultKind =
  /** Accepts the request and never says anything. */
  | {readonly kind: 'black_hole'}
  /** One byte at a time. */
  | {readonly kind: 'slow_drip'; readonly byteMs: number}
  /** Random bytes under the right content type. */
  | {readonly kind: 'garbage'}
  | {readonly kind: 'invalid_json'}
  /** Good JSON of another shape than was asked for. */
  | {readonly kind: 'wrong_schema'}
  /** Ends cleanly after some pieces, without a finish reason. */
  | {readonly kind: 'truncated'; readonly after: number}
  /** The connection is reset after some pieces. */
  | {readonly kind: 'reset'; readonly after: number}
  /** An `error` event after some pieces. */
  | {readonly kind: 'error_event'; readonly after: number; readonly code?: string}
  /** Says everything, then neither `[DONE]` nor the end. */
  | {readonly kind: 'never_ends'}
  | {readonly kind: 'status'; readonly status: number; readonly code?: string; readonly message?: string; readonly retryAfter?: string}
  | {readonly kind: 'empty_choices'}
  | {readonly kind: 'tool_call'}
  /** Far more text than any limit. */
  | {readonly kind: 'huge'; readonly characters: number}
  /** A proxy's error page with status 200. */
  | {readonly kind: 'html'}

export interface ChatRequest {
  readonly model: string
  readonly messages: readonly {readonly role: string; readonly content: string}[]
  readonly stream: boolean
  readonly schema?: {readonly name: string; readonly schema: Readonly<Record<string, unknown>>}
  /** Everything as it came. */
  readonly body: Readonly<Record<string, unknown>>
}

export interface RecordedRequest {
  /** Clock time. */
  readonly at: number
  readonly method: string
  readonly path: string
  /** Without `authorization`. */
  readonly headers: Readonly<Record<string, string>>
  readonly authorized: boolean
  /** Parsed; undefined when there was none or it was no JSON. */
  readonly body: Readonly<Record<string, unknown>> | undefined
  /** Which connection carried it, from 1: equal numbers mean that the connection was kept. */
  readonly connection: number
  /** How it ended: the answer was sent whole, or the client left. `at` is clock time. */
  readonly closed: Promise<{readonly how: 'answered' | 'abandoned'; readonly at: number}>
}

export interface OpenAiDouble {
  /** `http://127.0.0.1:PORT/v1`. Groq's `/openai/v1` is served too. */
  readonly url: string
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
  readonly requests: readonly RecordedRequest[]
  /** From now on; none = healthy. Several: the first that applies. */
  setFault(...faults: readonly Fault[]): void
  close(): Promise<void>
}
