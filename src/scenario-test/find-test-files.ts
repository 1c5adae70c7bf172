import {accessSync, constants, globSync, statSync} from 'node:fs'
import {join, relative, resolve} from 'node:path'
import {AppError} from '../errors.ts'
import {unreadableFile} from '../file-errors.ts'

const pattern = '**/*.test.yaml'

/**
 * Test files behind what was named: files, folders (every `*.test.yaml` below them), patterns; each once, in order.
 * @param cwd where relative names count from
 * @throws AppError NO_TESTS when something named holds none (usage) or is not there (not found)
 */
export function findTestFiles(named: readonly string[], cwd: string): string[] {
  return [...new Set(named.flatMap((name) => filesOf(name, cwd)))]
}

function filesOf(name: string, cwd: string): string[] {
  const path = resolve(cwd, name)
  const stat = statSync(path, {throwIfNoEntry: false})
  if (stat?.isFile()) return [path]
  if (stat?.isDirectory()) requireReadable(path, name)
  const found = stat?.isDirectory()
    ? globSync(pattern, {cwd: path}).map((file) => join(path, file))
    : globSync(name, {cwd}).map((file) => resolve(cwd, file))
  const tests = found.filter((file) => !file.includes('node_modules')).toSorted()
  if (tests.length === 0) throw noTests(name, stat?.isDirectory() ?? false)
  return tests
}

/** A folder that may not be read looks empty to a pattern. @throws AppError FILE_UNREADABLE (auth) */
function requireReadable(folder: string, name: string): void {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK)
  } catch (error) {
    throw unreadableFile(name, error)
  }
}

/** How a file is called in messages: from where the user stands, with slashes. */
export function shortName(path: string, cwd: string): string {
  const short = relative(cwd, path)
  return (short === '' || short.startsWith('..') ? path : short).replaceAll('\\', '/')
}

const noTests = (name: string, isFolder: boolean) =>
  new AppError(
    'NO_TESTS',
    isFolder
      ? {en: `There is no *.test.yaml in ${name}.`, ru: `В ${name} нет файлов *.test.yaml.`}
      : {en: `There is no file or folder ${name}.`, ru: `Нет файла или папки ${name}.`},
    {
      exit: isFolder ? 'usage' : 'notFound',
      hint: {
        en: 'Name files, folders or patterns; by default `tests/` of the project is run.',
        ru: 'Укажите файлы, папки или шаблоны; по умолчанию берётся `tests/` проекта.',
      },
    },
  )
