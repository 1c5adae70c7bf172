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
    const wanted = [
      ...(file === undefined ? [] : [{name: 'folders.database', folder: dirname(file)}]),
      {name: 'folders.spool', folder: spool.dir},
    ]
    const apart = wanted.filter(({folder}, index) => wanted.findIndex((other) => other.folder === folder) === index)
    const found = await Promise.all(apart.map(({name, folder}) => lookAt(folder, name)))
    // Two folders that cannot be made for the same reason are one finding.
    const told = found.filter(
      ({allowed, existing}, index) => allowed || found.findIndex((other) => !other.allowed && other.existing === existing) === index,
    )
    return told.map(finding)
  },
}

/** The nearest folder upwards that this user can see; the path itself when it does. */
export async function existingParent(path: string): Promise<string> {
  for (let folder = path; ; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => undefined)
    if (found || folder === dirname(folder)) return folder
  }
}

interface Folder {
  /** Of the finding. */
  readonly name: string
  readonly folder: string
  readonly existing: string
  readonly isFolder: boolean
  readonly allowed: boolean
}

async function lookAt(folder: string, name: string): Promise<Folder> {
  const existing = await existingParent(folder)
  const isFolder = (await stat(existing)).isDirectory()
  const allowed =
    isFolder &&
    (await access(existing, constants.W_OK | constants.X_OK).then(
      () => true,
      () => false,
    ))
  return {name, folder, existing, isFolder, allowed}
}

function finding({name, folder, existing, isFolder, allowed}: Folder): CheckResult {
  if (allowed) return ok(name, {en: `${folder} is writable.`, ru: `В ${folder} можно писать.`})
  const text = isFolder
    ? {en: `Cannot write to ${folder}: no access to ${existing}.`, ru: `Нельзя писать в ${folder}: нет доступа к ${existing}.`}
    : {en: `${existing} is not a folder.`, ru: `${existing} — не папка.`}
  return failure(name, text, {
    en: `Give this user access to ${existing}, or move the data.`,
    ru: `Дайте пользователю доступ к ${existing} или перенесите данные.`,
  })
}
