import {type Kysely, sql} from 'kysely'
import {type Database, tableNames} from './schema.ts'
import type {Dialect} from './store.ts'
import {liveColumns} from './transfer/source.ts'

/** How many rows each table has; tables that a newer migration will make are left out. */
export async function countRows({
  db,
  dialect,
}: {
  readonly db: Kysely<Database>
  readonly dialect: Dialect
}): Promise<Record<string, number>> {
  const live = await liveColumns(db, dialect)
  const counts: Record<string, number> = {}
  for (const table of tableNames.filter((name) => live.has(name))) {
    const {rows} = await sql<{count: number}>`select count(*) as count from ${sql.table(table)}`.execute(db)
    counts[table] = rows[0]!.count
  }
  return counts
}
