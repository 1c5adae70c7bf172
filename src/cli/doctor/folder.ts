import {constants} from 'node:fs'
import {access, stat} from 'node:fs/promises'
import {dirname} from 'node:path'
import type {Bilingual} from '../../bilingual.ts'
import {sqlitePath} from '../../config/database-url.ts'
import type {LoadedConfig} from '../../config/load.ts'

/** A folder that data is written to. */
export interface Folder {
  readonly folder: string
  /** The nearest one that is there: itself, or one above it. */
  readonly existing: string
  readonly isFolder: boolean
  /** Whether it can be written to, or be made. */
  readonly allowed: boolean
}

export async function lookAtFolder(folder: string): Promise<Folder> {
  const existing = await existingParent(folder)
  const isFolder = (await stat(existing)).isDirectory()
  const allowed =
    isFolder &&
    (await access(existing, constants.W_OK | constants.X_OK).then(
      () => true,
      () => false,
    ))
  return {folder, existing, isFolder, allowed}
}

/** The nearest folder upwards that this user can see; the path itself when it does. */
export async function existingParent(path: string): Promise<string> {
  for (let folder = path; ; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => undefined)
    if (found || folder === dirname(folder)) return folder
  }
}

/** Why nothing can be written to a folder. */
export const obstacle = ({existing, isFolder}: Folder): Bilingual =>
  isFolder
    ? {en: `no access to ${existing}`, ru: `нет доступа к ${existing}`}
    : {en: `${existing} is not a folder`, ru: `${existing} — не папка`}

/**
 * What to do about it. A folder that is missing has to be made for this user: what stands above it may well be `/`, of a user without a home,
 * and nobody should open that.
 */
export function wayOut({folder, existing, isFolder}: Folder, config: LoadedConfig): Bilingual {
  const elsewhere = whereToSay(config)
  const other = {en: `put the data elsewhere: ${elsewhere}`, ru: `храните данные в другом месте: ${elsewhere}`}
  if (!isFolder) return {en: `Remove or rename it, or ${other.en}.`, ru: `Уберите или переименуйте его либо ${other.ru}.`}
  return existing === folder
    ? {en: `Give this user access to ${folder}, or ${other.en}.`, ru: `Дайте пользователю доступ к ${folder} или ${other.ru}.`}
    : {
        en: `Have ${folder} made and given to this user, or ${other.en}.`,
        ru: `Пусть ${folder} создадут и отдадут этому пользователю, или ${other.ru}.`,
      }
}

/** What names the place: the keys that do, or the variable of the folder that everything is in by default. */
function whereToSay({origins, files, values}: LoadedConfig): string {
  const isDefault = origins['database.url'].kind === 'default' && origins['spool.dir'].kind === 'default'
  if (isDefault && files.project === undefined) return 'VOICECTL_DATA_DIR'
  return sqlitePath(values.database.url) === undefined ? '`spool.dir`' : '`database.url`, `spool.dir`'
}
