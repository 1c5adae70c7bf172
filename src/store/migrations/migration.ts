import type {Dialect} from '../store.ts'

/**
 * One step of the schema, forward only. Its statements are frozen once released: their checksum is stored with the database, and a new wish is a
 * new migration. So nothing here may be computed from code that can change, the lists of statuses included.
 */
export interface Migration {
  /** `0001`; the order of ids is the order of application. */
  readonly id: string
  readonly name: string
  /** `{{ulid}}` becomes a fresh id when it is applied. */
  readonly sqlite: readonly string[]
  readonly postgres: readonly string[]
  /** SHA-256 of the statements, for a released one: written down, since loading the hash would take a twentieth of the time of a command. */
  readonly checksums?: Readonly<Record<Dialect, string>> | undefined
}

/** What columns are called in either database. Text that is compared or sorted has the order of its bytes in both. */
export interface Words {
  readonly dialect: Dialect
  readonly text: string
  readonly int: string
  readonly wide: string
  readonly time: string
  readonly bool: (column: string) => string
  /** Order of keys may change. */
  readonly json: (column: string) => string
  /** Order of keys is kept. */
  readonly document: (column: string) => string
  /** After the closing bracket of a table. */
  readonly end: string
  /** The current time, for a row that a migration writes. */
  readonly now: string
}

const sqlite: Words = {
  dialect: 'sqlite',
  text: 'text',
  int: 'integer',
  wide: 'integer',
  time: 'integer',
  bool: (column) => `${column} integer check (${column} in (0, 1))`,
  json: (column) => `${column} text check (json_valid(${column}))`,
  document: (column) => `${column} text check (json_valid(${column}))`,
  end: 'strict',
  now: `cast(unixepoch('subsec') * 1000 as integer)`,
}

const postgres: Words = {
  dialect: 'postgres',
  text: 'text collate "C"',
  int: 'integer',
  wide: 'bigint',
  time: 'timestamptz',
  bool: (column) => `${column} boolean`,
  json: (column) => `${column} jsonb`,
  document: (column) => `${column} json`,
  end: '',
  now: `date_trunc('milliseconds', now())`,
}

/** The same statements in the words of each database, and what only one of them has. */
export const migration = (id: string, name: string, statements: (words: Words) => readonly string[]): Migration => ({
  id,
  name,
  sqlite: statements(sqlite),
  postgres: statements(postgres),
})
