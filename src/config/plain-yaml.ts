import type {YamlKeys, YamlLeaf} from './yaml-keys.ts'

/**
 * Reads the YAML that settings are nearly always written in: nested keys that are words or paths, and values on the line of
 * their key that are numbers, words or quoted text without escapes. Undefined for anything else, mistakes included, which is then for the real parser: loading that one takes a fifth of the
 * time of a command, and this gives what it would give.
 */
export function readPlainYaml(source: string): YamlKeys | undefined {
  const keys: string[][] = []
  const leaves: YamlLeaf[] = []
  const seen = new Set<string>()
  /** The groups around the current line, each with how far its keys are indented; unknown until the first one is read. */
  const groups: {path: string[]; indent: number | undefined}[] = [{path: [], indent: 0}]
  for (const [index, line] of source.split('\n').entries()) {
    if (/^ *(?:#[^\p{Cc}]*)?$/u.test(line)) continue
    const [, spaces, key, rest] = /^( *)([A-Za-z][\w-]*|\/[\w./-]*):(?: +(.*))?$/.exec(line) ?? []
    if (spaces === undefined || key === undefined || words.has(key.toLowerCase())) return undefined
    const group = groupAt(groups, spaces.length)
    const value = scalar(rest ?? '')
    if (!group || value === undefined) return undefined
    const path = [...group.path, key]
    const name = path.join(' ')
    if (seen.has(name)) return undefined
    seen.add(name)
    keys.push(path)
    if (value === null) groups.push({path, indent: undefined})
    else leaves.push({path, value, line: index + 1})
  }
  return {keys, leaves}
}

/** The group that a line of this indentation belongs to, which closes those further in; undefined when it fits none. */
function groupAt(groups: {path: string[]; indent: number | undefined}[], indent: number) {
  const inner = groups.at(-1)!
  if (inner.indent === undefined && indent > (groups.at(-2)?.indent ?? -1)) inner.indent = indent
  while (groups.length > 1 && (groups.at(-1)!.indent ?? Number.POSITIVE_INFINITY) > indent) groups.pop()
  return groups.at(-1)!.indent === indent ? groups.at(-1) : undefined
}

/** Words that YAML takes for something else than text. */
const words = new Set(['null', 'true', 'false'])

/** A value, null when there is none on the line; undefined when it is not that simple. */
function scalar(text: string): string | number | null | undefined {
  const [, value = '', comment] = /^("[^"\\\p{Cc}]*"|'[^'\p{Cc}]*'|[^\s"'#]*)(?:[ ]+(#[^\p{Cc}]*)?)?$/u.exec(text) ?? [undefined, undefined]
  if (value === '') return /^ *$/.test(text) || comment !== undefined || text.startsWith('#') ? nothing(text) : undefined
  if (value.startsWith('"') || value.startsWith("'")) return value.slice(1, -1)
  if (/^(?:0|-?[1-9]\d{0,14})$/.test(value)) return Number(value)
  // A letter, a path or a dot-slash first, and nothing in it that has a meaning in YAML: a colon only before something.
  if (!/^(?:[A-Za-z]|\/|\.\.?\/)(?:[\w./+@%=?~-]|:(?=\S))*$/.test(value) || words.has(value.toLowerCase())) return undefined
  return value
}

// Spaces only: a no-break space is text to YAML.
const nothing = (text: string): null | undefined => (/^ *(?:#[^\p{Cc}]*)?$/u.test(text) ? null : undefined)
