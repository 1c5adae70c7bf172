import {AppError} from '../errors.ts'
import {fileEntries, type FileOfKeys} from './file-entries.ts'
import {findKey} from './keys.ts'
import type {Entry} from './origin.ts'
import {isOfProject, projectDepth} from './project-secrets.ts'
import type {YamlKeys} from './yaml-keys.ts'

export const defaultProfile = 'default'

/** What the user file says about profiles: `profile: NAME` and `profiles: {NAME: {...}}`. */
export interface Profiles {
  readonly active: string
  /** With the default profile, sorted. */
  readonly names: readonly string[]
}

export function profilesOf(file: YamlKeys | undefined): Profiles {
  const active = file?.leaves.find(({path}) => path.join('.') === 'profile')?.value
  const names = (file?.keys ?? []).flatMap(([section, name, ...rest]) =>
    section === 'profiles' && name !== undefined && rest.length === 0 ? [name] : [],
  )
  return {active: typeof active === 'string' ? active : defaultProfile, names: [...new Set([defaultProfile, ...names])].sort()}
}

/** `--profile`, else `VOICECTL_PROFILE`, else the one chosen with `config use`. @throws AppError PROFILE_NOT_FOUND */
export function chosenProfile(profiles: Profiles, wanted: string | undefined, env: NodeJS.ProcessEnv): string {
  const name = wanted ?? (env['VOICECTL_PROFILE'] || profiles.active)
  if (!profiles.names.includes(name)) throw unknownProfile(name, profiles)
  return name
}

/** The keys of one section of `config.yaml` or `secrets.yaml`: a profile's own, or what it keeps for a project. @throws AppError UNKNOWN_KEY */
export function sectionEntries(file: YamlKeys | undefined, section: readonly string[], about: FileOfKeys): Entry[] {
  if (!file) return []
  for (const {path, line} of file.leaves) {
    if (path.join('.') !== 'profile' && !(path[0] === 'profiles' && path.length > 2))
      throw misplaced(path.join('.'), `${about.path}:${line}`, about)
  }
  const depth = section.length
  const own = file.leaves.filter(
    ({path}) =>
      section.every((name, index) => path[index] === name) && !(about.secretsAllowed && isOfProject(path) && depth < projectDepth),
  )
  return fileEntries(
    own.map((leaf) => ({...leaf, path: leaf.path.slice(depth)})),
    about,
  )
}

const unknownProfile = (name: string, {names}: Profiles): AppError =>
  new AppError(
    'PROFILE_NOT_FOUND',
    {en: `There is no profile "${name}".`, ru: `Нет профиля «${name}».`},
    {
      exit: 'notFound',
      hint: {
        en: `Profiles: ${names.join(', ')}. \`voicectl config use ${name} --create\` makes it.`,
        ru: `Профили: ${names.join(', ')}. Создать: \`voicectl config use ${name} --create\`.`,
      },
    },
  )

/** What stands in a file of secrets and is no key may be one of them. */
const misplaced = (name: string, where: string, {secretsAllowed}: FileOfKeys) => {
  const isHidden = secretsAllowed && !findKey(name)
  return new AppError(
    'UNKNOWN_KEY',
    {
      en: `${where}: ${isHidden ? 'this' : `"${name}"`} cannot stand at the top of this file.`,
      ru: `${where}: ${isHidden ? 'это' : `«${name}»`} не может стоять на верхнем уровне этого файла.`,
    },
    {
      exit: 'usage',
      hint: findKey(name)
        ? {en: `Put it under \`profiles: ${defaultProfile}:\`.`, ru: `Перенесите его в \`profiles: ${defaultProfile}:\`.`}
        : {en: 'The file has two keys: `profile` and `profiles`.', ru: 'В файле два ключа: `profile` и `profiles`.'},
    },
  )
}
