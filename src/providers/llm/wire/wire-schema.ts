import type {JsonSchema} from '../port.ts'
import {isRecord} from './structure.ts'

/** Keywords that constrained decoders refuse with a 400 (Groq: `minItems is not supported`). The caller validates them anyway. */
const refused = new Set([
  '$schema',
  '$id',
  '$comment',
  'default',
  'examples',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
])

const known = new WeakMap<JsonSchema, JsonSchema>()

/** The schema as it goes over the wire: without value limits. The same object is converted once. */
export function wireSchema(schema: JsonSchema): JsonSchema {
  const made = known.get(schema) ?? strip(schema)
  known.set(schema, made)
  return made
}

function strip(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => !refused.has(keyword))
      .map(([keyword, value]) => [keyword, inner(keyword, value)]),
  )
}

function inner(keyword: string, value: unknown): unknown {
  // Under these keywords the names are the caller's: a field may well be called `format`.
  if (keyword === 'properties' || keyword === '$defs' || keyword === 'definitions') {
    return isRecord(value)
      ? Object.fromEntries(Object.entries(value).map(([name, child]) => [name, isRecord(child) ? strip(child) : child]))
      : value
  }
  if (keyword === 'enum' || keyword === 'const' || keyword === 'required') return value
  if (Array.isArray(value)) return value.map((item: unknown) => (isRecord(item) ? strip(item) : item))
  return isRecord(value) ? strip(value) : value
}
