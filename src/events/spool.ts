import {closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, truncateSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import {AppError} from '../errors.ts'
import type {CallEvent} from './call-event.ts'

/**
 * The spool is where a call leaves its events: one file a call, one JSON line an event. A call process never waits for a database,
 * and what it wrote outlives both of them.
 */
export interface SpoolWriter {
  append(event: CallEvent): void
  close(): void
}

const extension = '.ndjson'

export const spoolFile = (dir: string, callId: string): string => join(dir, `${callId}${extension}`)

/** Opens the file of a call for appending; a torn last line, left by a lost process, is cut off first. */
export function openSpool(dir: string, callId: string): SpoolWriter {
  mkdirSync(dir, {recursive: true, mode: 0o700})
  const file = spoolFile(dir, callId)
  if (existsSync(file)) cutTornLine(file)
  const descriptor = openSync(file, 'a', 0o600)
  return {
    // One write of one line: the kernel appends it whole or, in a crash, leaves a torn end that readers drop.
    append: (event) => void writeSync(descriptor, `${JSON.stringify(event)}\n`),
    close: () => closeSync(descriptor),
  }
}

/** Ids of the calls that have a file. */
export function spooledCalls(dir: string): string[] {
  if (!existsSync(dir)) return []
  return readdirSync(dir)
    .filter((name) => name.endsWith(extension))
    .map((name) => name.slice(0, -extension.length))
    .toSorted()
}

/** Complete events only, in order. @throws AppError SPOOL_CORRUPT when a line in the middle cannot be read */
export function readSpool(dir: string, callId: string): CallEvent[] {
  const lines = readFileSync(spoolFile(dir, callId), 'utf8').split('\n')
  // Whatever follows the last line break was being written when its process ended.
  lines.pop()
  return lines.map((line, index) => {
    try {
      return JSON.parse(line) as CallEvent
    } catch (error) {
      const place = `${spoolFile(dir, callId)}:${index + 1}`
      throw new AppError(
        'SPOOL_CORRUPT',
        {en: `The spool of call ${callId} cannot be read at ${place}.`, ru: `Журнал звонка ${callId} не читается: ${place}.`},
        {hint: {en: 'Move the file away to go on without it.', ru: 'Уберите файл, чтобы продолжить без него.'}, cause: error},
      )
    }
  })
}

export const removeSpool = (dir: string, callId: string): void => rmSync(spoolFile(dir, callId), {force: true})

function cutTornLine(file: string): void {
  const bytes = readFileSync(file)
  const end = bytes.lastIndexOf(0x0a) + 1
  if (end < bytes.length) truncateSync(file, end)
}
