import {maskUrl} from '../config/secret.ts'
import {migrate} from './migrate.ts'
import {migrations as allMigrations} from './migrations/index.ts'
import type {Migration} from './migrations/migration.ts'
import {openStore} from './open-store.ts'
import {withoutDebris} from './transfer/files.ts'

export interface Migrated {
  /** Without the password. */
  readonly url: string
  /** What was applied now. */
  readonly applied: readonly {readonly id: string; readonly name: string}[]
}

/** Brings the database that `url` names up to date. @throws AppError SCHEMA_NEWER, SCHEMA_CHANGED (drift), DATABASE_UNAVAILABLE */
export const migrateDatabase = (url: string, migrations: readonly Migration[] = allMigrations): Promise<Migrated> =>
  withoutDebris(url, async () => {
    const store = await openStore({url, schema: 'ignore', poolSize: 1})
    try {
      const applied = await migrate(store.db, store.dialect, migrations)
      return {url: maskUrl(url), applied: applied.map(({id, name}) => ({id, name}))}
    } finally {
      await store.close()
    }
  })
