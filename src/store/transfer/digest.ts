import {createHash, type Hash} from 'node:crypto'
import type {Kind} from '../columns.ts'
import type {Batch, PlainRow, Shapes, TableShape} from './source.ts'

export interface TableDigest {
  readonly rows: number
  /** Of the canonical lines of its rows, in the order of the key. */
  readonly sha256: string
}

export type Digests = Readonly<Record<string, TableDigest>>

/** Counts and hashes rows as they pass. Equal digests mean equal contents, whatever database they come from. */
export function digester(shapes: Shapes) {
  const tables = new Map<string, {rows: number; readonly hash: Hash}>()
  for (const table of Object.keys(shapes)) tables.set(table, {rows: 0, hash: createHash('sha256')})
  return {
    add({table, rows}: Batch): void {
      const digest = tables.get(table)!
      digest.rows += rows.length
      for (const row of rows) digest.hash.update(canonicalLine(shapes[table]!, row))
    },
    result: (): Digests =>
      Object.fromEntries([...tables].map(([table, {rows, hash}]) => [table, {rows, sha256: hash.copy().digest('hex')}])),
  }
}

/** The tables whose contents differ. */
export const differences = (expected: Digests, actual: Digests): string[] =>
  Object.keys(expected).filter(
    (table) => expected[table]?.sha256 !== actual[table]?.sha256 || expected[table]?.rows !== actual[table]?.rows,
  )

export const canonicalLine = ({columns}: TableShape, row: PlainRow): string =>
  `${JSON.stringify(Object.entries(columns).map(([column, kind]) => canonical(kind, row[column])))}\n`

/** PostgreSQL sorts the keys of jsonb in its own way, so there their order is no part of the contents. */
function canonical(kind: Kind, value: PlainRow[string] | undefined): unknown {
  if (value === null || value === undefined) return null
  if (kind === 'document') return JSON.parse(String(value))
  return kind === 'json' ? sorted(JSON.parse(String(value))) : value
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
