import {type Kysely, sql} from 'kysely'
import {newId} from '../ids.ts'
import type {Migration} from './migrations/migration.ts'
import type {Database} from './schema.ts'
import {checksumOf, readSchemaState, refuseForeignSchema} from './schema-state.ts'
import type {Dialect} from './store.ts'

/** The key of voicectl's advisory lock: "voicectl" in ASCII, cut to what fits. */
const advisoryLock = 0x76_6f_69_63_65

/**
 * Brings a database up to date, one transaction a migration, under a lock that lets one process do it and the others wait and find it done.
 * @returns what was applied now
 * @throws AppError SCHEMA_NEWER, SCHEMA_CHANGED (drift)
 */
export async function migrate(db: Kysely<Database>, dialect: Dialect, known: readonly Migration[]): Promise<Migration[]> {
  const applied: Migration[] = []
  for (;;) {
    const next = await locked(db, dialect, async (transaction) => {
      const state = await readSchemaState(transaction, dialect, known)
      refuseForeignSchema(state)
      const [migration] = state.pending
      if (migration) await apply(transaction, dialect, migration)
      return migration
    })
    if (!next) return applied
    applied.push(next)
  }
}

/** Applies migrations inside the caller's transaction. */
export async function applyAll(transaction: Kysely<Database>, dialect: Dialect, migrations: readonly Migration[]): Promise<void> {
  for (const migration of migrations) await apply(transaction, dialect, migration)
}

/** One process at a time, in one transaction. */
export function locked<Result>(
  db: Kysely<Database>,
  dialect: Dialect,
  work: (transaction: Kysely<Database>) => Promise<Result>,
): Promise<Result> {
  // On SQLite "serializable" is BEGIN EXCLUSIVE: the transaction is the lock.
  if (dialect === 'sqlite') return db.transaction().setIsolationLevel('serializable').execute(work)
  return db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(advisoryLock)})`.execute(transaction)
    return work(transaction)
  })
}

async function apply(transaction: Kysely<Database>, dialect: Dialect, migration: Migration): Promise<void> {
  await createBookkeeping(transaction, dialect)
  for (const statement of migration[dialect]) await sql.raw(statement.replaceAll('{{ulid}}', () => newId())).execute(transaction)
  await transaction
    .insertInto('schema_migrations')
    .values({id: migration.id, name: migration.name, checksum: await checksumOf(migration, dialect), applied_at: Date.now()})
    .execute()
}

async function createBookkeeping(transaction: Kysely<Database>, dialect: Dialect): Promise<void> {
  const [text, time, end] = dialect === 'sqlite' ? ['text', 'integer', 'strict'] : ['text collate "C"', 'timestamptz', '']
  await sql
    .raw(
      `create table if not exists schema_migrations (
        id ${text} primary key not null, name ${text} not null, checksum ${text} not null, applied_at ${time} not null
      ) ${end}`,
    )
    .execute(transaction)
}
