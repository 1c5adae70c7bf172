import {realpathSync} from 'node:fs'
import {maskUrl} from '../../config/secret.ts'
import {AppError} from '../../errors.ts'
import {parseDatabaseUrl} from '../database-url.ts'
import {migrations as allMigrations} from '../migrations/index.ts'
import type {Migration} from '../migrations/migration.ts'
import {openStore} from '../open-store.ts'
import {readSchemaState, refuseForeignSchema} from '../schema-state.ts'
import {consistently} from '../transaction.ts'
import type {Digests} from './digest.ts'
import {isDamage} from '../database-errors.ts'
import {withoutDebris} from './files.ts'
import {hasData, replaceContents} from './replace-contents.ts'
import {databaseSource} from './source.ts'

/**
 * Copies everything, as it is at one moment, into an empty database of either kind, reads it back and compares. When that fails the target is as
 * empty as before.
 * @throws AppError SAME_DATABASE (usage), TARGET_NOT_EMPTY (conflict), COPY_MISMATCH (failure)
 */
export async function copyDatabase(
  {url, to}: {readonly url: string; readonly to: string},
  {migrations = allMigrations, signal}: {readonly migrations?: readonly Migration[]; readonly signal?: AbortSignal} = {},
): Promise<Digests> {
  if (identity(url) === identity(to)) throw sameDatabase(to)
  const source = await openStore({url, migrations, poolSize: 1})
  try {
    return await withoutDebris(to, async () => {
      const target = await openStore({url: to, schema: 'ignore', poolSize: 1}).catch((error: unknown) => {
        throw isDamage(error) ? noDatabase(to, error) : error
      })
      try {
        refuseForeignSchema(await readSchemaState(target.db, target.dialect, migrations))
        if (await hasData(target)) throw notEmpty(to)
        return await consistently(source.db, async (transaction) =>
          replaceContents(target, await databaseSource(transaction, source.dialect), {migrations, signal}),
        )
      } finally {
        await target.close()
      }
    })
  } finally {
    await source.close()
  }
}

function identity(url: string): string {
  const parsed = parseDatabaseUrl(url)
  if (parsed.dialect === 'postgres') return url
  try {
    return realpathSync(parsed.path)
  } catch {
    return parsed.path
  }
}

const sameDatabase = (url: string) =>
  new AppError(
    'SAME_DATABASE',
    {en: `${maskUrl(url)} is where the data already is.`, ru: `${maskUrl(url)}: данные уже там.`},
    {exit: 'usage'},
  )

const noDatabase = (url: string, cause: unknown) =>
  new AppError(
    'DATABASE_DAMAGED',
    {en: `There is something else in ${maskUrl(url)} already.`, ru: `В ${maskUrl(url)} уже лежит что-то другое.`},
    {exit: 'conflict', cause, hint: {en: 'Name a file that does not exist yet.', ru: 'Укажите файл, которого ещё нет.'}},
  )

const notEmpty = (url: string) =>
  new AppError(
    'TARGET_NOT_EMPTY',
    {en: `There is data in ${maskUrl(url)} already.`, ru: `В ${maskUrl(url)} уже есть данные.`},
    {
      exit: 'conflict',
      hint: {
        en: 'Copy into an empty database; to replace data, restore a backup.',
        ru: 'Копируйте в пустую базу; заменить данные можно через восстановление копии.',
      },
    },
  )
