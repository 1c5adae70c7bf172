import {builtinIntents} from '../builtin-intents.ts'
import {languagesOf} from '../effective.ts'
import type {Path, RawIssue, Severity} from '../issue.ts'
import {type SpokenLine, spokenLines} from '../lines.ts'
import type {Flow} from '../schema/flow.ts'
import type {Language} from '../schema/primitives.ts'
import type {Skillbase} from '../schema/skillbase.ts'

export interface RawFinding extends RawIssue {
  readonly severity: Severity
}

/** What every check looks at; read once. */
export interface LintContext {
  readonly skillbase: Skillbase
  readonly flow: Flow
  readonly languages: {readonly main: Language; readonly all: readonly Language[]}
  readonly fields: ReadonlySet<string>
  readonly intents: ReadonlySet<string>
  /** Names under which tool results are kept. */
  readonly results: ReadonlySet<string>
  readonly lines: readonly SpokenLine[]
  /** YYYY-MM-DD, for models that are shut down on a day. */
  readonly today: string
  /** The first letter of the code is its severity. */
  readonly report: (path: Path, code: string, en: string, ru: string) => void
}

export type Check = (context: LintContext) => void

export function lintContext(skillbase: Skillbase, today: string, found: RawFinding[]): LintContext {
  const {flow} = skillbase
  return {
    skillbase,
    flow,
    today,
    languages: languagesOf(skillbase),
    fields: new Set(Object.keys(flow.fields)),
    intents: new Set([...builtinIntents, ...Object.keys(flow.intents)]),
    results: new Set(
      Object.values(flow.states).flatMap(({tools}) => tools.map(({use, save_as: saveAs}) => saveAs ?? use.replaceAll('.', '_'))),
    ),
    lines: spokenLines(skillbase),
    report: (path, code, en, ru) => void found.push({severity: severityOf(code), path, code, message: {en, ru}}),
  }
}

const severities: Readonly<Record<string, Severity>> = {S: 'error', E: 'error', W: 'warning', I: 'info'}

export const severityOf = (code: string): Severity => severities[code[0]!]!
