import {AppError} from '../errors.ts'
import {configFiles, projectFileName} from './files.ts'
import {profileSection, projectFolder, projectSection} from './project-secrets.ts'
import {readKeys} from './read-yaml.ts'
import {chosenProfile, profilesOf} from './user-file.ts'

export type Scope = 'project' | 'user'

/** Where the files are, and which profile is meant; a broken configuration must not stop anyone from mending it. */
export interface EditPlace {
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
  readonly configDir: string
  readonly profile?: string | undefined
  /** Without it: the project file when there is one, else the user's. */
  readonly scope?: Scope | undefined
  /** Told when somebody else is editing the file and is waited for. */
  readonly onWait?: (() => void) | undefined
}

export interface Edited {
  readonly key: string
  /** The file that was written. */
  readonly file: string
  readonly profile?: string
  /** The folder of the project that a secret is for, when it is for one alone. */
  readonly project?: string
}

/** A file that a value can be written to or removed from. */
export interface Target {
  readonly file: string
  readonly secret: boolean
  readonly prefix: readonly string[]
  readonly profile?: string
  readonly project?: string
}

/** Every place that `scope` covers, the one that wins first. @throws AppError PROJECT_NOT_FOUND */
export async function targetsOf({env, cwd, configDir, profile: wanted, scope}: EditPlace): Promise<readonly Target[]> {
  const files = configFiles(cwd, configDir)
  const folder = scope === 'user' ? undefined : projectFolder(files.project)
  const project = folder === undefined ? [] : [{file: files.project!, secret: false, prefix: []}]
  if (scope === 'project' && project.length === 0) throw noProject(cwd)
  if (scope === 'project') return project
  const profile = chosenProfile(profilesOf(await readKeys(files.user)), wanted, env)
  const secrets = {file: files.secrets, secret: true, profile}
  const bound = folder === undefined ? [] : [{...secrets, prefix: projectSection(profile, folder), project: folder}]
  const prefix = profileSection(profile)
  return [...bound, ...project, {...secrets, prefix}, {file: files.user, secret: false, profile, prefix}]
}

export const edited = (key: string, {file, profile, project}: Target): Edited => ({
  key,
  file,
  ...(profile !== undefined && {profile}),
  ...(project !== undefined && {project}),
})

const noProject = (cwd: string) =>
  new AppError(
    'PROJECT_NOT_FOUND',
    {en: `There is no ${projectFileName} in ${cwd} or above it.`, ru: `Нет файла ${projectFileName} ни в ${cwd}, ни выше.`},
    {
      exit: 'notFound',
      hint: {en: 'Make a project with `voicectl init`, or use `--user`.', ru: 'Создайте проект: `voicectl init`, или укажите `--user`.'},
    },
  )
