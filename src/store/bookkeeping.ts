import {type Kysely, sql} from 'kysely'
import type {Dialect} from './store.ts'

/** What a database says about who made its tables. */
export type Bookkeeping =
  | {readonly kind: 'ours'}
  /** Nobody has made anything yet. */
  | {readonly kind: 'empty'}
  | {readonly kind: 'foreign'; readonly tables: readonly string[]}

/** Other programs, too, have a table called `schema_migrations`; ours has these columns. */
const columns = ['id', 'name', 'checksum', 'applied_at']

/** Whether these are tables of voicectl, of another program, or none at all. */
export async function readBookkeeping<Schema>(db: Kysely<Schema>, dialect: Dialect): Promise<Bookkeeping> {
  const present = await namesOf(db, dialect === 'sqlite' ? sqliteColumns : postgresColumns)
  if (columns.every((column) => present.includes(column))) return {kind: 'ours'}
  const tables = await namesOf(db, dialect === 'sqlite' ? sqliteTables : postgresTables)
  return tables.length === 0 ? {kind: 'empty'} : {kind: 'foreign', tables}
}

const namesOf = async <Schema>(db: Kysely<Schema>, query: typeof sqliteTables): Promise<string[]> =>
  (await query.execute(db)).rows.map(({name}) => name)

const sqliteColumns = sql<{name: string}>`select name from pragma_table_info('schema_migrations')`
const sqliteTables = sql<{
  name: string
}>`select name from sqlite_master where type in ('table', 'view') and name not like 'sqlite\\_%' escape '\\' order by name`

const postgresColumns = sql<{name: string}>`
  select attname as name from pg_attribute where attrelid = to_regclass('schema_migrations') and attnum > 0 and not attisdropped`
/** What an extension has brought along is nobody's data. */
const postgresTables = sql<{name: string}>`
  select relname as name from pg_class where relnamespace = (select oid from pg_namespace where nspname = current_schema()) and relkind in ('r', 'p', 'v', 'm', 'f')
  and not exists (select 1 from pg_depend where objid = pg_class.oid and deptype = 'e') order by relname`
