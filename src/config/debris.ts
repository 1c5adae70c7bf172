import {readdir, rm} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'

/** What follows the name of the file: half-written texts, which may hold secrets, and rights to remove a lock. */
const debris = /^(?:[0-9a-f]{12}\.tmp|lock\..+)$/

/** Removes what edits of a file that were killed have left beside it. Only for who holds the lock of the file: then nobody is writing these. */
export async function removeDebris(path: string): Promise<void> {
  const prefix = `.${basename(path)}.`
  const names = await readdir(dirname(path)).catch(() => [])
  for (const name of names) {
    if (name.startsWith(prefix) && debris.test(name.slice(prefix.length))) await rm(join(dirname(path), name), {force: true})
  }
}
