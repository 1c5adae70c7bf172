import {mkdtemp} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Bilingual} from './bilingual.ts'
import {AppError, type ExitReason} from './errors.ts'

/** A new folder of this user alone among the temporary files. @throws AppError TEMPORARY_FOLDER, when none can be made there */
export async function temporaryFolder(prefix: string): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), prefix))
  } catch (error) {
    throw noFolder(tmpdir(), error)
  }
}

function noFolder(place: string, error: unknown): AppError {
  const {code = ''} = error as NodeJS.ErrnoException
  const {text, exit} = reasons[code] ?? {text: {en: code, ru: code}, exit: 'failure'}
  const variable = variables.find((name) => process.env[name])
  const named = variable === undefined ? place : `${place} (${variable})`
  return new AppError(
    'TEMPORARY_FOLDER',
    {
      en: `No temporary folder can be made in ${named}: ${text.en}.`,
      ru: `Не удаётся создать временную папку в ${named}: ${text.ru}.`,
    },
    {
      exit,
      cause: error,
      hint: {
        en: `Set ${variable ?? 'TMPDIR'} to a folder that is there and that this user may write to.`,
        ru: `Укажите в ${variable ?? 'TMPDIR'} папку, которая есть и в которую этот пользователь может писать.`,
      },
    },
  )
}

/** Where Node looks for the place of temporary files, the first that is set. */
const variables = process.platform === 'win32' ? ['TEMP', 'TMP'] : ['TMPDIR', 'TMP', 'TEMP']

const denied: Bilingual = {en: 'permission denied', ru: 'нет прав'}
const readOnly: Bilingual = {en: 'the file system is read-only', ru: 'файловая система доступна только для чтения'}
const reasons: Readonly<Record<string, {readonly text: Bilingual; readonly exit: ExitReason}>> = {
  ENOENT: {text: {en: 'there is no such folder', ru: 'такой папки нет'}, exit: 'notFound'},
  ENOTDIR: {text: {en: 'it is not a folder', ru: 'это не папка'}, exit: 'usage'},
  EACCES: {text: denied, exit: 'auth'},
  EPERM: {text: denied, exit: 'auth'},
  EROFS: {text: readOnly, exit: 'auth'},
  ENOSPC: {text: {en: 'the disk is full', ru: 'диск заполнен'}, exit: 'failure'},
}
