import type {DatabaseConnection, Dialect, QueryResult} from 'kysely'
import {PostgresJSDialect} from 'kysely-postgres-js'
import type {Sql} from 'postgres'
import {databaseError} from '../database-errors.ts'

/** Kysely on postgres.js; a server that is away or says no becomes an error that operators understand. */
export function postgresDialect(sql: Sql, url: string): Dialect {
  const dialect = new PostgresJSDialect({postgres: sql})
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver() {
      const driver = dialect.createDriver()
      const acquire = driver.acquireConnection.bind(driver)
      driver.acquireConnection = async (options) => explained(await acquire(options).catch(rethrow(url)), url)
      return driver
    },
  }
}

const rethrow =
  (url: string) =>
  (error: unknown): never => {
    throw databaseError(error, url)
  }

function explained<Connection extends DatabaseConnection>(connection: Connection, url: string): Connection {
  const execute = connection.executeQuery.bind(connection)
  connection.executeQuery = async <Row>(...query: Parameters<typeof execute>) =>
    (await execute(...query).catch(rethrow(url))) as QueryResult<Row>
  return connection
}
