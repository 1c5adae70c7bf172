import type {Command, CommandOf} from '../engine/command.ts'
import type {Scenario, ScenarioField} from '../engine/scenario/scenario.ts'
import {deniesSame} from './guard/negation.ts'
import {doubtful} from './model-values.ts'

/**
 * Rules and model together. A value the rules read stands; a different one from the model makes it a question, never a silent change.
 * Only free words, which rules take down whole, a model may shorten to what matters: it can add none. Of its other commands those are taken
 * that the rules do not contradict.
 */
export function mergeCommands(scenario: Scenario, rules: readonly Command[], model: readonly Command[]): Command[] {
  const field = (id: string) => scenario.fields.get(id)!
  const merged = rules.map((command) => (command.kind === 'set' ? withDoubt(command, field(command.field), model) : command))
  const read = new Set(
    rules.flatMap((command) => (command.kind === 'set' || command.kind === 'partial' || command.kind === 'reopen' ? [command.field] : [])),
  )
  for (const command of model) {
    if (command.kind === 'set') {
      if (!read.has(command.field)) merged.push(withCare(field(command.field), command))
    } else if (command.kind === 'reopen') {
      if (!read.has(command.field)) merged.push(command)
    } else if (!contradicts(command, rules) && !merged.some((each) => isSame(each, command))) merged.push(command)
  }
  return merged
}

/** Names and free text differ in spelling, not in meaning; a spoken number that our grammar reads is what was said. */
const disputable: ReadonlySet<string> = new Set(['enum', 'date', 'time'])

function withDoubt(command: CommandOf<'set'>, {type}: ScenarioField, model: readonly Command[]): CommandOf<'set'> {
  const other = model.find((each) => each.kind === 'set' && each.field === command.field && each.value !== command.value)
  if (other?.kind !== 'set') return command
  // Made shorter by its «не» it would be the opposite.
  if (type === 'text') return deniesSame(String(command.value), String(other.value)) ? {...command, value: other.value} : command
  if (command.confidence >= 0.9 || !disputable.has(type)) return command
  return {...command, alts: [...new Set([command.value, ...command.alts, other.value])]}
}

/** What only the model heard is asked back where a wrong value would do harm, whether or not a summary is to come. */
const withCare = ({type}: ScenarioField, command: CommandOf<'set'>): CommandOf<'set'> =>
  type === 'text' || type === 'person_name' || type === 'enum' ? command : {...command, confidence: Math.min(command.confidence, doubtful)}

const opposites: Readonly<Record<string, readonly string[]>> = {
  affirm: ['deny', 'unsure'],
  deny: ['affirm', 'unsure'],
  unsure: ['affirm', 'deny'],
}

const contradicts = (command: Command, rules: readonly Command[]): boolean =>
  rules.some((rule) => opposites[command.kind]?.includes(rule.kind))

const isSame = (a: Command, b: Command): boolean => a.kind === b.kind && (a.kind !== 'intent' || (b.kind === 'intent' && a.id === b.id))
