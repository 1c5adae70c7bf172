import {statSync} from 'node:fs'
import {type Kysely, sql} from 'kysely'
import {maskUrl} from '../config/secret.ts'
import {countRows} from './count-rows.ts'
import {parseDatabaseUrl} from './database-url.ts'
import {migrations as allMigrations} from './migrations/index.ts'
import type {Migration} from './migrations/migration.ts'
import {openStore} from './open-store.ts'
import {readSchemaState, type SchemaState} from './schema-state.ts'
import type {Database} from './schema.ts'
import {isThere} from './sqlite/database-file.ts'
import type {Dialect} from './store.ts'

export interface DatabaseStatus {
  readonly dialect: Dialect
  /** Without the password. */
  readonly url: string
  /** `absent`: a SQLite file that is made on first use. `changed`: migrated by other statements than this program has. `foreign`: another program's. */
  readonly schema: 'absent' | 'current' | 'behind' | 'newer' | 'changed' | 'foreign'
  readonly applied: readonly {readonly id: string; readonly name: string; readonly appliedAt: string}[]
  readonly pending: readonly {readonly id: string; readonly name: string}[]
  readonly bytes: number
  /** By table. */
  readonly rows: Readonly<Record<string, number>>
}

/** What there is, without changing or creating anything. */
export async function databaseStatus(url: string, migrations: readonly Migration[] = allMigrations): Promise<DatabaseStatus> {
  const target = parseDatabaseUrl(url)
  const {dialect} = target
  const masked = maskUrl(url)
  if (target.dialect === 'sqlite' && !isThere(target.path)) {
    return {dialect, url: masked, schema: 'absent', applied: [], pending: migrations.map(named), bytes: 0, rows: {}}
  }
  const store = await openStore({url, schema: 'ignore', poolSize: 1, readonly: true})
  try {
    const state = await readSchemaState(store.db, dialect, migrations)
    const applied = state.applied.map(({id, name, appliedAt}) => ({id, name, appliedAt: new Date(appliedAt).toISOString()}))
    const bytes = target.dialect === 'sqlite' ? sizeOfFiles(target.path) : await sizeOnServer(store.db)
    return {
      dialect,
      url: masked,
      schema: verdict(state),
      applied,
      pending: state.pending.map(named),
      bytes,
      rows: state.foreign.length > 0 ? {} : await countRows(store),
    }
  } finally {
    await store.close()
  }
}

function verdict({foreign, unknown, changed, pending}: SchemaState): DatabaseStatus['schema'] {
  if (foreign.length > 0) return 'foreign'
  if (unknown.length > 0) return 'newer'
  if (changed.length > 0) return 'changed'
  return pending.length > 0 ? 'behind' : 'current'
}

const named = ({id, name}: Migration) => ({id, name})

/** The write-ahead log counts: it can be larger than the database. */
const sizeOfFiles = (path: string): number =>
  ['', '-wal'].reduce((sum, suffix) => sum + (statSync(path + suffix, {throwIfNoEntry: false})?.size ?? 0), 0)

async function sizeOnServer(db: Kysely<Database>): Promise<number> {
  const {rows} = await sql<{bytes: number}>`select pg_database_size(current_database()) as bytes`.execute(db)
  return rows[0]!.bytes
}
