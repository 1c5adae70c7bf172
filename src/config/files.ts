import {existsSync, lstatSync, type Stats} from 'node:fs'
import {dirname, join} from 'node:path'
import {AppError} from '../errors.ts'
import {sqlitePath} from './database-url.ts'
import type {Config} from './schema.ts'
import {maskUrl} from './secret.ts'

/** The name of the file that makes a folder a project. */
export const projectFileName = 'voicectl.yaml'

export interface ConfigFiles {
  /** The nearest `voicectl.yaml`, from the working directory upwards. */
  readonly project: string | undefined
  readonly user: string
  readonly secrets: string
}

/** @throws AppError PROJECT_FOREIGN */
export const configFiles = (cwd: string, configDir: string): ConfigFiles => ({
  project: findUpwards(projectFileName, cwd),
  user: userFile(configDir),
  secrets: join(configDir, 'secrets.yaml'),
})

export const userFile = (configDir: string): string => join(configDir, 'config.yaml')

export interface KnownPath {
  readonly what: 'project' | 'user' | 'secrets' | 'data' | 'spool'
  /** Of data on a server its address. */
  readonly path: string
  /** Null for a server: nobody asks it here. */
  readonly exists: boolean | null
}

/** Where the files are; without a project, the one that `init` would make here. */
export function knownFiles(cwd: string, configDir: string): KnownPath[] {
  const {project, user, secrets} = configFiles(cwd, configDir)
  return [place('project', project ?? join(cwd, projectFileName)), place('user', user), place('secrets', secrets)]
}

/** Where the data of a configuration is. */
export function dataPlaces({database, spool}: Pick<Config, 'database' | 'spool'>): KnownPath[] {
  const file = sqlitePath(database.url)
  const data: KnownPath = file === undefined ? {what: 'data', path: maskUrl(database.url), exists: null} : place('data', dirname(file))
  return [data, place('spool', spool.dir)]
}

const place = (what: KnownPath['what'], path: string): KnownPath => ({what, path, exists: existsSync(path)})

/** The file in a folder or above it; also a link that leads nowhere, which whoever reads it tells. */
function findUpwards(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, name)
    const found = lookAt(path)
    if (found && folder !== from && isForeign(found)) throw foreign(path)
    if (found) return path
    if (folder === dirname(folder)) return undefined
  }
}

function lookAt(path: string): Stats | undefined {
  try {
    return lstatSync(path)
  } catch {
    return undefined
  }
}

/** Whoever goes into a folder means what stands there; what another user has left above it, in /tmp for one, nobody has chosen. */
function isForeign({uid}: Stats): boolean {
  const own = process.getuid?.()
  return own !== undefined && uid !== own && uid !== 0
}

const foreign = (path: string) =>
  new AppError(
    'PROJECT_FOREIGN',
    {
      en: `${path} belongs to another user, and settings from a folder above are not taken from others.`,
      ru: `${path} принадлежит другому пользователю, а чужие настройки из папки выше не берутся.`,
    },
    {
      exit: 'auth',
      hint: {
        en: `If you trust it, work in its folder itself, or make it yours with \`chown\`; or put a ${projectFileName} of your own here.`,
        ru: `Если вы ему доверяете, работайте прямо в той папке или сделайте файл своим через \`chown\`; или положите сюда свой ${projectFileName}.`,
      },
    },
  )
