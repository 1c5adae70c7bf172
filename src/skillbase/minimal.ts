import {isDeepStrictEqual} from 'node:util'
import {alternatives, type SchemaNode} from './schema/walk.ts'
import {type Skillbase, skillbase as schema} from './schema/skillbase.ts'

export type PlainObject = Readonly<Record<string, unknown>>

/**
 * A skillbase without what the schema would add again by itself, keys in the order of the schema: the form people read, compare and
 * keep in files. Parsing it gives the same skillbase.
 */
export function minimal(skillbase: Skillbase): PlainObject {
  return (prune(schema, skillbase) ?? {}) as PlainObject
}

interface Checkable extends SchemaNode {
  safeParse(value: unknown): {readonly success: boolean; readonly data?: unknown}
}

function prune(node: SchemaNode, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const {def} = matching(node, value)._zod
  if (Array.isArray(value)) return def.element ? value.map((item) => prune(def.element!, item)) : value
  const object = value as PlainObject
  if (def.shape) {
    return Object.fromEntries(
      Object.entries(def.shape)
        .filter(([key, child]) => object[key] !== undefined && !isDeepStrictEqual(object[key], defaultOf(child)))
        .map(([key, child]) => [key, prune(child, object[key])]),
    )
  }
  const {valueType} = def
  return valueType ? Object.fromEntries(Object.entries(object).map(([key, item]) => [key, prune(valueType, item)])) : value
}

/** Of a union's members the one that this value is of. */
function matching(node: SchemaNode, value: unknown): SchemaNode {
  const members = alternatives(node)
  if (members.length === 1) return members[0]!
  return members.find((member) => (member as Checkable).safeParse(value).success) ?? members[0]!
}

const defaults = new WeakMap<SchemaNode, unknown>()

/** What the schema puts where nothing is given; computed once. */
function defaultOf(node: SchemaNode): unknown {
  if (!defaults.has(node)) {
    const {success, data} = (node as Checkable).safeParse(undefined)
    defaults.set(node, success ? data : undefined)
  }
  return defaults.get(node)
}
