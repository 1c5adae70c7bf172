import {accessSync, constants, readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import type {Bilingual} from '../bilingual.ts'
import {AppError} from '../errors.ts'

/** What lies in the folder of a spool. Anybody may have put anything there: only what is a file and may be read is taken for one. */

export const extension = '.ndjson'
/** Behind the name of a file in which no event stands yet. */
export const unborn = '.new'

export const spoolFile = (dir: string, callId: string): string => join(dir, `${callId}${extension}`)

/** Nothing when there is no folder. @throws AppError SPOOL_UNUSABLE */
export const namesIn = (dir: string): string[] => usable(dir, () => unlessGone(() => readdirSync(dir))) ?? []

/** Does something that needs the folder. @throws AppError SPOOL_UNUSABLE (usage; auth when it is a matter of permissions) */
export function usable<Value>(dir: string, act: () => Value): Value {
  try {
    return act()
  } catch (error) {
    const {code = ''} = error as NodeJS.ErrnoException
    if (!(code in reasons)) throw error
    const why = reasons[code]!
    throw new AppError(
      'SPOOL_UNUSABLE',
      {en: `Calls cannot be kept in ${dir}: ${why.en}.`, ru: `Звонки нельзя хранить в ${dir}: ${why.ru}.`},
      {
        exit: why === denied ? 'auth' : 'usage',
        cause: error,
        hint: {
          en: 'Give this user a folder for them: `voicectl config set spool.dir FOLDER`.',
          ru: 'Укажите папку, доступную этому пользователю: `voicectl config set spool.dir ПАПКА`.',
        },
      },
    )
  }
}

const denied: Bilingual = {en: 'permission denied', ru: 'нет прав'}
const noFolder: Bilingual = {en: 'it is no folder and cannot be made one', ru: 'это не папка, и создать её там нельзя'}
const reasons: Readonly<Record<string, Bilingual>> = {
  EACCES: denied,
  EPERM: denied,
  EROFS: denied,
  ENOTDIR: noFolder,
  EEXIST: noFolder,
  ENOENT: noFolder,
}

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
