import {type Dialect, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler} from 'kysely'
import type {Sql} from 'postgres'
import {postgresDriver} from './postgres-driver.ts'

/** Kysely on postgres.js. */
export const postgresDialect = (sql: Sql, url: string): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => postgresDriver(sql, url),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
})
