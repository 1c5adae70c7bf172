import {dirname, join} from 'node:path'
import {sqlitePath} from './database-url.ts'
import {findKey} from './keys.ts'
import {byDefault, type Entry} from './origin.ts'
import type {ConfigKey} from './schema.ts'

/** The defaults that depend on where the command runs: a project keeps its data in itself, everything else in the data folder. */
export function defaultEntries(found: ReadonlyMap<ConfigKey, Entry>, project: string | undefined, dataDir: string): Entry[] {
  const folder = project === undefined ? dataDir : join(dirname(project), '.voicectl')
  const given = found.get('database.url')?.value
  const file = typeof given === 'string' ? sqlitePath(given) : join(folder, 'voicectl.db')
  return [entry('database.url', `sqlite:${file}`), entry('spool.dir', join(file === undefined ? folder : dirname(file), 'spool'))]
}

const entry = (name: ConfigKey, value: string): Entry => ({key: findKey(name)!, value, folder: '/', origin: byDefault})
