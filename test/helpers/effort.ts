import {createHash} from 'node:crypto'

/**
 * How much work something is, in pieces of other work that is done beside it. Time of the processor, not of the clock: a machine that is busy
 * with something else makes nothing more work. Still a coarse measure: leave a margin of a factor, not of some percent.
 */
export function effort(run: () => void): number {
  const piece = cpuOf(hashSomething)
  return cpuOf(run) / Math.max(piece, 1)
}

/** Some 10 ms of a processor of these years. */
function hashSomething(): void {
  const block = Buffer.alloc(1024 * 1024)
  const hash = createHash('sha512')
  for (let megabyte = 0; megabyte < 8; megabyte++) hash.update(block)
  hash.digest()
}

/** Microseconds. */
function cpuOf(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const {user, system} = process.cpuUsage(before)
  return user + system
}
