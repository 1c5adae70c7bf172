import {isAbsolute, resolve} from 'node:path'

const scheme = 'sqlite:'

/** The file of a `sqlite:PATH` URL; undefined for PostgreSQL. */
export const sqlitePath = (url: string): string | undefined => (url.startsWith(scheme) ? url.slice(scheme.length) : undefined)

export const isPostgresUrl = (url: string): boolean => /^postgres(?:ql)?:\/\/[^\s]+$/.test(url)

export const isDatabaseUrl = (url: string): boolean => isPostgresUrl(url) || /^sqlite:[^\s:][^\0]*$/.test(url)

/** A relative SQLite path counts from the folder of whoever names it: a file's own folder, or the working directory. */
export function absoluteDatabaseUrl(url: string, folder: string): string {
  const path = sqlitePath(url)
  if (path === undefined || path === '' || path.startsWith(':') || isAbsolute(path)) return url
  return scheme + resolve(folder, path)
}
