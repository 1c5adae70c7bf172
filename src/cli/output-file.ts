import {randomBytes} from 'node:crypto'
import {closeSync, constants, createWriteStream, lstatSync, openSync, readlinkSync, renameSync, rmSync, statSync, type Stats} from 'node:fs'
import {once} from 'node:events'
import {basename, dirname, join, resolve} from 'node:path'
import {access} from 'node:fs/promises'
import {setTimeout} from 'node:timers/promises'
import {unwritableFile} from '../file-errors.ts'
import {makeFolderOf} from '../make-folder.ts'

export interface OutputOptions {
  readonly mode?: number
  readonly signal?: AbortSignal
}

/**
 * Writes the texts of a result into a file that the caller names. A file appears whole or not at all, behind whatever links lead to it;
 * a pipe or a device is written into, and stays what it is.
 *
 * @param texts each with its own line breaks
 * @throws what aborted `signal`; the system's error with `path` in it
 */
export async function writeOutput(
  path: string,
  texts: Iterable<string> | AsyncIterable<string>,
  {mode = 0o644, signal}: OutputOptions = {},
): Promise<void> {
  const target = followLinks(path)
  const old = found(target)
  const isReplaced = !old || old.isFile()
  const written = isReplaced ? join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.partial`) : target
  try {
    if (old?.isFIFO()) await readerOf(target, signal)
    await pour(written, texts, {mode: (old?.isFile() ? old.mode : mode) & 0o777, ...(signal && {signal})})
    if (isReplaced) renameSync(written, target)
  } catch (error) {
    if (isReplaced) rmSync(written, {force: true})
    // The name of the temporary file says nothing to anyone.
    if ((error as NodeJS.ErrnoException).path === written) Object.assign(error as object, {path})
    throw error
  }
}

/**
 * The same for a file that a command line names: its folder is made, too, and what is in the way of that is told in words.
 *
 * @throws AppError NOT_A_FOLDER (usage), FILE_UNWRITABLE (usage; auth when it is a matter of permissions); what aborted `signal`
 */
export async function writeResult(path: string, texts: Iterable<string> | AsyncIterable<string>, options?: OutputOptions): Promise<void> {
  await prepareResult(path)
  try {
    await writeOutput(path, texts, options)
  } catch (error) {
    throw unwritableFile(path, error)
  }
}

/** Makes the folder of a result, and sees that it can be written before the work for it is done. @throws as `writeResult` */
export async function prepareResult(path: string): Promise<void> {
  try {
    makeFolderOf(path)
    const target = followLinks(path)
    const there = found(target)
    if (there?.isDirectory()) throw Object.assign(new Error(), {code: 'EISDIR'})
    // A pipe whose reader has not come yet would be waited for.
    if (!there || there.isFile()) await access(there ? target : dirname(target), constants.W_OK)
  } catch (error) {
    throw unwritableFile(path, error)
  }
}

/** Whether writing there would take the place of a text that is there. @throws AppError FILE_UNWRITABLE when nobody may look */
export const replacesFile = (path: string): boolean => {
  try {
    const old = found(followLinks(path))
    return old !== undefined && old.isFile() && old.size > 0
  } catch (error) {
    throw unwritableFile(path, error)
  }
}

/** @throws the system's error, save that there is nothing */
function found(path: string, look: (path: string) => Stats = statSync): Stats | undefined {
  try {
    return look(path)
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    // Something in the way of it is told when the folder is made or the file is opened.
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw error
  }
}

const mostLinks = 40

/** Also links that lead to what is not there yet. */
function followLinks(path: string): string {
  let target = path
  for (let count = 0; count < mostLinks && isLink(target); count++) target = resolve(dirname(target), readlinkSync(target))
  return target
}

const isLink = (path: string): boolean => found(path, lstatSync)?.isSymbolicLink() === true

/** Waits until somebody reads a pipe: opened before, it would hold up the whole process, Ctrl-C included. */
async function readerOf(pipe: string, signal: AbortSignal | undefined): Promise<void> {
  for (;;) {
    signal?.throwIfAborted()
    try {
      // Held for as long as it takes to open it again: a reader that sees no writer any more goes away.
      const held = openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK)
      setImmediate(() => closeSync(held))
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENXIO') throw error
    }
    await setTimeout(50)
  }
}

async function pour(file: string, texts: Iterable<string> | AsyncIterable<string>, {mode, signal}: OutputOptions): Promise<void> {
  // Opened here and now: a file that is still being opened cannot be removed.
  const stream = createWriteStream(file, {fd: openSync(file, 'w', mode)})
  const failed = once(stream, 'error').then(([error]) => Promise.reject(error as Error))
  // An error between two waits is told by the next one.
  failed.catch(() => {})
  try {
    for await (const text of texts) {
      signal?.throwIfAborted()
      if (!stream.write(text)) await Promise.race([once(stream, 'drain'), failed])
    }
    stream.end()
    await Promise.race([once(stream, 'close'), failed])
  } catch (error) {
    stream.destroy()
    throw error
  }
}
