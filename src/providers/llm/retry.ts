import type {Clock} from '../../clock.ts'
import {budget, lastDelta, oneDelta, spent} from './budget.ts'
import {LlmError, type LlmErrorKind} from './llm-error.ts'
import type {Delta, Llm, LlmRequest} from './port.ts'

export interface RetryOptions {
  readonly clock: Clock
  /** 0 ≤ x < 1; spreads the waits. */
  readonly random?: () => number
  /** Kinds worth another attempt, among those that are retryable at all. With a fallback model behind, waiting is the worse choice. */
  readonly kinds?: readonly LlmErrorKind[]
}

/** An attempt with less than this left of the deadline would only fail later; milliseconds. */
export const leastRoomMs = 500

const mostAttempts = 3
const firstWaitMs = 80

/**
 * Repeats a failed request: only before the first word, only if the error may pass, only while the deadline leaves room, after the pause that
 * the server asked for or a short random one. The deadline covers all attempts.
 */
export function retrying(llm: Llm, options: RetryOptions): Llm {
  return {
    id: llm.id,
    models: (signal) => llm.models(signal),
    stream: (request, signal) => repeat(request, signal, (next) => llm.stream(next, signal), options),
    complete: (request, signal) => lastDelta(repeat(request, signal, (next) => oneDelta(llm.complete(next, signal)), options)),
  }
}

async function* repeat(
  request: LlmRequest,
  signal: AbortSignal | undefined,
  attempt: (request: LlmRequest) => AsyncIterable<Delta>,
  options: RetryOptions,
): AsyncGenerator<Delta> {
  const {clock} = options
  const left = budget(request, clock)
  for (let tries = 1; ; tries += 1) {
    let spoke = false
    const before = left.elapsed()
    try {
      for await (const delta of attempt(tries === 1 ? request : left.rest())) {
        spoke ||= delta.kind === 'text'
        yield spent(delta, before)
      }
      return
    } catch (error) {
      const wait = spoke ? undefined : pause(error, tries, left.remaining(), options)
      if (wait === undefined) throw error
      await clock.sleep(wait, signal).catch(() => {
        throw interrupted(error as LlmError)
      })
    }
  }
}

/** Milliseconds to wait before the next attempt; undefined when there must be none. */
function pause(error: unknown, tries: number, remaining: number, {random = Math.random, kinds}: RetryOptions): number | undefined {
  if (!(error instanceof LlmError) || !error.retryable || tries >= mostAttempts) return undefined
  if (kinds && !kinds.includes(error.kind)) return undefined
  // A model that answers nonsense may answer better once more, not a third time.
  if ((error.kind === 'schema' || error.kind === 'bad_response') && tries > 1) return undefined
  const backoff = firstWaitMs * 2 ** (tries - 1) * (0.5 + random() / 2)
  const wait = Math.max(error.retryAfterMs ?? 0, backoff)
  return remaining - wait > leastRoomMs ? wait : undefined
}

const interrupted = ({provider, model}: LlmError) => new LlmError('aborted', {provider, model})
