import {dirname, join} from 'node:path'
import type {UiLanguage} from '../bilingual.ts'
import {AppError} from '../errors.ts'
import type {TestCase} from '../scenario-test/format/test-file.ts'
import {findTestFiles, shortName} from '../scenario-test/find-test-files.ts'
import {loadTests} from '../scenario-test/load-tests.ts'
import {githubAnnotations} from '../scenario-test/report/github.ts'
import {type SuiteView, suiteView} from '../scenario-test/report/json.ts'
import {junitXml} from '../scenario-test/report/junit.ts'
import {coverageText, fileText, modelText, summaryText} from '../scenario-test/report/text.ts'
import type {SuiteResult} from '../scenario-test/result.ts'
import {type LoadedTest, runSuite} from '../scenario-test/run/run-suite.ts'
import {palette} from './colour.ts'
import type {Deps} from './deps.ts'
import {prepareResult, writeResult} from './output-file.ts'
import {scenarioBots} from './scenario-bots.ts'
import type {ModelTests} from './scenario-models.ts'

export interface ScenarioTestFlags {
  readonly paths: readonly string[]
  readonly tag?: readonly string[] | undefined
  readonly case?: readonly string[] | undefined
  readonly bail: boolean
  readonly junit?: string | undefined
  readonly github: boolean
  readonly 'min-coverage'?: number | undefined
  readonly llm?: 'assist' | 'full' | undefined
  readonly record: boolean
}

export interface ReportOutput {
  readonly lang: UiLanguage
  /** The result, line by line. */
  readonly print: (text: string) => void
  /** Read by machines that watch the run, whatever the result looks like. */
  readonly annotate: (line: string) => void
  /** Where `print` prints. */
  readonly stream: NodeJS.WriteStream
  /** Takes a report that goes to stdout. */
  readonly write: (text: string) => void
}

/** `scenario test`: finds the tests, runs them, reports. Throws only when something is wrong with the tests themselves. */
export async function testScenarios(flags: ScenarioTestFlags, deps: Deps, output: ReportOutput): Promise<SuiteView> {
  const cwd = process.cwd()
  const paths = flags.paths.length > 0 ? flags.paths : [shortName(await testFolder(deps), cwd)]
  const files = findTestFiles(paths, cwd).map((path) => ({path, name: shortName(path, cwd)}))
  const tests = await loadTests(files, scenarioBots(deps))
  const isWanted = filterOf(flags)
  requireCases(tests, isWanted)
  // Told before the tests run, not after.
  if (flags.junit !== undefined && flags.junit !== '-') await prepareResult(flags.junit)
  const paint = palette(output.stream)
  const models = flags.llm && (await modelsFor(flags.llm, flags, files, deps))
  const result = await runSuite(tests, {
    mode: flags.llm ?? 'off',
    withModel: models?.runner,
    isWanted,
    bail: flags.bail,
    minCoverage: flags['min-coverage'],
    onFile: (file) => output.print(fileText(file, output.lang, paint)),
  })
  await models?.save()
  await report(result, flags, output)
  return suiteView(result)
}

/** `tests/` beside the project's settings; without a project, of the working directory. */
async function testFolder(deps: Deps): Promise<string> {
  const {files} = await deps.loadedConfig()
  return join(files.project === undefined ? process.cwd() : dirname(files.project), 'tests')
}

type Wanted = (test: Pick<TestCase, 'name' | 'tags'>) => boolean

function filterOf({tag, case: names}: ScenarioTestFlags): Wanted {
  return (test) =>
    (tag === undefined || tag.some((each) => test.tags.includes(each))) &&
    (names === undefined || names.some((each) => test.name.toLowerCase().includes(each.toLowerCase())))
}

function requireCases(tests: readonly LoadedTest[], isWanted: Wanted): void {
  if (tests.some(({file}) => file.cases.some(isWanted) || file.simulated.length > 0)) return
  const known = [...new Set(tests.flatMap(({file}) => file.cases.flatMap(({tags}) => tags)))].toSorted().join(', ')
  throw new AppError(
    'NO_CASES',
    {en: 'No case has this name and these tags.', ru: 'Нет случаев с таким именем и метками.'},
    {exit: 'usage', ...(known && {hint: {en: `Known tags: ${known}.`, ru: `Есть метки: ${known}.`}})},
  )
}

async function modelsFor(
  mode: 'assist' | 'full',
  flags: ScenarioTestFlags,
  files: readonly {readonly path: string; readonly name: string}[],
  deps: Deps,
): Promise<ModelTests> {
  const {modelTests} = await import('./scenario-models.ts')
  const whole = flags.tag === undefined && flags.case === undefined && !flags.bail
  return modelTests({mode, record: flags.record, whole, files}, deps)
}

async function report(result: SuiteResult, flags: ScenarioTestFlags, {lang, print, annotate, stream, write}: ReportOutput): Promise<void> {
  const least = flags['min-coverage']
  if (least !== undefined) for (const each of result.coverage) print(coverageText(each, least, lang, palette(stream)))
  if (result.model) print(modelText(result.model, lang, palette(stream)))
  print(summaryText(result, lang))
  if (flags.github) for (const line of githubAnnotations(result)) annotate(line)
  if (flags.junit === '-') write(junitXml(result))
  else if (flags.junit !== undefined) await writeResult(flags.junit, [junitXml(result)])
}
