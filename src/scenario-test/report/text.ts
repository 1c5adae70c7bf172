import type {UiLanguage} from '../../bilingual.ts'
import {type Coverage, coverageKinds} from '../coverage.ts'
import {isUnheard, type ModelUsage, usageText, usageWarning} from '../llm/model-usage.ts'
import type {CaseResult, FileResult, SuiteResult} from '../result.ts'
import {failureBlock, failureLineNumber, transcriptText} from './failure-text.ts'
import {coverageWords, statusWords, words} from './texts.ts'

/** Colours as functions, so that a report needs no terminal. */
export interface Paint {
  readonly red: (text: string) => string
  readonly green: (text: string) => string
  readonly yellow: (text: string) => string
  readonly dim: (text: string) => string
}

/** A file of tests for people: every case with its result; of those that failed the conversation, and what was expected. */
export function fileText(result: FileResult, lang: UiLanguage, paint: Paint): string {
  return [`${result.file} ${paint.dim(`(${result.bot})`)}`, ...result.cases.flatMap((one) => caseLines(one, result, lang, paint))].join(
    '\n',
  )
}

function caseLines(one: CaseResult, {file}: FileResult, lang: UiLanguage, paint: Paint): string[] {
  const colour = {passed: paint.green, failed: paint.red, skipped: paint.yellow}[one.status]
  const width = Math.max(...Object.values(statusWords).map((word) => word[lang].length))
  const time = one.status === 'skipped' ? '' : paint.dim(`  ${Math.round(one.durationMs)} ${words.ms[lang]}`)
  const reason = one.reason ? `: ${one.reason[lang]}` : ''
  const runs = one.runs ? ` (${words.runs[lang]}: ${one.runs.passed}/${one.runs.total})` : ''
  const head = `  ${colour(statusWords[one.status][lang].padEnd(width))}  ${one.name}${reason}${runs}${time}`
  if (one.status !== 'failed') return [head]
  return [
    head,
    ...transcriptText(one, lang).map((line) => `    ${line.startsWith('>') ? line : paint.dim(line)}`),
    ...one.failures.flatMap((found) => [
      ...failureBlock(found, lang).map((line, index) => `      ${index === 0 ? paint.red(line) : line}`),
      `      ${paint.dim(`${file}:${failureLineNumber(found, one)}`)}`,
    ]),
  ]
}

/** The last line of a run. */
export function summaryText({passed, failed, skipped, durationMs}: SuiteResult, lang: UiLanguage): string {
  const seconds = (durationMs / 1000).toFixed(1)
  return lang === 'en'
    ? `${passed} passed, ${failed} failed, ${skipped} skipped in ${seconds} s`
    : `прошло: ${passed}, не прошло: ${failed}, пропущено: ${skipped}; ${seconds} с`
}

/** What was asked of a language model, and what of it could be used. */
export function modelText(model: ModelUsage, lang: UiLanguage, paint: Paint): string {
  const warning = usageWarning(model, lang)
  return [usageText(model, lang), ...(warning === undefined ? [] : [(isUnheard(model) ? paint.red : paint.yellow)(warning)])].join('\n')
}

/** What of a bot its tests came to, and what they did not. */
export function coverageText(coverage: Coverage, least: number, lang: UiLanguage, paint: Paint): string {
  const colour = coverage.percent < least ? paint.red : paint.green
  const parts = coverageKinds.map((kind) => `${coverageWords[kind][lang]} ${coverage[kind].hit}/${coverage[kind].total}`)
  return [
    `${words.coverage[lang]} ${coverage.bot}: ${colour(`${coverage.percent} %`)} ${paint.dim(`(${parts.join(', ')})`)}`,
    ...coverageKinds
      .filter((kind) => coverage[kind].missed.length > 0)
      .map(
        (kind) =>
          `  ${words.missed[lang]}, ${coverageWords[kind][lang]}: ${coverage[kind].missed.map((label) => labelText(label, lang)).join('; ')}`,
      ),
  ].join('\n')
}

/** `anywhere → bye after max_turns`: what of it is no word of the flow. */
const labelText = (label: string, lang: UiLanguage): string =>
  lang === 'ru' ? label.replace(/^anywhere (?=→ )/, 'отовсюду ').replace(/ after (?=max_turns$)/, ' после ') : label
