import {isPostgresUrl, sqlitePath} from '../config/database-url.ts'
import {maskUrl} from '../config/secret.ts'
import {AppError} from '../errors.ts'

export type DatabaseUrl =
  | {readonly dialect: 'sqlite'; readonly url: string; /** `:memory:` is a database that dies with the process. */ readonly path: string}
  | {readonly dialect: 'postgres'; readonly url: string; /** Directory of a Unix socket, from `?host=`. */ readonly socket?: string}

/**
 * `sqlite:PATH` or `postgres://USER:PASSWORD@HOST/DATABASE`; `postgres://USER@/DATABASE?host=/run/postgresql` for a Unix socket.
 * @throws AppError DATABASE_URL_INVALID (usage)
 */
export function parseDatabaseUrl(url: string): DatabaseUrl {
  const path = sqlitePath(url)
  if (path) return {dialect: 'sqlite', url, path}
  if (isPostgresUrl(url)) {
    const parsed = new URL(url)
    const socket = parsed.searchParams.get('host')
    if (socket === null) return {dialect: 'postgres', url}
    // postgres.js would send it to the server as a setting.
    parsed.searchParams.delete('host')
    return {dialect: 'postgres', url: parsed.href, socket}
  }
  throw new AppError(
    'DATABASE_URL_INVALID',
    {en: `Not a database URL: "${maskUrl(url)}".`, ru: `Это не адрес базы данных: «${maskUrl(url)}».`},
    {
      exit: 'usage',
      hint: {
        en: 'Use `sqlite:PATH` or `postgres://USER:PASSWORD@HOST/DATABASE`.',
        ru: 'Нужен `sqlite:ПУТЬ` или `postgres://ПОЛЬЗОВАТЕЛЬ:ПАРОЛЬ@АДРЕС/БАЗА`.',
      },
    },
  )
}
