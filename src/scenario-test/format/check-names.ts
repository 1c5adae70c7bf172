import {closest} from '../../closest.ts'
import type {Scenario} from '../../dialogue/engine/scenario/scenario.ts'
import {outcomeKinds} from '../../skillbase/schema/flow.ts'
import {issue, type Path, type RawIssue} from '../../skillbase/issue.ts'
import type {CaseExpect, ToolsExpect, TurnExpect} from './expect-schema.ts'
import type {Mocks, TestFile} from './test-file.ts'

/** Questions that are about no field. */
export const openQuestions = ['confirm', 'change', 'open'] as const

/** Names in a test that its bot does not have: such an expectation could never be met, and nobody would learn why. */
export function unknownNames({cases}: TestFile, scenario: Scenario): RawIssue[] {
  const names = namesOf(scenario)
  return cases.flatMap(({turns, expect, tools}, index) => {
    const at: Path = ['cases', index]
    return [
      ...inMocks([...at, 'tools'], tools, names.tools),
      ...inCase([...at, 'expect'], expect, names),
      ...turns.flatMap((turn, number) => (turn.expect ? inTurn([...at, 'turns', number, 'expect'], turn.expect, names) : [])),
    ]
  })
}

interface Names {
  readonly states: readonly string[]
  readonly fields: readonly string[]
  readonly outcomes: readonly string[]
  readonly tools: readonly string[]
}

const namesOf = ({states, fields, outcomes}: Scenario): Names => ({
  states: [...states.keys()],
  fields: [...fields.keys()],
  outcomes: [...new Set([...outcomes.map(({id}) => id), ...outcomeKinds])],
  tools: [...new Set([...states.values()].flatMap(({tools}) => tools.map(({use}) => use)))],
})

function inTurn(at: Path, expect: TurnExpect, names: Names): RawIssue[] {
  return [
    ...inCommon(at, expect, names),
    ...unknown([...at, 'asks'], expect.asks ?? [], [...names.fields, ...openQuestions], 'field', 'поля'),
  ]
}

function inCase(at: Path, expect: CaseExpect, names: Names): RawIssue[] {
  const {exact = [], contains = [], in_order = []} = expect.path ?? {}
  return [
    ...inCommon(at, expect, names),
    ...unknown([...at, 'path'], [...exact, ...contains, ...in_order], names.states, 'state', 'состояния'),
  ]
}

function inCommon(at: Path, {state, fields, status, outcome, tools}: Omit<TurnExpect & CaseExpect, 'path'>, names: Names): RawIssue[] {
  return [
    ...unknown([...at, 'state'], state === undefined ? [] : [state], names.states, 'state', 'состояния'),
    ...unknown([...at, 'fields'], Object.keys(fields ?? {}), names.fields, 'field', 'поля'),
    ...unknown([...at, 'status'], Object.keys(status ?? {}), names.fields, 'field', 'поля'),
    ...unknown([...at, 'outcome'], typeof outcome === 'string' ? [outcome] : [], names.outcomes, 'outcome', 'исхода'),
    ...misspelt([...at, 'tools'], toolNames(tools), names.tools),
  ]
}

/** Answers for what looks like a slip of the pen in the name of a tool; paths are inside the answers. */
export const misspeltTools = (given: Mocks, scenario: Scenario): RawIssue[] =>
  Object.keys(given).flatMap((name) => misspelt([name], [name], namesOf(scenario).tools))

const toolNames = ({contains = [], in_order = [], exact = []}: ToolsExpect = {}): string[] =>
  [...contains, ...in_order, ...exact].map(({name}) => name)

const inMocks = (at: Path, mocks: Mocks, tools: readonly string[]): RawIssue[] => misspelt(at, Object.keys(mocks), tools)

/** Answers may be shared by tests of several bots; only what looks like a slip of the pen is refused. */
function misspelt(at: Path, given: readonly string[], known: readonly string[]): RawIssue[] {
  return given
    .filter((name) => !known.includes(name) && closest(name, known) !== undefined)
    .map((name) => told(at, name, known, 'tool', 'инструмента'))
}

const unknown = (at: Path, given: readonly string[], known: readonly string[], en: string, ru: string): RawIssue[] =>
  given.filter((name) => !known.includes(name)).map((name) => told(at, name, known, en, ru))

function told(at: Path, name: string, known: readonly string[], en: string, ru: string): RawIssue {
  const guess = closest(name, known)
  const list = known.slice(0, 12).join(', ')
  return issue(
    [...at],
    'UNKNOWN_NAME',
    `the bot has no ${en} "${name}"${guess ? `; did you mean ${guess}?` : `; it has ${list}`}`,
    `у бота нет ${ru} «${name}»${guess ? `; может быть, ${guess}?` : `; есть ${list}`}`,
  )
}
