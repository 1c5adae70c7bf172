import {closeSync, constants, fstatSync, openSync, readSync, renameSync, rmSync, statSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import {makeFolder} from '../make-folder.ts'
import type {CallEvent} from './call-event.ts'
import {
  callNames,
  extension,
  isRegularFile,
  isUnreadable,
  namesIn,
  readIfThere,
  spoolFile,
  unborn,
  unlessGone,
  usable,
} from './spool-folder.ts'
import {databaseIn, databaseLine, eventsIn, salvagedFrom, saysMoreThanDatabase} from './spool-lines.ts'

/**
 * The spool is where a call leaves its events: one file a call, one JSON line an event. A call process never waits for a database,
 * and what it wrote outlives both of them. Files are only ever appended to, so that several processes may look after a lost call at once.
 */
export interface SpoolWriter {
  append(event: CallEvent): void
  close(): void
}

export {spoolFile} from './spool-folder.ts'

/**
 * The file of a new call. It appears with its first event in it: whoever sees an empty file sees what nobody is writing.
 * @param database that the call is to be stored in; without it, whichever looks into the folder
 * @throws AppError SPOOL_UNUSABLE
 */
export function createSpool(dir: string, callId: string, database?: string): SpoolWriter {
  const file = spoolFile(dir, callId)
  const descriptor = usable(dir, () => {
    makeFolder(dir, 0o700)
    return openSync(`${file}${unborn}`, 'ax', 0o600)
  })
  if (database !== undefined) write(descriptor, databaseLine(database))
  let born = false
  return {
    append(event) {
      writeLine(descriptor, event)
      if (!born) renameSync(`${file}${unborn}`, file)
      born = true
    },
    close: () => closeSync(descriptor),
  }
}

/** The file of a call that another process began; undefined when it is gone, so the call is over and stored. */
export function reopenSpool(dir: string, callId: string): SpoolWriter | undefined {
  const descriptor = openIfThere(spoolFile(dir, callId))
  if (descriptor === undefined) return undefined
  let torn = !endsWithLine(descriptor)
  return {
    append(event) {
      writeLine(descriptor, event, torn)
      torn = false
    },
    close: () => closeSync(descriptor),
  }
}

/** Ids of the calls that have a file which this user may read. */
export function spooledCalls(dir: string): string[] {
  return callNames(dir)
    .filter((name) => isRegularFile(join(dir, name)) && !isUnreadable(join(dir, name)))
    .map((name) => name.slice(0, -extension.length))
    .toSorted()
}

/** Complete events only, in order; none when there is no file. @throws AppError SPOOL_CORRUPT when events in the middle are lost */
export function readSpool(dir: string, callId: string): CallEvent[] {
  const text = readIfThere(spoolFile(dir, callId))
  return text === undefined ? [] : eventsIn(text, callId, spoolFile(dir, callId))
}

/** What can still be read of a file, gaps and all; none when there is no file. */
export function salvageSpool(dir: string, callId: string): CallEvent[] {
  const text = readIfThere(spoolFile(dir, callId))
  return text === undefined ? [] : salvagedFrom(text, callId)
}

/** Whose the call of a file is, as far as the file says. */
export interface SpoolOwner {
  readonly database?: string | undefined
  readonly companyId?: string | undefined
}

/** Nothing is said of a call without a file. */
export function spoolOwner(dir: string, callId: string): SpoolOwner {
  const text = readIfThere(spoolFile(dir, callId))
  return text === undefined ? {} : {database: databaseIn(text), companyId: salvagedFrom(text, callId)[0]?.companyId}
}

/** From now on the call is to be stored in another database. */
export function handSpoolOver(dir: string, callId: string, database: string): void {
  const descriptor = openIfThere(spoolFile(dir, callId))
  if (descriptor === undefined) return
  write(descriptor, (endsWithLine(descriptor) ? '' : '\n') + databaseLine(database))
  closeSync(descriptor)
}

export const removeSpool = (dir: string, callId: string): void => rmSync(spoolFile(dir, callId), {force: true})

/** Keeps a file that nobody can read for whoever wants to look into it. */
export function putSpoolAside(dir: string, callId: string, now: number): void {
  unlessGone(() => renameSync(spoolFile(dir, callId), `${spoolFile(dir, callId)}.damaged-${now}`))
}

/** Files that were put aside and that nobody will ever look into by themselves. */
export const filesPutAside = (dir: string): string[] =>
  namesIn(dir)
    .filter((name) => name.includes(`${extension}.damaged-`))
    .map((name) => join(dir, name))
    .toSorted()

/** Files in which no event ever came to stand, left by processes or machines that died in the first moment of a call. */
export function removeStillborn(dir: string, before: number): void {
  for (const name of namesIn(dir)) {
    const file = join(dir, name)
    if (!isRegularFile(file) || isUnreadable(file)) continue
    const isStillborn =
      name.endsWith(`${extension}${unborn}`) || (name.endsWith(extension) && !saysMoreThanDatabase(readIfThere(file) ?? ''))
    if (isStillborn && (statSync(file, {throwIfNoEntry: false})?.mtimeMs ?? before) < before) rmSync(file, {force: true})
  }
}

/** One write of one line: the kernel appends it whole or, in a crash, leaves a torn end that the next writer closes and readers drop. */
function writeLine(descriptor: number, event: CallEvent, afterTorn = false): void {
  write(descriptor, `${afterTorn ? '\n' : ''}${JSON.stringify(event)}\n`)
}

function write(descriptor: number, text: string): void {
  const line = Buffer.from(text)
  // A full disk takes part of a line, if anything.
  for (let at = 0; at < line.length;) at += writeSync(descriptor, line, at)
}

function endsWithLine(descriptor: number): boolean {
  const {size} = fstatSync(descriptor)
  const last = Buffer.alloc(1)
  return size === 0 || (readSync(descriptor, last, 0, 1, size - 1) === 1 && last[0] === 0x0a)
}

const openIfThere = (file: string): number | undefined => unlessGone(() => openSync(file, constants.O_RDWR | constants.O_APPEND))
