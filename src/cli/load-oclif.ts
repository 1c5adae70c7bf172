import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import type {HelpRequest} from './help.ts'
import {Config} from './oclif.ts'

export interface MainOptions {
  /** Load commands from the TypeScript sources instead of `dist`. */
  readonly fromSource?: boolean
}

/** There are no plugins: what stands in a `package.json` of the data folder is not ours, and must be neither read nor run. */
const withoutPlugins = {userPlugins: false, devPlugins: false}

/** The commands, topics and directories of this program, as oclif knows them. */
export async function loadOclif({fromSource = false}: MainOptions, helpOptions: HelpRequest): Promise<Config> {
  const root = packageRoot()
  const pjson = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
  if (!fromSource) return Config.load({root, ...withoutPlugins, pjson: {...pjson, oclif: {...pjson.oclif, helpOptions}}})

  // oclif would look for tsx or ts-node; Node runs our sources as they are.
  const {settings} = await import('@oclif/core/settings')
  settings.enableAutoTranspile = false
  const oclif = {...JSON.parse(JSON.stringify(pjson.oclif).replaceAll('./dist/', './')), helpClass: './src/cli/help.ts', helpOptions}
  return Config.load({root, ...withoutPlugins, ignoreManifest: true, pjson: {...pjson, oclif}})
}

/** `dist/main.js` and `src/cli/main.ts` are at different depths; package.json is what both can find. */
function packageRoot(): string {
  const marker = import.meta.url.endsWith('.ts') ? '../../package.json' : '../package.json'
  return fileURLToPath(new URL(marker.replace('package.json', ''), import.meta.url))
}
