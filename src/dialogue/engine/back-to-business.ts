import type {Command} from './command.ts'
import {type Draft, note, patch} from './draft.ts'
import {current} from './edges.ts'
import type {FieldChanges} from './fields.ts'
import type {ScenarioState} from './scenario/scenario.ts'
import {enter} from './transitions.ts'

/**
 * «Ну ладно, запишите на стрижку», said while a number to call back on is being taken: back to what the bot can do itself. Only a wish to
 * book, or an option that only the business asks for, leads back; a day may be the day to call.
 */
export function backToBusiness(draft: Draft, kinds: ReadonlySet<string>, commands: readonly Command[], {taken}: FieldChanges): void {
  const {scenario, state} = draft
  const here = current(draft)
  if (!state.flags['callback'] || ['callback', 'handoff', 'cancel', 'refuse'].some((kind) => kinds.has(kind))) return
  if (taken.some((id) => here.collect.includes(id))) return
  const wished = taken.filter((id) => scenario.fields.get(id)!.type === 'enum' && !here.collect.includes(id))
  const books = commands.some((command) => command.kind === 'intent' && command.id === 'book')
  const target = wished.length > 0 || books ? businessState(draft, wished) : undefined
  if (!target || target.id === here.id) return
  note(draft, 'back', `${here.id} → ${target.id}`)
  patch(draft, {flags: {...state.flags, callback: false, capturing: false}, pending: {kind: 'open'}})
  enter(draft, target.id)
}

/** The state that collects what was said; without any, the one that a wish to book leads to from where the call began. */
function businessState({scenario, state}: Draft, wished: readonly string[]): ScenarioState | undefined {
  const states = [...state.visited.toReversed(), ...scenario.states.keys()].map((id) => scenario.states.get(id)!)
  if (wished.length > 0) return states.find(({type, collect}) => type === 'collect' && wished.some((id) => collect.includes(id)))
  const edge = scenario.states.get(scenario.start)!.edges.find(({on}) => on.includes('book'))
  return edge && scenario.states.get(edge.to)
}
