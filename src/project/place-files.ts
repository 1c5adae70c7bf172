import {mkdir, mkdtemp, readdir, rename, rm, rmdir, stat, writeFile} from 'node:fs/promises'
import {basename, dirname, join, resolve} from 'node:path'
import {AppError} from '../errors.ts'
import type {ProjectFile} from './project-files.ts'

/**
 * Puts files into a folder, all or none. A new folder appears at once, by one rename. In a folder that has something already
 * (`force`), files of the same name are replaced; when one cannot be, the others are put back.
 * @throws AppError FOLDER_NOT_EMPTY (conflict), NOT_A_FOLDER (usage)
 */
export async function placeFiles(folder: string, files: readonly ProjectFile[], {force}: {readonly force: boolean}): Promise<void> {
  const target = resolve(folder)
  const present = await contents(target)
  if (present !== undefined && present.length > 0 && !force) throw notEmpty(target)
  await mkdir(dirname(target), {recursive: true})
  if (present === undefined) return appear(target, files)
  const staging = await mkdtemp(join(target, '.voicectl-init-'))
  try {
    await writeAll(join(staging, 'new'), files)
    await replaceAll(target, staging, files)
  } finally {
    await rm(staging, {recursive: true, force: true})
  }
}

async function appear(target: string, files: readonly ProjectFile[]): Promise<void> {
  const staging = await mkdtemp(join(dirname(target), `.${basename(target)}-`))
  try {
    await writeAll(join(staging, 'new'), files)
    await rename(join(staging, 'new'), target)
  } finally {
    await rm(staging, {recursive: true, force: true})
  }
}

async function writeAll(folder: string, files: readonly ProjectFile[]): Promise<void> {
  for (const {path, text} of files) {
    await mkdir(dirname(join(folder, path)), {recursive: true})
    await writeFile(join(folder, path), text)
  }
}

async function replaceAll(target: string, staging: string, files: readonly ProjectFile[]): Promise<void> {
  const undo: (() => Promise<void>)[] = []
  try {
    for (const {path} of files) {
      const place = join(target, path)
      const made = await mkdir(dirname(place), {recursive: true})
      if (made !== undefined) undo.push(() => rmdir(made).catch(() => {}))
      if (await stat(place).catch(() => undefined)) {
        const kept = join(staging, 'old', path)
        await mkdir(dirname(kept), {recursive: true})
        await rename(place, kept)
        undo.push(() => rename(kept, place))
      }
      await rename(join(staging, 'new', path), place)
      undo.push(() => rm(place, {force: true}))
    }
  } catch (error) {
    for (const step of undo.reverse()) await step()
    throw error
  }
}

/** The names in a folder; undefined when there is none. */
async function contents(path: string): Promise<string[] | undefined> {
  try {
    return await readdir(path)
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    if (code !== 'ENOTDIR') throw error
    throw new AppError('NOT_A_FOLDER', {en: `${path} is not a folder.`, ru: `${path} — не папка.`}, {exit: 'usage', cause: error})
  }
}

const notEmpty = (folder: string) =>
  new AppError(
    'FOLDER_NOT_EMPTY',
    {en: `${folder} is not empty.`, ru: `Папка ${folder} не пуста.`},
    {
      exit: 'conflict',
      hint: {
        en: 'Name another folder, or add `--force`: files of the same name are replaced, others stay.',
        ru: 'Укажите другую папку или добавьте `--force`: файлы с теми же именами будут заменены, остальные останутся.',
      },
    },
  )
