import {resolve} from 'node:path'

const scheme = 'sqlite:'

/** The file of `sqlite:PATH` or `sqlite:///PATH`; undefined for PostgreSQL. */
export const sqlitePath = (url: string): string | undefined =>
  url.startsWith(scheme) ? url.slice(scheme.length).replace(/^\/\/(?=\/)/, '') : undefined

export const isPostgresUrl = (url: string): boolean =>
  /^postgres(?:ql)?:\/\/\S+$/.test(url) && URL.canParse(url) && new URL(url).pathname.length > 1

export const isDatabaseUrl = (url: string): boolean => isOneLine(url) && (isPostgresUrl(url) || /^sqlite:[^\s:]/.test(url))

export const isOneLine = (text: string): boolean => !/\p{Cc}/u.test(text)

/** A relative SQLite path counts from the folder of whoever names it: a file's own folder, or the working directory. */
export function absoluteDatabaseUrl(url: string, folder: string): string {
  const path = sqlitePath(url)
  return path === undefined || !isDatabaseUrl(url) ? url : scheme + resolve(folder, path)
}
