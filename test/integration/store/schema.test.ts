import {expect} from 'chai'
import {sql} from 'kysely'
import type {Column} from '../../../src/store/columns.ts'
import {identityTable, migrationsTable, tables} from '../../../src/store/schema.ts'
import type {Store} from '../../../src/store/store.ts'
import {onBothDatabases} from '../../helpers/store.ts'

interface LiveColumn {
  readonly type: string
  readonly nullable: boolean
}

type LiveTables = Record<string, Record<string, LiveColumn>>

const types = {
  sqlite: {text: ['text'], int: ['integer'], bool: ['integer'], time: ['integer'], json: ['text'], document: ['text']},
  postgres: {
    text: ['text'],
    int: ['integer', 'bigint'],
    bool: ['boolean'],
    time: ['timestamp with time zone'],
    json: ['jsonb'],
    document: ['json'],
  },
}

async function liveTables({db, dialect}: Store): Promise<LiveTables> {
  const {rows} = await (
    dialect === 'sqlite'
      ? sql<LiveColumn & {table: string; column: string}>`
          select m.name as "table", c.name as "column", lower(c.type) as type, c."notnull" = 0 as nullable
          from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite_%'`
      : sql<LiveColumn & {table: string; column: string}>`
          select table_name as "table", column_name as "column", data_type as type, is_nullable = 'YES' as nullable
          from information_schema.columns where table_schema = current_schema()`
  ).execute(db)
  const live: LiveTables = {}
  for (const {table, column, type, nullable} of rows) (live[table] ??= {})[column] = {type, nullable: Boolean(nullable)}
  return live
}

/** The words that the database accepts in a column, from its own description of its checks. */
async function checkedValues({db, dialect}: Store, table: string, column: string): Promise<string[]> {
  const {rows} =
    dialect === 'sqlite'
      ? await sql<{text: string}>`select sql as text from sqlite_master where name = ${table}`.execute(db)
      : await sql<{text: string}>`
          select pg_get_constraintdef(oid) as text from pg_constraint where contype = 'c' and conrelid = ${table}::text::regclass`.execute(
          db,
        )
  const list =
    dialect === 'sqlite' ? new RegExp(`check \\(${column} in \\(([^)]*)\\)\\)`) : new RegExp(`\\(${column} = ANY \\(ARRAY\\[([^\\]]*)\\]`)
  const found = rows.map(({text}) => list.exec(text)?.[1]).find((text) => text !== undefined)
  return [...(found ?? '').matchAll(/'([^']+)'/g)].map(([, word]) => word!)
}

onBothDatabases('the description of the schema (D-04)', (under) => {
  it('names the tables and columns that the migrations make, with their types and nulls', async () => {
    const described: LiveTables = {}
    for (const [table, {columns}] of Object.entries({...tables, schema_migrations: migrationsTable, database_identity: identityTable})) {
      described[table] = Object.fromEntries(
        Object.entries<Column>(columns).map(([column, {kind, nullable}]) => [column, {type: types[under.dialect][kind][0]!, nullable}]),
      )
    }
    const live = await liveTables(under.store)
    for (const [table, columns] of Object.entries(live)) {
      for (const [name, column] of Object.entries(columns)) {
        const kind = (tables as Record<string, {columns: Record<string, Column>}>)[table]?.columns[name]?.kind
        // An integer may be a wide one.
        if (kind && types[under.dialect][kind].includes(column.type)) columns[name] = {...column, type: types[under.dialect][kind][0]!}
      }
    }
    expect(live).to.deep.equal(described)
  })

  for (const [table, {columns}] of Object.entries(tables)) {
    const closed = Object.entries<Column>(columns).filter(([, {values}]) => values)
    if (closed.length === 0) continue
    it(`accepts in ${table} the words of the code and no others`, async () => {
      for (const [column, {values}] of closed) {
        expect(await checkedValues(under.store, table, column), `${table}.${column}`).to.have.members([...values!])
      }
    })
  }

  it('has the primary keys that the description says', async () => {
    for (const [table, {key}] of Object.entries(tables)) {
      const {rows} =
        under.dialect === 'sqlite'
          ? await sql<{name: string}>`select name from pragma_table_info(${table}) where pk > 0 order by pk`.execute(under.store.db)
          : await sql<{name: string}>`
              select a.attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
              where i.indisprimary and i.indrelid = ${table}::text::regclass order by array_position(i.indkey::int2[], a.attnum)`.execute(
              under.store.db,
            )
      expect(
        rows.map(({name}) => name),
        table,
      ).to.deep.equal([...key])
    }
  })

  it('sorts text by bytes, whatever the language of the server', async () => {
    if (under.dialect !== 'postgres') return
    const {rows} = await sql<{column: string}>`
      select table_name || '.' || column_name as "column" from information_schema.columns
      where table_schema = current_schema() and data_type = 'text' and collation_name is distinct from 'C'`.execute(under.store.db)
    expect(rows).to.deep.equal([])
  })

  it('finds the calls and leads of a company by an index', async () => {
    if (under.dialect !== 'sqlite') return
    const {rows} = await sql<{detail: string}>`
      explain query plan select * from calls where company_id = 'x' and status = 'active' order by started_at desc, id desc limit 5`.execute(
      under.store.db,
    )
    expect(rows.map(({detail}) => detail).join())
      .to.contain('USING INDEX calls_by_status')
      .and.not.to.contain('TEMP B-TREE')
  })
})
