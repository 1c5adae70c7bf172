import {type RawBuilder, sql} from 'kysely'
import {camel} from './codec.ts'
import {type Entity, type TableName, tables} from './schema.ts'

type Excluded<Name extends TableName> = {[Column in keyof (typeof tables)[Name]['columns']]?: RawBuilder<never>}

/** For `on conflict do update`: every column takes the new value, but for those that say which row it is and whose. */
export function excluded<Name extends TableName>(table: Name): Excluded<Name> {
  const {columns, key} = tables[table]
  const fixed = new Set<string>([...key, 'company_id'])
  const changing = Object.keys(columns).filter((column) => !fixed.has(column))
  return Object.fromEntries(changing.map((column) => [column, sql`excluded.${sql.ref(column)}`])) as Excluded<Name>
}

/** PostgreSQL refuses a statement that would write one row twice, SQLite does as told: the last one counts in both. */
export function lastOfEach<Name extends TableName, Item extends Partial<Entity<Name>>>(
  table: Name,
  items: readonly Item[],
): readonly Item[] {
  const key = tables[table].key.map(camel)
  const byKey = new Map(items.map((item) => [key.map((name) => String(item[name as keyof Item])).join(' '), item]))
  return byKey.size === items.length ? items : [...byKey.values()]
}
