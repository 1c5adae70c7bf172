import {accessSync, constants, existsSync, realpathSync} from 'node:fs'
import {basename, delimiter, dirname, join, resolve} from 'node:path'
import {type ContextFlags, contextFlags, inContext} from './context-flags.ts'
import {templatesFolder} from '../templates-folder.ts'

/** What the words that start this program depend on. */
export interface Started {
  readonly env: NodeJS.ProcessEnv
  /** The script that runs, as the system named it. */
  readonly script: string
  /** The Node that runs it. */
  readonly node: string
  /** The folder of this package. */
  readonly root: string
}

const now = (): Started => ({
  env: process.env,
  script: process.argv[1] ?? '',
  node: process.execPath,
  root: resolve(templatesFolder(), '..'),
})

/**
 * The words to type to run this program again, in the shell that it was started from: `voicectl` when that shell finds it, `npx voicectl` when
 * npx does, else this Node and this script by their full paths. Those work anywhere: a checkout brings a Node that no shell outside it finds.
 *
 * @param folder where they will be typed; the current one when absent
 */
export function program(folder?: string, started: Started = now()): string {
  const {env, script} = started
  if (env['npm_command'] === 'exec') return npxFinds(folder ?? process.cwd(), started) ? 'npx voicectl' : byPath(started)
  // What npm puts on the PATH of a script is not on that of the shell.
  if (env['npm_command'] !== undefined) return byPath(started)
  const found = onPath('voicectl', env)
  switch (basename(script)) {
    case 'voicectl':
      return found ? 'voicectl' : byPath(started)
    case 'run.js':
    case 'dev.js':
      if (!isShellsNode(started)) return byPath(started)
      return found ? 'voicectl' : quoted(script)
    default:
      return 'voicectl'
  }
}

const named = /`voicectl((?: [^`]*)?)`/g

/**
 * What a sentence tells to type, in the one form in which it can be typed here, as `program` gives it, and so that it works where the command that
 * tells it has worked.
 */
export function typeable(text: string, started: Started = now(), context: ContextFlags = contextFlags()): string {
  // Looked for only where it is needed: nearly every text names no command.
  if (text.search(named) === -1) return text
  const typed = program(undefined, started)
  return text.replaceAll(named, (_, rest: string) => `\`${typed}${inContext(rest, context, quoted)}\``)
}

function byPath({node, script, root}: Started): string {
  const file = basename(script) === 'dev.js' ? 'dev.js' : 'run.js'
  return `${quoted(node)} ${quoted(join(root, 'bin', file))}`
}

/**
 * Whether npx runs this very package from a folder. It looks in the nearest folder upwards that has a package or installed packages; when it fetched
 * this one from the registry, it will do so again. Elsewhere it would fetch whatever has this name there.
 */
function npxFinds(folder: string, {env, root}: Started): boolean {
  if (/[/\\]_npx[/\\]/.test(root)) return true
  const own = env['npm_config_local_prefix']
  const nearest = packageFolder(resolve(folder))
  return own !== undefined && nearest !== undefined && realpath(nearest) === realpath(own)
}

function packageFolder(folder: string): string | undefined {
  if (['package.json', 'node_modules'].some((name) => existsSync(join(folder, name)))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : packageFolder(parent)
}

/** Whether the `#!` line of a script would start it with the Node that runs now. */
function isShellsNode({env, node}: Started): boolean {
  const found = onPath('node', env)
  return found !== undefined && realpath(found) === realpath(node)
}

const onPath = (name: string, env: NodeJS.ProcessEnv): string | undefined =>
  (env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK)
        return true
      } catch {
        return false
      }
    })

const realpath = (path: string): string => (existsSync(path) ? realpathSync(path) : path)

/** A word as a shell takes it. */
export const quoted = (word: string): string =>
  /^[\p{L}\p{N}_@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
