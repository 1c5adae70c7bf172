import {dirname} from 'node:path'
import {sqlitePath} from '../../config/database-url.ts'
import type {LoadedConfig} from '../../config/load.ts'
import {type Check, type CheckResult, failure, ok} from './check.ts'
import {type Folder, lookAtFolder, obstacle, wayOut} from './folder.ts'

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
    const found = await Promise.all(apart.map(async ({name, folder}) => ({name, ...(await lookAtFolder(folder))})))
    // Two folders that cannot be made for the same reason are one finding.
    const told = found.filter(
      ({allowed, existing}, index) => allowed || found.findIndex((other) => !other.allowed && other.existing === existing) === index,
    )
    return told.map(({name, ...folder}) => finding(name, folder, config))
  },
}

function finding(name: string, place: Folder, config: LoadedConfig): CheckResult {
  const {folder, allowed} = place
  if (allowed) return ok(name, {en: `${folder} is writable.`, ru: `В ${folder} можно писать.`})
  const why = obstacle(place)
  return failure(name, {en: `Cannot write to ${folder}: ${why.en}.`, ru: `Нельзя писать в ${folder}: ${why.ru}.`}, wayOut(place, config))
}
