import type {Command} from './command.ts'
import type {Draft} from './draft.ts'
import {conditionVars} from './ending.ts'
import {current} from './edges.ts'
import {ahead} from './reading/open-fields.ts'

/**
 * «Половину заплачу в пятницу», «вчера уже заплатила», where a day was asked for: the day belongs to a wish whose edge leads to where nobody
 * asks for one. It answers nothing, so it is neither taken down nor found fault with.
 */
export function withoutBeside(draft: Draft, commands: readonly Command[]): readonly Command[] {
  const {pending, state} = draft.state
  const asked = pending.kind === 'ask' ? draft.scenario.fields.get(pending.field)! : undefined
  if (!asked || (asked.type !== 'date' && asked.type !== 'time')) return commands
  const wishes = new Set(commands.flatMap((command) => (command.kind === 'intent' ? [command.id] : [])))
  if (wishes.size === 0) return commands
  const vars = conditionVars(draft)
  const edge = current(draft).edges.find(
    ({on, when}) => on.length === 0 || (on.some((id) => wishes.has(id)) && (!when || when.holds(vars))),
  )
  if (!edge || edge.on.length === 0 || edge.to === state) return commands
  const leadsBack = [...draft.scenario.states.get(edge.to)!.collect, ...ahead(draft.scenario, edge.to)].includes(asked.id)
  return leadsBack ? commands : commands.filter((command) => !('field' in command && command.field === asked.id))
}
