import {constants} from 'node:fs'
import {access, stat} from 'node:fs/promises'
import {dirname} from 'node:path'
import {sqlitePath} from '../../config/database-url.ts'
import {type Check, type CheckResult, failure, ok} from './check.ts'

/** Everything that is written must be writable, or be creatable: a folder that does not exist yet is made on first use. */
export const foldersCheck: Check = {
  name: 'folders',
  async run({config}) {
    const {database, spool} = config.values
    const file = sqlitePath(database.url)
    const folders = new Set([...(file === undefined ? [] : [dirname(file)]), spool.dir])
    return Promise.all([...folders].map(writable))
  },
}

/** The nearest folder upwards that exists; the path itself when it does. */
export async function existingParent(path: string): Promise<string> {
  for (let folder = path; ; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => undefined)
    if (found || folder === dirname(folder)) return folder
  }
}

async function writable(folder: string): Promise<CheckResult> {
  const existing = await existingParent(folder)
  const isFolder = (await stat(existing)).isDirectory()
  const allowed =
    isFolder &&
    (await access(existing, constants.W_OK | constants.X_OK).then(
      () => true,
      () => false,
    ))
  if (allowed) return ok('folders', {en: `${folder} is writable.`, ru: `В ${folder} можно писать.`})
  return failure(
    'folders',
    isFolder
      ? {en: `Cannot write to ${existing}.`, ru: `Нельзя писать в ${existing}.`}
      : {en: `${existing} is not a folder.`, ru: `${existing} — не папка.`},
    {en: `Give this user access to ${existing}, or move the data.`, ru: `Дайте пользователю доступ к ${existing} или перенесите данные.`},
  )
}
