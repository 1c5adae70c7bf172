import {breathe} from '../../breathe.ts'
import type {DialogueMode} from '../../call/call.ts'
import {coverageOf} from '../coverage.ts'
import type {TestCase, TestFile} from '../format/test-file.ts'
import type {TestedBot} from '../load-tested-bot.ts'
import type {CaseResult, FileResult, SuiteResult} from '../result.ts'
import {transcriptOf} from '../transcript.ts'
import {isUnheard, totalUsage} from '../llm/model-usage.ts'
import type {CaseRun} from './case-run.ts'
import {runCase} from './run-case.ts'
import {heldFairly} from './time-fairly.ts'

/** A file ready to run. */
export interface LoadedTest {
  readonly file: TestFile
  readonly bot: TestedBot
}

export interface SuiteOptions {
  readonly mode: DialogueMode
  /** Runs a case with a model. Needed unless the mode is `off`. */
  readonly withModel?: ModelRunner | undefined
  readonly isWanted: (test: Pick<TestCase, 'name' | 'tags'>) => boolean
  /** Stop at the first case that fails. */
  readonly bail: boolean
  /** Least coverage of each bot, percent. */
  readonly minCoverage?: number | undefined
  readonly onFile?: ((result: FileResult) => void) | undefined
}

/** What a case came to, and the conversations that count for coverage. */
export interface Judged {
  readonly result: CaseResult
  readonly runs: readonly CaseRun[]
}

export interface ModelRunner {
  runCase(test: LoadedTest, one: TestCase): Promise<Judged>
  /** Conversations that a model holds in the caller's place. */
  simulated(test: LoadedTest): Promise<readonly Judged[]>
}

/** Runs every wanted case, file by file, in order. */
export async function runSuite(tests: readonly LoadedTest[], options: SuiteOptions): Promise<SuiteResult> {
  const began = performance.now()
  const files: FileResult[] = []
  const runs = new Map<TestedBot, CaseRun[]>()
  for (const test of tests) {
    const judged = await runFile(test, options)
    const result = fileResult(test, judged)
    files.push(result)
    options.onFile?.(result)
    const ofBot = runs.get(test.bot) ?? []
    runs.set(test.bot, [...ofBot, ...judged.flatMap((one) => one.runs)])
    if (options.bail && result.cases.some(({status}) => status === 'failed')) break
  }
  const coverage = [...runs].map(([bot, ofBot]) => coverageOf(bot.name, bot.scenario, ofBot))
  const belowCoverage = coverage.filter(({percent}) => percent < (options.minCoverage ?? 0)).map(({bot}) => bot)
  const count = (status: CaseResult['status']) => files.flatMap(({cases}) => cases).filter((one) => one.status === status).length
  const failed = count('failed')
  const model = totalUsage(files.flatMap(({cases}) => cases).map((one) => one.model))
  return {
    status: failed > 0 || belowCoverage.length > 0 || isUnheard(model) ? 'failed' : 'passed',
    passed: count('passed'),
    failed,
    skipped: count('skipped'),
    durationMs: performance.now() - began,
    files,
    coverage,
    belowCoverage,
    ...(model && {model}),
  }
}

async function runFile(test: LoadedTest, options: SuiteOptions): Promise<Judged[]> {
  const judged: Judged[] = []
  for (const one of test.file.cases.filter(options.isWanted)) {
    await breathe()
    judged.push(one.skip === undefined ? await judge(test, one, options) : skipped(one, {en: one.skip, ru: one.skip}))
    if (options.bail && judged.at(-1)!.result.status === 'failed') return judged
  }
  return [...judged, ...(await simulated(test, options))]
}

const judge = (test: LoadedTest, one: TestCase, {mode, withModel}: SuiteOptions): Promise<Judged> =>
  mode === 'off' || !withModel ? byRules(test, one) : withModel.runCase(test, one)

async function byRules({bot}: LoadedTest, one: TestCase): Promise<Judged> {
  const began = performance.now()
  const {run, failures} = await heldFairly(bot, one, () => runCase(bot, one, {mode: 'off'}))
  return {result: caseResult(one, run, failures, performance.now() - began), runs: [run]}
}

export const caseResult = (one: TestCase, run: CaseRun, failures: CaseResult['failures'], durationMs: number): CaseResult => ({
  name: one.name,
  tags: one.tags,
  status: failures.length > 0 ? 'failed' : 'passed',
  durationMs,
  position: one.position,
  turnPositions: one.turnPositions,
  failures,
  transcript: transcriptOf(run),
  outcome: run.end?.outcome ?? null,
})

export const skipped = (
  {name, tags, position}: Pick<TestCase, 'name' | 'tags' | 'position'>,
  reason: NonNullable<CaseResult['reason']>,
): Judged => ({
  result: {name, tags, status: 'skipped', durationMs: 0, position, turnPositions: [], failures: [], transcript: [], outcome: null, reason},
  runs: [],
})

const needsModel = {en: 'needs a language model: run with --llm', ru: 'нужна языковая модель: запустите с --llm'}

async function simulated(test: LoadedTest, {withModel, isWanted}: SuiteOptions): Promise<readonly Judged[]> {
  const wanted = test.file.simulated.filter((caller) => isWanted({name: callerName(caller), tags: ['llm']}))
  if (wanted.length === 0) return []
  if (withModel) return withModel.simulated({...test, file: {...test.file, simulated: wanted}})
  return wanted.map((caller) => skipped({name: callerName(caller), tags: ['llm'], position: caller.position}, needsModel))
}

export const callerName = ({name, goal}: {readonly name?: string | undefined; readonly goal: string}): string =>
  name ?? `simulated caller: ${goal}`

const fileResult = ({file, bot}: LoadedTest, judged: readonly Judged[]): FileResult => ({
  file: file.name,
  bot: bot.name,
  durationMs: judged.reduce((sum, {result}) => sum + result.durationMs, 0),
  cases: judged.map(({result}) => result),
})
