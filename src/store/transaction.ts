import {AsyncLocalStorage} from 'node:async_hooks'
import type {Kysely} from 'kysely'
import type {Database} from './schema.ts'

const inside = new AsyncLocalStorage<true>()

/** Whether this code runs in a transaction of this process. */
export const insideTransaction = (): boolean => inside.getStore() === true

/**
 * Runs `work` so that all of its writes happen or none. Inside a transaction it joins that one.
 * On SQLite the write lock is taken at once: a transaction that reads first and writes later cannot wait for a lock, it fails.
 */
export function atomically<Result>(db: Kysely<Database>, work: (db: Kysely<Database>) => Promise<Result>): Promise<Result> {
  if (db.isTransaction) return work(db)
  return db.transaction().execute((transaction) => inside.run(true, () => work(transaction)))
}

/** A view of the whole database at one moment, which nobody's writes disturb and which holds nobody up. */
export function consistently<Result>(db: Kysely<Database>, read: (db: Kysely<Database>) => Promise<Result>): Promise<Result> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((transaction) => inside.run(true, () => read(transaction)))
}
