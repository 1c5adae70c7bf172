import {maskUrl} from '../config/secret.ts'
import {migrate} from './migrate.ts'
import {migrations as allMigrations} from './migrations/index.ts'
import type {Migration} from './migrations/migration.ts'
import {readSchemaState} from './schema-state.ts'
import {openStore} from './open-store.ts'
import {withoutDebris} from './transfer/files.ts'

export interface Migrated {
  /** Without the password. */
  readonly url: string
  /** What was applied now. */
  readonly applied: readonly {readonly id: string; readonly name: string}[]
  /** What was missing, too, and was applied meanwhile by others who do the same. */
  readonly appliedByOthers: readonly {readonly id: string; readonly name: string}[]
}

/** Brings the database that `url` names up to date. @throws AppError SCHEMA_NEWER, SCHEMA_CHANGED (drift), DATABASE_UNAVAILABLE */
export const migrateDatabase = (url: string, migrations: readonly Migration[] = allMigrations): Promise<Migrated> =>
  withoutDebris(url, async () => {
    const store = await openStore({url, schema: 'ignore', poolSize: 1})
    try {
      const {pending} = await readSchemaState(store.db, store.dialect, migrations)
      const applied = await migrate(store.db, store.dialect, migrations)
      const others = pending.filter(({id}) => applied.every((each) => each.id !== id))
      return {url: maskUrl(url), applied: applied.map(named), appliedByOthers: others.map(named)}
    } finally {
      await store.close()
    }
  })

const named = ({id, name}: Migration) => ({id, name})
