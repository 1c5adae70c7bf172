import {extractChoice} from '../nlu/choice.ts'
import type {Utterance} from '../nlu/types.ts'
import type {Command} from './command.ts'
import {isKnown, type Draft, note, patch} from './draft.ts'
import {edgeOn} from './edges.ts'
import {ahead, exits} from './reading/open-fields.ts'

/** How many turns later «давайте» may still mean what was asked about. */
const memory = 2

/** Keeps the options a question named: «сколько стоит диван?» chooses no sofa yet. Two of one field name none. */
export function keepAskedAbout(draft: Draft, spoken: Utterance): void {
  const options = [...draft.scenario.fields.values()].flatMap((field) => {
    const found =
      field.type === 'enum' && !isKnown(draft.state.fields[field.id])
        ? extractChoice(spoken, {now: draft.local, options: field.choices})
        : undefined
    return found && !found.alts && found.confidence >= 0.6 ? [{field: field.id, option: found.value.option}] : []
  })
  if (options.length > 0) patch(draft, {askedAbout: {turn: draft.state.counters.turns, options}})
}

/** «Хорошо, давайте», "I'll take it", right after a price was told: what was asked about is wanted. */
export function wantedAfterAll(draft: Draft, kinds: ReadonlySet<string>, commands: readonly Command[]): readonly Command[] {
  const {askedAbout, counters} = draft.state
  if (!askedAbout || counters.turns - askedAbout.turn > memory || leadsAway.some((kind) => kinds.has(kind))) return []
  return askedAbout.options
    .filter(({field}) => agrees(draft, field, kinds) && !commands.some((command) => command.kind === 'set' && command.field === field))
    .map(({field, option}) => {
      note(draft, 'asked_about', field)
      return {kind: 'set', field, value: option, alts: [], raw: option, corrected: false, source: 'rule', confidence: 0.7}
    })
}

const leadsAway = [...exits, 'goodbye', 'thanks', 'unsure', 'deny', 'complaint', 'ask']

/** A "yes" that answers no other question, or a wish that leads to where the field is asked for. */
function agrees(draft: Draft, field: string, kinds: ReadonlySet<string>): boolean {
  const {pending, direction, fields} = draft.state
  if (isKnown(fields[field]) || !(pending.kind === 'open' || (pending.kind === 'ask' && pending.field === field))) return false
  if (kinds.has('book') || (kinds.has('affirm') && direction === 'inbound')) return true
  return draft.scenario.intents.some(({id}) => {
    const edge = kinds.has(id) ? edgeOn(draft, id) : undefined
    return edge !== undefined && [...draft.scenario.states.get(edge.to)!.collect, ...ahead(draft.scenario, edge.to)].includes(field)
  })
}
