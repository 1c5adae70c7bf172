import {simpleCommands} from '../engine/command.ts'
import type {Scenario} from '../engine/scenario.ts'

/** Commands a model may use; what ends a call for good is left to the rules. */
const modelCommands = simpleCommands.filter((kind) => !['emergency', 'voicemail', 'injection'].includes(kind))

/**
 * JSON Schema of a model's answer, strict: every property required, absent ones null.
 * Closed lists for fields, intents and commands, so that the model cannot name what does not exist.
 */
export function answerSchema({fields, intents}: Scenario, withReply: boolean): Record<string, unknown> {
  const nullable = (schema: Record<string, unknown>) => ({anyOf: [schema, {type: 'null'}]})
  const command = object({
    kind: {type: 'string', enum: ['set', 'ask', 'intent', 'none', ...modelCommands]},
    field: nullable({type: 'string', enum: [...fields.keys()]}),
    value: nullable({type: 'string', maxLength: 300}),
    intent: nullable({type: 'string', enum: ['none', ...intents.map((intent) => intent.id)]}),
  })
  const commands = {type: 'array', items: command, maxItems: 8}
  return object(withReply ? {commands, reply: {type: 'string', maxLength: 320}} : {commands})
}

const object = (properties: Record<string, unknown>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})
