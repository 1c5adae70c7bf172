import {existsSync} from 'node:fs'
import {rename} from 'node:fs/promises'
import type {Clock} from '../../clock.ts'

/** A SQLite database is up to three files. */
const suffixes = ['', '-wal', '-shm'] as const

export interface SetAside {
  /** Where the damaged file is now; what can be saved from it is nobody's business here. */
  readonly path: string
  /** Puts it back. */
  undo(): Promise<void>
}

/** Moves a damaged database away: `voicectl.db` becomes `voicectl.db.damaged-20260101T120000`. */
export async function setAside(path: string, clock: Clock): Promise<SetAside> {
  const stamp = new Date(clock.now()).toISOString().replaceAll(/[-:]|\.\d+Z$/g, '')
  const aside = `${path}.damaged-${stamp}`
  const move = async (from: string, to: string) => {
    for (const suffix of suffixes) if (existsSync(from + suffix)) await rename(from + suffix, to + suffix)
  }
  await move(path, aside)
  return {path: aside, undo: () => move(aside, path)}
}
