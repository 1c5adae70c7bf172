import {isAlias, isMap, isScalar, isSeq, type Document} from 'yaml'
import type {Path} from '../issue.ts'

/** Where in the text a path stands: the offset of its key, or of the nearest part of the path that the document has. */
export function offsetOfPath(document: Document.Parsed, path: Path): number | undefined {
  let node: unknown = document.contents
  let offset = startOf(node)
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(document)
    if (isMap(node)) {
      const pair = node.items.find(({key}) => isScalar(key) && key.value === part)
      if (!pair) return offset
      offset = startOf(pair.key) ?? offset
      node = pair.value
    } else if (isSeq(node) && typeof part === 'number') {
      node = node.items[part]
      offset = startOf(node) ?? offset
    } else return offset
  }
  return offset
}

const startOf = (node: unknown): number | undefined => (node as {range?: readonly number[] | null} | null)?.range?.[0]
