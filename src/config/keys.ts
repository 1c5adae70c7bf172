import {type ConfigKey, configSchema, type KeyInfo, keyInfo} from './schema.ts'

export interface Key extends KeyInfo {
  readonly name: ConfigKey
  /** `VOICECTL_LLM_API_KEY` for `llm.apiKey`. */
  readonly env: string
  /** Environment variables and typed values arrive as text. */
  readonly kind: 'text' | 'number'
  /** The allowed values, when they are a closed set. */
  readonly options?: readonly string[]
}

/** The part of a zod schema that the walk looks at. */
interface Node {
  readonly _zod: {
    readonly def: {
      readonly type: string
      readonly shape?: Readonly<Record<string, Node>>
      readonly innerType?: Node
      readonly in?: Node
      readonly entries?: Readonly<Record<string, string>>
    }
  }
}

/** Every configuration key, in the order of the schema. */
export const configKeys: readonly Key[] = walk(configSchema, [])

const byName = new Map<string, Key>(configKeys.map((key) => [key.name, key]))

export const findKey = (name: string): Key | undefined => byName.get(name)

export function envName(name: string): string {
  return `VOICECTL_${name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('.', '_')
    .toUpperCase()}`
}

function walk(node: Node, path: readonly string[]): Key[] {
  const {shape} = node._zod.def
  if (shape) return Object.entries(shape).flatMap(([name, child]) => walk(child, [...path, name]))
  const info = keyInfo.get(node as never)
  if (!info) throw new Error(`configuration key ${path.join('.')} is not described`)
  const name = path.join('.') as ConfigKey
  const {def} = innermost(node)._zod
  const options = def.entries && Object.values(def.entries)
  return [{...info, name, env: envName(name), kind: def.type === 'number' ? 'number' : 'text', ...(options && {options})}]
}

function innermost(node: Node): Node {
  const {innerType, in: input} = node._zod.def
  const next = innerType ?? input
  return next ? innermost(next) : node
}
