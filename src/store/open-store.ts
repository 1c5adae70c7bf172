import {Kysely} from 'kysely'
import {maskUrlPasswords} from '../config/secret.ts'
import {parseDatabaseUrl} from './database-url.ts'
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
  readonly migrations?: readonly Migration[]
}

/**
 * Opens the database that `url` names; a SQLite file is made on first use.
 * @throws AppError DATABASE_URL_INVALID (usage), DATABASE_UNAVAILABLE, SCHEMA_BEHIND (unavailable), SCHEMA_NEWER, SCHEMA_CHANGED (drift)
 */
export async function openStore({url, schema = 'auto', migrations = allMigrations, ...options}: StoreOptions): Promise<Store> {
  const {db, dialect} = await connect(url, options)
  try {
    if (schema !== 'ignore') await ensureSchema(db, dialect, {migrations, mayMigrate: schema === 'migrate' || dialect === 'sqlite'})
  } catch (error) {
    await db.destroy()
    throw error
  }
  return {
    dialect,
    url: maskUrlPasswords(url),
    db,
    ...repositories(db),
    transaction: (work) => atomically(db, (transaction) => work({db: transaction, ...repositories(transaction)})),
    close: () => db.destroy(),
  }
}

async function connect(
  url: string,
  {patience = 10_000, poolSize = 10}: Pick<StoreOptions, 'patience' | 'poolSize'>,
): Promise<{readonly db: Kysely<Database>; readonly dialect: Dialect}> {
  const target = parseDatabaseUrl(url)
  if (target.dialect === 'sqlite') {
    const [{openSqlite}, {sqliteDialect}] = await Promise.all([import('./sqlite/open-sqlite.ts'), import('./sqlite/sqlite-dialect.ts')])
    return {dialect: 'sqlite', db: new Kysely({dialect: sqliteDialect(await openSqlite(target.path, {patience}), {patience})})}
  }
  const [{openPostgres}, {postgresDialect}] = await Promise.all([
    import('./postgres/open-postgres.ts'),
    import('./postgres/postgres-dialect.ts'),
  ])
  return {dialect: 'postgres', db: new Kysely({dialect: postgresDialect(await openPostgres(target, {poolSize}), url)})}
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
