import {type Line, noLine} from '../../dialogue/engine/scenario/line.ts'
import type {Scenario} from '../../dialogue/engine/scenario/scenario.ts'

/** What the skillbase words for a line of the bot, by the key of the act; empty for what the engine says on its own. */
export function authorsLines(key: string, scenario: Scenario): readonly Line[] {
  const [kind, ...rest] = key.split('.')
  const id = rest.join('.')
  const {fields, states, rules, greeting, handoff, knowledge, lines} = scenario
  switch (kind) {
    case 'greeting':
      return [greeting.inbound, greeting.outbound]
    case 'consent':
      return [greeting.consent]
    case 'ask':
      return [fields.get(id)?.askLine ?? noLine]
    case 'reask':
      return [fields.get(id)?.reaskLine ?? noLine]
    case 'state':
      return [states.get(id)?.say ?? noLine]
    case 'edge':
      return [...[...states.values()].flatMap(({edges}) => edges), ...scenario.global].map(({say}) => say)
    case 'rule':
      return [rules.find((rule) => rule.id === id)?.say ?? noLine]
    case 'line':
      return [[...lines].find(([each]) => each === id)?.[1].own ?? noLine]
    case 'handoff':
      return [handoff.say]
    case 'not_found':
      return [knowledge?.notFound ?? noLine]
    default:
      return []
  }
}
