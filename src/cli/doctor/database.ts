import {access} from 'node:fs/promises'
import {sqlitePath} from '../../config/database-url.ts'
import {type Check, failure, ok, warning} from './check.ts'

/** Whether the database answers and has the tables that this version needs. Nothing is created or migrated here. */
export const databaseCheck: Check = {
  name: 'database',
  async run({config}) {
    const {url} = config.values.database
    const file = sqlitePath(url)
    if (
      file !== undefined &&
      !(await access(file).then(
        () => true,
        () => false,
      ))
    ) {
      return [ok('database', {en: `${file} is made on first use.`, ru: `${file} появится при первом обращении.`})]
    }
    const [{openStore}, {readSchemaState, refuseForeignSchema}, {migrations}] = await Promise.all([
      import('../../store/open-store.ts'),
      import('../../store/schema-state.ts'),
      import('../../store/migrations/index.ts'),
    ])
    const store = await openStore({url, schema: 'ignore', poolSize: 1})
    try {
      const state = await readSchemaState(store.db, store.dialect, migrations)
      refuseForeignSchema(state)
      const count = state.pending.length
      if (count === 0) return [ok('database', {en: `${store.url} is up to date.`, ru: `${store.url} — схема актуальна.`})]
      const text = {en: `${store.url}: pending migrations: ${count}.`, ru: `${store.url}: ждут миграции: ${count}.`}
      const fix = {en: 'Run `voicectl db migrate`.', ru: 'Выполните `voicectl db migrate`.'}
      // SQLite is migrated by whoever opens it next.
      return [store.dialect === 'sqlite' ? warning('database', text, fix) : failure('database', text, fix)]
    } finally {
      await store.close()
    }
  },
}
