import {existsSync} from 'node:fs'
import {dirname, join} from 'node:path'

/** The name of the file that makes a folder a project. */
export const projectFileName = 'voicectl.yaml'

export interface ConfigFiles {
  /** The nearest `voicectl.yaml`, from the working directory upwards. */
  readonly project: string | undefined
  readonly user: string
  readonly secrets: string
}

export const configFiles = (cwd: string, configDir: string): ConfigFiles => ({
  project: findUpwards(projectFileName, cwd),
  user: userFile(configDir),
  secrets: join(configDir, 'secrets.yaml'),
})

export const userFile = (configDir: string): string => join(configDir, 'config.yaml')

export interface KnownPath {
  readonly what: 'project' | 'user' | 'secrets' | 'data'
  readonly path: string
  readonly exists: boolean
}

/** Every place the program reads or writes; without a project, the one that `init` would make here. */
export function knownPaths({
  cwd,
  configDir,
  dataDir,
}: {
  readonly cwd: string
  readonly configDir: string
  readonly dataDir: string
}): KnownPath[] {
  const {project, user, secrets} = configFiles(cwd, configDir)
  const data = project === undefined ? dataDir : join(dirname(project), '.voicectl')
  const paths = {project: project ?? join(cwd, projectFileName), user, secrets, data}
  return Object.entries(paths).map(([what, path]) => ({what: what as KnownPath['what'], path, exists: existsSync(path)}))
}

function findUpwards(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, name)
    if (existsSync(path)) return path
    if (folder === dirname(folder)) return undefined
  }
}
