import {Environment} from '@marcbachmann/cel-js'
import type {Scenario} from '../../dialogue/engine/scenario/scenario.ts'
import {issue, type RawIssue} from '../../skillbase/issue.ts'
import type {CaseRun} from '../run/case-run.ts'
import type {SimulatedCaller} from '../format/test-file.ts'

const environment = new Environment({limits: {maxAstNodes: 300, maxDepth: 30}, enableOptionalTypes: false})
for (const name of ['outcome', 'kind', 'lang', 'state', 'end']) environment.registerVariable(name, 'string')
for (const name of ['f', 'tools']) environment.registerVariable(name, 'map')
environment.registerVariable('turns', 'dyn')

/** Whether the conversation came to what its caller wanted. A condition over a field nobody gave does not hold. */
export function hasSucceeded({success}: SimulatedCaller, {end, turns, state, toolUses}: CaseRun): boolean {
  const vars = {
    outcome: end?.outcome ?? '',
    kind: end?.outcomeKind ?? '',
    lang: end?.language ?? state.lang,
    state: state.state,
    end: end?.endReason ?? '',
    f: end?.fields ?? {},
    tools: Object.fromEntries(toolUses.map(({name, result}) => [name.replaceAll('.', '_'), result ?? {ok: false}])),
    turns: turns.filter(({turn}) => turn?.user !== undefined).length,
  }
  try {
    return environment.parse(success)(vars) === true
  } catch {
    return false
  }
}

/** Why the condition can never be told, if it cannot. */
export function successFault({success}: SimulatedCaller, {fields}: Scenario): RawIssue[] {
  const at = ['llm', 'simulate']
  const checked = environment.check(success)
  if (!checked.valid) {
    const why = (checked.error?.message ?? 'not a valid condition').split('\n')[0]!
    return [issue(at, 'BAD_CONDITION', `success: ${why}`, `success: ${why}`)]
  }
  const unknown = [...success.matchAll(/\bf\.(\w+)/g)].map(([, id]) => id!).filter((id) => !fields.has(id))
  const faults = [
    ...unknown.map((id) => `there is no field "${id}"`),
    ...(/\bmatches\s*\(/.test(success) ? ['matches() is not allowed'] : []),
  ]
  return faults.map((why) => issue(at, 'BAD_CONDITION', `success: ${why}`, `success: ${why}`))
}
