import type {Issue, Path, Position, RawIssue} from '../issue.ts'
import {formatPath} from '../issue.ts'
import {SkillbaseInvalid} from '../skillbase-invalid.ts'
import {compose} from './compose.ts'
import {decode} from './decode.ts'
import {documentValue} from './document-value.ts'
import {offsetOfPath} from './locate.ts'

/** A document as plain data that still knows its lines. */
export interface SourceDocument {
  /** File name, `stdin`; for messages. */
  readonly name: string
  readonly root: Readonly<Record<string, unknown>>
  readonly locate: (path: Path) => Position | undefined
  readonly placed: (issue: RawIssue) => Issue
}

/**
 * Reads YAML or JSON.
 * @throws SkillbaseInvalid when it is too large, not UTF-8, not YAML, or holds what cannot be stored
 */
export function readDocument(name: string, source: Uint8Array | string): SourceDocument {
  const text = decode(typeof source === 'string' ? new TextEncoder().encode(source) : source)
  if (typeof text !== 'string') throw refusal(name, [text])
  const composed = compose(text)
  if ('issues' in composed) throw refusal(name, composed.issues, composed.position)
  const {document, position} = composed
  const {value, issues} = documentValue(document)
  if (issues.length > 0) throw refusal(name, issues, position)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refusal(name, [value === null ? empty : notMapping])

  const locate = (path: Path) => {
    const offset = offsetOfPath(document, path)
    return offset === undefined ? undefined : position(offset)
  }
  return {
    name,
    root: value as Record<string, unknown>,
    locate,
    placed: (found) => placedAt(found, locate(found.path)),
  }
}

const refusal = (name: string, issues: readonly (RawIssue & {readonly offset?: number})[], position?: (offset: number) => Position) =>
  new SkillbaseInvalid(
    name,
    issues.map((found) => placedAt(found, found.offset === undefined ? undefined : position?.(found.offset))),
  )

export const placedAt = ({path, code, message}: RawIssue, position: Position | undefined): Issue => ({
  path: formatPath(path),
  code,
  message,
  ...position,
})

const empty: RawIssue = {path: [], code: 'EMPTY', message: {en: 'the file is empty', ru: 'файл пустой'}}
const notMapping: RawIssue = {
  path: [],
  code: 'NOT_MAPPING',
  message: {en: 'the file must consist of `key: value` pairs', ru: 'файл должен состоять из пар `ключ: значение`'},
}
