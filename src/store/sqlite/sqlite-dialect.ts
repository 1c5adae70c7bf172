import type {Database as Connection, Statement} from 'better-sqlite3'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely'
import {databaseError} from '../database-errors.ts'
import {insideTransaction} from '../transaction.ts'
import {type BusyOptions, whenFree} from './busy.ts'

/**
 * Kysely's own SQLite driver begins deferred transactions, cannot wait for another process without blocking the thread, and compiles every statement
 * anew. This one differs in these three.
 */
export function sqliteDialect(connection: Connection, options: BusyOptions): Dialect {
  return {
    createAdapter: () => new SingleConnectionAdapter(),
    createDriver: () => sqliteDriver(connection, options),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** Kysely would queue for the one connection itself, and then nobody could tell a query that waits for its own transaction from one that just waits. */
class SingleConnectionAdapter extends SqliteAdapter {
  override get supportsMultipleConnections() {
    return true
  }
}

function sqliteDriver(connection: Connection, options: BusyOptions): Driver {
  const only = sqliteConnection(connection, options)
  const turnstile = queue()
  const run = (statement: string) => whenFree(() => void connection.exec(statement), options)
  return {
    init: async () => {},
    destroy: async () => void connection.close(),
    async acquireConnection() {
      // Such a query waits for the end of the transaction, which waits for the query.
      if (turnstile.taken() && insideTransaction()) throw new Error('A query inside a transaction must go through that transaction.')
      await turnstile.enter()
      return only
    },
    releaseConnection: async () => turnstile.leave(),
    beginTransaction: (_, settings) => run(beginning(settings)),
    commitTransaction: () => run('commit'),
    // SQLite has rolled back on its own after some errors (a full disk, for one).
    rollbackTransaction: async () => void (connection.inTransaction && connection.exec('rollback')),
  }
}

function beginning({accessMode, isolationLevel}: TransactionSettings): string {
  if (accessMode === 'read only') return 'begin'
  return isolationLevel === 'serializable' ? 'begin exclusive' : 'begin immediate'
}

function sqliteConnection(connection: Connection, options: BusyOptions): DatabaseConnection {
  const prepare = statementCache(connection)
  return {
    async executeQuery<Row>({sql, parameters}: CompiledQuery): Promise<QueryResult<Row>> {
      try {
        const statement = prepare(sql)
        const values = parameters.map(bindable)
        if (statement.reader) return {rows: (await whenFree(() => statement.all(values), options)) as Row[]}
        const {changes} = await whenFree(() => statement.run(values), options)
        return {rows: [], numAffectedRows: BigInt(changes)}
      } catch (error) {
        throw databaseError(error, `sqlite:${connection.name}`)
      }
    },
    async *streamQuery<Row>({sql, parameters}: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
      // Not from the cache: a statement being read cannot be used twice.
      for (const row of connection.prepare(sql).iterate(parameters.map(bindable))) yield {rows: [row as Row]}
    },
  }
}

const bindable = (value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : value)

function statementCache(connection: Connection, limit = 200): (sql: string) => Statement {
  const statements = new Map<string, Statement>()
  return (sql) => {
    const known = statements.get(sql)
    if (known) return known
    const statement = connection.prepare(sql)
    if (statements.size >= limit) statements.delete(statements.keys().next().value!)
    statements.set(sql, statement)
    return statement
  }
}

/** First come, first served. */
function queue() {
  const waiting: (() => void)[] = []
  let taken = false
  return {
    taken: () => taken,
    async enter() {
      if (taken) await new Promise<void>((resolve) => void waiting.push(resolve))
      taken = true
    },
    leave() {
      const next = waiting.shift()
      if (next) next()
      else taken = false
    },
  }
}
