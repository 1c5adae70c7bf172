import {accessSync, constants, readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'

/** What lies in the folder of a spool. Anybody may have put anything there: only what is a file and may be read is taken for one. */

export const extension = '.ndjson'
/** Behind the name of a file in which no event stands yet. */
export const unborn = '.new'

export const spoolFile = (dir: string, callId: string): string => join(dir, `${callId}${extension}`)

/** Nothing when there is no folder. */
export const namesIn = (dir: string): string[] => unlessGone(() => readdirSync(dir)) ?? []

/** Names that look like the file of a call, whatever they are. */
export const callNames = (dir: string): string[] => namesIn(dir).filter((name) => name.endsWith(extension))

/** A folder, a pipe, a device or a link to nowhere is none; asked for first, since opening a pipe may never come back. */
export function isRegularFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** Whether this user may not read what is there. */
export function isUnreadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK)
    return false
  } catch (error) {
    return ['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')
  }
}

/** The text of a file; undefined when there is none. @throws the system's error when it may not be read */
export const readIfThere = (path: string): string | undefined =>
  isUnreadable(path) || isRegularFile(path) ? unlessGone(() => readFileSync(path, 'utf8')) : undefined

export function unlessGone<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
