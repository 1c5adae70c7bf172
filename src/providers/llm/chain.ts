import type {Clock} from '../../clock.ts'
import {type Breaker, breaker} from './breaker.ts'
import {budget, lastDelta, oneDelta, spent} from './budget.ts'
import {LlmError} from './llm-error.ts'
import type {Delta, Llm, LlmRequest} from './port.ts'
import {leastRoomMs} from './retry.ts'

export interface ChainOptions {
  readonly clock: Clock
  /** Consecutive failures of a model before it rests, and for how many milliseconds. */
  readonly failures?: number
  readonly restMs?: number
}

/** With this much time or more, the first choice must speak within its share, so that a silent one leaves the other a chance. */
const shareableMs = 1500
const firstShare = 0.6

/**
 * Asks `primary`, and `fallback` when it fails before its first word. Each has a circuit breaker: after three failures in a row the model rests
 * for 30 s, then one request probes it, and the first choice is back as soon as the probe succeeds. When both rest, the chain fails at once:
 * a caller waiting for two timeouts in every turn would be worse off than with scripted replies.
 */
export function chain(primary: Llm, fallback: Llm, options: ChainOptions): Llm {
  const links: readonly Link[] = [primary, fallback].map((llm) => ({llm, breaker: breaker(options)}))
  return {
    id: primary.id,
    models: (signal) => primary.models(signal),
    stream: (request, signal) => ask(links, request, (llm, next) => llm.stream(next, signal), options),
    complete: (request, signal) => lastDelta(ask(links, request, (llm, next) => oneDelta(llm.complete(next, signal)), options)),
  }
}

interface Link {
  readonly llm: Llm
  readonly breaker: Breaker
  /** Why it rests, when it rests. */
  reason?: string
}

async function* ask(
  links: readonly Link[],
  request: LlmRequest,
  send: (llm: Llm, request: LlmRequest) => AsyncIterable<Delta>,
  {clock}: ChainOptions,
): AsyncGenerator<Delta> {
  const left = budget(request, clock)
  let last: unknown
  for (const [index, link] of links.entries()) {
    const {llm, breaker} = link
    if (last !== undefined && left.remaining() <= leastRoomMs) break
    if (!breaker.admit()) continue
    const next = links[index + 1]
    const share = next !== undefined && next.breaker.state() !== 'open' && left.remaining() >= shareableMs
    const before = left.elapsed()
    let spoke = false
    let verdict: keyof Pick<Breaker, 'succeeded' | 'failed' | 'undecided'> = 'undecided'
    try {
      for await (const delta of send(llm, share ? withShare(left.rest(), left.remaining()) : left.rest())) {
        spoke ||= delta.kind === 'text'
        if (delta.kind === 'end') verdict = 'succeeded'
        yield spent(delta, before)
      }
      return
    } catch (error) {
      verdict = verdictOf(error)
      if (error instanceof LlmError) link.reason = error.code
      if (spoke || verdict !== 'failed') throw error
      last = error
    } finally {
      breaker[verdict]()
    }
  }
  throw last ?? resting(links)
}

const withShare = (request: LlmRequest, remaining: number): LlmRequest => ({
  ...request,
  firstTokenMs: Math.max(1, Math.round(remaining * firstShare)),
})

/** A model that declines on grounds of content is alive, and asking another until one agrees is not ours to do. A refused request is a failure. */
function verdictOf(error: unknown): 'succeeded' | 'failed' | 'undecided' {
  if (!(error instanceof LlmError) || error.kind === 'aborted') return 'undecided'
  return error.kind === 'refused' && error.status === undefined ? 'succeeded' : 'failed'
}

function resting(links: readonly Link[]): LlmError {
  const [provider = '', ...model] = (links[0]?.llm.id ?? '').split(':')
  const reasons = links.map(({reason}) => reason).join(', ')
  return new LlmError('overloaded', {
    provider,
    model: model.join(':'),
    detail: `it and its fallback rest after repeated failures: ${reasons}`,
  })
}
