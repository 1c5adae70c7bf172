import {dirname, resolve} from 'node:path'
import type {RawIssue} from '../../skillbase/issue.ts'
import {type SourceDocument, readDocument} from '../../skillbase/read/read-document.ts'
import {schemaIssues} from '../../skillbase/schema-issues.ts'
import {SkillbaseInvalid} from '../../skillbase/skillbase-invalid.ts'
import {worded} from './worded.ts'
import {type Setting as GivenSetting, type TestFileInput, testFile} from './schema.ts'
import type {BotSource, Setting, TestCase, TestFile} from './test-file.ts'
import {TestFileInvalid} from './test-file-invalid.ts'

export interface ReadTestFile {
  readonly file: TestFile
  readonly document: SourceDocument
}

/**
 * @param name what to call the file in messages
 * @param path where it is; the scenario it names counts from its folder
 * @throws TestFileInvalid with every issue, each with its path and line
 */
export function readTestFile(name: string, path: string, source: Uint8Array | string): ReadTestFile {
  const document = documentOf(name, source)
  const parsed = testFile.safeParse(document.root)
  const issues = parsed.success ? sameNames(parsed.data) : schemaIssues(parsed.error.issues, document.root, testFile).map(worded)
  if (!parsed.success || issues.length > 0) throw new TestFileInvalid(name, issues.map(document.placed))
  return {file: toTestFile(name, path, parsed.data, document), document}
}

function documentOf(name: string, source: Uint8Array | string): SourceDocument {
  try {
    return readDocument(name, source)
  } catch (error) {
    throw error instanceof SkillbaseInvalid ? new TestFileInvalid(name, error.issues) : error
  }
}

/** Reports and CI tell cases apart by their names. */
function sameNames({cases}: TestFileInput): RawIssue[] {
  const seen = new Set<string>()
  return cases.flatMap(({name}, index) => {
    const twice = seen.has(name)
    seen.add(name)
    if (!twice) return []
    return [
      {
        path: ['cases', index, 'name'],
        code: 'DUPLICATE_NAME',
        message: {en: `another case is called "${name}" too`, ru: `случай с именем «${name}» уже есть`},
      },
    ]
  })
}

function toTestFile(name: string, path: string, given: TestFileInput, document: SourceDocument): TestFile {
  const at = (...where: (string | number)[]) => document.locate(where) ?? {line: 1, column: 1}
  const llm = given.llm && {runs: given.llm.runs, pass_k: given.llm.pass_k, judge: given.llm.judge}
  return {
    name,
    bot: botOf(given, path),
    llm,
    cases: given.cases.map((one, index): TestCase => ({
      ...settingOf(given, one),
      name: one.name,
      tags: one.tags ?? [],
      skip: one.skip === undefined || one.skip === false ? undefined : one.skip === true ? 'skip: true' : one.skip,
      turns: one.turns,
      expect: one.expect ?? {},
      position: at('cases', index),
      turnPositions: one.turns.map((_, turn) => at('cases', index, 'turns', turn)),
    })),
    simulated: (given.llm?.simulate ?? []).map((caller) => ({...settingOf(given, {}), ...caller, position: at('llm', 'simulate')})),
  }
}

const botOf = ({scenario, skillbase}: TestFileInput, path: string): BotSource =>
  scenario === undefined ? {kind: 'stored', reference: skillbase!} : {kind: 'file', path: resolve(dirname(path), scenario)}

/** A Wednesday morning in Moscow, unless the file says otherwise: tests that run by today's date fail tomorrow. */
const defaultNow = '2026-03-11T10:30:00+03:00'
const defaultCaller = '+79990000000'

const settingOf = (file: GivenSetting, one: GivenSetting): Setting => ({
  now: Date.parse(one.now ?? file.now ?? defaultNow),
  caller: one.caller ?? file.caller ?? defaultCaller,
  direction: one.direction ?? file.direction ?? 'inbound',
  contact: {...file.contact, ...one.contact},
  seed: one.seed ?? file.seed ?? 1,
  // A case's own answers come before those of the file.
  tools: merged(one.tools ?? {}, file.tools ?? {}),
})

function merged(first: Setting['tools'], second: Setting['tools']): Setting['tools'] {
  const names = new Set([...Object.keys(first), ...Object.keys(second)])
  return Object.fromEntries([...names].map((name) => [name, [...(first[name] ?? []), ...(second[name] ?? [])]]))
}
