import {existsSync} from 'node:fs'
import {getVersion} from '../skillbase/get-version.ts'
import {lintParsed} from '../skillbase/lint-source.ts'
import {lint} from '../skillbase/lint/lint.ts'
import {type Finding, formatPath} from '../skillbase/issue.ts'
import {parseSkillbase} from '../skillbase/parse.ts'
import type {Skillbase} from '../skillbase/schema/skillbase.ts'
import {skillbasesToRead} from '../skillbase/skillbase-deps.ts'
import {readSource, type SourceFile} from '../skillbase/source-file.ts'
import type {Deps} from './deps.ts'

/** A skillbase named on the command line: a file, `-` for stdin, or a stored one. */
export interface NamedSkillbase {
  /** For messages: the file, or `salon version 3`. */
  readonly name: string
  readonly skillbase: Skillbase
  /** Where it would speak if it names no zone: that of its company; a file is nobody's, so that of the configuration. */
  readonly timezone: () => Promise<string>
  lint(today: string): readonly Finding[]
}

/** @param version of a stored skillbase, the newest when absent; a file has none */
export async function skillbaseArgument(word: string, version: number | undefined, deps: Deps): Promise<NamedSkillbase> {
  if (isFile(word)) {
    return fromFile(await readSource(word, process.stdin, 'this command'), async () => (await deps.config()).timezone)
  }
  const found = await getVersion(word, version, await skillbasesToRead(deps))
  return {
    name: `${found.stored.slug} version ${found.version.version}`,
    skillbase: found.skillbase,
    timezone: async () => (await deps.companyToRead()).timezone,
    lint: (today) => lint(found.skillbase, today).map(({path, ...finding}) => ({...finding, path: formatPath(path)})),
  }
}

function fromFile({name, bytes}: SourceFile, timezone: NamedSkillbase['timezone']): NamedSkillbase {
  const parsed = parseSkillbase(name, bytes)
  return {name, skillbase: parsed.skillbase, timezone, lint: (today) => [...lintParsed(parsed, today), ...parsed.warnings]}
}

/** A slug has neither slash nor dot, so a word with one of them is a path; so is any word that a file answers to. */
export const isFile = (word: string): boolean => word === '-' || /[/\\.]/.test(word) || existsSync(word)
