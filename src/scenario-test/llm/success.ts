import {ConditionError} from '../../dialogue/engine/scenario/condition-error.ts'
import {expressionsOver} from '../../dialogue/engine/scenario/expression.ts'
import type {Scenario} from '../../dialogue/engine/scenario/scenario.ts'
import {issue, type RawIssue} from '../../skillbase/issue.ts'
import type {CaseRun} from '../run/case-run.ts'
import type {SimulatedCaller} from '../format/test-file.ts'

const compile = expressionsOver({
  outcome: 'string',
  kind: 'string',
  lang: 'string',
  state: 'string',
  end: 'string',
  f: 'map',
  tools: 'map',
  turns: 'dyn',
})

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
  return compile(success).holds(vars)
}

/** Why the condition can never be told, if it cannot. */
export function successFault({success}: SimulatedCaller, {fields}: Scenario): RawIssue[] {
  const at = ['llm', 'simulate']
  try {
    compile(success)
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error
    return [issue(at, 'BAD_CONDITION', `success: ${error.text.en}`, `success: ${error.text.ru}`)]
  }
  const unknown = [...success.matchAll(/\bf\.(\w+)/g)].map(([, id]) => id!).filter((id) => !fields.has(id))
  return unknown.map((id) => issue(at, 'BAD_CONDITION', `success: there is no field "${id}"`, `success: нет поля «${id}»`))
}
