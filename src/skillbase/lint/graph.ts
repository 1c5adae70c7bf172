import {reachableFrom, type StateEdge, stateGraph, stateType} from '../state-graph.ts'
import type {Check} from './context.ts'

/** E113 dead end, W114 no way out after too many turns, W115 end with edges, W116 collects nothing, E118 unreachable, E119 no end ahead. */
export const checkGraph: Check = ({flow, report}) => {
  const {start, states, edges} = stateGraph(flow)
  if (start === undefined || !states.has(start)) return
  const anywhere = edges.filter(({from}) => from === undefined).map(({to}) => to)
  const entered = reachableFrom([start, ...anywhere], edges)
  const ends = new Set([...states].filter(([, state]) => state.type === 'end').map(([id]) => id))
  const leaving = leadingTo(ends, edges)
  const alwaysOut = anywhere.some((id) => leaving.has(id))

  for (const [id, state] of states) {
    const path = ['flow', 'states', id]
    const type = stateType(state)
    if (type === 'end') {
      if (state.transitions.length > 0 || state.next !== undefined) {
        report(
          [...path, state.transitions.length > 0 ? 'transitions' : 'next'],
          'W115',
          'the call ends here, so its edges are never taken',
          'звонок здесь заканчивается, переходы не сработают',
        )
      }
    } else {
      if (!edges.some(({from}) => from === id) && !alwaysOut)
        report(path, 'E113', `nothing leads out of "${id}", and it is no end`, `из «${id}» нет выхода, а это не конец`)
      else if (!leaving.has(id) && !alwaysOut)
        report(path, 'E119', `from "${id}" no end can be reached`, `из «${id}» нельзя прийти к концу`)
      if (type !== 'action' && state.on_max_turns === undefined)
        report(
          path,
          'W114',
          `without \`on_max_turns\` a caller may go in circles in "${id}"`,
          `без \`on_max_turns\` звонящий может застрять в «${id}»`,
        )
      if (type === 'collect' && !state.collect?.length) report(path, 'W116', `"${id}" collects nothing`, `«${id}» ничего не собирает`)
    }
    if (!entered.has(id)) report(path, 'E118', `"${id}" can never be reached`, `в «${id}» нельзя попасть`)
  }
}

/** States from which one of `goals` can be reached, the goals included. */
function leadingTo(goals: ReadonlySet<string>, edges: readonly StateEdge[]): Set<string> {
  return reachableFrom(
    goals,
    edges.flatMap(({from, to, ...edge}) => (from === undefined ? [] : [{...edge, from: to, to: from}])),
  )
}
