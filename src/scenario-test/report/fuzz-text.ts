import {plural, type UiLanguage} from '../../bilingual.ts'
import type {FuzzResult} from '../fuzz/fuzz.ts'
import type {Paint} from './text.ts'

/** A defect that was found, with the test that shows it. */
export interface FindingView {
  readonly invariant: string
  readonly at: string
  readonly message: string
  /** The conversation it was found in. */
  readonly from: string
  /** How many conversations broke it. */
  readonly times: number
  readonly turns: number
  /** A test file that fails as long as the defect is there. */
  readonly test: string
}

/** What `scenario fuzz --json` prints. */
export interface FuzzView extends Pick<FuzzResult, 'seed' | 'conversations' | 'turns' | 'unreached' | 'coverage'> {
  readonly status: 'passed' | 'failed'
  readonly bot: string
  readonly durationMs: number
  readonly findings: readonly FindingView[]
}

export function findingText({invariant, message, times, from, test}: FindingView, lang: UiLanguage, paint: Paint): string {
  const where =
    lang === 'ru'
      ? `разговоров: ${times}, впервые: ${from}`
      : `${times} ${plural('en', times, 'conversation', 'conversations')}, first in: ${from}`
  return `${paint.red(invariant)}: ${message}\n${paint.dim(where)}\n\n${indented(test)}\n`
}

const indented = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')

export function fuzzSummary({seed, conversations, turns, durationMs, findings}: FuzzView, lang: UiLanguage): string {
  const seconds = (durationMs / 1000).toFixed(1)
  return lang === 'ru'
    ? `разговоров: ${conversations}, ходов: ${turns}, нарушений: ${findings.length}; ${seconds} с, seed ${seed}`
    : `${conversations} ${plural('en', conversations, 'conversation', 'conversations')}, ${turns} ${plural('en', turns, 'turn', 'turns')}, ${findings.length} ${plural('en', findings.length, 'violation', 'violations')} in ${seconds} s, seed ${seed}`
}
