import type {Bilingual} from '../bilingual.ts'
import {databaseUrlProblem, sqlitePath} from '../config/database-url.ts'
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
  const problem = databaseUrlProblem(url)
  if (problem) throw notAddress(url, problem)
  return postgresUrl(url)
}

/** What postgres.js would send to the server as settings is taken out of the query, as `psql` understands it. */
function postgresUrl(url: string): DatabaseUrl {
  const parsed = new URL(url)
  const socket = parsed.searchParams.get('host')
  const port = parsed.searchParams.get('port')
  if (socket === null && port === null) return {dialect: 'postgres', url}
  for (const name of ['host', 'port']) parsed.searchParams.delete(name)
  if (port) parsed.port = port
  return {dialect: 'postgres', url: parsed.href, ...(socket !== null && {socket})}
}

const notAddress = (url: string, must: Bilingual) =>
  new AppError(
    'DATABASE_URL_INVALID',
    {
      en: `Not a database URL: "${maskUrl(url)}". It must be ${must.en}.`,
      ru: `Это не адрес базы данных: «${maskUrl(url)}». Ожидается ${must.ru}.`,
    },
    {
      exit: 'usage',
      hint: {
        en: 'Use `sqlite:PATH` or `postgres://USER@HOST/DATABASE`.',
        ru: 'Нужен `sqlite:ПУТЬ` или `postgres://ПОЛЬЗОВАТЕЛЬ@АДРЕС/БАЗА`.',
      },
    },
  )
