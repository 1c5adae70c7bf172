import type {Clock} from '../../clock.ts'

/** Keeps a failing model out of the conversation for a while, then lets one request find out whether it is back. */
export interface Breaker {
  /** Whether a request may go now. Saying yes after the rest period makes that request the probe. */
  admit(): boolean
  succeeded(): void
  failed(): void
  /** The request ended without telling anything, as when the caller hung up. */
  undecided(): void
  state(): 'closed' | 'open' | 'half-open'
}

export interface BreakerOptions {
  readonly clock: Clock
  /** Consecutive failures that open it. */
  readonly failures?: number
  /** Milliseconds without requests. */
  readonly restMs?: number
}

export function breaker({clock, failures = 3, restMs = 30_000}: BreakerOptions): Breaker {
  let inRow = 0
  let openedAt: number | undefined
  let probing = false

  return {
    admit() {
      if (openedAt === undefined) return true
      if (probing || clock.now() - openedAt < restMs) return false
      probing = true
      return true
    },
    succeeded() {
      inRow = 0
      openedAt = undefined
      probing = false
    },
    failed() {
      inRow += 1
      if (probing || inRow >= failures) openedAt = clock.now()
      probing = false
    },
    undecided() {
      probing = false
    },
    state() {
      if (openedAt === undefined) return 'closed'
      return probing || clock.now() - openedAt >= restMs ? 'half-open' : 'open'
    },
  }
}
