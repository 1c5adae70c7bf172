import {type Finding, issue, type Issue, type Path, type RawIssue} from './issue.ts'
import {detectFormat, type SourceFormat} from './formats.ts'
import {normalize, slugOfId} from './normalize.ts'
import {findText, valueAt} from './read/find-text.ts'
import {placedAt, readDocument, type SourceDocument} from './read/read-document.ts'
import type {Language} from './schema/primitives.ts'
import {type Skillbase, skillbaseSchemaId} from './schema/skillbase.ts'
import {SkillbaseInvalid} from './skillbase-invalid.ts'
import {upgrade} from './upgrade/upgrade.ts'
import {validate} from './validate.ts'

export interface ParsedSkillbase {
  readonly skillbase: Skillbase
  readonly format: SourceFormat
  /** What an older format could not carry over, one for each lossy step. */
  readonly warnings: readonly Finding[]
  /** Tells where in the file something of the skillbase stands; in an older format it knows the lines of texts only. */
  readonly place: (issue: RawIssue) => Issue
}

export interface ReadingOptions {
  /** What the bot of a brief is to speak, whatever the brief says. */
  readonly briefLanguage?: Language | undefined
}

/**
 * Reads a skillbase, a bare flow or one of the older formats, in YAML or JSON.
 *
 * @param name what to call the document in messages: a file name, `stdin`
 * @throws SkillbaseInvalid with every issue found, each with its path and line
 */
export function parseSkillbase(name: string, source: Uint8Array | string, {briefLanguage}: ReadingOptions = {}): ParsedSkillbase {
  const document = readDocument(name, source)
  const detected = detectFormat(document.root)
  if ('issue' in detected) throw new SkillbaseInvalid(name, [document.placed(detected.issue)])
  switch (detected.format) {
    case 'skillbase':
      return parsed(document, detected.format, document.root, [], [])
    case 'flow':
      return parsed(document, detected.format, {schema: skillbaseSchemaId, flow: document.root}, ['flow'], [])
    default: {
      const spoken = detected.format === 'simple' && briefLanguage && {language: briefLanguage}
      const {skillbase, warnings, errors} = upgrade(detected.format, spoken ? {...(document.root as object), ...spoken} : document.root)
      if (errors.length > 0) throw new SkillbaseInvalid(name, errors.map(document.placed))
      return parsed(document, detected.format, skillbase, undefined, warnings)
    }
  }
}

/** @param prefix where the document stands in the skillbase; undefined when the two have nothing in common */
function parsed(
  document: SourceDocument,
  format: SourceFormat,
  value: unknown,
  prefix: Path | undefined,
  lossy: readonly RawIssue[],
): ParsedSkillbase {
  const place = (found: RawIssue) => {
    const inFile = prefix?.every((part, index) => found.path[index] === part)
    if (inFile) return document.placed({...found, path: found.path.slice(prefix!.length)})
    // An older format has other paths, but what it said is still what it said.
    const text = valueAt(value, found.path)
    const there = typeof text === 'string' && text !== '' ? findText(document.root, text) : undefined
    return placedAt(found, there && document.locate(there))
  }
  const result = validate(value)
  if ('issues' in result) throw new SkillbaseInvalid(document.name, result.issues.map(place))
  const {slug, flow} = result.skillbase
  const renamed = slug === undefined && flow.id !== undefined ? otherSlug(flow.id) : []
  return {
    skillbase: normalize(result.skillbase, baseName(document.name)),
    format,
    warnings: [...lossy.map(document.placed), ...renamed.map(place)].map((found) => ({severity: 'warning', ...found})),
    place,
  }
}

/** Somebody will look for it under the name in the file. */
function otherSlug(id: string): RawIssue[] {
  const slug = slugOfId(id)
  return slug === id
    ? []
    : [
        issue(
          ['flow', 'id'],
          'SLUG_CHANGED',
          `"${id}" is no slug; it is stored as "${slug}"`,
          `«${id}» — не слаг, хранится под именем «${slug}»`,
        ),
      ]
}

const baseName = (name: string): string | undefined => /([^/\\]+?)(?:\.(?:ya?ml|json))$/i.exec(name)?.[1]
