import {dirname, isAbsolute, relative, resolve} from 'node:path'
import type {Document} from 'yaml'
import type {Bilingual} from '../bilingual.ts'
import {AppError} from '../errors.ts'
import {absoluteDatabaseUrl, sqlitePath} from './database-url.ts'
import {editSecrets, editYaml, putKey} from './edit-file.ts'
import {edited, type Edited, type EditPlace, type Target, targetsOf} from './edit-target.ts'
import {typed} from './env-entries.ts'
import {holdsSecret, unknownKey} from './file-entries.ts'
import {findKey, type Key} from './keys.ts'
import type {Origin} from './origin.ts'
import {belongsToProject} from './project-secrets.ts'
import {hideFromOutput} from './secret.ts'
import {checkEntry} from './validate.ts'

/** The key that `config set` names, and whether its value may be typed. @throws AppError UNKNOWN_KEY, SECRET_ON_COMMAND_LINE, USAGE */
export function keyToSet(name: string): Key {
  const key = findKey(name)
  if (key) return key
  const joined = findKey(name.replace(/=.*$/s, ''))
  throw joined && name.includes('=') ? joinedWithValue(joined) : unknownKey(name)
}

/** Stores a value; `unseen` is one that nobody saw being typed, and no error shows it. @throws AppError CONFIG_INVALID, PROFILE_NOT_FOUND, PROJECT_NOT_FOUND, SECRET_IN_CONFIG_FILE */
export async function setKey(key: Key, text: string, place: EditPlace, {unseen = false} = {}): Promise<Edited> {
  const value = typed(key, text)
  const secret = holdsSecret(key, value)
  if (secret) hideFromOutput(text)
  checkEntry({key, value, folder: place.cwd, origin: typedHere, unquotable: unseen})
  if (secret && place.scope === 'project') throw secretInProject(key)
  const target = await targetOf(key, place, secret)
  const stored = inFile(key, value, place.cwd, target.profile === undefined ? dirname(target.file) : undefined)
  const put = (document: Document) => {
    putKey(document, [...target.prefix, ...key.name.split('.')], stored)
    return true
  }
  await (secret ? editSecrets : editYaml)(target.file, put, place.onWait)
  return edited(key.name, target)
}

/** A value that was just typed needs no origin in its error. */
const typedHere: Origin = {kind: 'flag', where: ''}

/** The one place that a value of this kind is written to. */
async function targetOf(key: Key, place: EditPlace, secret: boolean): Promise<Target> {
  const targets = await targetsOf(secret && !belongsToProject(key) ? {...place, scope: 'user'} : place)
  return targets.find((target) => target.secret === secret)!
}

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

const secretInProject = (key: Key) => {
  const why: Bilingual = {
    en: `${key.name} holds a secret and is never written to a project file.`,
    ru: `${key.name} содержит секрет и никогда не пишется в файл проекта.`,
  }
  return new AppError('SECRET_IN_CONFIG_FILE', why, {
    exit: 'usage',
    hint: belongsToProject(key)
      ? {
          en: 'Leave out `--project`: it is kept beside your other secrets, for this project only.',
          ru: 'Уберите `--project`: он сохранится рядом с другими вашими секретами, только для этого проекта.',
        }
      : {en: 'Leave out `--project`: secrets are kept per profile.', ru: 'Уберите `--project`: секреты хранятся по профилям.'},
  })
}

/** `config set llm.model=x`, as other programs have it. */
const joinedWithValue = ({name, secret}: Key): AppError =>
  new AppError(
    secret ? 'SECRET_ON_COMMAND_LINE' : 'USAGE',
    {
      en: `The key and its value are two words: ${name} and what stands behind \`=\`.`,
      ru: `Ключ и значение — два слова: ${name} и то, что за знаком \`=\`.`,
    },
    {
      exit: 'usage',
      hint: secret
        ? {
            en: `A secret is not taken from the command line at all: \`voicectl config set ${name} --stdin < FILE\`.`,
            ru: `Секрет из командной строки не принимается вовсе: \`voicectl config set ${name} --stdin < ФАЙЛ\`.`,
          }
        : {en: `\`voicectl config set ${name} VALUE\`.`, ru: `\`voicectl config set ${name} ЗНАЧЕНИЕ\`.`},
    },
  )
