import type {Coverage} from './coverage.ts'
import type {Failure} from './check/failure.ts'
import type {Position} from '../skillbase/issue.ts'
import type {ModelUsage} from './llm/model-usage.ts'
import type {Bilingual} from '../bilingual.ts'

export type CaseStatus = 'passed' | 'failed' | 'skipped'

export interface TranscriptLine {
  readonly who: 'caller' | 'bot' | 'tool'
  readonly text: string
  /** The same for Russian readers, where it has words of ours in it. */
  readonly ru?: string
  /** From 1; 0 is the opening. */
  readonly turn: number
  /** State after the turn; of the bot's lines only. */
  readonly state?: string
}

export interface CaseResult {
  readonly name: string
  readonly tags: readonly string[]
  readonly status: CaseStatus
  readonly durationMs: number
  /** Place of the case in its file, and of its turns. */
  readonly position: Position
  readonly turnPositions: readonly Position[]
  readonly failures: readonly Failure[]
  readonly transcript: readonly TranscriptLine[]
  readonly outcome: string | null
  /** Why it was not run. */
  readonly reason?: Bilingual
  /** Of a case run several times with a model. */
  readonly runs?: {readonly passed: number; readonly needed: number; readonly total: number}
  /** Of a case run with a model that was asked. */
  readonly model?: ModelUsage
}

export interface FileResult {
  readonly file: string
  readonly bot: string
  readonly durationMs: number
  readonly cases: readonly CaseResult[]
}

export interface SuiteResult {
  readonly status: 'passed' | 'failed'
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly durationMs: number
  readonly files: readonly FileResult[]
  readonly coverage: readonly Coverage[]
  /** Bots whose coverage is below what was asked for. */
  readonly belowCoverage: readonly string[]
  /** Of all cases together; when none of its replies could be used, the run has failed. */
  readonly model?: ModelUsage
}
