import {createHash} from 'node:crypto'
import type {Path} from './issue.ts'
import {minimal} from './minimal.ts'
import type {Skillbase} from './schema/skillbase.ts'

/**
 * sha256 of what a skillbase says, lower-case hex. The same for two files that differ only in the order of keys, in comments, in
 * defaults spelled out or in the slug; states, fields and intents are ordered, so their order counts.
 */
export function fingerprint(skillbase: Skillbase): string {
  return createHash('sha256').update(canonicalText(skillbase)).digest('hex')
}

/** JSON with sorted keys; ordered maps become lists of pairs. */
export function canonicalText(skillbase: Skillbase): string {
  const {slug: _, ...content} = minimal(skillbase)
  return JSON.stringify(sorted(content, []))
}

const ordered = new Set(['flow.states', 'flow.fields', 'flow.intents'])

function sorted(value: unknown, path: Path): unknown {
  if (Array.isArray(value)) return value.map((item, index) => sorted(item, [...path, index]))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, item]) => [key, sorted(item, [...path, key])] as const)
  if (ordered.has(path.join('.'))) return entries
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
