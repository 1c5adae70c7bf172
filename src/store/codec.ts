import type {Insertable, Selectable, Updateable} from 'kysely'
import type {Kind} from './columns.ts'
import {type Database, type Entity, type TableName, tables} from './schema.ts'

/**
 * The way between what the domain sees and a row, the same for both databases. Times are numbers on either side: the drivers turn them into what
 * the database keeps. JSON goes through as text: a driver that encodes objects itself would encode our text once more.
 */
export function codec<Name extends TableName>(table: Name) {
  const fields = Object.entries(tables[table].columns).map(([column, {kind}]) => ({column, kind, key: camel(column)}))

  const encode = (entity: object): Record<string, unknown> => {
    const row: Record<string, unknown> = {}
    for (const {column, kind, key} of fields) {
      const value: unknown = entity[key as keyof typeof entity]
      if (value !== undefined) row[column] = toColumn(kind, value)
    }
    return row
  }

  const decode = (row: object): Entity<Name> => {
    const entity: Record<string, unknown> = {}
    for (const {column, kind, key} of fields) {
      const value: unknown = row[column as keyof typeof row]
      if (value !== undefined) entity[key] = fromColumn(kind, value)
    }
    return entity as Entity<Name>
  }

  return {
    toRow: (entity: Entity<Name>) => encode(entity) as Insertable<Database[Name]>,
    /** An absent or undefined key leaves its column alone, a null clears it. */
    toPatch: (patch: {readonly [Key in keyof Entity<Name>]?: Entity<Name>[Key] | undefined}) => encode(patch) as Updateable<Database[Name]>,
    /** Columns that were not selected are left out. */
    fromRow: (row: Partial<Selectable<Database[Name]>>): Entity<Name> => decode(row),
    fromFirst: (row: Partial<Selectable<Database[Name]>> | undefined): Entity<Name> | undefined => row && decode(row),
  }
}

export const camel = (name: string): string => name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

export function toColumn(kind: Kind, value: unknown): unknown {
  if (kind === 'json' || kind === 'document') return value === null && kind === 'json' ? null : toJson(value)
  return typeof value === 'string' ? storable(value) : value
}

export function fromColumn(kind: Kind, value: unknown): unknown {
  if (value === null) return null
  if (kind === 'json' || kind === 'document') return JSON.parse(String(value))
  return kind === 'bool' ? Boolean(value) : value
}

/** PostgreSQL refuses U+0000 and half surrogate pairs, SQLite takes them: without this a call could be stored in one and not in the other. */
const storable = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text).toWellFormed()

/** In JSON text both come as escapes; they are rare, so the slow way is only gone when one is there. */
function toJson(value: unknown): string {
  const text = JSON.stringify(value ?? null)
  return /\\u(?:0000|d[89a-f])/i.test(text) ? JSON.stringify(value, repair) : text
}

function repair(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return storable(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [storable(key), inner]))
}
