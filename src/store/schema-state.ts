import type {Kysely} from 'kysely'
import {AppError} from '../errors.ts'
import {readBookkeeping} from './bookkeeping.ts'
import type {Migration} from './migrations/migration.ts'
import type {Database} from './schema.ts'
import type {Dialect} from './store.ts'

export interface AppliedMigration {
  readonly id: string
  readonly name: string
  readonly checksum: string
  readonly appliedAt: number
}

export interface SchemaState {
  /** Tables of another program, in a database that voicectl has made nothing in. */
  readonly foreign: readonly string[]
  readonly applied: readonly AppliedMigration[]
  readonly pending: readonly Migration[]
  /** Applied by a newer program. */
  readonly unknown: readonly AppliedMigration[]
  /** Applied in another wording than this program has. */
  readonly changed: readonly AppliedMigration[]
}

export async function readSchemaState(db: Kysely<Database>, dialect: Dialect, known: readonly Migration[]): Promise<SchemaState> {
  const made = await readBookkeeping(db, dialect)
  const applied = made.kind === 'ours' ? await readApplied(db) : []
  const byId = new Map(known.map((migration) => [migration.id, migration]))
  const done = new Set(applied.map(({id}) => id))
  const changed: AppliedMigration[] = []
  for (const one of applied) {
    const migration = byId.get(one.id)
    if (migration && (await checksumOf(migration, dialect)) !== one.checksum) changed.push(one)
  }
  return {
    foreign: made.kind === 'foreign' ? made.tables : [],
    applied,
    pending: known.filter(({id}) => !done.has(id)),
    unknown: applied.filter(({id}) => !byId.has(id)),
    changed,
  }
}

/** As it is written down or, for a migration that was never released, as it comes out. */
export async function checksumOf(migration: Migration, dialect: Dialect): Promise<string> {
  if (migration.checksums) return migration.checksums[dialect]
  const {hashOf} = await import('./migrations/hash.ts')
  return hashOf(migration, dialect)
}

/**
 * @throws AppError DATABASE_FOREIGN (refused), SCHEMA_NEWER, SCHEMA_CHANGED (drift): this program would misread such a database, whatever is
 * asked of it.
 */
export function refuseForeignSchema({foreign, unknown, changed}: SchemaState): void {
  if (foreign.length > 0) throw databaseForeign(foreign)
  if (unknown.length > 0) {
    const names = unknown.map(nameOf).join(', ')
    throw new AppError(
      'SCHEMA_NEWER',
      {
        en: `The database was made by a newer voicectl: it has ${names}.`,
        ru: `База данных создана более новым voicectl: в ней есть ${names}.`,
      },
      {exit: 'drift', hint: {en: 'Update voicectl.', ru: 'Обновите voicectl.'}},
    )
  }
  if (changed.length > 0) {
    const names = changed.map(nameOf).join(', ')
    throw new AppError(
      'SCHEMA_CHANGED',
      {
        en: `The database was migrated by other statements than this voicectl has: ${names}.`,
        ru: `База данных изменена не теми командами, что есть в этом voicectl: ${names}.`,
      },
      {
        exit: 'drift',
        hint: {
          en: 'Use the voicectl that made this database, or copy the data to a fresh one with that voicectl: `voicectl db copy`.',
          ru: 'Возьмите voicectl, которым она создана, или перенесите им данные в новую базу: `voicectl db copy`.',
        },
      },
    )
  }
}

/** @throws AppError SCHEMA_BEHIND (unavailable: it helps to try again once somebody has migrated) */
export function refuseOldSchema({pending, applied}: SchemaState): void {
  if (pending.length === 0) return
  const names = pending.map(nameOf).join(', ')
  throw new AppError(
    'SCHEMA_BEHIND',
    applied.length === 0
      ? {en: 'The database has no tables yet.', ru: 'В базе данных ещё нет таблиц.'}
      : {en: `The database lacks migrations: ${names}.`, ru: `В базе данных не хватает миграций: ${names}.`},
    {exit: 'unavailable', hint: {en: 'Run `voicectl db migrate`.', ru: 'Выполните `voicectl db migrate`.'}},
  )
}

export function databaseForeign(tables: readonly string[]): AppError {
  const names = tables.slice(0, 5).join(', ') + (tables.length > 5 ? ', …' : '')
  return new AppError(
    'DATABASE_FOREIGN',
    {en: `The database belongs to another program: it has ${names}.`, ru: `База данных принадлежит другой программе: в ней есть ${names}.`},
    {
      exit: 'refused',
      hint: {
        en: 'Nothing was changed. Give voicectl a database of its own: see `voicectl config get database.url`.',
        ru: 'Ничего не изменено. Дайте voicectl отдельную базу: смотрите `voicectl config get database.url`.',
      },
    },
  )
}

const nameOf = ({id, name}: {readonly id: string; readonly name: string}) => `${id}-${name}`

async function readApplied(db: Kysely<Database>): Promise<AppliedMigration[]> {
  const rows = await db.selectFrom('schema_migrations').selectAll().orderBy('id').execute()
  return rows.map(({id, name, checksum, applied_at}) => ({id, name, checksum, appliedAt: applied_at}))
}
