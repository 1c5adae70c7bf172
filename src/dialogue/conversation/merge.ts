import type {Command, CommandOf} from '../engine/command.ts'
import type {Scenario} from '../engine/scenario.ts'

/**
 * Rules and model together. A value the rules read stands; a different one from the model makes it a question, never a silent change.
 * Of the model's other commands only those that the rules do not contradict are taken, and never one that ends the call for good.
 */
export function mergeCommands(scenario: Scenario, rules: readonly Command[], model: readonly Command[]): Command[] {
  const merged = rules.map((command) => (command.kind === 'set' ? withDoubt(command, model) : command))
  const read = new Set(rules.filter((command) => command.kind === 'set' || command.kind === 'partial').map((command) => command.field))
  for (const command of model) {
    if (command.kind === 'set') {
      if (!read.has(command.field) && scenario.fields.has(command.field)) merged.push(doubtful(scenario, command))
    } else if (!contradicts(command, rules) && !merged.some((each) => sameKind(each, command))) merged.push(command)
  }
  return merged
}

function withDoubt(command: CommandOf<'set'>, model: readonly Command[]): CommandOf<'set'> {
  const other = model.find((each) => each.kind === 'set' && each.field === command.field && each.value !== command.value)
  // Names and free text differ in spelling, not in meaning.
  if (!other || other.kind !== 'set' || command.confidence >= 0.9) return command
  return {...command, alts: [...new Set([command.value, ...command.alts, other.value])]}
}

/** What only the model heard is asked back wherever a wrong value would do harm. */
function doubtful(scenario: Scenario, command: CommandOf<'set'>): CommandOf<'set'> {
  const type = scenario.fields.get(command.field)!.type
  return type === 'text' || type === 'person_name' || type === 'enum'
    ? command
    : {...command, confidence: Math.min(command.confidence, 0.4)}
}

const opposites: Readonly<Record<string, readonly string[]>> = {
  affirm: ['deny', 'unsure'],
  deny: ['affirm', 'unsure'],
  unsure: ['affirm', 'deny'],
}

const contradicts = (command: Command, rules: readonly Command[]): boolean =>
  rules.some((rule) => opposites[command.kind]?.includes(rule.kind))

const sameKind = (a: Command, b: Command): boolean => a.kind === b.kind && (a.kind !== 'intent' || (b.kind === 'intent' && a.id === b.id))
