import {AppError} from './errors.ts'

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
