import type {Clock} from '../../../clock.ts'
import type {LlmError} from '../llm-error.ts'
import type {LlmRequest} from '../port.ts'
import {alarm} from './alarm.ts'
import {fail, type Party} from './failure.ts'

/** One request on the wire, with its deadlines and the caller's wish to stop. */
export interface Attempt {
  /** Aborts when the request must end, whatever the reason. */
  readonly signal: AbortSignal
  /** Why it was ended from outside, as an error to throw instead of what the aborted connection says. */
  stopped(): LlmError | undefined
  /** Milliseconds since the start. */
  elapsed(): number
  /** The first text is there: its deadline is met. Later calls change nothing. Returns milliseconds from the start to the first text. */
  spoke(): number
  /** The answer is complete but the connection lingers: close it in `ms` without calling that a failure. */
  linger(ms: number): void
  /** Ends the deadlines; closes the connection unless the answer was read to its end. Only the first call counts. */
  end(complete: boolean): void
}

export interface AttemptOptions {
  readonly clock: Clock
  readonly request: Pick<LlmRequest, 'deadlineMs' | 'firstTokenMs'>
  /** Upper bounds of the endpoint; milliseconds. */
  readonly limits: {readonly totalMs: number; readonly firstTokenMs: number}
  readonly party: Party
  readonly signal: AbortSignal | undefined
}

export function startAttempt({clock, request, limits, party, signal}: AttemptOptions): Attempt {
  const controller = new AbortController()
  const startedAt = clock.now()
  const totalMs = Math.min(request.deadlineMs, limits.totalMs)
  const firstTokenMs = Math.min(request.firstTokenMs ?? limits.firstTokenMs, totalMs)
  let failure: LlmError | undefined
  let spokeAfter: number | undefined
  let ended = false

  const stop = (error: LlmError) => {
    failure ??= error
    controller.abort(error)
  }
  const late = (phase: 'first_token' | 'total', ms: number) => stop(fail('timeout', party, {phase, detail: `${Math.round(ms)} ms`}))

  const alarms = [alarm(clock, totalMs, () => late('total', totalMs))]
  // An equal deadline for the first word would only blur which of the two it was.
  let quiet = () => {}
  if (firstTokenMs < totalMs) {
    quiet = alarm(clock, firstTokenMs, () => late('first_token', firstTokenMs))
    alarms.push(quiet)
  }
  const abort = () => stop(fail('aborted', party))
  if (signal?.aborted) abort()
  signal?.addEventListener('abort', abort, {once: true})

  return {
    signal: controller.signal,
    stopped: () => failure,
    elapsed: () => clock.now() - startedAt,
    spoke() {
      if (spokeAfter === undefined) {
        quiet()
        spokeAfter = clock.now() - startedAt
      }
      return spokeAfter
    },
    linger(ms) {
      alarms.push(alarm(clock, ms, () => controller.abort()))
    },
    end(complete) {
      if (ended) return
      ended = true
      for (const cancel of alarms) cancel()
      signal?.removeEventListener('abort', abort)
      if (!complete) controller.abort(failure ?? left)
    },
  }
}

const left = new Error('the reader left')
