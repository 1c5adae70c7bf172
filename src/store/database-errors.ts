import {accessSync, constants, statSync} from 'node:fs'
import {dirname} from 'node:path'
import {sqlitePath} from '../config/database-url.ts'
import type {Bilingual} from '../bilingual.ts'
import {AppError} from '../errors.ts'
import {maskUrl} from '../config/secret.ts'
import {unwritable} from './sqlite/unwritable.ts'

const codeOf = (error: unknown): string => String((error as {readonly code?: unknown} | undefined)?.code ?? '')

/** Somebody holds the slug, number or place already. */
export const isUniqueViolation = (error: unknown): boolean =>
  /^(?:23505|SQLITE_CONSTRAINT_(?:UNIQUE|PRIMARYKEY))$/.test(codeOf(error)) ||
  (codeOf(error) === 'SQLITE_CONSTRAINT_TRIGGER' && (error as Error).message === placeTaken)

/** The words of the trigger that looks before SQLite does. */
const placeTaken = 'the place of an event is taken'

/** What a row refers to is not there, or what is to go is referred to. */
export const isForeignKeyViolation = (error: unknown): boolean => /^(?:23503|SQLITE_CONSTRAINT_FOREIGNKEY)$/.test(codeOf(error))

/** For `.catch`: gives `instead` for a violation of that sort and lets every other error through. */
export const unless =
  (violation: (error: unknown) => boolean, instead: () => AppError) =>
  (error: unknown): never => {
    throw violation(error) ? instead() : error
  }

const unreachable = /^(?:E[A-Z]+|TLS_REFUSED|CONNECT_TIMEOUT|CONNECTION_[A-Z]+|57P0[0-9]|53300|08...)$/

/** It ended the session: nothing that was asked of it later does that. */
const isFatal = (error: unknown): boolean => (error as {readonly severity?: unknown} | undefined)?.severity === 'FATAL'

export const isConnectionLoss = (error: unknown): boolean => unreachable.test(codeOf(error))

/** The file is there and cannot be read as a database. */
export const isDamage = (error: unknown): boolean => error instanceof AppError && error.code === 'DATABASE_DAMAGED'

/** What the operator can do something about becomes an AppError; a defect of ours stays what it is. */
export function databaseError(error: unknown, url: string): unknown {
  const code = codeOf(error)
  const where = maskUrl(url)
  const options = {cause: error} as const
  if (url.startsWith('sqlite:') || code.startsWith('SQLITE_')) return sqliteError(error, code, where)
  if (code === 'TLS_REFUSED') {
    return new AppError(
      'DATABASE_UNAVAILABLE',
      {en: `The database has no TLS, which its address asks for: ${where}.`, ru: `У базы данных нет TLS, а адрес его требует: ${where}.`},
      {
        ...options,
        exit: 'unavailable',
        hint: {
          en: 'Turn on `ssl` of the server, or take `sslmode` out of the address when the network is trusted.',
          ru: 'Включите `ssl` на сервере или уберите `sslmode` из адреса, если сети можно доверять.',
        },
      },
    )
  }
  if (unreachable.test(code)) {
    return new AppError(
      'DATABASE_UNAVAILABLE',
      {en: `The database does not answer: ${where} (${code}).`, ru: `База данных не отвечает: ${where} (${code}).`},
      {
        ...options,
        exit: 'unavailable',
        hint: {en: 'Check that the server runs and the address is right.', ru: 'Проверьте, что сервер запущен и адрес верен.'},
      },
    )
  }
  if (code === '28P01' || code === '28000') {
    return new AppError(
      'DATABASE_AUTH',
      {en: `The database refused the user or the password: ${where}.`, ru: `База данных не приняла пользователя или пароль: ${where}.`},
      {
        ...options,
        exit: 'auth',
        hint: {
          en: 'Correct `database.url`: `voicectl config set database.url --stdin < FILE`, or VOICECTL_DATABASE_URL.',
          ru: 'Исправьте `database.url`: `voicectl config set database.url --stdin < ФАЙЛ` или VOICECTL_DATABASE_URL.',
        },
      },
    )
  }
  if (code === '42501') {
    return new AppError(
      'DATABASE_FORBIDDEN',
      {en: `The user of the database may not do this: ${where}.`, ru: `Пользователю базы данных это не разрешено: ${where}.`},
      {
        ...options,
        exit: 'auth',
        hint: {
          en: 'Grant it to that user, or name another one in `database.url`.',
          ru: 'Дайте право этому пользователю (`GRANT`) или укажите в `database.url` другого.',
        },
      },
    )
  }
  if (isFatal(error) && /^(?:22|42)/.test(code)) {
    const {message} = error as Error
    return new AppError(
      'DATABASE_URL_INVALID',
      {
        en: `The server does not take a setting in the address ${where}: ${message}.`,
        ru: `Сервер не принимает настройку из адреса ${where}: ${message}.`,
      },
      {...options, exit: 'usage', hint: {en: 'Correct what stands behind the `?`.', ru: 'Исправьте то, что стоит после `?`.'}},
    )
  }
  if (code === '55P03') {
    return new AppError(
      'DATABASE_BUSY',
      {en: 'Other programs are using the database.', ru: 'База данных занята другими программами.'},
      {...options, exit: 'unavailable', hint: {en: 'Stop the workers and try again.', ru: 'Остановите рабочие процессы и повторите.'}},
    )
  }
  if (code === '3D000') {
    return new AppError(
      'DATABASE_MISSING',
      {en: `There is no such database: ${where}.`, ru: `Такой базы данных нет: ${where}.`},
      {
        ...options,
        exit: 'notFound',
        hint: {
          en: 'Create it with `createdb`, then run `voicectl db migrate`.',
          ru: 'Создайте её через `createdb`, затем выполните `voicectl db migrate`.',
        },
      },
    )
  }
  if (code === '2BP01') {
    return new AppError(
      'TABLES_IN_USE',
      {
        en: `Something else in the database depends on the tables of voicectl: ${where}.`,
        ru: `От таблиц voicectl зависит что-то ещё в этой базе: ${where}.`,
      },
      {...options, exit: 'conflict', hint: {en: 'Drop those views or keys first.', ru: 'Сначала удалите эти представления или ключи.'}},
    )
  }
  return error
}

/** A file rather than a server: nothing has to be running, but someone has to be allowed to. */
function sqliteError(error: unknown, code: string, where: string): unknown {
  const path = sqlitePath(where)
  if (/^(?:SQLITE_(?:CANTOPEN|IOERR)|EISDIR)/.test(code) && path !== undefined && statSync(path, {throwIfNoEntry: false})?.isDirectory()) {
    return new AppError(
      'DATABASE_IS_FOLDER',
      {en: `A folder, not a database: ${where}.`, ru: `Это папка, а не база данных: ${where}.`},
      {cause: error, exit: 'usage', hint: {en: 'Add the name of a file.', ru: 'Допишите имя файла.'}},
    )
  }
  if (/^(?:EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_PERM)/.test(code) || (code.startsWith('SQLITE_CANTOPEN') && isDenied(path))) {
    const shut = path === undefined ? '' : unwritable(path).join(', ')
    return new AppError(
      'DATABASE_FORBIDDEN',
      {en: `No permission for the database ${where}.`, ru: `Нет прав на базу данных ${where}.`},
      {
        cause: error,
        exit: 'auth',
        hint: {
          en: `${shut === '' ? '' : `Not writable: ${shut}. `}The file and its folder must be writable by this user.`,
          ru: `${shut === '' ? '' : `Нельзя писать в ${shut}. `}Файл и его папка должны быть доступны пользователю на запись.`,
        },
      },
    )
  }
  if (/^SQLITE_(?:NOTADB|CORRUPT)/.test(code)) {
    return new AppError(
      'DATABASE_DAMAGED',
      {en: `Not a database, or a damaged one: ${where}.`, ru: `Это не база данных или она повреждена: ${where}.`},
      {
        cause: error,
        hint: {
          en: 'Restore a backup: `voicectl db restore FILE` sets this file aside first.',
          ru: 'Восстановите копию: `voicectl db restore ФАЙЛ` сначала отложит этот файл в сторону.',
        },
      },
    )
  }
  if (/^(?:SQLITE_(?:CANTOPEN|FULL|IOERR)|E[A-Z]+$)/.test(code)) {
    const reason = reasons[code] ?? same((error as Error).message)
    return new AppError(
      'DATABASE_UNAVAILABLE',
      {en: `Cannot write the database ${where}: ${reason.en}.`, ru: `Не удаётся записать базу данных ${where}: ${reason.ru}.`},
      {
        cause: error,
        exit: 'unavailable',
        hint: {en: 'Look at the disk and the folder: `voicectl doctor`.', ru: 'Проверьте диск и папку: `voicectl doctor`.'},
      },
    )
  }
  return error
}

const diskFull: Bilingual = {en: 'the disk is full', ru: 'диск заполнен'}
const noFolder: Bilingual = {en: 'no file can be made there', ru: 'там нельзя создать файл'}
const reasons: Readonly<Record<string, Bilingual>> = {SQLITE_FULL: diskFull, ENOSPC: diskFull, ENOENT: noFolder, ENOTDIR: noFolder}
const same = (text: string): Bilingual => ({en: text, ru: text})

/** SQLite says "unable to open" for everything. */
function isDenied(path: string | undefined): boolean {
  try {
    if (path !== undefined) accessSync(statSync(path, {throwIfNoEntry: false}) ? path : dirname(path), constants.R_OK | constants.W_OK)
    return false
  } catch (error) {
    return ['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))
  }
}
