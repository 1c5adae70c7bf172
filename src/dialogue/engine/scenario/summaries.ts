import {leadsOn} from '../reading/open-fields.ts'
import type {ScenarioState} from './scenario.ts'

/** Tells every state what the confirm states ahead of it, itself included, will read out. */
export function withSummaries(states: ReadonlyMap<string, ScenarioState>): Map<string, ScenarioState> {
  return new Map([...states].map(([id, state]) => [id, {...state, readAhead: readFrom(states, id)}]))
}

function readFrom(states: ReadonlyMap<string, ScenarioState>, start: string): Set<string> {
  const read = new Set<string>()
  const seen = new Set([start])
  for (const id of seen) {
    const {type, say, edges, next} = states.get(id)!
    if (type === 'confirm')
      for (const {variables} of [...say.ru, ...say.en]) for (const name of variables) if (name.startsWith('f.')) read.add(name.slice(2))
    for (const {to} of edges.filter(leadsOn)) seen.add(to)
    if (next !== undefined) seen.add(next)
  }
  return read
}
