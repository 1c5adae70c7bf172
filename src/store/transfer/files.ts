import {existsSync, statSync} from 'node:fs'
import {link, open, readdir, rename, rm} from 'node:fs/promises'
import {basename, dirname, join, resolve} from 'node:path'
import {AppError} from '../../errors.ts'
import {makeFolderOf} from '../../make-folder.ts'
import {parseDatabaseUrl} from '../database-url.ts'

/**
 * Lets `write` fill a file beside the wanted one and then puts it in its place, so that no half of a file is ever found there. What is filled is
 * there, empty and for its owner only, before the first byte.
 * @throws AppError USAGE for a name that is none, FILE_EXISTS (conflict): nothing is overwritten
 */
export async function writeWhole(file: string, write: (partial: string) => Promise<void>): Promise<void> {
  if (file === '' || file === '-') throw noFile(file)
  if (existsSync(file)) throw fileExists(file)
  makeFolderOf(file)
  await removeStale(file)
  // Absolute: the library of SQLite takes spaces off the beginning of a name, and would write a file that nobody here knows of.
  const partial = resolve(`${file}.partial-${process.pid}`)
  try {
    await (await open(partial, 'wx', 0o600)).close()
    await write(partial)
    await place(partial, file)
  } finally {
    for (const suffix of ['', ...besideSqlite]) await rm(partial + suffix, {force: true})
  }
}

/** What SQLite keeps beside a database while it works. */
const besideSqlite = ['-journal', '-wal', '-shm']

/** An hour without a write: also a process of another machine, whose number means nothing here, is not at it any more. */
const abandonedAfter = 3_600_000

/** Removes what runs that were killed have left: their own part of this file at once, parts of other files when they are old. */
async function removeStale(file: string): Promise<void> {
  const folder = dirname(file)
  for (const name of await readdir(folder)) {
    const [, of, pid] = /^(.+)\.partial-(\d+)(?:-journal|-wal|-shm)?$/.exec(name) ?? []
    if (of === undefined || isAlive(Number(pid))) continue
    const path = join(folder, name)
    const age = Date.now() - (statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? Date.now())
    if (of === basename(file) || age > abandonedAfter) await rm(path, {force: true})
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** A link fails where a rename would overwrite what somebody else has put there meanwhile; not every file system has links. */
async function place(partial: string, file: string): Promise<void> {
  try {
    await link(partial, file)
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw fileExists(file)
    if (code !== 'EPERM' && code !== 'ENOTSUP') throw error
    await rename(partial, file)
  }
}

/** Runs `work`; when it fails, removes the SQLite file that it has made. A file that was there before is left alone. */
export async function withoutDebris<Result>(url: string, work: () => Promise<Result>): Promise<Result> {
  const target = parseDatabaseUrl(url)
  const made = target.dialect === 'sqlite' && !existsSync(target.path) ? target.path : undefined
  try {
    return await work()
  } catch (error) {
    for (const suffix of made === undefined ? [] : ['', ...besideSqlite]) await rm(made + suffix, {force: true})
    throw error
  }
}

const fileExists = (file: string) =>
  new AppError(
    'FILE_EXISTS',
    {en: `"${file}" exists already.`, ru: `Файл «${file}» уже есть.`},
    {exit: 'conflict', hint: {en: 'Give a new name; nothing is overwritten.', ru: 'Укажите новое имя: ничего не перезаписывается.'}},
  )

const noFile = (file: string) =>
  new AppError(
    'USAGE',
    file === ''
      ? {en: 'The name of the file is empty.', ru: 'Имя файла пустое.'}
      : {en: 'This is written into a file, not to stdout.', ru: 'Это пишется в файл, а не в stdout.'},
    {exit: 'usage', hint: {en: 'Name a file that is not there yet.', ru: 'Назовите файл, которого ещё нет.'}},
  )
