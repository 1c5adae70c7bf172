import {compileScenario} from '../dialogue/engine/scenario/compile.ts'
import {ScenarioError} from '../dialogue/engine/scenario/scenario-error.ts'
import {formatPath, type Issue, issue, type RawIssue} from './issue.ts'
import {lint} from './lint/lint.ts'
import {type ParsedSkillbase, parseSkillbase} from './parse.ts'
import type {Skillbase} from './schema/skillbase.ts'
import {SkillbaseInvalid} from './skillbase-invalid.ts'

/** Reads a document that is to be stored. @throws SkillbaseInvalid also when it has the right shape and cannot run */
export function parseRunnable(name: string, source: Uint8Array | string): ParsedSkillbase {
  const parsed = parseSkillbase(name, source)
  requireRunnable(name, parsed.skillbase, parsed.place)
  return parsed
}

/**
 * What is stored can hold a conversation, were it a bad one.
 *
 * @param source what to call the skillbase in messages
 * @param place tells the line of a path, where there is a file
 * @throws SkillbaseInvalid with every place that cannot be compiled
 */
export function requireRunnable(source: string, skillbase: Skillbase, place: (found: RawIssue) => Issue = unplaced): void {
  const found = whatCannotRun(skillbase)
  if (found.length > 0) throw new SkillbaseInvalid(source, found.map(place))
}

/** What the linter knows to stop a scenario: unreadable conditions and templates, fields and days that are not there. */
const fatal: ReadonlySet<string> = new Set(['E101', 'E102', 'E103', 'E111', 'E130', 'E201', 'E203'])

/** The linter tells more than the compiler, which stops at the first thing; the compiler has the last word. */
function whatCannotRun(skillbase: Skillbase): readonly RawIssue[] {
  const found = lint(skillbase).filter(({code}) => fatal.has(code))
  if (found.length > 0) return found
  try {
    compileScenario(skillbase, '')
    return []
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error
    const message = error.message.slice(error.path.length + 2)
    return [issue(['flow', ...error.path.split('.').map(part)], 'CANNOT_RUN', message, `так сценарий не запустится: ${message}`)]
  }
}

const part = (text: string): string | number => (/^\d+$/.test(text) ? Number(text) : text)

const unplaced = ({path, ...found}: RawIssue): Issue => ({...found, path: formatPath(path)})
