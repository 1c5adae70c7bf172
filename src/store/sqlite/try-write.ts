import type {Database as Connection} from 'better-sqlite3'
import {AppError} from '../../errors.ts'
import {databaseError} from '../database-errors.ts'
import {isBusy} from './busy.ts'
import {openSqlite} from './open-sqlite.ts'

/**
 * Whether a database that exists takes a write, without writing anything. One that somebody else is writing just now does.
 * @throws AppError DATABASE_FORBIDDEN (auth), DATABASE_UNAVAILABLE
 */
export async function tryWrite(path: string): Promise<void> {
  let connection: Connection | undefined
  try {
    connection = await openSqlite(path, {patience: 500})
    connection.exec('begin immediate')
    connection.exec('rollback')
  } catch (error) {
    if (!isBusy(error) && !(error instanceof AppError && error.code === 'DATABASE_BUSY')) throw databaseError(error, `sqlite:${path}`)
  } finally {
    connection?.close()
  }
}
