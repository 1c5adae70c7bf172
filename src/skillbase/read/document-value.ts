import {isAlias, isMap, isScalar, isSeq, type Document, type YAMLMap} from 'yaml'
import {issue, type Path, type RawIssue} from '../issue.ts'
import {type PlacedIssue, tooDeep} from './compose.ts'

const maxDepth = 24
/** Aliases multiply: three lines of them can stand for a billion values. */
const maxValues = 100_000
const maxIssues = 20

export interface DocumentValue {
  readonly value: unknown
  readonly issues: readonly PlacedIssue[]
}

/** The document as plain data: keys are text, no key twice, nothing that JSON or a database could not keep. */
export function documentValue(document: Document.Parsed): DocumentValue {
  const issues: PlacedIssue[] = []
  const anchors = new Map<string, unknown>()
  const open = new Set<unknown>()
  let values = 0

  const report = (found: RawIssue, node: unknown) => {
    const offset = offsetOf(node)
    if (issues.length < maxIssues) issues.push({...found, ...(offset !== undefined && {offset})})
  }

  const walk = (node: unknown, path: Path): unknown => {
    if (++values > maxValues) throw new Stop({...tooMany, ...placed(node)})
    if (path.length > maxDepth || open.has(node)) throw new Stop({...(open.has(node) ? circular : tooDeep), ...placed(node)})
    if (isAlias(node)) {
      if (anchors.has(node.source)) return walk(anchors.get(node.source), path)
      report({...noAnchor, path}, node)
      return null
    }
    const {anchor} = (node ?? {}) as {anchor?: string}
    if (anchor) anchors.set(anchor, node)
    if (isScalar(node)) return scalar(node.value, path, node)
    if (isSeq(node)) return nested(node, () => node.items.map((item, index) => walk(item, [...path, index])))
    if (isMap(node)) return nested(node, () => mapping(node, path))
    return null
  }

  const nested = <Value>(node: unknown, read: () => Value): Value => {
    open.add(node)
    const value = read()
    open.delete(node)
    return value
  }

  const mapping = (node: YAMLMap, path: Path): Record<string, unknown> => {
    const object: Record<string, unknown> = {}
    for (const {key, value} of node.items) {
      const name = isScalar(key) ? key.value : undefined
      if (typeof name !== 'string') report(keyNotText(path), key ?? node)
      else if (reservedNames.has(name)) report(reserved(path, name), key)
      else if (Object.hasOwn(object, name)) report(twice(path, name), key)
      else object[name] = walk(value, [...path, name])
    }
    return object
  }

  const scalar = (value: unknown, path: Path, node: unknown): unknown => {
    if (typeof value === 'string' && (!value.isWellFormed() || value.includes('\0'))) report(badText(path), node)
    else if (typeof value === 'number' && !Number.isFinite(value)) report(badNumber(path), node)
    else if (typeof value === 'bigint') report(badNumber(path), node)
    return value
  }

  try {
    return {value: walk(document.contents, []), issues}
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return {value: undefined, issues: [error.reason]}
  }
}

/** Names that every JavaScript object already answers to; as names of states or fields they would be found without being there. */
const reservedNames: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype'])

class Stop extends Error {
  readonly reason: PlacedIssue
  constructor(reason: PlacedIssue) {
    super()
    this.reason = reason
  }
}

const offsetOf = (node: unknown): number | undefined => (node as {range?: readonly number[] | null} | null)?.range?.[0]
const placed = (node: unknown) => {
  const offset = offsetOf(node)
  return offset === undefined ? {} : {offset}
}

const tooMany = issue(
  [],
  'YAML_ALIAS',
  'its aliases stand for more than 100 000 values',
  'ссылки (`*имя`) разворачиваются больше чем в 100 000 значений',
)
const circular = issue(
  [],
  'YAML_ALIAS',
  'an alias stands inside the value it refers to',
  'ссылка стоит внутри значения, на которое указывает',
)
const noAnchor = issue([], 'YAML_ALIAS', 'there is no anchor of this name above', 'выше нет якоря с таким именем')
const keyNotText = (path: Path) =>
  issue(path, 'KEY_NOT_TEXT', 'keys must be text; put this one in quotes', 'ключи должны быть текстом, возьмите этот в кавычки')
const reserved = (path: Path, name: string) =>
  issue([...path, name], 'RESERVED_KEY', `"${name}" cannot be used as a name`, `имя «${name}» использовать нельзя`)
const twice = (path: Path, name: string) => issue([...path, name], 'DUPLICATE_KEY', `"${name}" is given twice`, `«${name}» указано дважды`)
const badText = (path: Path) =>
  issue(path, 'BAD_TEXT', 'the text holds a character that cannot be stored', 'в тексте есть знак, который нельзя сохранить')
const badNumber = (path: Path) =>
  issue(path, 'BAD_NUMBER', 'this number cannot be stored; put it in quotes', 'это число нельзя сохранить, возьмите его в кавычки')
