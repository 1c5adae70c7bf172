import type {Clock} from '../../clock.ts'
import type {Completion, Delta, LlmRequest} from './port.ts'

/** What is left of a request's deadlines while several attempts share them. */
export interface Budget {
  /** Milliseconds since the start. */
  elapsed(): number
  /** Milliseconds until the nearer deadline: for the first word if there is one, else for the answer. */
  remaining(): number
  /** The same request with what is left now. */
  rest(): LlmRequest
}

export function budget(request: LlmRequest, clock: Clock): Budget {
  const startedAt = clock.now()
  const {deadlineMs, firstTokenMs} = request
  const elapsed = () => clock.now() - startedAt
  const left = (ms: number) => Math.max(1, ms - elapsed())
  return {
    elapsed,
    remaining: () => Math.min(deadlineMs, firstTokenMs ?? deadlineMs) - elapsed(),
    rest: () => ({...request, deadlineMs: left(deadlineMs), ...(firstTokenMs !== undefined && {firstTokenMs: left(firstTokenMs)})}),
  }
}

/** The delta with its times counted from the caller's start, `before` milliseconds ahead of the attempt's own. */
export function spent(delta: Delta, before: number): Delta {
  if (delta.kind === 'text' || before === 0) return delta
  const {firstTokenMs, totalMs} = delta.completion
  return {kind: 'end', completion: {...delta.completion, firstTokenMs: firstTokenMs + before, totalMs: totalMs + before}}
}

/** The completion at the end of a stream. */
export async function lastDelta(deltas: AsyncIterable<Delta>): Promise<Completion> {
  let completion: Completion | undefined
  for await (const delta of deltas) if (delta.kind === 'end') completion = delta.completion
  if (!completion) throw new Error('a stream without an end')
  return completion
}

/** A whole answer in the shape of a stream: so that one loop serves both. */
export async function* oneDelta(completion: Promise<Completion>): AsyncGenerator<Delta> {
  yield {kind: 'end', completion: await completion}
}
