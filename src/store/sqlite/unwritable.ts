import {accessSync, constants, existsSync} from 'node:fs'

/** The files of a SQLite database that this user may not write: it is up to three, and what another user or a crash left beside it counts too. */
export const unwritable = (path: string): string[] =>
  ['', '-wal', '-shm'].map((suffix) => path + suffix).filter((file) => existsSync(file) && !isWritable(file))

function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK)
    return true
  } catch {
    return false
  }
}
