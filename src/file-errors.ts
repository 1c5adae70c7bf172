import type {Bilingual} from './bilingual.ts'
import {AppError, type ExitReason} from './errors.ts'

/**
 * Why a file that was named cannot be read: FILE_NOT_FOUND (not found), FILE_UNREADABLE (auth when it is a matter of permissions, usage when
 * it is a folder). What says why already is passed on.
 */
export function unreadableFile(path: string, error: unknown): AppError {
  if (error instanceof AppError) return error
  const {code} = error as NodeJS.ErrnoException
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new AppError('FILE_NOT_FOUND', {en: `There is no file ${path}.`, ru: `Нет файла ${path}.`}, {exit: 'notFound', cause: error})
    case 'EACCES':
    case 'EPERM':
      return new AppError(
        'FILE_UNREADABLE',
        {en: `Permission denied: ${path}.`, ru: `Нет прав на чтение: ${path}.`},
        {exit: 'auth', cause: error},
      )
    case 'EISDIR':
      return new AppError(
        'FILE_UNREADABLE',
        {en: `${path} is a folder, not a file.`, ru: `${path} — папка, а не файл.`},
        {exit: 'usage', cause: error},
      )
    default:
      return new AppError(
        'FILE_UNREADABLE',
        {en: `Cannot read ${path} (${code}).`, ru: `Не удаётся прочитать ${path} (${code}).`},
        {cause: error},
      )
  }
}

/**
 * Why a file that was named cannot be written: FILE_UNWRITABLE (auth when it is a matter of permissions, else usage). What says why already,
 * or has nothing to do with the file, is passed on.
 */
export function unwritableFile(path: string, error: unknown): unknown {
  const {code = ''} = (error ?? {}) as NodeJS.ErrnoException
  const why = error instanceof AppError ? undefined : reasons[code]
  if (!why) return error
  const {text, hint, exit} = why
  return new AppError(
    'FILE_UNWRITABLE',
    {en: `${path} cannot be written: ${text.en}.`, ru: `${path} не записать: ${text.ru}.`},
    {exit, hint, cause: error},
  )
}

interface Reason {
  readonly text: Bilingual
  readonly hint: Bilingual
  readonly exit: ExitReason
}

const denied: Reason = {
  text: {en: 'permission denied', ru: 'нет прав'},
  hint: {
    en: 'Give this user access to its folder, or name a file elsewhere.',
    ru: 'Дайте этому пользователю доступ к папке или укажите другое место.',
  },
  exit: 'auth',
}
const noFolder: Reason = {
  text: {en: 'no file can be made there', ru: 'там нельзя создать файл'},
  hint: {en: 'Name a file in a folder that is there or can be made.', ru: 'Укажите файл в папке, которая есть или которую можно создать.'},
  exit: 'usage',
}
const reasons: Readonly<Record<string, Reason>> = {
  EACCES: denied,
  EPERM: denied,
  EROFS: {...denied, text: {en: 'the file system is read-only', ru: 'файловая система доступна только для чтения'}},
  ENOENT: noFolder,
  ENOTDIR: noFolder,
  EISDIR: {
    text: {en: 'it is a folder', ru: 'это папка'},
    hint: {en: 'Name a file in it.', ru: 'Укажите файл в ней.'},
    exit: 'usage',
  },
}
