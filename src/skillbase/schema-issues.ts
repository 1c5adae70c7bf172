import type {z} from 'zod'
import {closest} from '../closest.ts'
import {issue, type Path, type RawIssue} from './issue.ts'
import {both, either, type Requirement, requirement, shown} from './requirement.ts'
import {valueAt} from './read/find-text.ts'
import {knownKeys, type SchemaNode} from './schema/walk.ts'

type ZodIssue = z.core.$ZodIssue

/** What a schema found wrong, as sentences. `value` is what was checked, `schema` what it was checked against. */
export function schemaIssues(found: readonly ZodIssue[], value: unknown, schema: SchemaNode): RawIssue[] {
  const issues = found.flatMap((one) => explain(one, [], value, schema))
  // A refinement runs although a key was already refused; its complaint is an echo.
  const places = new Set(issues.filter(({code}) => code === 'UNKNOWN_KEY').map(({path}) => JSON.stringify(path.slice(0, -1))))
  const own = issues.filter(({code, path}) => code !== 'INVALID_VALUE' || !places.has(JSON.stringify(path)))
  // A misspelt key explains what is missing, so it is told first.
  return own.toSorted((a, b) => Number(b.code === 'UNKNOWN_KEY') - Number(a.code === 'UNKNOWN_KEY'))
}

function explain(found: ZodIssue, prefix: Path, value: unknown, schema: SchemaNode): RawIssue[] {
  const path = [...prefix, ...(found.path as (string | number)[])]
  const given = valueAt(value, path)
  switch (found.code) {
    case 'unrecognized_keys':
      return found.keys.map((key) => unknownKey([...path, key], knownKeys(schema, path), schema))
    case 'invalid_key':
      return [invalid(path, {must: requirement(found.issues[0]!)}, path.at(-1))]
    case 'invalid_union':
      return explainUnion(found, path, value, schema)
    default:
      if (given === undefined && found.code !== 'custom') return [missing(path)]
      return [invalid(path, {must: requirement(found)}, given, found.code === 'invalid_value' ? found.values : [])]
  }
}

/** Of the alternatives, the one that the author seems to have meant is explained. */
function explainUnion(found: Extract<ZodIssue, {code: 'invalid_union'}>, path: Path, value: unknown, schema: SchemaNode): RawIssue[] {
  const given = valueAt(value, path)
  if (found.errors.length === 0) {
    const names = knownValues(found)
    return [given === undefined ? missing(path) : invalid(path, {must: either(names)}, given, names)]
  }
  if (given === undefined) return [missing(path)]
  const branches = found.errors.toSorted((a, b) => distance(a) - distance(b))
  const [best] = branches
  if (best && distance(best) < wrongKind) return best.flatMap((one) => explain(one, path, value, schema))
  const musts = branches.flatMap((branch) => branch.filter((one) => one.path.length === 0).map(requirement))
  const values = branches.flatMap((branch) => branch.flatMap((one) => (one.code === 'invalid_value' ? one.values : [])))
  return [invalid(path, {must: both(musts)}, given, values)]
}

const wrongKind = 1000

/** How far the value is from what a branch wants: another kind of value is farthest, then another `type:`, then the number of issues. */
function distance(issues: readonly ZodIssue[]): number {
  const kind = issues.some((one) => one.path.length === 0 && one.code !== 'unrecognized_keys' && one.code !== 'custom')
  const tag = issues.some((one) => one.code === 'invalid_value' && one.path.length > 0 && one.values.length === 1)
  return (kind ? wrongKind : 0) + (tag ? 100 : 0) + issues.length
}

const knownValues = (found: object): string[] => ('options' in found && Array.isArray(found.options) ? found.options.map(String) : [])

function unknownKey(path: Path, known: readonly string[], schema: SchemaNode): RawIssue {
  const name = String(path.at(-1))
  const guess = closest(name, known)
  const elsewhere = guess === undefined && path.length === 1 && knownKeys(schema, ['flow']).includes(name) ? `flow.${name}` : undefined
  const meant = guess ?? elsewhere
  return issue(
    path,
    'UNKNOWN_KEY',
    `there is no key "${name}" here${meant ? `; did you mean ${meant}?` : known.length > 0 && known.length <= 12 ? `; known are ${known.join(', ')}` : ''}`,
    `здесь нет ключа «${name}»${meant ? `; может быть, ${meant}?` : known.length > 0 && known.length <= 12 ? `; есть ${known.join(', ')}` : ''}`,
  )
}

const missing = (path: Path): RawIssue => issue(path, 'MISSING_KEY', 'is missing', 'не указано')

function invalid(path: Path, {must}: {readonly must: Requirement}, given: unknown, values: readonly unknown[] = []): RawIssue {
  if (must.whole) return {path, code: 'INVALID_VALUE', message: must}
  const guess = typeof given === 'string' ? closest(given, values.map(String)) : undefined
  return issue(
    path,
    'INVALID_VALUE',
    `must be ${must.en}, not ${shown(given).en}${guess ? `; did you mean ${guess}?` : ''}`,
    `ожидается ${must.ru}, указано ${shown(given).ru}${guess ? `; может быть, ${guess}?` : ''}`,
  )
}
