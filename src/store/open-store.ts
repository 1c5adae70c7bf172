import {Kysely} from 'kysely'
import {maskUrl} from '../config/secret.ts'
import {parseDatabaseUrl} from './database-url.ts'
import {identityOf} from './identity.ts'
import {migrate} from './migrate.ts'
import {migrations as allMigrations} from './migrations/index.ts'
import type {Migration} from './migrations/migration.ts'
import {repositories} from './repositories.ts'
import {readSchemaState, refuseForeignSchema, refuseOldSchema} from './schema-state.ts'
import type {Database} from './schema.ts'
import type {Dialect, Store} from './store.ts'
import {atomically} from './transaction.ts'

export interface StoreOptions {
  /** `sqlite:PATH` or `postgres://…`. */
  readonly url: string
  /**
   * What to do about a schema that is behind: `auto` migrates SQLite, whose only user is this installation, and refuses PostgreSQL, which other
   * programs may be using; `migrate` migrates both; `ignore` takes whatever is there.
   */
  readonly schema?: 'auto' | 'migrate' | 'ignore'
  /** How long a write waits while another process writes to the same SQLite file, ms. */
  readonly patience?: number
  /** Connections to PostgreSQL. */
  readonly poolSize?: number
  /** Hangs up on PostgreSQL, whatever it is waited for. */
  readonly signal?: AbortSignal | undefined
  readonly migrations?: readonly Migration[]
  /** For looking only: a SQLite file that may not be written is opened too, and none is made. */
  readonly readonly?: boolean
}

/**
 * Opens the database that `url` names; a SQLite file is made on first use.
 * @throws AppError DATABASE_URL_INVALID (usage), DATABASE_UNAVAILABLE, SCHEMA_BEHIND (unavailable), SCHEMA_NEWER, SCHEMA_CHANGED (drift)
 */
export async function openStore({url, schema = 'auto', migrations = allMigrations, ...options}: StoreOptions): Promise<Store> {
  const {db, dialect, close} = await connect(url, options)
  try {
    if (schema !== 'ignore') await ensureSchema(db, dialect, {migrations, mayMigrate: schema === 'migrate' || dialect === 'sqlite'})
  } catch (error) {
    await close()
    throw error
  }
  return {
    dialect,
    url: maskUrl(url),
    db,
    identity: identityOf(db),
    ...repositories(db),
    transaction: (work) => atomically(db, (transaction) => work({db: transaction, ...repositories(transaction)})),
    close,
  }
}

async function connect(
  url: string,
  {patience = 10_000, poolSize = 10, readonly = false, signal}: Pick<StoreOptions, 'patience' | 'poolSize' | 'readonly' | 'signal'>,
): Promise<Pick<Store, 'db' | 'dialect' | 'close'>> {
  const target = parseDatabaseUrl(url)
  if (target.dialect === 'sqlite') {
    const [{openSqlite}, {sqliteDialect}] = await Promise.all([import('./sqlite/open-sqlite.ts'), import('./sqlite/sqlite-dialect.ts')])
    const connection = await openSqlite(target.path, {patience, readonly})
    const db = new Kysely<Database>({dialect: sqliteDialect(connection, {patience})})
    return {dialect: 'sqlite', db, close: closing(db, () => void connection.close())}
  }
  const [{openPostgres}, {postgresDialect}] = await Promise.all([
    import('./postgres/open-postgres.ts'),
    import('./postgres/postgres-dialect.ts'),
  ])
  const sql = await openPostgres(target, {poolSize, signal})
  const db = new Kysely<Database>({dialect: postgresDialect(sql, url)})
  return {dialect: 'postgres', db, close: closing(db, () => sql.end({timeout: 1}))}
}

/** Kysely closes only what it has used. */
const closing = (db: Kysely<Database>, close: () => unknown) => async () => {
  await db.destroy()
  await close()
}

async function ensureSchema(
  db: Kysely<Database>,
  dialect: Dialect,
  {migrations, mayMigrate}: {readonly migrations: readonly Migration[]; readonly mayMigrate: boolean},
): Promise<void> {
  const state = await readSchemaState(db, dialect, migrations)
  refuseForeignSchema(state)
  if (state.pending.length === 0) return
  if (!mayMigrate) refuseOldSchema(state)
  await migrate(db, dialect, migrations)
}
