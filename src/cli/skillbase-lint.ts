import {plural, type UiLanguage} from '../bilingual.ts'
import {findingText, type IssueView, issueView} from '../skillbase/findings-text.ts'
import type {Finding, Severity} from '../skillbase/issue.ts'
import {lintSource} from '../skillbase/lint-source.ts'
import {todayOf} from '../skillbase/skillbase-deps.ts'
import {readSources} from '../skillbase/source-file.ts'
import type {Deps} from './deps.ts'
import {isFile, skillbaseArgument} from './skillbase-argument.ts'

export interface LintReport {
  /** The file, or the stored skillbase with its version. */
  readonly source: string
  readonly errors: number
  readonly warnings: number
  readonly findings: readonly (IssueView & {readonly severity: Severity})[]
}

export type LintReportWithTexts = LintReport & {readonly texts: Readonly<Record<UiLanguage, readonly string[]>>}

export async function lintReports(words: readonly string[], version: number | undefined, deps: Deps): Promise<LintReportWithTexts[]> {
  const today = todayOf(deps.clock)
  const reports: LintReportWithTexts[] = []
  for (const word of words) {
    if (isFile(word)) {
      const sources = await readSources([word], process.stdin)
      reports.push(...sources.map(({name, bytes}) => report(name, lintSource(name, bytes, today).findings)))
    } else {
      const named = await skillbaseArgument(word, version, deps)
      reports.push(report(named.name, named.lint(today)))
    }
  }
  return reports
}

function report(source: string, findings: readonly Finding[]): LintReportWithTexts {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  const texts = (lang: UiLanguage) => findings.map((finding) => findingText(source, finding, lang))
  return {
    source,
    errors: count('error'),
    warnings: count('warning'),
    findings: findings.map(issueView),
    texts: {en: texts('en'), ru: texts('ru')},
  }
}

export function lintText({source, errors, warnings, texts}: LintReportWithTexts, lang: UiLanguage): string {
  const verdict =
    lang === 'ru'
      ? `${source}: ${errors} ${plural('ru', errors, 'ошибка', 'ошибки', 'ошибок')}, ${warnings} ${plural('ru', warnings, 'предупреждение', 'предупреждения', 'предупреждений')}`
      : `${source}: ${errors} ${plural('en', errors, 'error', 'errors')}, ${warnings} ${plural('en', warnings, 'warning', 'warnings')}`
  return [...texts[lang], verdict].join('\n')
}
