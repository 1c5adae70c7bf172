import {randomBytes} from 'node:crypto'
import {makeFolder} from '../make-folder.ts'
import {open, rename, rm, stat} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'

/**
 * Replaces a file in one step: whoever reads it sees the old text or the new one, never half of it.
 * The folder is made when it is missing, for the owner only.
 * @param mode of the new file; without it the old file's mode is kept, and a new file gets 0644
 */
export async function writeFileAtomically(path: string, text: string, mode?: number): Promise<void> {
  makeFolder(dirname(path), 0o700)
  const kept = mode ?? (await modeOf(path)) ?? 0o644
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    const file = await open(temporary, 'wx', kept)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, {force: true})
    // The name of the temporary file says nothing to anyone.
    if ((error as NodeJS.ErrnoException).path === temporary) Object.assign(error as object, {path})
    throw error
  }
}

async function modeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mode & 0o777
  } catch {
    return undefined
  }
}
