import type {Finding} from './issue.ts'
import {lint} from './lint/lint.ts'
import {type ParsedSkillbase, parseSkillbase} from './parse.ts'
import {SkillbaseInvalid} from './skillbase-invalid.ts'

export interface LintedSource {
  readonly findings: readonly Finding[]
  /** Undefined when the document is no skillbase: then the findings say why. */
  readonly parsed?: ParsedSkillbase
}

/** Reads and checks a document; what makes it no skillbase is a finding too (S001). Never throws for what stands in it. */
export function lintSource(name: string, source: Uint8Array | string, today?: string): LintedSource {
  try {
    const parsed = parseSkillbase(name, source)
    return {parsed, findings: [...lintParsed(parsed, today), ...parsed.warnings]}
  } catch (error) {
    if (!(error instanceof SkillbaseInvalid)) throw error
    return {findings: error.issues.map((found) => ({...found, severity: 'error', code: found.code === 'E110' ? found.code : 'S001'}))}
  }
}

export const lintParsed = ({skillbase, place}: ParsedSkillbase, today?: string): Finding[] =>
  lint(skillbase, today).map(({severity, ...found}) => ({...place(found), severity}))
