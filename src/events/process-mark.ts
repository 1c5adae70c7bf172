import {readFileSync} from 'node:fs'
import {hostname} from 'node:os'
import type {ProcessMark} from './call-event.ts'

export const ownMark = (): ProcessMark => ({host: hostname(), pid: process.pid, started: statOf(process.pid)?.started ?? ''})

/**
 * Whether the process that wrote a call is surely gone. A process on another host counts as alive: nobody here can tell.
 */
export function isGone({host, pid, started}: ProcessMark): boolean {
  if (host !== hostname()) return false
  if (!exists(pid)) return true
  const now = statOf(pid)
  if (!now) return false
  return now.isZombie || (started !== '' && now.started !== started)
}

export const isSame = (a: ProcessMark, b: ProcessMark): boolean => a.host === b.host && a.pid === b.pid && a.started === b.started

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Not ours to signal, but there.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** What only Linux tells: the clock tick since boot at which a process started, and whether it is dead but not yet buried by its parent. */
function statOf(pid: number): {readonly started: string; readonly isZombie: boolean} | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold spaces; the state is field 3 and the start field 22.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return {started: fields[19] ?? '', isZombie: fields[0] === 'Z' || fields[0] === 'X'}
  } catch {
    return undefined
  }
}
