import type {JsonSchema} from '../port.ts'

/**
 * Looks whether a parsed answer has the outline of a JSON Schema: types, required properties, enums, items, unions. Enough to tell a usable
 * answer from prose in braces; ranges, patterns and the rest are for the caller's own validation.
 *
 * @returns the first difference, as `$.fields[2].name: string expected`, or undefined
 */
export function structureProblem(value: unknown, schema: JsonSchema, path = '$', root = schema): string | undefined {
  const resolved = resolve(schema, root)
  const {enum: options, const: only, properties, required, items} = resolved
  const union = (resolved['anyOf'] ?? resolved['oneOf']) as JsonSchema[] | undefined
  if (union) {
    const problems = union.map((variant) => structureProblem(value, variant, path, root))
    if (!problems.includes(undefined)) return problems.length === 1 ? problems[0] : `${path}: fits no variant`
  }
  const types = resolved['type'] === undefined ? [] : [resolved['type']].flat()
  if (types.length > 0 && !types.some((type) => isOfType(value, type))) return `${path}: ${types.join(' or ')} expected`
  if (Array.isArray(options) && !options.includes(value)) return `${path}: not one of the allowed values`
  if ('const' in resolved && only !== value) return `${path}: not the fixed value`
  if (Array.isArray(value) && items && typeof items === 'object') {
    return firstProblem(value.entries(), ([index, item]) => structureProblem(item, items as JsonSchema, `${path}[${index}]`, root))
  }
  if (!isRecord(value)) return undefined
  const missing = Array.isArray(required) ? required.find((name) => !Object.hasOwn(value, String(name))) : undefined
  if (missing !== undefined) return `${path}.${missing}: missing`
  return firstProblem(Object.entries(isRecord(properties) ? properties : {}), ([name, child]) =>
    Object.hasOwn(value, name) ? structureProblem(value[name], child as JsonSchema, `${path}.${name}`, root) : undefined,
  )
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function firstProblem<Item>(items: Iterable<Item>, problem: (item: Item) => string | undefined): string | undefined {
  for (const item of items) {
    const found = problem(item)
    if (found !== undefined) return found
  }
  return undefined
}

function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const {$ref: ref} = schema
  if (typeof ref !== 'string') return schema
  if (ref === '#') return root
  const target = ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((node, name) => (isRecord(node) ? node[name] : undefined), root)
  // An outside reference cannot be followed here: no opinion.
  return isRecord(target) ? target : {}
}

function isOfType(value: unknown, type: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isRecord(value)
    case 'integer':
      return Number.isInteger(value)
    default:
      // oxlint-disable-next-line valid-typeof -- string, number and boolean are the same words in both worlds
      return typeof value === type
  }
}
