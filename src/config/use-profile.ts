import {AppError} from '../errors.ts'
import {isSlug} from '../ids.ts'
import type {EditPlace} from './edit-target.ts'
import {editYaml, putKey} from './edit-file.ts'
import {userFile} from './files.ts'
import {readKeys} from './read-yaml.ts'
import {chosenProfile, defaultProfile, profilesOf} from './user-file.ts'

export interface UsedProfile {
  readonly profile: string
  readonly file: string
  readonly created: boolean
}

/** Makes a profile the active one. @throws AppError PROFILE_NOT_FOUND unless `create`; BAD_PROFILE_NAME */
export async function useProfile(
  name: string,
  {configDir, create, onWait}: {readonly configDir: string; readonly create: boolean; readonly onWait?: () => void},
): Promise<UsedProfile> {
  const user = userFile(configDir)
  const profiles = profilesOf(await readKeys(user))
  const created = create && !profiles.names.includes(name)
  if (created && !isSlug(name)) throw badName(name)
  if (!created) chosenProfile(profiles, name, {})
  await editYaml(
    user,
    (document) => {
      document.set('profile', name)
      if (created && name !== defaultProfile) putKey(document, ['profiles', name], {})
      return true
    },
    onWait,
  )
  return {profile: name, file: user, created}
}

export interface ListedProfile {
  readonly profile: string
  readonly active: boolean
}

/** Every profile; the active one is the one that commands run here would use. @throws AppError PROFILE_NOT_FOUND */
export async function listProfiles({env, configDir, profile}: Pick<EditPlace, 'env' | 'configDir' | 'profile'>): Promise<ListedProfile[]> {
  const profiles = profilesOf(await readKeys(userFile(configDir)))
  const active = chosenProfile(profiles, profile, env)
  return profiles.names.map((name) => ({profile: name, active: name === active}))
}

const badName = (name: string) =>
  new AppError(
    'BAD_PROFILE_NAME',
    {en: `"${name}" cannot be the name of a profile.`, ru: `«${name}» не годится как имя профиля.`},
    {exit: 'usage', hint: {en: 'Use a-z, 0-9 and hyphens.', ru: 'Подходят a-z, 0-9 и дефисы.'}},
  )
