import {createWriteStream} from 'node:fs'
import {stat} from 'node:fs/promises'
import {resolve, sep} from 'node:path'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {createGzip} from 'node:zlib'
import type {Clock} from '../../clock.ts'
import {AppError} from '../../errors.ts'
import {unwritableFile} from '../../file-errors.ts'
import {type DatabaseUrl, parseDatabaseUrl} from '../database-url.ts'
import {openStore} from '../open-store.ts'
import {migrations} from '../migrations/index.ts'
import {readSchemaState, refuseForeignSchema} from '../schema-state.ts'
import type {Store} from '../store.ts'
import {isThere} from '../sqlite/database-file.ts'
import {openSqlite} from '../sqlite/open-sqlite.ts'
import {consistently} from '../transaction.ts'
import {writeWhole} from './files.ts'
import {backupDamaged} from './read-dump.ts'
import {databaseSource} from './source.ts'
import {dumpLines} from './write-dump.ts'

export interface Backup {
  readonly file: string
  /** A SQLite file, or lines of JSON that either database can be restored from. */
  readonly format: 'sqlite' | 'ndjson'
  readonly bytes: number
}

export interface BackupDeps {
  readonly clock: Clock
  /** Aborted: no file is left. */
  readonly signal?: AbortSignal
}

/**
 * Saves the whole database as it is at one moment, while others go on writing. A file named `*.ndjson` or `*.ndjson.gz` is a portable dump, and so is
 * every backup of PostgreSQL; `.gz` compresses it.
 * @throws AppError FILE_EXISTS (conflict), FILE_UNWRITABLE, DATABASE_MISSING (not found), DATABASE_FOREIGN (refused), SCHEMA_NEWER (drift)
 */
export async function backUp({url, file}: {readonly url: string; readonly file: string}, deps: BackupDeps): Promise<Backup> {
  const source = parseDatabaseUrl(url)
  if (source.dialect === 'sqlite' && !isThere(source.path)) throw databaseMissing(source.path)
  const format = source.dialect === 'sqlite' && !/\.ndjson(?:\.gz)?$/.test(file) ? 'sqlite' : 'ndjson'
  await writeWhole(file, (partial) =>
    format === 'sqlite' ? copySqlite(source as SqliteUrl, partial, deps) : dump({url, file: partial, gzip: file.endsWith('.gz')}, deps),
  ).catch((error: unknown) => {
    throw concerns(error, file) ? unwritableFile(file, error) : diskError(error, file)
  })
  return {file, format, bytes: (await stat(file)).size}
}

/** The unfinished file stands beside the one that was named, and its folder above. */
const concerns = (error: unknown, file: string): boolean => {
  const {path} = error as NodeJS.ErrnoException
  if (path === undefined) return false
  const [stands, wanted] = [resolve(path), resolve(file)]
  return stands === wanted || stands.startsWith(`${wanted}.partial-`) || wanted.startsWith(stands + sep)
}

/** A name promises what is in the file; a dump is no SQLite file, whatever it is called. */
export const isMisnamed = ({file, format}: Backup): boolean => format === 'ndjson' && /\.(?:db|sqlite3?)$/i.test(file)

/** SQLite has words of its own for a disk that takes no more; the name of the unfinished file says nothing to anyone. */
export function diskError(error: unknown, file: string): unknown {
  const {code, message} = error as NodeJS.ErrnoException
  if (code === 'SQLITE_FULL') return Object.assign(new Error(message, {cause: error}), {code: 'ENOSPC', path: file})
  return code === 'ENOSPC' ? Object.assign(error as object, {path: file}) : error
}

/** A step blocks the thread: some 20 MB of pages take about 10 ms. */
const pagesPerStep = 5000

/** A pipeline ends with an error of its own; the reason says who wanted it. */
const unlessAborted =
  (signal: AbortSignal | undefined) =>
  (error: unknown): never => {
    signal?.throwIfAborted()
    throw error
  }

type SqliteUrl = Extract<DatabaseUrl, {dialect: 'sqlite'}>

/** Of a database that lacks the newest migrations there may be a backup: that is what one does before migrating. */
const refuseForeign = async ({db, dialect}: Pick<Store, 'db' | 'dialect'>): Promise<void> =>
  refuseForeignSchema(await readSchemaState(db, dialect, migrations))

async function copySqlite({url, path}: SqliteUrl, file: string, {signal}: BackupDeps): Promise<void> {
  const store = await openStore({url, schema: 'ignore', readonly: true})
  try {
    await refuseForeign(store)
  } finally {
    await store.close()
  }
  const original = await openSqlite(path, {patience: 10_000, readonly: true})
  try {
    // Without a read transaction of its own a backup begins again whenever somebody writes, under load for ever.
    original.exec('begin')
    original.prepare('select count(*) from sqlite_master').get()
    await original.backup(file, {progress: () => (signal?.throwIfAborted(), pagesPerStep)})
  } finally {
    original.close()
  }
  const {default: BetterSqlite3} = await import('better-sqlite3')
  const copy = new BetterSqlite3(file)
  try {
    // A database in WAL mode is up to three files; a backup should be one.
    copy.pragma('journal_mode = delete')
    const verdict = copy.pragma('integrity_check', {simple: true})
    if (verdict !== 'ok') throw backupDamaged(file, verdict)
  } finally {
    copy.close()
  }
}

async function dump(
  {url, file, gzip}: {readonly url: string; readonly file: string; readonly gzip: boolean},
  {clock, signal}: BackupDeps,
): Promise<void> {
  const store = await openStore({url, schema: 'ignore', poolSize: 1})
  try {
    await consistently(store.db, async (transaction) => {
      await refuseForeign({...store, db: transaction})
      const lines = Readable.from(dumpLines(await databaseSource(transaction, store.dialect), clock.now()))
      const output = createWriteStream(file, {flush: true})
      const stages = [lines, ...(gzip ? [createGzip()] : []), output]
      await pipeline(stages, {...(signal && {signal})}).catch(unlessAborted(signal))
    })
  } finally {
    await store.close()
  }
}

const databaseMissing = (path: string) =>
  new AppError('DATABASE_MISSING', {en: `There is no database ${path} yet.`, ru: `Базы данных ${path} ещё нет.`}, {exit: 'notFound'})
