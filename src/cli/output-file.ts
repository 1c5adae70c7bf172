import {randomBytes} from 'node:crypto'
import {
  closeSync,
  constants,
  createWriteStream,
  lstatSync,
  mkdirSync,
  openSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  type Stats,
} from 'node:fs'
import {once} from 'node:events'
import {basename, dirname, join, resolve} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {AppError} from '../errors.ts'

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

/** Whether writing there would take the place of a text that is there. */
export const replacesFile = (path: string): boolean => {
  const old = found(followLinks(path))
  return old !== undefined && old.isFile() && old.size > 0
}

/**
 * Makes the folder of a file that is to be written, one level after another: asked for all of them at once, Node tries for ever where the
 * system lets nobody make one, as in /proc.
 *
 * @throws AppError NOT_A_FOLDER (usage)
 */
export function makeFolderOf(path: string): void {
  const missing: string[] = []
  let folder = dirname(resolve(path))
  for (let there = found(folder); !there; there = found(folder)) {
    missing.unshift(folder)
    folder = dirname(folder)
  }
  if (!statSync(folder).isDirectory()) throw notAFolder(folder, path)
  for (const each of missing) mkdirSync(each)
}

const notAFolder = (folder: string, path: string) =>
  new AppError(
    'NOT_A_FOLDER',
    {en: `${path} cannot be written: ${folder} is a file, not a folder.`, ru: `${path} не записать: ${folder} — файл, а не папка.`},
    {exit: 'usage'},
  )

/** @throws AppError NOT_A_FOLDER; the system's error, save that there is nothing */
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
