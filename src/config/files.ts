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
  user: join(configDir, 'config.yaml'),
  secrets: join(configDir, 'secrets.yaml'),
})

function findUpwards(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, name)
    if (existsSync(path)) return path
    if (folder === dirname(folder)) return undefined
  }
}
