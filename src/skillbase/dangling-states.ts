import {closest} from '../closest.ts'
import {issue, type Path, type RawIssue} from './issue.ts'
import type {Flow} from './schema/flow.ts'

/** States that are named and not there. Paths are inside the flow. */
export function danglingStates(flow: Flow): RawIssue[] {
  return stateReferences(flow)
    .filter(({state}) => !Object.hasOwn(flow.states, state))
    .map(({path, state}) => {
      const guess = closest(state, Object.keys(flow.states))
      return issue(
        path,
        'E110',
        `there is no state "${state}"${guess ? `; did you mean ${guess}?` : ''}`,
        `нет состояния «${state}»${guess ? `; может быть, ${guess}?` : ''}`,
      )
    })
}

export interface StateReference {
  readonly path: Path
  readonly state: string
}

/** Every place that names a state. */
export function stateReferences(flow: Flow): StateReference[] {
  const found: StateReference[] = []
  const add = (path: Path, state: string | undefined) => {
    if (state !== undefined) found.push({path, state})
  }
  add(['start'], flow.start)
  for (const [id, state] of Object.entries(flow.states)) {
    state.transitions.forEach(({to}, index) => add(['states', id, 'transitions', index, 'to'], to))
    add(['states', id, 'next'], state.next)
    add(['states', id, 'on_max_turns'], state.on_max_turns)
  }
  flow.global.forEach(({to}, index) => add(['global', index, 'to'], to))
  flow.rules.forEach(({then}, index) => {
    if (typeof then === 'object') add(['rules', index, 'then'], then.to)
  })
  add(['handoff', 'fallback'], flow.handoff.fallback)
  for (const [id, {on_fail: onFail}] of Object.entries(flow.fields)) {
    if (onFail !== undefined && !failActions.has(onFail)) add(['fields', id, 'on_fail'], onFail)
  }
  return found
}

/** What `on_fail` may be besides a state. */
export const failActions: ReadonlySet<string> = new Set(['skip', 'callback', 'handoff', 'end', 'dtmf'])
