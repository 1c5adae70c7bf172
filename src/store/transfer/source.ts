import {type Kysely, sql} from 'kysely'
import {AppError} from '../../errors.ts'
import type {Column, Kind} from '../columns.ts'
import {type Database, tables} from '../schema.ts'
import type {Dialect} from '../store.ts'

export interface TableShape {
  readonly columns: Readonly<Record<string, Kind>>
  readonly key: readonly string[]
}

/** Tables by name, parents before children. */
export type Shapes = Readonly<Record<string, TableShape>>

/** Values as the codec gives them to a driver: JSON is text, time is milliseconds. */
export type PlainRow = Readonly<Record<string, string | number | boolean | null>>

export interface Batch {
  readonly table: string
  readonly rows: readonly PlainRow[]
}

/** Something that rows can be taken from: a database or a dump of one. */
export interface Source {
  /** The migrations it has had. */
  readonly migrations: readonly string[]
  readonly shapes: Shapes
  /** Table by table in the order of `shapes`, each in the order of its key. */
  batches(): AsyncIterable<Batch>
}

/** A database at one moment: `db` must be a transaction that sees only that moment. */
export async function databaseSource(db: Kysely<Database>, dialect: Dialect): Promise<Source> {
  const live = await liveColumns(db, dialect)
  const applied = live.has('schema_migrations') ? await db.selectFrom('schema_migrations').select('id').orderBy('id').execute() : []
  const shapes = shapesOf(live)
  return {migrations: applied.map(({id}) => id), shapes, batches: () => readTables(db, shapes)}
}

/** Of a database that lacks the newest migrations, what is there. */
function shapesOf(live: ReadonlyMap<string, ReadonlySet<string>>): Shapes {
  const shapes: Record<string, TableShape> = {}
  for (const [table, {columns, key}] of Object.entries(tables)) {
    const present = live.get(table)
    if (!present) continue
    const known = Object.entries<Column>(columns).filter(([column]) => present.has(column))
    if (known.length < present.size) throw unknownColumns(table)
    shapes[table] = {key, columns: Object.fromEntries(known.map(([column, {kind}]) => [column, kind]))}
  }
  return shapes
}

async function* readTables(db: Kysely<Database>, shapes: Shapes, size = 200): AsyncIterable<Batch> {
  for (const [table, shape] of Object.entries(shapes)) {
    const columns = sql.join(Object.keys(shape.columns).map((column) => sql.ref(column)))
    const order = sql.join(shape.key.map((column) => sql.ref(column)))
    const query = sql<PlainRow>`select ${columns} from ${sql.table(table)} order by ${order}`.compile(db)
    let rows: PlainRow[] = []
    for await (const {rows: some} of db.getExecutor().stream<PlainRow>(query, size)) {
      rows.push(...some.map((row) => plain(shape, row)))
      if (rows.length >= size) yield {table, rows: rows.splice(0)}
    }
    if (rows.length > 0) yield {table, rows}
  }
}

/** SQLite has no booleans. */
const plain = ({columns}: TableShape, row: PlainRow): PlainRow =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, columns[column] === 'bool' && value !== null ? Boolean(value) : value]),
  )

export async function liveColumns(db: Kysely<Database>, dialect: Dialect): Promise<Map<string, Set<string>>> {
  const {rows} = await (
    dialect === 'sqlite'
      ? sql<{table: string; column: string}>`
          select m.name as "table", c.name as "column" from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'`
      : sql<{table: string; column: string}>`
          select table_name as "table", column_name as "column" from information_schema.columns where table_schema = current_schema()`
  ).execute(db)
  const live = new Map<string, Set<string>>()
  for (const {table, column} of rows) live.set(table, (live.get(table) ?? new Set()).add(column))
  return live
}

const unknownColumns = (table: string) =>
  new AppError(
    'SCHEMA_UNKNOWN',
    {
      en: `Table "${table}" has columns that this voicectl does not know.`,
      ru: `В таблице «${table}» есть столбцы, которых этот voicectl не знает.`,
    },
    {exit: 'drift', hint: {en: 'Use the voicectl that made the database.', ru: 'Возьмите voicectl, которым создана база.'}},
  )
