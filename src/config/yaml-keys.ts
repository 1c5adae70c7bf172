/** One scalar or list of a file, with the line it stands on (from 1). */
export interface YamlLeaf {
  readonly path: readonly string[]
  readonly value: unknown
  readonly line: number
}

/** What settings are read from. */
export interface YamlKeys {
  /** The path of every key, also of groups and of keys without a value. */
  readonly keys: readonly (readonly string[])[]
  readonly leaves: readonly YamlLeaf[]
}
