import {resolve} from 'node:path'
import type {Bilingual} from '../bilingual.ts'
import {isOneLine} from '../printable.ts'

const scheme = 'sqlite:'

/** The file of `sqlite:PATH` or `sqlite:///PATH`; undefined for PostgreSQL. */
export const sqlitePath = (url: string): string | undefined =>
  url.startsWith(scheme) ? url.slice(scheme.length).replace(/^\/\/(?=\/)/, '') : undefined

/** Why a text is no address of a database, as what it should be; undefined when it is one. */
export function databaseUrlProblem(url: string): Bilingual | undefined {
  if (!isOneLine(url)) return anyAddress
  if (!/^postgres(?:ql)?:\/\//.test(url)) return /^sqlite:[^\s:]/.test(url) ? undefined : anyAddress
  if (/\s/.test(url)) return withoutSpaces
  if (!URL.canParse(url)) return readable
  const {pathname, searchParams} = new URL(url)
  if (pathname.length <= 1) return withDatabase
  return /^\d{0,5}$/.test(searchParams.get('port') ?? '') ? undefined : withPort
}

export const isDatabaseUrl = (url: string): boolean => databaseUrlProblem(url) === undefined

const anyAddress: Bilingual = {en: '`sqlite:PATH` or `postgres://…`', ru: '`sqlite:ПУТЬ` или `postgres://…`'}
const withoutSpaces: Bilingual = {
  en: 'an address without spaces (one in a password is written %20)',
  ru: 'адрес без пробелов (пробел в пароле пишется %20)',
}
const readable: Bilingual = {
  en: '`postgres://USER@HOST:PORT/DATABASE`, with /, ?, #, @, : and % in a password written %2F, %3F, %23, %40, %3A, %25',
  ru: '`postgres://ПОЛЬЗОВАТЕЛЬ@АДРЕС:ПОРТ/БАЗА`, где /, ?, #, @, : и % в пароле пишутся %2F, %3F, %23, %40, %3A, %25',
}
const withDatabase: Bilingual = {
  en: 'an address that names a database behind the host, `postgres://USER@HOST/DATABASE`',
  ru: 'адрес с именем базы после адреса сервера, `postgres://ПОЛЬЗОВАТЕЛЬ@АДРЕС/БАЗА`',
}
const withPort: Bilingual = {en: 'an address whose `port` is a number', ru: 'адрес, в котором `port` — число'}

/** A relative SQLite path counts from the folder of whoever names it: a file's own folder, or the working directory. */
export function absoluteDatabaseUrl(url: string, folder: string): string {
  const path = sqlitePath(url)
  return path === undefined || !isDatabaseUrl(url) ? url : scheme + resolve(folder, path)
}
