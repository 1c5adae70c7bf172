import {AppError} from '../errors.ts'
import {configFiles, projectFileName} from './files.ts'
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
}

/** A file that a value can be written to or removed from. */
export interface Target {
  readonly file: string
  readonly secret: boolean
  readonly prefix: readonly string[]
  readonly profile?: string
}

/** Every file that `scope` covers. @throws AppError PROJECT_NOT_FOUND */
export async function targetsOf({env, cwd, configDir, profile: wanted, scope}: EditPlace): Promise<readonly Target[]> {
  const files = configFiles(cwd, configDir)
  const project = files.project === undefined || scope === 'user' ? [] : [{file: files.project, secret: false, prefix: []}]
  if (scope === 'project' && project.length === 0) throw noProject(cwd)
  if (scope === 'project') return project
  const profile = chosenProfile(profilesOf(await readKeys(files.user)), wanted, env)
  const own = {prefix: ['profiles', profile], profile}
  return [...project, {...own, file: files.secrets, secret: true}, {...own, file: files.user, secret: false}]
}

export const edited = (key: string, {file, profile}: Target): Edited => ({key, file, ...(profile !== undefined && {profile})})

const noProject = (cwd: string) =>
  new AppError(
    'PROJECT_NOT_FOUND',
    {en: `There is no ${projectFileName} in ${cwd} or above it.`, ru: `Нет файла ${projectFileName} ни в ${cwd}, ни выше.`},
    {
      exit: 'notFound',
      hint: {en: 'Make a project with `voicectl init`, or use `--user`.', ru: 'Создайте проект: `voicectl init`, или укажите `--user`.'},
    },
  )
