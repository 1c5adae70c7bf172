import type {Clock} from '../../../clock.ts'

/** Rings once after `ms` milliseconds of the clock unless cancelled; returns the cancel. */
export function alarm(clock: Clock, ms: number, ring: () => void): () => void {
  const off = new AbortController()
  clock.sleep(Math.max(0, ms), off.signal).then(ring, () => {})
  // A reason of our own: the default one builds a DOMException with a stack for every request.
  return () => off.abort(cancelled)
}

const cancelled = new Error('alarm cancelled')
