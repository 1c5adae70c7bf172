import {isAbsolute, resolve} from 'node:path'
import type {AppError} from '../errors.ts'
import {absoluteDatabaseUrl} from './database-url.ts'
import {defaultEntries} from './default-entries.ts'
import {envEntries, flagEntries, type FlagValues, vendorEntries} from './env-entries.ts'
import {fileEntries, type FileOfKeys} from './file-entries.ts'
import {configFiles, type ConfigFiles} from './files.ts'
import {configKeys} from './keys.ts'
import {keyRefusal, withoutKey} from './key-binding.ts'
import {byDefault, type Entry, type Origin} from './origin.ts'
import {originPrefix, profileSection, projectFolder, projectSection} from './project-secrets.ts'
import {readKeys} from './read-yaml.ts'
import type {Config, ConfigKey} from './schema.ts'
import {hideFromOutput, urlLogin} from './secret.ts'
import {readSecrets} from './secrets-file.ts'
import {chosenProfile, profilesOf, sectionEntries, type Profiles} from './user-file.ts'
import {validated} from './validate.ts'

export interface LoadInput {
  readonly flags?: FlagValues & {readonly profile?: string | undefined}
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
  /** Holds `config.yaml` and `secrets.yaml`. */
  readonly configDir: string
  /** Holds the data of whoever works outside a project. */
  readonly dataDir: string
}

export interface LoadedConfig {
  readonly values: Config
  readonly origins: Readonly<Record<ConfigKey, Origin>>
  readonly profile: string
  readonly profiles: Profiles
  readonly files: ConfigFiles
  /** Why the stored key of the model stays here; whoever asks the configuration for it gets this error. */
  readonly keyRefusal?: AppError
}

/**
 * The configuration in force: flags > environment > secrets of the project > project file > profile and its secrets > vendors' variables > defaults.
 * @throws AppError CONFIG_INVALID, UNKNOWN_KEY, CONFIG_NOT_YAML, SECRETS_EXPOSED, PROFILE_NOT_FOUND, each naming the place
 */
export async function loadConfig(input: LoadInput): Promise<LoadedConfig> {
  const {flags: {profile: wanted, ...flags} = {}, env, cwd, configDir} = input
  const files = configFiles(cwd, configDir)
  const project = files.project === undefined ? undefined : await readKeys(files.project)
  const user = await readKeys(files.user)
  const secrets = await readSecrets(files.secrets)
  const profiles = profilesOf(user)
  const profile = chosenProfile(profiles, wanted, env)

  const folder = projectFolder(files.project)
  const found = new Map<ConfigKey, Entry>()
  const offer = (entries: readonly Entry[]) => {
    for (const entry of entries) {
      hide(entry)
      if (!found.has(entry.key.name)) found.set(entry.key.name, absolute(entry))
    }
  }
  offer(flagEntries(flags, env, cwd))
  offer(envEntries(env, cwd))
  const bound = folder === undefined ? [] : sectionEntries(secrets, projectSection(profile, folder), aboutSecrets(files, profile, folder))
  offer(bound)
  offer(fileEntries(project?.leaves ?? [], {path: files.project ?? '', kind: 'project'}))
  const own = [
    ...sectionEntries(secrets, profileSection(profile), aboutSecrets(files, profile)),
    ...sectionEntries(user, profileSection(profile), {path: files.user, kind: 'profile', prefix: originPrefix(profile)}),
  ]
  offer(own)
  offer(vendorEntries(found.get('llm.provider')?.value ?? 'groq', found.get('llm.baseUrl')?.value, env, cwd))
  offer(defaultEntries(found, files.project, input.dataDir))
  const values = validated(found)
  const refusal = keyRefusal(found, [...bound, ...own])
  const loaded = {origins: originsOf(found), profile, profiles, files}
  return refusal ? {...loaded, values: withoutKey(values, refusal), keyRefusal: refusal} : {...loaded, values}
}

const aboutSecrets = ({secrets}: ConfigFiles, profile: string, project?: string): FileOfKeys => ({
  path: secrets,
  kind: 'secrets',
  prefix: originPrefix(profile, project),
  project,
  secretsAllowed: true,
})

/** Relative paths count from the folder of whoever named them. */
function absolute(entry: Entry): Entry {
  const {key, value, folder} = entry
  if (typeof value !== 'string') return entry
  if (key.name === 'database.url') return {...entry, value: absoluteDatabaseUrl(value, folder)}
  return key.path && value !== '' && !isAbsolute(value) ? {...entry, value: resolve(folder, value)} : entry
}

const originsOf = (found: ReadonlyMap<ConfigKey, Entry>) =>
  Object.fromEntries(configKeys.map(({name}) => [name, found.get(name)?.origin ?? byDefault])) as Record<ConfigKey, Origin>

/** Also values that lose to another source are hidden: an error may still quote them. */
function hide({key, value}: Entry): void {
  if (typeof value !== 'string') return
  if (key.secret) hideFromOutput(value)
  if (key.name !== 'database.url') return
  const {user, password} = urlLogin(value)
  if (password && password !== user) hideFromOutput(password)
}
