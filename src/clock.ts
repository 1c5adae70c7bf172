/** Every wait and every "now" of the product goes through a clock, so that tests and the simulator can run ahead of time. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number
  /** Resolves after `ms` milliseconds of this clock; rejects with the signal's reason when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted()
      const timer = setTimeout(done, ms)
      function done() {
        signal?.removeEventListener('abort', stop)
        resolve()
      }
      function stop() {
        clearTimeout(timer)
        reject(signal?.reason as Error)
      }
      signal?.addEventListener('abort', stop, {once: true})
    }),
}

/** A clock that stands still until told: `advance` moves it and wakes the sleepers that are due, in order. */
export function virtualClock(start: number): Clock & {advance(ms: number): void; set(time: number): void} {
  let time = start
  let sleepers: {due: number; wake: () => void}[] = []
  const wakeDue = () => {
    const due = sleepers.filter((sleeper) => sleeper.due <= time).sort((a, b) => a.due - b.due)
    sleepers = sleepers.filter((sleeper) => sleeper.due > time)
    for (const {wake} of due) wake()
  }
  return {
    now: () => time,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted()
        sleepers.push({due: time + ms, wake: resolve})
        signal?.addEventListener('abort', () => reject(signal.reason as Error), {once: true})
      }),
    advance(ms) {
      time += ms
      wakeDue()
    },
    set(next) {
      time = next
      wakeDue()
    },
  }
}
