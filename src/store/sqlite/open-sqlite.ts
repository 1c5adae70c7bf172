import {closeSync, openSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import type {Database as Connection} from 'better-sqlite3'
import {makeFolder} from '../../make-folder.ts'
import {databaseError} from '../database-errors.ts'
import {type BusyOptions, whenFree} from './busy.ts'
import {isThere} from './database-file.ts'

export interface SqliteOptions extends BusyOptions {
  readonly readonly?: boolean
}

/** How long SQLite itself may block the thread for a lock, ms; the rest of the patience is spent asleep. */
const blockingWait = 50

/** Opens or creates a database file. It holds what people said on the phone, so nobody but its owner may read it. */
export async function openSqlite(path: string, {patience, readonly = false}: SqliteOptions): Promise<Connection> {
  const {default: BetterSqlite3} = await import('better-sqlite3')
  const memory = path === ':memory:'
  // Absolute, because SQLite takes a name that begins with "file:" for a URI.
  const file = memory ? path : resolve(path)
  let connection: Connection | undefined
  try {
    if (!memory && !isThere(file) && !readonly) createPrivately(file)
    connection = new BetterSqlite3(file, {timeout: blockingWait, readonly})
    await configure(connection, {patience, readonly})
    return connection
  } catch (error) {
    connection?.close()
    throw databaseError(error, `sqlite:${path}`)
  }
}

/** The file of another program is about to be refused, and must stay as it is. */
const isForeign = `select exists (select 1 from sqlite_master) and not exists (select 1 from pragma_table_info('schema_migrations') where name = 'checksum')`

function createPrivately(file: string): void {
  makeFolder(dirname(file), 0o700)
  closeSync(openSync(file, 'a', 0o600))
}

async function configure(connection: Connection, {patience, readonly = false}: SqliteOptions): Promise<void> {
  // Several processes that create the same file at once all want to change its journal, and for that SQLite does not wait at all.
  await whenFree(
    () => {
      const foreign = () => connection.prepare(isForeign).pluck().get() === 1
      if (!readonly && connection.pragma('journal_mode', {simple: true}) !== 'wal' && !foreign()) connection.pragma('journal_mode = wal')
    },
    {patience},
  )
  connection.pragma('synchronous = normal')
  connection.pragma('foreign_keys = on')
}
