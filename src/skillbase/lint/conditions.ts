import {compileCondition} from '../../dialogue/engine/scenario/condition.ts'
import {ConditionError} from '../../dialogue/engine/scenario/condition-error.ts'
import {closest} from '../../closest.ts'
import type {Path} from '../issue.ts'
import {stateType} from '../state-graph.ts'
import type {Check} from './context.ts'

/** E101 unreadable, E102 unknown field, E103 one that could hang a call, E104 unknown tool result, W131 `complete` where nothing is collected. */
export const checkConditions: Check = ({flow, fields, results, report}) => {
  const check = (path: Path, source: string | undefined) => {
    if (source === undefined) return
    try {
      for (const name of compileCondition(source, fields).references.tools) {
        if (!results.has(name))
          report(
            path,
            'E104',
            `no tool saves its result as "${name}"${meant(name, results).en}`,
            `ни один инструмент не сохраняет результат как «${name}»${meant(name, results).ru}`,
          )
      }
    } catch (error) {
      if (!(error instanceof ConditionError)) throw error
      report(path, error.code, error.text.en, error.text.ru)
    }
  }
  const edges = (path: Path, transitions: typeof flow.global) =>
    transitions.forEach(({when}, index) => check([...path, index, 'when'], when))

  for (const [id, state] of Object.entries(flow.states)) {
    edges(['flow', 'states', id, 'transitions'], state.transitions)
    if (stateType(state) === 'collect' || state.collect?.length) continue
    state.transitions.forEach(({when}, index) => {
      if (when !== undefined && /(?<![\w.])complete(?!\w)/.test(when)) {
        report(
          ['flow', 'states', id, 'transitions', index, 'when'],
          'W131',
          `state "${id}" collects nothing, so it is complete at once`,
          `состояние «${id}» ничего не собирает, поэтому complete верно сразу`,
        )
      }
    })
  }
  edges(['flow', 'global'], flow.global)
  flow.rules.forEach(({when}, index) => check(['flow', 'rules', index, 'when'], when))
  flow.outcomes.forEach(({when}, index) => check(['flow', 'outcomes', index, 'when'], when))
  flow.handoff.when.forEach((when, index) => check(['flow', 'handoff', 'when', index], when))
}

export function meant(name: string, known: Iterable<string>): {readonly en: string; readonly ru: string} {
  const guess = closest(name, known)
  return guess ? {en: `; did you mean ${guess}?`, ru: `; может быть, ${guess}?`} : {en: '', ru: ''}
}
