import {stat} from 'node:fs/promises'
import {dirname} from 'node:path'
import {defaultCompanySlug} from '../../company/company.ts'
import {sqlitePath} from '../../config/database-url.ts'
import type {LoadedConfig} from '../../config/load.ts'
import {isSlug} from '../../ids.ts'
import type {Store} from '../../store/store.ts'
import {type Folder, lookAtFolder, obstacle, wayOut} from './folder.ts'
import {attempt} from './run-checks.ts'
import {spoolResults, spoolWithoutDatabase} from './spool.ts'
import {type Check, type CheckResult, failure, ok, warning} from './check.ts'

/**
 * Whether the database answers, has the tables that this version needs and the company that the commands work in. Nothing is created or migrated
 * here.
 */
export const databaseCheck: Check = {
  name: 'database',
  async run({config, signal}) {
    const {company, database, spool} = config.values
    const file = sqlitePath(database.url)
    if (file !== undefined && (await isMissing(file))) {
      const folder = await lookAtFolder(dirname(file))
      if (!folder.allowed) return [notMakeable(file, folder, config)]
      return [
        ok('database', {en: `${file} is made on first use.`, ru: `${file} появится при первом обращении.`}),
        ...inNewDatabase(company),
        ...(await attempt('spool', () => spoolWithoutDatabase(spool.dir))),
      ]
    }
    const {openStore} = await import('../../store/open-store.ts')
    const store = await openStore({url: database.url, schema: 'ignore', poolSize: 1, readonly: true, signal})
    try {
      const found = await schemaResult(store)
      if (file !== undefined) {
        const {unwritable} = await import('../../store/sqlite/unwritable.ts')
        const [first] = unwritable(file)
        if (first !== undefined) return [notWritable(first)]
        // What may be written may still refuse it.
        if (found.status === 'ok') await (await import('../../store/sqlite/try-write.ts')).tryWrite(file)
      }
      return found.status === 'ok' ? [found, ...(await companyResults(company, spool.dir, store))] : [found]
    } finally {
      await store.close()
    }
  },
}

async function schemaResult(store: Store): Promise<CheckResult> {
  const [{readSchemaState, refuseForeignSchema}, {migrations}] = await Promise.all([
    import('../../store/schema-state.ts'),
    import('../../store/migrations/index.ts'),
  ])
  const state = await readSchemaState(store.db, store.dialect, migrations)
  refuseForeignSchema(state)
  const count = state.pending.length
  if (count === 0) return ok('database', {en: `${store.url} is up to date.`, ru: `${store.url} — схема актуальна.`})
  const text = {en: `${store.url}: pending migrations: ${count}.`, ru: `${store.url}: ждут миграции: ${count}.`}
  const fix = {en: 'Run `voicectl db migrate`.', ru: 'Выполните `voicectl db migrate`.'}
  // SQLite is migrated by whoever opens it next.
  return store.dialect === 'sqlite' ? warning('database', text, fix) : failure('database', text, fix)
}

async function companyResults(reference: string, spoolDir: string, store: Store): Promise<CheckResult[]> {
  const company = await store.companies.find(reference)
  if (!company) return [noCompany(reference)]
  const {slug, status} = company
  if (status === 'active')
    return [
      ok('company', {en: `Company ${slug}.`, ru: `Компания ${slug}.`}),
      ...(await attempt('spool', () => spoolResults(company.id, spoolDir, store))),
    ]
  return [
    failure(
      'company',
      {en: `Company "${slug}" is inactive.`, ru: `Компания «${slug}» отключена.`},
      {
        en: `Run \`voicectl company update ${slug} --status active\`.`,
        ru: `Выполните \`voicectl company update ${slug} --status active\`.`,
      },
    ),
  ]
}

/** A new database has one company. */
const inNewDatabase = (company: string): CheckResult[] => (company === defaultCompanySlug ? [] : [noCompany(company)])

const noCompany = (slug: string): CheckResult =>
  failure(
    'company',
    {en: `No company "${slug}".`, ru: `Нет компании «${slug}».`},
    isSlug(slug)
      ? {
          en: `Run \`voicectl company create ${slug}\`, or set \`company\` to another one.`,
          ru: `Выполните \`voicectl company create ${slug}\` или укажите в \`company\` другую.`,
        }
      : {en: 'List them with `voicectl company list`.', ru: 'Список: `voicectl company list`.'},
  )

const notMakeable = (file: string, folder: Folder, config: LoadedConfig): CheckResult => {
  const why = obstacle(folder)
  return failure('database', {en: `${file} cannot be made: ${why.en}.`, ru: `${file} не создать: ${why.ru}.`}, wayOut(folder, config))
}

const notWritable = (file: string): CheckResult =>
  failure(
    'database',
    {en: `Cannot write to ${file}.`, ru: `Нельзя писать в ${file}.`},
    {en: 'Give this user access to the file and its folder.', ru: 'Дайте пользователю доступ к файлу и его папке.'},
  )

/** Only a file that is not there: one that this user may not look for can well be there. */
const isMissing = (file: string): Promise<boolean> =>
  stat(file).then(
    () => false,
    ({code}: NodeJS.ErrnoException) => code === 'ENOENT' || code === 'ENOTDIR',
  )
