import {existsSync} from 'node:fs'
import type {Document} from 'yaml'
import {AppError} from '../errors.ts'
import {editSecrets, editYaml, removeKey} from './edit-file.ts'
import {edited, type Edited, type EditPlace, type Target, targetsOf} from './edit-target.ts'
import {unknownKey} from './file-entries.ts'
import {findKey} from './keys.ts'
import {profileSection} from './project-secrets.ts'
import {readKeys} from './read-yaml.ts'

/**
 * Removes a value from where `config set` would write it to: the project's file, or what the user's secrets have for the project, when there is
 * one, else the user's. Keys that nobody knows can be removed too, where they stand: that is how a file is mended.
 * @throws AppError CONFIG_NOT_SET, UNKNOWN_KEY
 */
export async function unsetKey(name: string, place: EditPlace): Promise<Edited> {
  const targets = await targetsOf(place)
  const inProject = place.scope === undefined && targets.some(isOfProject)
  const own = targets.filter((target) => !inProject || isOfProject(target) || (target.secret && findKey(name)?.secret))
  for (const target of own)
    if (await change(target, (document) => removeKey(document, pathIn(target, name), keptGroups(target)), place.onWait))
      return edited(name, target)
  for (const target of targets) if (await holds(target, name)) throw setElsewhere(name, target)
  throw findKey(name) ? notSet(name, fileOf(name, targets)) : unknownKey(name)
}

const isOfProject = ({profile, project}: Target): boolean => profile === undefined || project !== undefined

/** A profile stays when it is empty, because it was made on purpose; a project that has nothing more goes. */
const keptGroups = ({prefix, profile = ''}: Target): number => Math.min(prefix.length, profileSection(profile).length)

const pathIn = ({prefix}: Target, name: string): readonly string[] => [...prefix, ...name.split('.')]

async function change({file, secret}: Target, edit: (document: Document) => boolean, onWait?: () => void): Promise<boolean> {
  if (!existsSync(file)) return false
  return (secret ? editSecrets : editYaml)(file, edit, onWait)
}

async function holds(target: Target, name: string): Promise<boolean> {
  const path = pathIn(target, name).join('\n')
  return ((await readKeys(target.file))?.keys ?? []).some((key) => key.join('\n') === path)
}

/** The file that `config set` would write a key to. There is one: only the project's stands without a secrets file, and it holds no secrets. */
const fileOf = (name: string, targets: readonly Target[]): string =>
  (targets.find(({secret}) => secret === Boolean(findKey(name)?.secret)) ?? targets[0]!).file

const setElsewhere = (name: string, {file}: Target) =>
  new AppError(
    'CONFIG_NOT_SET',
    {en: `${name} is not set in the project, but in ${file}.`, ru: `${name} задан не в проекте, а в ${file}.`},
    {
      exit: 'notFound',
      hint: {
        en: `To remove it there, for every project: \`voicectl config unset ${name} --user\`.`,
        ru: `Удалить там, для всех проектов: \`voicectl config unset ${name} --user\`.`,
      },
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
