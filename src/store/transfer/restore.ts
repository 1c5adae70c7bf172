import {open} from 'node:fs/promises'
import {Kysely} from 'kysely'
import {AppError} from '../../errors.ts'
import {migrations as allMigrations} from '../migrations/index.ts'
import type {Migration} from '../migrations/migration.ts'
import {openStore} from '../open-store.ts'
import type {Database} from '../schema.ts'
import {openSqlite} from '../sqlite/open-sqlite.ts'
import {sqliteDialect} from '../sqlite/sqlite-dialect.ts'
import {consistently} from '../transaction.ts'
import type {Digests} from './digest.ts'
import {withoutDebris} from './files.ts'
import {backupDamaged, openDump} from './read-dump.ts'
import {hasData, replaceContents} from './replace-contents.ts'
import {databaseSource, type Source} from './source.ts'

export interface RestoreDeps {
  /** Asked when there is data that would be lost; throws to stop. */
  confirm(): Promise<void>
  readonly migrations?: readonly Migration[]
  readonly signal?: AbortSignal
}

/**
 * Replaces the contents of a database with those of a backup: a SQLite file or a dump, into either database. The backup is checked before
 * anything is touched, and the change is one transaction.
 * @throws AppError BACKUP_MISSING (not found), BACKUP_DAMAGED, SCHEMA_NEWER (drift)
 */
export function restore({url, file}: {readonly url: string; readonly file: string}, deps: RestoreDeps): Promise<Digests> {
  return withBackup(file, (source) =>
    withoutDebris(url, async () => {
      const target = await openStore({url, schema: 'ignore', poolSize: 1})
      try {
        if (await hasData(target)) await deps.confirm()
        return await replaceContents(target, source, {migrations: deps.migrations ?? allMigrations, signal: deps.signal})
      } finally {
        await target.close()
      }
    }),
  )
}

async function withBackup<Result>(file: string, use: (source: Source) => Promise<Result>): Promise<Result> {
  if (await isSqlite(file)) return withSqliteBackup(file, use)
  return use(await openDump(file))
}

async function isSqlite(file: string): Promise<boolean> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? backupMissing(file) : backupDamaged(file, error)
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
  const connection = await openSqlite(file, {patience, readonly: true})
  const db = new Kysely<Database>({dialect: sqliteDialect(connection, {patience})})
  try {
    const verdict = connection.pragma('integrity_check', {simple: true})
    if (verdict !== 'ok') throw backupDamaged(file, verdict)
    if ((connection.pragma('foreign_key_check') as unknown[]).length > 0) throw backupDamaged(file, 'rows refer to rows that are missing')
    return await consistently(db, async (transaction) => {
      const source = await databaseSource(transaction, 'sqlite')
      if (source.migrations.length === 0) throw backupDamaged(file, 'a SQLite file, but not one of voicectl')
      return use(source)
    })
  } finally {
    await db.destroy()
    if (connection.open) connection.close()
  }
}

const backupMissing = (file: string) =>
  new AppError('BACKUP_MISSING', {en: `There is no file "${file}".`, ru: `Нет файла «${file}».`}, {exit: 'notFound'})
