import {existsSync, mkdirSync, statSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import {AppError} from './errors.ts'

/**
 * Makes a folder and those above it. Gives the topmost that it made, nothing when all were there. Node's own recursive `mkdir` never comes
 * back where a file system takes no folders and says that the parent is missing, as /proc does.
 * @throws what `mkdir` throws: EACCES, ENOTDIR, EEXIST of a file, ENOENT of a file system that takes none
 */
export function makeFolder(path: string, mode?: number): string | undefined {
  const missing: string[] = []
  for (let folder = resolve(path); !existsSync(folder); folder = dirname(folder)) missing.unshift(folder)
  if (missing.length === 0) mkdirSync(path, {recursive: true})
  for (const folder of missing) {
    try {
      mkdirSync(folder, {mode})
    } catch (error) {
      // Another process was faster.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  return missing[0]
}

/** Makes the folder of a file that is to be written. @throws AppError NOT_A_FOLDER (usage); what `mkdir` throws */
export function makeFolderOf(path: string): void {
  let folder = dirname(resolve(path))
  while (!existsSync(folder)) folder = dirname(folder)
  if (!statSync(folder).isDirectory()) throw notAFolder(folder, path)
  makeFolder(dirname(resolve(path)))
}

const notAFolder = (folder: string, path: string) =>
  new AppError(
    'NOT_A_FOLDER',
    {en: `${path} cannot be written: ${folder} is a file, not a folder.`, ru: `${path} не записать: ${folder} — файл, а не папка.`},
    {exit: 'usage'},
  )
