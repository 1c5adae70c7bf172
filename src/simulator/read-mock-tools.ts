import type {Bilingual} from '../bilingual.ts'
import {readFileWithin} from '../bounded-read.ts'
import type {SimulatedTools} from '../call/simulate/prepare-simulation.ts'
import {AppError} from '../errors.ts'
import {unreadableFile} from '../file-errors.ts'
import {misspeltTools} from '../scenario-test/format/check-names.ts'
import {mocks as schema} from '../scenario-test/format/schema.ts'
import type {Mocks} from '../scenario-test/format/test-file.ts'
import {worded} from '../scenario-test/format/worded.ts'
import {asSentence} from '../sentence.ts'
import {issueText} from '../skillbase/findings-text.ts'
import {issue, type RawIssue} from '../skillbase/issue.ts'
import {maxBytes} from '../skillbase/read/decode.ts'
import {readDocument, type SourceDocument} from '../skillbase/read/read-document.ts'
import {schemaIssues} from '../skillbase/schema-issues.ts'
import {SkillbaseInvalid} from '../skillbase/skillbase-invalid.ts'
import {mockToolRunner} from './mock-tools.ts'

/** Answers of tools from a YAML file, shaped as in scenario tests: `calendar.book: [{return: {ok: true}}]`. @throws AppError BAD_TOOLS_FILE */
export async function readMockTools(path: string): Promise<SimulatedTools> {
  const document = await read(path)
  const parsed = schema.safeParse(document.root)
  const wrong = parsed.success ? crashes(parsed.data) : schemaIssues(parsed.error.issues, document.root, schema).map(worded)
  if (!parsed.success || wrong.length > 0) throw refused(document, wrong)
  return (scenario, clock) => {
    const misspelt = misspeltTools(parsed.data, scenario)
    if (misspelt.length > 0) throw refused(document, misspelt)
    return mockToolRunner(parsed.data, clock)
  }
}

async function read(path: string): Promise<SourceDocument> {
  try {
    return readDocument(path, await readFileWithin(path, maxBytes))
  } catch (error) {
    if (error instanceof SkillbaseInvalid) throw badTools(error.sentence, error)
    throw unreadableFile(path, error)
  }
}

/** A test loses its process and takes the call up in another; a person at the terminal does that with `/restart`. */
const crashes = (mocks: Mocks): RawIssue[] =>
  Object.entries(mocks).flatMap(([name, answers]) =>
    answers.flatMap(({crash}, index) =>
      crash
        ? [
            issue(
              [name, index, 'crash'],
              'INVALID_VALUE',
              'is for scenario tests; use /restart here',
              'только для сценарных тестов; здесь есть /restart',
            ),
          ]
        : [],
    ),
  )

function refused({name, placed}: SourceDocument, found: readonly RawIssue[]): AppError {
  const told = (lang: 'en' | 'ru') => found.map((one) => asSentence(issueText(name, placed(one), lang))).join('\n')
  return badTools({en: told('en'), ru: told('ru')})
}

const badTools = (sentence: Bilingual, cause?: unknown) =>
  new AppError('BAD_TOOLS_FILE', sentence, {
    exit: 'usage',
    cause,
    hint: {en: 'Write them like `calendar.book: [{return: {ok: true}}]`.', ru: 'Пишите так: `calendar.book: [{return: {ok: true}}]`.'},
  })
