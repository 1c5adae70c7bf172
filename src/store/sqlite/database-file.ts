import {statSync} from 'node:fs'
import {AppError} from '../../errors.ts'
import {databaseError} from '../database-errors.ts'

/**
 * Whether a SQLite database is there. One that this user may not look for can well be there, and opening a pipe would wait for whoever writes to it.
 * @throws AppError DATABASE_FORBIDDEN (auth), DATABASE_IS_FOLDER, DATABASE_NOT_FILE (usage)
 */
export function isThere(path: string): boolean {
  const url = `sqlite:${path}`
  try {
    const found = statSync(path)
    if (found.isDirectory()) throw Object.assign(new Error('a folder'), {code: 'EISDIR'})
    if (!found.isFile()) throw notFile(url)
    return true
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return false
    throw databaseError(error, url)
  }
}

const notFile = (url: string) =>
  new AppError(
    'DATABASE_NOT_FILE',
    {en: `A pipe or a device, not a database: ${url}.`, ru: `Это канал или устройство, а не база данных: ${url}.`},
    {exit: 'usage', hint: {en: 'Name a file, or one that does not exist yet.', ru: 'Укажите файл, можно ещё не созданный.'}},
  )
