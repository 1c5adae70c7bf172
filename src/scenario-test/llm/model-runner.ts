import type {DialogueMode} from '../../call/call.ts'
import type {WantedModel} from '../../config/llm.ts'
import type {DialogueModel} from '../../dialogue/conversation/ports.ts'
import {LlmError, type LlmErrorKind} from '../../providers/llm/llm-error.ts'
import type {Llm} from '../../providers/llm/port.ts'
import {llmOf} from '../../skillbase/effective.ts'
import {type Failure, noted} from '../check/failure.ts'
import type {TestCase} from '../format/test-file.ts'
import type {TestedBot} from '../load-tested-bot.ts'
import type {CaseRun} from '../run/case-run.ts'
import {runCase} from '../run/run-case.ts'
import {heldFairly} from '../run/time-fairly.ts'
import {callerName, caseResult, type Judged, type LoadedTest, type ModelRunner, skipped} from '../run/run-suite.ts'
import {type Criterion, judgeRun} from './judge.ts'
import {usageOf} from './model-usage.ts'
import {runSimulated} from './simulated-caller.ts'
import {hasSucceeded} from './success.ts'

/** The models of one test file. */
export interface FileModels {
  /** Somebody is asked; nothing is replayed. */
  readonly isLive: boolean
  /** By the rule that calls keep: the model that is wanted where its provider is the configured one. */
  llm(wanted: WantedModel): Promise<Llm>
  /** Prompts without a recorded reply, so far. */
  readonly missed: number
}

export interface ModelRunnerDeps {
  readonly mode: Exclude<DialogueMode, 'off'>
  /** By the name of the file; undefined when there is neither a key nor a recording. */
  readonly modelsOf: (file: string) => Promise<FileModels | undefined>
  /** Longest wait for the model within a turn, milliseconds. */
  readonly modelDeadlineMs: number
  readonly dialogueModel: (bot: TestedBot, llm: Llm) => Promise<DialogueModel>
}

/** Runs cases with a language model, as often as their file wants, and has them judged. */
export function modelRunner({mode, modelsOf, modelDeadlineMs, dialogueModel}: ModelRunnerDeps): ModelRunner {
  interface Trial {
    readonly run: CaseRun
    readonly failures: readonly Failure[]
    /** Why the caller or the judge gave no answer, where a model plays them. */
    readonly faults: readonly LlmErrorKind[]
  }

  /** One conversation, checked and judged. */
  const trial = async (
    {file, bot}: LoadedTest,
    models: FileModels,
    one: TestCase,
    converse: (model: DialogueModel, llm: Llm) => Promise<CaseRun>,
    extra: (run: CaseRun) => Failure[],
  ): Promise<Trial> => {
    const missedBefore = models.missed
    const llm = await models.llm(llmOf(bot.skillbase))
    // Every conversation has a model of its own: it remembers what was said.
    const {run, failures} = await heldFairly(bot, one, async () => converse(await dialogueModel(bot, llm), llm))
    const criteria = criteriaOf(one, file.llm?.judge?.rubric ?? [])
    const judged = criteria.length > 0 ? await judgeRun(run, criteria, await models.llm({model: file.llm?.judge?.model})) : {failures: []}
    const missed = models.missed - missedBefore
    const faults = [run.fault instanceof LlmError ? run.fault.kind : undefined, judged.fault].filter((each) => each !== undefined)
    return {run, failures: [...(missed > 0 ? [notRecorded(missed)] : []), ...failures, ...extra(run), ...judged.failures], faults}
  }

  const repeated = async (
    test: LoadedTest,
    one: TestCase,
    converse: (model: DialogueModel, llm: Llm) => Promise<CaseRun>,
    extra: (run: CaseRun) => Failure[] = () => [],
  ): Promise<Judged> => {
    const models = await modelsOf(test.file.name)
    if (!models) return skipped(one, noModel)
    const {runs = 1, pass_k: needed = runs} = test.file.llm ?? {}
    const began = performance.now()
    const trials: Trial[] = []
    for (let at = 0; at < runs; at++) trials.push(await trial(test, models, one, converse, extra))
    const passed = trials.filter(({failures}) => failures.length === 0).length
    const shown = (passed >= needed ? undefined : trials.find(({failures}) => failures.length > 0)) ?? trials[0]!
    const result = caseResult(one, shown.run, passed >= needed ? [] : shown.failures, performance.now() - began)
    const held = trials.map(({run}) => run)
    const faults = trials.flatMap((each) => each.faults)
    const model = models.isLive && {model: usageOf(held, faults)}
    return {result: {...result, ...(runs > 1 && {runs: {passed, needed, total: runs}}), ...model}, runs: held}
  }

  return {
    runCase: (test, one) => repeated(test, one, (model) => runCase(test.bot, one, {mode, model, modelDeadlineMs})),
    async simulated(test) {
      const judged: Judged[] = []
      for (const caller of test.file.simulated) {
        const {position} = caller
        const one: TestCase = {
          ...caller,
          name: callerName(caller),
          tags: ['llm'],
          skip: undefined,
          turns: [],
          expect: {},
          turnPositions: [],
        }
        const goal = (run: CaseRun): Failure[] =>
          hasSucceeded(caller, run) ? [] : [noted('success', `${caller.success} does not hold`, `${caller.success} не выполняется`)]
        judged.push(
          await repeated(
            test,
            {...one, position},
            (model, llm) => runSimulated(test.bot, caller, llm, {mode, model, modelDeadlineMs}),
            goal,
          ),
        )
      }
      return judged
    },
  }
}

/** What the file wants of every conversation, and what the case wants of this one. */
const criteriaOf = ({expect, turns}: TestCase, rubric: readonly string[]): Criterion[] => [
  ...rubric.map((text) => ({text})),
  ...(expect.judge ?? []).map((text) => ({text})),
  ...turns.flatMap((turn, index) => (turn.expect?.judge ?? []).map((text) => ({text, turn: index + 1}))),
]

const noModel = {
  en: 'there is no language model: set a key, or record replies once with --record',
  ru: 'нет языковой модели: задайте ключ или запишите ответы один раз с --record',
}

const notRecorded = (count: number) =>
  noted(
    'llm',
    `${count} prompts have no recorded reply; record them again with --record`,
    `для ${count} запросов нет записанного ответа; запишите заново с --record`,
  )
