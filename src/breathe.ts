import {setImmediate} from 'node:timers/promises'

/**
 * Between two steps of long work that waits for nothing: lets the process hear of signals, and stops there when it should.
 * @throws what aborted `signal`
 */
export async function breathe(signal?: AbortSignal): Promise<void> {
  await setImmediate()
  signal?.throwIfAborted()
}
