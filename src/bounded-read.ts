import {closeSync, constants, createReadStream, fstatSync, openSync, readSync} from 'node:fs'
import {stat} from 'node:fs/promises'
import type {Readable} from 'node:stream'
import {AppError} from './errors.ts'

/** What was named has more than was to be read. */
export class TooLarge extends AppError {
  /** Bytes; no more than were seen where nobody knows the end. */
  readonly size: number

  constructor(name: string, limit: number, size: number) {
    const most =
      limit >= megabyte ? {en: `${limit / megabyte} MB`, ru: `${limit / megabyte} МБ`} : {en: `${limit} bytes`, ru: `${limit} байт`}
    super(
      'FILE_TOO_LARGE',
      {en: `${name} is too large: at most ${most.en} are read.`, ru: `${name}: слишком большой файл, читается не больше ${most.ru}.`},
      {exit: 'usage', hint: {en: 'Check that this is the file you meant.', ru: 'Проверьте, тот ли это файл.'}},
    )
    this.size = size
  }
}

export const megabyte = 1024 * 1024

/**
 * The bytes of a file that somebody named. Counted while reading: a device or a pipe has no size and need not have an end.
 * @throws TooLarge; the system's error when it cannot be read
 */
export async function readFileWithin(path: string, limit: number): Promise<Buffer> {
  const found = await stat(path)
  if (found.isFile() && found.size > limit) throw new TooLarge(path, limit, found.size)
  return readStreamWithin(await streamOf(path), limit, path)
}

/** The same for what is read before anything else can happen. */
export function readFileWithinSync(path: string, limit: number): Buffer {
  const file = openSync(path, 'r')
  try {
    const found = fstatSync(file)
    if (found.isFile() && found.size > limit) throw new TooLarge(path, limit, found.size)
    const chunks: Buffer[] = []
    for (let total = 0; ;) {
      const chunk = Buffer.alloc(chunkSize)
      const count = readSync(file, chunk)
      if (count === 0) return Buffer.concat(chunks)
      total += count
      if (total > limit) throw new TooLarge(path, limit, total)
      chunks.push(chunk.subarray(0, count))
    }
  } finally {
    closeSync(file)
  }
}

const chunkSize = 65_536

/** @param name what to call the stream when it is too large */
export async function readStreamWithin(stream: Readable, limit: number, name: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array)
    size += bytes.length
    if (size > limit) throw new TooLarge(name, limit, size)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

/** A file from its beginning. A named pipe is waited for so that an interrupt still ends the wait: an ordinary open would outlast even `exit`. */
export async function streamOf(path: string): Promise<Readable> {
  if (!(await stat(path)).isFIFO()) return createReadStream(path)
  const {Socket} = await import('node:net')
  return new Socket({fd: openSync(path, constants.O_RDONLY | constants.O_NONBLOCK), readable: true, writable: false})
}
