import type {ChatRequest, ReplyParts} from './types.ts'
import {piecesOf} from './replies.ts'

export interface Counts {
  readonly input: number
  readonly output: number
  readonly cached: number
}

/** An answer worked out for one request: what will be said, and what it costs. */
export interface Plan {
  readonly id: string
  readonly created: number
  readonly model: string
  readonly reasoning: readonly string[]
  readonly pieces: readonly string[]
  readonly finish: string
  readonly refusal: string | undefined
  readonly counts: Counts
}

export interface PlanOptions {
  readonly id: string
  readonly created: number
  /** Tokens of the prompt that a cache already held. */
  readonly cached: number
}

/** Cuts the answer at the token limit of the request, as the real servers do; thoughts count. */
export function plan(request: ChatRequest, reply: ReplyParts, {id, created, cached}: PlanOptions): Plan {
  const {max_tokens: old, max_completion_tokens: limit} = request.body
  const room = Number(limit ?? old ?? Number.POSITIVE_INFINITY)
  const thoughts = piecesOf(reply.reasoning ?? '').slice(0, room)
  const all = reply.refusal === undefined ? (reply.pieces ?? piecesOf(reply.text ?? '')) : []
  const pieces = all.slice(0, room - thoughts.length)
  const cut = pieces.length < all.length
  const hidden = request.body['include_reasoning'] === false || request.body['reasoning_format'] === 'hidden'
  return {
    id,
    created,
    model: request.model,
    reasoning: hidden ? [] : thoughts,
    pieces,
    finish: cut ? 'length' : (reply.finish ?? 'stop'),
    refusal: reply.refusal,
    counts: {
      input: reply.usage?.input ?? promptTokens(request),
      output: reply.usage?.output ?? thoughts.length + pieces.length,
      cached: reply.usage?.cached ?? cached,
    },
  }
}

export const promptTokens = ({messages}: Pick<ChatRequest, 'messages'>): number =>
  messages.reduce((sum, {content}) => sum + piecesOf(content).length + 4, 3)

export const usageJson = ({input, output, cached}: Counts) => ({
  prompt_tokens: input,
  completion_tokens: output,
  total_tokens: input + output,
  prompt_tokens_details: {cached_tokens: cached},
})

/** The body of an answer in one piece. */
export function completionJson({id, created, model, reasoning, pieces, finish, refusal, counts}: Plan) {
  return {
    id,
    object: 'chat.completion',
    created,
    model,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: refusal === undefined ? pieces.join('') : null,
          ...(refusal !== undefined && {refusal}),
          ...(reasoning.length > 0 && {reasoning: reasoning.join('')}),
        },
        logprobs: null,
        finish_reason: finish,
      },
    ],
    usage: usageJson(counts),
    system_fingerprint: 'fp_double',
  }
}

/** One event of a stream. */
export function chunkJson({id, created, model}: Plan, delta: Readonly<Record<string, unknown>>, finish: string | null = null) {
  return {
    id,
    object: 'chat.completion.chunk',
    created,
    model,
    system_fingerprint: 'fp_double',
    choices: [{index: 0, delta, logprobs: null, finish_reason: finish}],
  }
}
