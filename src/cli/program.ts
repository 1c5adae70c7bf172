import {accessSync, constants} from 'node:fs'
import {basename, delimiter, join} from 'node:path'
import {templatesFolder} from '../templates-folder.ts'

/** What the words that start this program depend on. */
export interface Started {
  readonly env: NodeJS.ProcessEnv
  /** The script that runs. */
  readonly script: string
}

const now = (): Started => ({env: process.env, script: process.argv[1] ?? ''})

/**
 * The words to type to run this program again: `voicectl` when the shell finds it, `npx voicectl` for whoever came by npx, else the path of
 * its script.
 *
 * @param elsewhere they will be typed outside the checkout, where npx would look for a package of this name
 */
export function program(elsewhere = false, {env, script}: Started = now()): string {
  // npx puts its own folders on the PATH of what it runs, so a look there would promise too much.
  if (env['npm_command'] === 'exec') return elsewhere ? `npx --prefix ${quoted(join(templatesFolder(), '..'))} voicectl` : 'npx voicectl'
  const isOurs = ['run.js', 'dev.js'].includes(basename(script))
  return !isOurs || isOnPath('voicectl', env['PATH'] ?? '') ? 'voicectl' : quoted(script)
}

const isOnPath = (name: string, path: string): boolean =>
  path.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })

/** A word as a shell takes it. */
export const quoted = (word: string): string =>
  /^[\p{L}\p{N}_@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
