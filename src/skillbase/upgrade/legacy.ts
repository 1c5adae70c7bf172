import {closest} from '../../closest.ts'
import {isObject} from '../formats.ts'
import {issue, type Path, type RawIssue} from '../issue.ts'

/** An object of an older document, with its place; what nobody asked for is reported as left out. */
export interface LegacyObject {
  readonly path: Path
  readonly keys: readonly string[]
  has(key: string): boolean
  raw(key: string): unknown
  text(key: string): string | undefined
  number(key: string): number | undefined
  flag(key: string): boolean | undefined
  /** Non-empty texts of a list; a single text counts as a list of one. */
  texts(key: string): string[]
  object(key: string): LegacyObject
  /** Objects of a list. */
  objects(key: string): LegacyObject[]
  /** Says what was not read. Call it last. */
  leftOver(): void
}

/** Collects what an upgrade has to say: `lossy` once for each thing that could not be carried over, `refuse` when there is no way. */
export interface Report {
  lossy(path: Path, en: string, ru: string): void
  refuse(issue: RawIssue): void
}

export function legacyObject(value: unknown, path: Path, report: Report): LegacyObject {
  const object = isObject(value) ? value : {}
  if (value !== undefined && value !== null && !isObject(value))
    report.refuse(issue(path, 'INVALID_VALUE', 'must be an object', 'ожидается объект'))
  const read = new Set<string>()
  const raw = (key: string): unknown => {
    read.add(key)
    return Object.hasOwn(object, key) ? (object[key] ?? undefined) : undefined
  }
  const list = (key: string): readonly unknown[] => {
    const given = raw(key)
    if (given === undefined) return []
    return Array.isArray(given) ? given : [given]
  }
  const told = new Set<string>()
  /** What stands there is of another kind than anybody asks for: said once, however often it is read. */
  const misread = (at: Path, en: string, ru: string): void => {
    const place = at.join('\n')
    if (!told.has(place)) report.lossy(at, `is not ${en} and was left out`, `${ru}, пропущено`)
    told.add(place)
  }
  const readAs = <Value>(key: string, read: (value: unknown) => Value | undefined, en: string, ru: string): Value | undefined => {
    const given = raw(key)
    const value = read(given)
    if (value === undefined && !isNothing(given)) misread([...path, key], en, ru)
    return value
  }
  const keys = Object.keys(object)
  return {
    path,
    keys,
    raw,
    has: (key) => raw(key) !== undefined,
    text: (key) => readAs(key, asText, 'text', 'не текст'),
    number: (key) => readAs(key, asNumber, 'a number', 'не число'),
    flag: (key) => readAs(key, asFlag, 'true or false', 'не true и не false'),
    texts: (key) =>
      list(key).flatMap((item, index) => {
        const text = asText(item)
        if (text === undefined && !isNothing(item))
          misread(Array.isArray(raw(key)) ? [...path, key, index] : [...path, key], 'text', 'не текст')
        return text ?? []
      }),
    object: (key) => legacyObject(raw(key), [...path, key], report),
    objects: (key) =>
      list(key).map((item, index) => legacyObject(item, Array.isArray(raw(key)) ? [...path, key, index] : [...path, key], report)),
    leftOver() {
      const known = [...read]
      for (const key of keys.filter((one) => !read.has(one) && object[one] !== null)) {
        const meant = closest(key, known)
        read.add(key)
        report.lossy(
          [...path, key],
          `"${key}" is not known here and was left out${meant ? `; did you mean ${meant}?` : ''}`,
          `«${key}» здесь неизвестно и пропущено${meant ? `; может быть, ${meant}?` : ''}`,
        )
      }
    },
  }
}

/** Says nothing, so nothing is lost with it. */
const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (typeof value === 'object' && Object.keys(value).length === 0)

export function asText(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function asNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

function asFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (value === 'true') return true
  return value === 'false' ? false : undefined
}
