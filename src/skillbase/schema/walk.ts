import type {Path} from '../issue.ts'

/** The part of a zod schema that walks look at. */
export interface SchemaNode {
  readonly _zod: {
    readonly def: {
      readonly type: string
      readonly shape?: Readonly<Record<string, SchemaNode>>
      readonly element?: SchemaNode
      readonly valueType?: SchemaNode
      readonly options?: readonly SchemaNode[]
      readonly innerType?: SchemaNode
      readonly in?: SchemaNode
      readonly entries?: Readonly<Record<string, string>>
    }
  }
}

/** Without `optional`, `default`, transformations: the schema of the value itself, as it is written. */
export function bare(node: SchemaNode): SchemaNode {
  const {innerType, in: input} = node._zod.def
  const next = innerType ?? input
  return next ? bare(next) : node
}

/** The schemas a value may have: the members of a union, else the schema itself. */
export function alternatives(node: SchemaNode): readonly SchemaNode[] {
  const {options} = bare(node)._zod.def
  return options ? options.flatMap(alternatives) : [bare(node)]
}

/** The keys that may stand in the object at `path`; none when there is no object. */
export function knownKeys(root: SchemaNode, path: Path): readonly string[] {
  let nodes = alternatives(root)
  for (const part of path) nodes = nodes.flatMap((node) => child(node, part))
  return [...new Set(nodes.flatMap(({_zod: {def}}) => Object.keys(def.shape ?? def.entries ?? {})))]
}

function child({_zod: {def}}: SchemaNode, part: string | number): readonly SchemaNode[] {
  const next = typeof part === 'number' ? def.element : (def.shape?.[part] ?? def.valueType)
  return next ? alternatives(next) : []
}
