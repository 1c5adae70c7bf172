import {AppError} from '../errors.ts'
import {maskUrl} from '../config/secret.ts'

const codeOf = (error: unknown): string => String((error as {readonly code?: unknown} | undefined)?.code ?? '')

/** Somebody holds the slug, number or place already. */
export const isUniqueViolation = (error: unknown): boolean => /^(?:23505|SQLITE_CONSTRAINT_(?:UNIQUE|PRIMARYKEY))$/.test(codeOf(error))

/** What a row refers to is not there, or what is to go is referred to. */
export const isForeignKeyViolation = (error: unknown): boolean => /^(?:23503|SQLITE_CONSTRAINT_FOREIGNKEY)$/.test(codeOf(error))

/** For `.catch`: gives `instead` for a violation of that sort and lets every other error through. */
export const unless =
  (violation: (error: unknown) => boolean, instead: () => AppError) =>
  (error: unknown): never => {
    throw violation(error) ? instead() : error
  }

const unreachable = /^(?:E[A-Z]+|CONNECT_TIMEOUT|CONNECTION_[A-Z]+|57P0[0-9]|53300|08...)$/

export const isConnectionLoss = (error: unknown): boolean => unreachable.test(codeOf(error))

/** What the operator can do something about becomes an AppError; a defect of ours stays what it is. */
export function databaseError(error: unknown, url: string): unknown {
  const code = codeOf(error)
  const where = maskUrl(url)
  const options = {cause: error} as const
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
      {...options, exit: 'auth'},
    )
  }
  if (code === '42501') {
    return new AppError(
      'DATABASE_FORBIDDEN',
      {en: `The user of the database may not do this: ${where}.`, ru: `Пользователю базы данных это не разрешено: ${where}.`},
      {...options, exit: 'auth'},
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
  return sqliteError(error, code, where)
}

function sqliteError(error: unknown, code: string, where: string): unknown {
  if (/^SQLITE_(?:NOTADB|CORRUPT)/.test(code)) {
    return new AppError(
      'DATABASE_DAMAGED',
      {en: `Not a database, or a damaged one: ${where}.`, ru: `Это не база данных или она повреждена: ${where}.`},
      {cause: error, hint: {en: 'Restore a backup: `voicectl db restore FILE`.', ru: 'Восстановите копию: `voicectl db restore ФАЙЛ`.'}},
    )
  }
  if (/^SQLITE_(?:CANTOPEN|READONLY|FULL|IOERR|PERM)/.test(code)) {
    const reason = (error as Error).message
    return new AppError(
      'DATABASE_UNAVAILABLE',
      {en: `Cannot write the database ${where}: ${reason}.`, ru: `Не удаётся записать базу данных ${where}: ${reason}.`},
      {cause: error, exit: 'unavailable'},
    )
  }
  return error
}
