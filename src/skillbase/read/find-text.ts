import type {Path} from '../issue.ts'

/** Where a document holds this text: as a whole, else as a part of a longer one. The first such place. */
export function findText(root: unknown, text: string): Path | undefined {
  const places = [...texts(root, [])]
  return (places.find(({value}) => value.trim() === text) ?? places.find(({value}) => value.includes(text)))?.path
}

function* texts(value: unknown, path: Path): Generator<{readonly path: Path; readonly value: string}> {
  if (typeof value === 'string') yield {path, value}
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* texts(item, [...path, Array.isArray(value) ? Number(key) : key])
}

/** What stands at a path; undefined when nothing does. */
export function valueAt(value: unknown, path: Path): unknown {
  let at = value
  for (const part of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined
    at = (at as Record<string | number, unknown>)[part]
  }
  return at
}
