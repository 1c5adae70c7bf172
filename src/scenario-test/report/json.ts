import type {Coverage} from '../coverage.ts'
import type {CaseResult, CaseStatus, SuiteResult, TranscriptLine} from '../result.ts'
import {failureLine, failureLineNumber} from './failure-text.ts'

export interface FailureView {
  /** From 1; absent when it is about the whole conversation. */
  readonly turn?: number
  readonly check: string
  readonly expected: string
  readonly actual: string
  readonly message: string
  readonly line: number
}

export interface CaseView {
  readonly name: string
  readonly tags: readonly string[]
  readonly status: CaseStatus
  readonly durationMs: number
  readonly line: number
  readonly outcome: string | null
  readonly failures: readonly FailureView[]
  readonly transcript: readonly Omit<TranscriptLine, 'ru'>[]
  readonly reason?: string
  readonly runs?: CaseResult['runs']
  readonly model?: CaseResult['model']
}

/** What `scenario test --json` prints. */
export interface SuiteView extends Pick<SuiteResult, 'status' | 'passed' | 'failed' | 'skipped' | 'model'> {
  readonly durationMs: number
  readonly files: readonly {readonly file: string; readonly bot: string; readonly cases: readonly CaseView[]}[]
  readonly coverage: readonly Coverage[]
  readonly belowCoverage: readonly string[]
}

export const suiteView = ({files, durationMs, ...rest}: SuiteResult): SuiteView => ({
  ...rest,
  durationMs: rounded(durationMs),
  files: files.map(({file, bot, cases}) => ({file, bot, cases: cases.map(caseView)})),
})

function caseView(one: CaseResult): CaseView {
  const {name, tags, status, durationMs, position, outcome, failures, transcript, reason, runs, model} = one
  return {
    name,
    tags,
    status,
    durationMs: rounded(durationMs),
    line: position.line,
    outcome,
    failures: failures.map((found) => ({
      ...(found.turn !== undefined && {turn: found.turn}),
      check: found.check,
      expected: found.expected,
      actual: found.actual,
      message: failureLine(found, 'en'),
      line: failureLineNumber(found, one),
    })),
    transcript: transcript.map(englishLine),
    ...(reason && {reason: reason.en}),
    ...(runs && {runs}),
    ...(model && {model}),
  }
}

const englishLine = ({who, text, turn, state}: TranscriptLine): CaseView['transcript'][number] => ({
  who,
  text,
  turn,
  ...(state !== undefined && {state}),
})

const rounded = (ms: number): number => Math.round(ms * 10) / 10
