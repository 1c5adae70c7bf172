import type {CompiledQuery, DatabaseConnection, Driver, QueryResult, TransactionSettings} from 'kysely'
import type {ParameterOrJSON, Sql, TransactionSql} from 'postgres'
import {databaseError, isConnectionLoss} from '../database-errors.ts'

/**
 * The published dialect (kysely-postgres-js 5) reserves a connection for every query, and a query on a reserved connection that the server has
 * dropped never comes back: postgres.js tells `begin` of the loss, not `reserve`. So single queries go to the pool, which replaces lost
 * connections, and transactions through `begin`.
 */
export function postgresDriver(sql: Sql, url: string): Driver {
  const connections = new WeakMap<DatabaseConnection, PostgresConnection>()
  const of = (connection: DatabaseConnection) => connections.get(connection)!
  return {
    init: async () => {},
    // A connection that was once lost counts as busy for ever, so there must be a limit.
    destroy: () => sql.end({timeout: 1}),
    async acquireConnection() {
      const connection = postgresConnection(sql, url)
      connections.set(connection, connection)
      return connection
    },
    releaseConnection: async () => {},
    beginTransaction: (connection, settings) => of(connection).begin(settings),
    commitTransaction: (connection) => of(connection).commit(),
    rollbackTransaction: (connection) => of(connection).rollback(),
  }
}

interface PostgresConnection extends DatabaseConnection {
  begin(settings: TransactionSettings): Promise<void>
  commit(): Promise<void>
  rollback(): Promise<void>
}

/** A transaction that `begin` of postgres.js keeps open until it is told how to end it. */
interface OpenTransaction {
  readonly sql: TransactionSql
  readonly over: Promise<unknown>
  /** Undefined commits, an error rolls back. */
  end(error?: Error): void
  lost?: unknown
  /** Queries that the loss of the connection would leave waiting for ever. */
  readonly waiting: Set<(error: unknown) => void>
}

const writes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

function postgresConnection(pool: Sql, url: string): PostgresConnection {
  let open: OpenTransaction | undefined
  const rethrow = (error: unknown): never => {
    throw databaseError(error, url)
  }
  const query = ({sql, parameters}: CompiledQuery) => {
    if (open?.lost) throw open.lost
    const options = {prepare: true, simple: false}
    return (open?.sql ?? pool).unsafe(sql, [...parameters] as ParameterOrJSON<never>[], options)
  }
  const execute = async <Row>(compiled: CompiledQuery): Promise<QueryResult<Row>> => {
    const running = query(compiled)
    const result = await (open ? unlessLost(open, running) : running)
    const rows = [...result] as unknown as Row[]
    return writes.has(result.command) ? {rows, numAffectedRows: BigInt(result.count)} : {rows}
  }
  return {
    executeQuery: <Row>(compiled: CompiledQuery) => execute<Row>(compiled).catch(rethrow),
    async *streamQuery<Row>(compiled: CompiledQuery, chunkSize: number) {
      for await (const rows of query(compiled).cursor(chunkSize)) yield {rows: rows as unknown as Row[]}
    },
    async begin(settings) {
      open = await begin(pool, settings).catch(rethrow)
    },
    async commit() {
      if (open!.lost) rethrow(open!.lost)
      open!.end()
      await open!.over.catch(rethrow)
    },
    async rollback() {
      // The server has rolled back what it lost sight of, and postgres.js would write to the lost connection.
      if (open!.lost) return
      const rollback = new Error('rolled back')
      open!.end(rollback)
      await open!.over.catch((error: unknown) => void (error === rollback || rethrow(error)))
    },
  }
}

/** Not `Promise.race`: every query would leave its result with the promise that lasts as long as the transaction. */
function unlessLost<Result>(transaction: OpenTransaction, running: PromiseLike<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const settle = (settled: () => void) => {
      transaction.waiting.delete(reject)
      return settled()
    }
    transaction.waiting.add(reject)
    running.then(
      (result) => settle(() => resolve(result)),
      (error: unknown) => {
        if (isConnectionLoss(error)) transaction.lost ??= error
        return settle(() => reject(error))
      },
    )
  })
}

function begin(pool: Sql, {isolationLevel, accessMode}: TransactionSettings): Promise<OpenTransaction> {
  const settings = [isolationLevel && `isolation level ${isolationLevel}`, accessMode].filter(Boolean).join(' ')
  return new Promise((resolve, reject) => {
    const ending = Promise.withResolvers<void>()
    let ended = false
    const end = (error?: Error) => {
      ended = true
      if (error) ending.reject(error)
      else ending.resolve()
    }
    const over: Promise<unknown> = pool.begin(settings, (sql) => {
      const transaction: OpenTransaction = {sql, end, over, waiting: new Set()}
      over.catch((error: unknown) => {
        if (ended) return
        transaction.lost = error
        for (const fail of transaction.waiting) fail(error)
      })
      resolve(transaction)
      return ending.promise
    })
    over.catch(reject)
  })
}
