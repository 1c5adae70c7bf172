import type {Readable} from 'node:stream'
import type {UiLanguage} from '../bilingual.ts'
import {findingText, issueText, type IssueView, issueView} from './findings-text.ts'
import type {SourceFormat} from './formats.ts'
import {parseRunnable} from './runnable.ts'
import {SkillbaseInvalid} from './skillbase-invalid.ts'
import {readSources, type SourceFile} from './source-file.ts'

export interface FileReport {
  readonly file: string
  readonly valid: boolean
  /** Absent when the file is not valid. */
  readonly format?: SourceFormat
  readonly issues: readonly IssueView[]
  /** What an older format could not carry over. */
  readonly warnings: readonly IssueView[]
}

export type ReportWithTexts = FileReport & {readonly texts: Readonly<Record<UiLanguage, readonly string[]>>}

/** Every file gets a report, a file that is too large or unreadable YAML included. @throws AppError FILE_NOT_FOUND, NO_FILES */
export async function validateFiles(names: readonly string[], stdin: Readable): Promise<ReportWithTexts[]> {
  const reports: ReportWithTexts[] = []
  for (const name of names) {
    try {
      for (const source of await readSources([name], stdin)) reports.push(validateSource(source))
    } catch (error) {
      if (!(error instanceof SkillbaseInvalid)) throw error
      reports.push(invalid(name, error))
    }
  }
  return reports
}

function validateSource({name, bytes}: SourceFile): ReportWithTexts {
  try {
    const {format, warnings} = parseRunnable(name, bytes)
    const texts = (lang: UiLanguage) => warnings.map((warning) => findingText(name, warning, lang))
    return {file: name, valid: true, format, issues: [], warnings: warnings.map(issueView), texts: {en: texts('en'), ru: texts('ru')}}
  } catch (error) {
    if (!(error instanceof SkillbaseInvalid)) throw error
    return invalid(name, error)
  }
}

function invalid(file: string, {issues}: SkillbaseInvalid): ReportWithTexts {
  const texts = (lang: UiLanguage) => issues.map((issue) => issueText(file, issue, lang))
  return {file, valid: false, issues: issues.map(issueView), warnings: [], texts: {en: texts('en'), ru: texts('ru')}}
}

export function reportText({file, valid, format, texts}: ReportWithTexts, lang: UiLanguage): string {
  const verdict =
    lang === 'ru' ? `${file}: ${valid ? `годен (${format})` : 'не годен'}` : `${file}: ${valid ? `valid (${format})` : 'not valid'}`
  return [...texts[lang], verdict].join('\n')
}
