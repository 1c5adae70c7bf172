import {readFileSync} from 'node:fs'
import {hostname} from 'node:os'
import type {ProcessMark} from './call-event.ts'

export const ownMark = (): ProcessMark => ({host: hostname(), pid: process.pid, started: startOf(process.pid) ?? ''})

/**
 * Whether the process that wrote a call is surely gone. A process on another host counts as alive: nobody here can tell.
 */
export function isGone({host, pid, started}: ProcessMark): boolean {
  if (host !== hostname()) return false
  if (!exists(pid)) return true
  const now = startOf(pid)
  return now !== undefined && started !== '' && now !== started
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Not ours to signal, but there.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Clock ticks since boot at which a process started; only Linux tells. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold spaces; field 22 is counted from behind it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}
