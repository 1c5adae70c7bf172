import {plural, type UiLanguage} from '../../bilingual.ts'
import type {DeadEnd} from '../fuzz/dead-ends.ts'
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
  /** Fields and states where no caller got any further. No single conversation shows it, so there is no test for them. */
  readonly deadEnds: readonly DeadEndView[]
}

export interface DeadEndView extends Pick<DeadEnd, 'kind' | 'name' | 'said'> {
  readonly message: string
}

export function findingText({invariant, message, times, from, test}: FindingView, lang: UiLanguage, paint: Paint): string {
  const where =
    lang === 'ru'
      ? `разговоров: ${times}, впервые: ${from}`
      : `${times} ${plural('en', times, 'conversation', 'conversations')}, first in: ${from}`
  return `${paint.red(invariant)}: ${message}\n${paint.dim(where)}\n\n${indented(test)}\n`
}

export function deadEndText({what, said}: DeadEnd, lang: UiLanguage, paint: Paint): string {
  const words = said.map((text) => (lang === 'ru' ? `«${text}»` : `"${text}"`)).join(', ')
  const heard = words === '' ? '' : `\n${paint.dim(`${lang === 'ru' ? 'говорили' : 'callers said'}: ${words}`)}`
  return `${paint.red('dead_end')}: ${what[lang]}${heard}\n`
}

const indented = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')

export function fuzzSummary({seed, conversations, turns, durationMs, findings, deadEnds}: FuzzView, lang: UiLanguage): string {
  const violations = findings.length + deadEnds.length
  const seconds = (durationMs / 1000).toFixed(1)
  return lang === 'ru'
    ? `разговоров: ${conversations}, ходов: ${turns}, нарушений: ${violations}; ${seconds} с, seed ${seed}`
    : `${conversations} ${plural('en', conversations, 'conversation', 'conversations')}, ${turns} ${plural('en', turns, 'turn', 'turns')}, ${violations} ${plural('en', violations, 'violation', 'violations')} in ${seconds} s, seed ${seed}`
}
