import {lstat, mkdtemp, readdir, readFile, rename, rm, rmdir, writeFile} from 'node:fs/promises'
import {dirname, join, resolve} from 'node:path'
import {makeFolder} from '../make-folder.ts'
import {AppError} from '../errors.ts'
import type {ProjectFile} from './project-files.ts'

/**
 * Puts files into a folder, all or none. A new folder appears at once, by one rename. In a folder that has something already
 * (`force`), files of the same name are replaced, or added to where they say so; when one cannot be, the others are put back. A folder is never
 * replaced.
 * @returns the files that were replaced
 * @throws AppError FOLDER_NOT_EMPTY, FOLDER_IN_THE_WAY (conflict), NOT_A_FOLDER (usage)
 */
export async function placeFiles(folder: string, files: readonly ProjectFile[], {force}: {readonly force: boolean}): Promise<string[]> {
  const target = resolve(folder)
  try {
    return await place(target, files, force)
  } catch (error) {
    // Staging folders have names that say nothing to anyone.
    if ((error as NodeJS.ErrnoException).path?.includes(stagingMark)) Object.assign(error as object, {path: target})
    throw error
  }
}

const stagingMark = '.voicectl-init-'

async function place(target: string, files: readonly ProjectFile[], force: boolean): Promise<string[]> {
  const present = await contents(target)
  // `git init` and a clone of an empty repository come before the files.
  if (present?.some((name) => name !== '.git') && !force) throw notEmpty(target)
  makeFolder(dirname(target))
  if (present === undefined) {
    await appear(target, files)
    return []
  }
  const standing = await standingIn(target, files)
  const staging = await mkdtemp(join(target, stagingMark))
  try {
    const merged = await Promise.all(files.map(async (file) => (file.addLines && standing.has(file.path) ? withLines(target, file) : file)))
    const changed = merged.filter((file) => file !== undefined)
    await writeAll(join(staging, 'new'), changed)
    await replaceAll(target, staging, changed)
    return files.filter(({path, addLines}) => standing.has(path) && !addLines).map(({path}) => join(...path.split('/')))
  } finally {
    await rm(staging, {recursive: true, force: true})
  }
}

/** The file as it stands with the lines that it lacks; undefined when it lacks none. Comments alone are not worth adding. */
async function withLines(target: string, file: ProjectFile): Promise<ProjectFile | undefined> {
  const own = await readFile(join(target, file.path), 'utf8')
  const has = new Set(own.split(/\r?\n/))
  const added = file.text.split('\n').filter((line) => line !== '' && !has.has(line))
  if (added.every((line) => line.startsWith('#'))) return undefined
  return {...file, text: `${own}${own === '' || own.endsWith('\n') ? '' : '\n'}${added.join('\n')}\n`}
}

async function appear(target: string, files: readonly ProjectFile[]): Promise<void> {
  const staging = await mkdtemp(join(dirname(target), stagingMark))
  try {
    await writeAll(join(staging, 'new'), files)
    await rename(join(staging, 'new'), target)
  } finally {
    await rm(staging, {recursive: true, force: true})
  }
}

async function writeAll(folder: string, files: readonly ProjectFile[]): Promise<void> {
  for (const {path, text} of files) {
    makeFolder(dirname(join(folder, path)))
    await writeFile(join(folder, path), text)
  }
}

async function replaceAll(target: string, staging: string, files: readonly ProjectFile[]): Promise<void> {
  const undo: (() => Promise<void>)[] = []
  try {
    for (const {path} of files) {
      const place = join(target, path)
      const made = makeFolder(dirname(place))
      if (made !== undefined) undo.push(() => rmdir(made).catch(() => {}))
      if (await lstat(place).catch(() => undefined)) {
        const kept = join(staging, 'old', path)
        makeFolder(dirname(kept))
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

/** Which of the files stand there already. @throws AppError FOLDER_IN_THE_WAY when one of them is a folder */
async function standingIn(target: string, files: readonly ProjectFile[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const {path} of files) {
    const stats = await lstat(join(target, path)).catch(() => undefined)
    if (stats?.isDirectory()) throw folderInTheWay(join(target, path))
    if (stats) found.add(path)
  }
  return found
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

const folderInTheWay = (path: string) =>
  new AppError(
    'FOLDER_IN_THE_WAY',
    {en: `${path} is a folder, and a file of that name has to be written.`, ru: `${path} — папка, а нужно записать файл с этим именем.`},
    {exit: 'conflict', hint: {en: 'Move it away; nothing was changed.', ru: 'Уберите её; ничего не изменено.'}},
  )

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
