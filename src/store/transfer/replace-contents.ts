import {type Insertable, type Kysely, sql} from 'kysely'
import {AppError} from '../../errors.ts'
import {applyAll, locked} from '../migrate.ts'
import type {Migration} from '../migrations/migration.ts'
import {type Database, type TableName, tableNames} from '../schema.ts'
import {readSchemaState, refuseForeignSchema} from '../schema-state.ts'
import type {Dialect} from '../store.ts'
import {type Digests, differences, digester} from './digest.ts'
import {databaseSource, liveColumns, type Source} from './source.ts'

export interface Target {
  readonly db: Kysely<Database>
  readonly dialect: Dialect
}

export interface ReplaceOptions {
  readonly migrations: readonly Migration[]
  /** Aborted: the target stays as it was. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Makes the target hold exactly what the source holds, in one transaction: tables are made anew in the shape the source has, filled, read back and
 * compared, and only then brought to the newest shape. Whatever goes wrong, the target stays as it was.
 * @throws AppError COPY_MISMATCH (failure), SCHEMA_NEWER (drift)
 */
export function replaceContents(target: Target, source: Source, {migrations: known, signal}: ReplaceOptions): Promise<Digests> {
  const {db, dialect} = target
  return locked(db, dialect, async (transaction) => {
    refuseForeignSchema(await readSchemaState(transaction, dialect, known))
    const had = known.filter(({id}) => source.migrations.includes(id))
    if (had.length < source.migrations.length) throw newerSource()

    await dropTables(transaction, dialect)
    await applyAll(transaction, dialect, had)
    const expected = await fill(transaction, source, signal)
    const wrong = differences(expected, await digestOf(transaction, dialect))
    if (wrong.length > 0) throw mismatch(wrong)
    await applyAll(
      transaction,
      dialect,
      known.filter((migration) => !had.includes(migration)),
    )
    return expected
  })
}

/** Whether there is anything in it but the company that every database starts with. */
export async function hasData({db, dialect}: Target): Promise<boolean> {
  const live = await liveColumns(db, dialect)
  for (const table of tableNames.filter((name) => live.has(name))) {
    const rows = db.selectFrom(table).limit(1)
    const found = table === 'companies' ? rows.where(sql<boolean>`slug <> 'default'`) : rows
    if (await found.select(sql`1`.as('one')).executeTakeFirst()) return true
  }
  return false
}

export async function digestOf(transaction: Kysely<Database>, dialect: Dialect): Promise<Digests> {
  const source = await databaseSource(transaction, dialect)
  const digest = digester(source.shapes)
  for await (const batch of source.batches()) digest.add(batch)
  return digest.result()
}

/** All but the identity: the target stays the database that it is. */
async function dropTables(transaction: Kysely<Database>, dialect: Dialect): Promise<void> {
  // Workers that still run hold locks; an operator would rather read an error than wait for them.
  if (dialect === 'postgres') await sql`set local lock_timeout = '10s'`.execute(transaction)
  for (const table of [...tableNames.toReversed(), 'schema_migrations']) {
    await sql`drop table if exists ${sql.table(table)}`.execute(transaction)
  }
}

async function fill(transaction: Kysely<Database>, source: Source, signal: AbortSignal | undefined): Promise<Digests> {
  // Put there by the first migration; the source has its own.
  if (source.shapes['companies']) await transaction.deleteFrom('companies').execute()
  const digest = digester(source.shapes)
  for await (const batch of source.batches()) {
    signal?.throwIfAborted()
    digest.add(batch)
    const rows = batch.rows as unknown as readonly Insertable<Database[TableName]>[]
    await transaction
      .insertInto(batch.table as TableName)
      .values(rows)
      .execute()
  }
  return digest.result()
}

const newerSource = () =>
  new AppError(
    'SCHEMA_NEWER',
    {en: 'The data comes from a newer voicectl.', ru: 'Данные получены из более нового voicectl.'},
    {exit: 'drift', hint: {en: 'Update voicectl.', ru: 'Обновите voicectl.'}},
  )

const mismatch = (tables: readonly string[]) =>
  new AppError(
    'COPY_MISMATCH',
    {
      en: `What was written is not what was read: ${tables.join(', ')}.`,
      ru: `Записано не то, что прочитано: ${tables.join(', ')}.`,
    },
    {hint: {en: 'The target was left as it was before.', ru: 'Приёмник остался таким, каким был.'}},
  )
