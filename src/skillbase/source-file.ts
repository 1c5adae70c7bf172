import {readdir, stat} from 'node:fs/promises'
import {join} from 'node:path'
import type {Readable} from 'node:stream'
import {readFileWithin, readStreamWithin, TooLarge} from '../bounded-read.ts'
import {AppError} from '../errors.ts'
import {unreadableFile} from '../file-errors.ts'
import {isSlug} from '../ids.ts'
import {formatPath} from './issue.ts'
import {maxBytes, tooLarge} from './read/decode.ts'
import {SkillbaseInvalid} from './skillbase-invalid.ts'

export interface SourceFile {
  /** As it was given; `stdin` for `-`. */
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * The documents that command-line words name: files, `-` for stdin, and for a folder the .yaml, .yml and .json files in it.
 * @throws AppError FILE_NOT_FOUND (not found), FILE_UNREADABLE (auth), NO_FILES (usage); SkillbaseInvalid when a file is too large to be one
 */
export async function readSources(names: readonly string[], stdin: Readable): Promise<SourceFile[]> {
  const found: SourceFile[] = []
  for (const name of names) {
    if (name === '-') found.push({name: 'stdin', bytes: await readStream(stdin)})
    else for (const path of await filesOf(name)) found.push({name: path, bytes: await readBytes(path)})
  }
  return found
}

/**
 * The one document that a word names.
 * @param verb what takes one file only, for the message
 * @throws AppError ONE_FILE (usage) when it is a folder of several, besides those of `readSources`
 */
export async function readSource(name: string, stdin: Readable, verb: string): Promise<SourceFile> {
  const [source, ...others] = await readSources([name], stdin)
  if (others.length === 0) return source!
  const count = others.length + 1
  throw new AppError(
    'ONE_FILE',
    {en: `${name} is a folder of ${count} files; ${verb} takes one.`, ru: `${name} — папка, в ней файлов: ${count}; ${verb} берёт один.`},
    {
      exit: 'usage',
      hint: {
        en: `Name one of them, or store all with \`voicectl skillbase apply ${name}\`.`,
        ru: `Назовите один из них или сохраните все: \`voicectl skillbase apply ${name}\`.`,
      },
    },
  )
}

async function filesOf(path: string): Promise<string[]> {
  const found = await stat(path).catch(refused(path))
  if (!found.isDirectory()) return [path]
  const names = (await readdir(path).catch(refused(path))).filter((name) => /\.(?:ya?ml|json)$/i.test(name)).sort()
  if (names.length > 0) return names.map((name) => join(path, name))
  throw new AppError(
    'NO_FILES',
    {en: `There are no .yaml, .yml or .json files in ${path}.`, ru: `В ${path} нет файлов .yaml, .yml или .json.`},
    {exit: 'usage'},
  )
}

const refused = (path: string) => async (error: unknown) => {
  const told = unreadableFile(path, error)
  throw told.code === 'FILE_NOT_FOUND' && isSlug(path) ? noFileOf(path, await isStarter(path)) : told
}

/** Whoever gives a name has a stored skillbase or a starter in mind; here files are read. */
const noFileOf = (name: string, starter: boolean): AppError =>
  new AppError(
    'FILE_NOT_FOUND',
    {en: `There is no file ${name}.`, ru: `Нет файла ${name}.`},
    {
      exit: 'notFound',
      hint: starter
        ? {
            en: `Files are read here. The starter of that name: \`voicectl skillbase create NAME --template ${name}\`; a stored skillbase: \`voicectl skillbase lint ${name}\`.`,
            ru: `Здесь читаются файлы. Шаблон с таким именем: \`voicectl skillbase create НАЗВАНИЕ --template ${name}\`; сохранённый скиллбейс: \`voicectl skillbase lint ${name}\`.`,
          }
        : {
            en: `Files are read here. A stored skillbase of that name is checked by \`voicectl skillbase lint ${name}\`.`,
            ru: `Здесь читаются файлы. Сохранённый скиллбейс с таким именем проверит \`voicectl skillbase lint ${name}\`.`,
          },
    },
  )

async function isStarter(name: string): Promise<boolean> {
  const [{skillbaseTemplates}, {templatesFolder}] = await Promise.all([import('../project/templates.ts'), import('../templates-folder.ts')])
  return skillbaseTemplates(templatesFolder()).some((template) => template.name === name)
}

/**
 * The bytes of one file that should be a skillbase.
 * @throws AppError FILE_NOT_FOUND (not found), FILE_UNREADABLE; SkillbaseInvalid when it is too large to be one
 */
export const readBytes = (path: string): Promise<Uint8Array> =>
  readFileWithin(path, maxBytes).catch((error: unknown) => {
    throw asInvalid(path, error) ?? unreadableFile(path, error)
  })

const readStream = (stream: Readable): Promise<Uint8Array> =>
  readStreamWithin(stream, maxBytes, 'stdin').catch((error: unknown) => {
    throw asInvalid('stdin', error) ?? error
  })

function asInvalid(name: string, error: unknown): SkillbaseInvalid | undefined {
  if (!(error instanceof TooLarge)) return undefined
  const {path, code, message} = tooLarge(error.size)
  return new SkillbaseInvalid(name, [{path: formatPath(path), code, message}])
}
