import {dirname, isAbsolute, relative, resolve} from 'node:path'
import type {Document} from 'yaml'
import type {Bilingual} from '../bilingual.ts'
import {AppError} from '../errors.ts'
import {absoluteDatabaseUrl, sqlitePath} from './database-url.ts'
import {editSecrets, editYaml, putKey, removeKey} from './edit-file.ts'
import {typed} from './env-entries.ts'
import {holdsSecret, unknownKey} from './file-entries.ts'
import {configFiles, projectFileName} from './files.ts'
import {findKey, type Key} from './keys.ts'
import type {Origin} from './origin.ts'
import {readKeys} from './read-yaml.ts'
import {hideFromOutput} from './secret.ts'
import {chosenProfile, profilesOf} from './user-file.ts'
import {checkEntry} from './validate.ts'

export type Scope = 'project' | 'user'

/** Where the files are, and which profile is meant; a broken configuration must not stop anyone from mending it. */
export interface EditPlace {
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
  readonly configDir: string
  readonly profile?: string | undefined
  /** Without it: the project file when there is one, else the user's. */
  readonly scope?: Scope | undefined
}

export interface Edited {
  readonly key: string
  /** The file that was written. */
  readonly file: string
  readonly profile?: string
}

/** The key that `config set` names, and whether its value may be typed. @throws AppError UNKNOWN_KEY */
export function keyToSet(name: string): Key {
  const key = findKey(name)
  if (!key) throw unknownKey(name)
  return key
}

/** Stores a value; `unseen` is one that nobody saw being typed, and no error shows it. @throws AppError CONFIG_INVALID, PROFILE_NOT_FOUND, PROJECT_NOT_FOUND, SECRET_IN_CONFIG_FILE */
export async function setKey(key: Key, text: string, place: EditPlace, {unseen = false} = {}): Promise<Edited> {
  const value = typed(key, text)
  const secret = holdsSecret(key, value)
  if (secret) hideFromOutput(text)
  checkEntry({key, value, folder: place.cwd, origin: typedHere, unquotable: unseen})
  if (secret && place.scope === 'project') throw secretInProject(key)
  const target = await targetOf(place, secret)
  const stored = inFile(key, value, place.cwd, target.profile === undefined ? dirname(target.file) : undefined)
  const put = (document: Document) => {
    putKey(document, [...target.prefix, ...key.name.split('.')], stored)
    return true
  }
  await (secret ? editSecrets(target.file, put) : editYaml(target.file, put))
  return edited(key.name, target)
}

/** Removes a value from the first file that has it: project, then secrets, then the user's. @throws AppError CONFIG_NOT_SET */
export async function unsetKey(name: string, place: EditPlace): Promise<Edited> {
  const targets = await targetsOf(place)
  for (const target of targets) {
    const remove = (document: Document) => removeKey(document, [...target.prefix, ...name.split('.')], target.prefix.length)
    if (await (target.secret ? editSecrets(target.file, remove) : editYaml(target.file, remove))) return edited(name, target)
  }
  throw notSet(name, targets[0]?.file ?? place.configDir)
}

/** A value that was just typed needs no origin in its error. */
const typedHere: Origin = {kind: 'flag', where: ''}

interface Target {
  readonly file: string
  readonly secret: boolean
  readonly prefix: readonly string[]
  readonly profile?: string
}

/** Every file that `scope` covers. */
async function targetsOf({env, cwd, configDir, profile: wanted, scope}: EditPlace): Promise<readonly Target[]> {
  const files = configFiles(cwd, configDir)
  const project = files.project === undefined || scope === 'user' ? [] : [{file: files.project, secret: false, prefix: []}]
  if (scope === 'project' && project.length === 0) throw noProject(cwd)
  if (scope === 'project') return project
  const profile = chosenProfile(profilesOf(await readKeys(files.user)), wanted, env)
  const own = {prefix: ['profiles', profile], profile}
  return [...project, {...own, file: files.secrets, secret: true}, {...own, file: files.user, secret: false}]
}

/** The one file that a value of this kind is written to. */
const targetOf = async (place: EditPlace, secret: boolean): Promise<Target> =>
  (await targetsOf(secret ? {...place, scope: 'user'} : place)).find((target) => target.secret === secret)!

const edited = (key: string, {file, profile}: Target): Edited => ({key, file, ...(profile !== undefined && {profile})})

/** A typed path counts from the working directory; a project file keeps it relative to itself, so that the folder can move. */
function inFile(key: Key, value: unknown, cwd: string, projectFolder: string | undefined): unknown {
  if (typeof value !== 'string') return value
  const shorten = (path: string) => {
    const short = projectFolder === undefined ? path : relative(projectFolder, path)
    return short.startsWith('..') || isAbsolute(short) ? path : short
  }
  if (key.path) return isAbsolute(value) ? value : shorten(resolve(cwd, value))
  const path = key.name === 'database.url' ? sqlitePath(value) : undefined
  if (path === undefined || isAbsolute(path)) return value
  return `sqlite:${shorten(sqlitePath(absoluteDatabaseUrl(value, cwd)) ?? path)}`
}

const noProject = (cwd: string) =>
  new AppError(
    'PROJECT_NOT_FOUND',
    {en: `There is no ${projectFileName} in ${cwd} or above it.`, ru: `Нет файла ${projectFileName} ни в ${cwd}, ни выше.`},
    {
      exit: 'notFound',
      hint: {en: 'Make a project with `voicectl init`, or use `--user`.', ru: 'Создайте проект: `voicectl init`, или укажите `--user`.'},
    },
  )

const notSet = (name: string, file: string) =>
  new AppError(
    'CONFIG_NOT_SET',
    {en: `${name} is not set in ${file}.`, ru: `В ${file} нет ключа ${name}.`},
    {
      exit: 'notFound',
      hint: {en: 'See where it is set: `voicectl config list --show-origin`.', ru: 'Где он задан: `voicectl config list --show-origin`.'},
    },
  )

const secretInProject = (key: Key) => {
  const why: Bilingual = {
    en: `${key.name} holds a secret and is never written to a project file.`,
    ru: `${key.name} содержит секрет и никогда не пишется в файл проекта.`,
  }
  return new AppError('SECRET_IN_CONFIG_FILE', why, {
    exit: 'usage',
    hint: {en: 'Leave out `--project`: secrets are kept per profile.', ru: 'Уберите `--project`: секреты хранятся по профилям.'},
  })
}
