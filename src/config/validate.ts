import {invalidValue} from './issue-text.ts'
import {configKeys} from './keys.ts'
import type {Entry} from './origin.ts'
import {type Config, type ConfigKey, configSchema} from './schema.ts'

/** The schema sees one object, whatever the sources; an issue is told with the source of the value. */
export function validated(found: ReadonlyMap<ConfigKey, Entry>): Config {
  const parsed = configSchema.safeParse(tree(found))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const entry = issue && found.get(issue.path.join('.') as ConfigKey)
  throw issue && entry ? invalidValue(issue, entry) : parsed.error
}

/** Judges one value alone. @throws AppError CONFIG_INVALID */
export function checkEntry(entry: Entry): void {
  const {error} = configSchema.safeParse(tree(new Map([[entry.key.name, entry]])))
  const issue = error?.issues.find(({path}) => path.join('.') === entry.key.name)
  if (issue) throw invalidValue(issue, entry)
}

function tree(found: ReadonlyMap<ConfigKey, Entry>): Record<string, unknown> {
  const root: Record<string, unknown> = {}
  for (const {name} of configKeys) {
    const [section, member] = name.split('.') as [string, string?]
    const value = found.get(name)?.value
    const place = member === undefined ? root : ((root[section] ??= {}) as Record<string, unknown>)
    if (value !== undefined) place[member ?? section] = value
  }
  return root
}
