import {statSync} from 'node:fs'
import {open} from 'node:fs/promises'
import type {Database as Connection} from 'better-sqlite3'
import {Kysely} from 'kysely'
import type {Clock} from '../../clock.ts'
import {sqlitePath} from '../../config/database-url.ts'
import {AppError} from '../../errors.ts'
import {unreadableFile} from '../../file-errors.ts'
import {readBookkeeping} from '../bookkeeping.ts'
import {countRows} from '../count-rows.ts'
import {databaseError, isDamage} from '../database-errors.ts'
import {migrations as allMigrations} from '../migrations/index.ts'
import type {Migration} from '../migrations/migration.ts'
import {openStore} from '../open-store.ts'
import type {Database} from '../schema.ts'
import {readSchemaState, refuseForeignSchema} from '../schema-state.ts'
import {openSqlite} from '../sqlite/open-sqlite.ts'
import {sqliteDialect} from '../sqlite/sqlite-dialect.ts'
import {consistently} from '../transaction.ts'
import type {Digests} from './digest.ts'
import {withoutDebris} from './files.ts'
import {backupDamaged, openDump} from './read-dump.ts'
import {hasData, replaceContents} from './replace-contents.ts'
import {setAside} from './set-aside.ts'
import {databaseSource, type Source} from './source.ts'

/** What a restore takes away. */
export interface Loss {
  /** By table; undefined when nobody can read the database any more. */
  readonly rows: Readonly<Record<string, number>> | undefined
}

export interface Restored {
  readonly digests: Digests
  /** Where the damaged database is now that stood in the way. */
  readonly setAside?: string
}

export interface RestoreDeps {
  readonly clock: Clock
  /** Asked when there is data that would be lost; throws to stop. */
  confirm(loss: Loss): Promise<void>
  readonly migrations?: readonly Migration[]
  readonly signal?: AbortSignal
}

/**
 * Replaces the contents of a database with those of a backup: a SQLite file or a dump, into either database. The backup is checked before
 * anything is touched, and the change is one transaction. A damaged SQLite file is set aside and a new one is made.
 * @throws AppError BACKUP_MISSING (not found), BACKUP_DAMAGED, FILE_UNREADABLE, DATABASE_FOREIGN (refused), SCHEMA_NEWER (drift)
 */
export function restore({url, file}: {readonly url: string; readonly file: string}, deps: RestoreDeps): Promise<Restored> {
  return withBackup(file, async (source) => {
    try {
      return {digests: await replaceIn(url, source, deps)}
    } catch (error) {
      const path = sqlitePath(url)
      if (path === undefined || !isDamage(error)) throw error
      await deps.confirm({rows: undefined})
      const damaged = await setAside(path, deps.clock)
      try {
        return {digests: await replaceIn(url, source, deps), setAside: damaged.path}
      } catch (again) {
        await damaged.undo()
        throw again
      }
    }
  })
}

const replaceIn = (url: string, source: Source, deps: RestoreDeps): Promise<Digests> =>
  withoutDebris(url, async () => {
    const target = await openStore({url, schema: 'ignore', poolSize: 1})
    try {
      const {signal, migrations = allMigrations} = deps
      refuseForeignSchema(await readSchemaState(target.db, target.dialect, migrations))
      if (await hasData(target)) await deps.confirm({rows: await countRows(target)})
      return await replaceContents(target, source, {migrations, signal})
    } finally {
      await target.close()
    }
  })

async function withBackup<Result>(file: string, use: (source: Source) => Promise<Result>): Promise<Result> {
  if (await isSqlite(file)) return withSqliteBackup(file, use)
  return use(await openDump(file))
}

async function isSqlite(file: string): Promise<boolean> {
  const found = statSync(file, {throwIfNoEntry: false})
  if (found?.isDirectory()) throw backupIsFolder(file)
  // Opening a pipe would wait for whoever writes to it, and a backup is read twice.
  if (found && !found.isFile()) throw backupNotFile(file)
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? backupMissing(file) : unreadableFile(file, error)
  })
  try {
    const {buffer} = await handle.read(Buffer.alloc(16), 0, 16, 0)
    return buffer.toString('latin1') === 'SQLite format 3\0'
  } finally {
    await handle.close()
  }
}

async function withSqliteBackup<Result>(file: string, use: (source: Source) => Promise<Result>): Promise<Result> {
  const patience = 10_000
  const refused = (error: unknown): never => {
    throw ofBackup(file, error)
  }
  const connection = await openSqlite(file, {patience, readonly: true}).catch(refused)
  const db = new Kysely<Database>({dialect: sqliteDialect(connection, {patience})})
  try {
    requireWhole(file, connection)
    return await consistently(db, async (transaction) => {
      if ((await readBookkeeping(transaction, 'sqlite').catch(refused)).kind !== 'ours')
        throw backupDamaged(file, 'a SQLite file, but not one of voicectl')
      return use(await databaseSource(transaction, 'sqlite').catch(refused))
    })
  } finally {
    await db.destroy()
    if (connection.open) connection.close()
  }
}

function requireWhole(file: string, connection: Connection): void {
  try {
    const verdict = connection.pragma('integrity_check', {simple: true})
    if (verdict !== 'ok') throw backupDamaged(file, verdict)
    if ((connection.pragma('foreign_key_check') as unknown[]).length > 0) throw backupDamaged(file, 'rows refer to rows that are missing')
  } catch (error) {
    throw ofBackup(file, error)
  }
}

/** What is said of a damaged database, to restore a backup, is no help where the backup is what is damaged. */
const ofBackup = (file: string, error: unknown): unknown =>
  isDamage(databaseError(error, `sqlite:${file}`))
    ? backupDamaged(file, error, {en: 'it is cut off or damaged inside', ru: 'файл обрезан или испорчен внутри'})
    : error

const backupIsFolder = (file: string) =>
  new AppError('BACKUP_IS_FOLDER', {en: `"${file}" is a folder, not a backup.`, ru: `«${file}» — папка, а не копия.`}, {exit: 'usage'})

const backupNotFile = (file: string) =>
  new AppError(
    'BACKUP_NOT_FILE',
    {en: `"${file}" is a pipe or a device, not a file.`, ru: `«${file}» — канал или устройство, а не файл.`},
    {exit: 'usage'},
  )

const backupMissing = (file: string) =>
  new AppError('BACKUP_MISSING', {en: `There is no file "${file}".`, ru: `Нет файла «${file}».`}, {exit: 'notFound'})
