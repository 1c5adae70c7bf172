import {AppError} from '../errors.ts'
import {issue, type Issue, type RawIssue} from '../skillbase/issue.ts'
import {unknownNames} from './format/check-names.ts'
import {readTestFile} from './format/read-test-file.ts'
import {TestFileInvalid} from './format/test-file-invalid.ts'
import type {BotSource} from './format/test-file.ts'
import {type BotDeps, loadTestedBot, type TestedBot} from './load-tested-bot.ts'
import type {LoadedTest} from './run/run-suite.ts'
import {successFault} from './llm/success.ts'

/**
 * Reads test files and the bots they name; a bot that several files name is loaded once.
 * @throws AppError TESTS_INVALID (usage) with everything that is wrong in all of them, so that nothing is run by half
 */
export async function loadTests(files: readonly {readonly path: string; readonly name: string}[], deps: BotDeps): Promise<LoadedTest[]> {
  const bots = new Map<string, Promise<TestedBot>>()
  const botOf = (source: BotSource): Promise<TestedBot> => {
    const key = source.kind === 'file' ? source.path : `@${source.reference}`
    const loading = bots.get(key) ?? loadTestedBot(source, deps)
    bots.set(key, loading)
    return loading
  }
  const tests: LoadedTest[] = []
  const errors: AppError[] = []
  for (const {path, name} of files) {
    try {
      tests.push(await loadTest(path, name, deps, botOf))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      errors.push(error)
    }
  }
  if (errors.length > 0) throw errors.length === 1 ? asUsage(errors[0]!) : together(errors)
  return tests
}

async function loadTest(path: string, name: string, deps: BotDeps, botOf: (source: BotSource) => Promise<TestedBot>): Promise<LoadedTest> {
  const {file, document} = readTestFile(name, path, await deps.readFile(path))
  const bot = await botOf(file.bot).catch((error: unknown) => {
    throw error instanceof AppError ? ofTest(error, document.placed(namedBy(file.bot)), name) : error
  })
  const issues: RawIssue[] = [
    ...unknownNames(file, bot.scenario),
    ...file.simulated.flatMap((caller) => successFault(caller, bot.scenario)),
  ]
  if (issues.length > 0) throw new TestFileInvalid(name, issues.map(document.placed))
  return {file, bot}
}

/** Where a test says which bot it is about. */
const namedBy = ({kind}: BotSource): RawIssue => issue([kind === 'file' ? 'scenario' : 'skillbase'], 'BOT', '', '')

/** Of many tests one names a bot that cannot be had: told by that line. */
function ofTest(error: AppError, {path, line, column}: Issue, name: string): AppError {
  const place = `${name}${line === undefined ? '' : `:${line}:${column}`}: ${path}`
  const {en, ru} = error.sentence
  return new AppError(
    error.code,
    {en: `${place}: ${en}`, ru: `${place}: ${ru}`},
    {exit: 'usage', cause: error, ...(error.hint && {hint: error.hint})},
  )
}

/** Whatever keeps a test from being run is a mistake in the tests, and has their exit code. */
const asUsage = (error: AppError): AppError =>
  error.exitCode === 2
    ? error
    : new AppError(error.code, error.sentence, {exit: 'usage', cause: error, ...(error.hint && {hint: error.hint})})

const together = (errors: readonly AppError[]) =>
  new AppError(
    'TESTS_INVALID',
    {en: errors.map(({sentence}) => sentence.en).join('\n'), ru: errors.map(({sentence}) => sentence.ru).join('\n')},
    {exit: 'usage'},
  )
