import {fieldsOf} from '../effective.ts'
import type {Skillbase} from '../schema/skillbase.ts'

/**
 * What a model may say that a caller did. Closed: there is no command that moves the conversation, confirms a value or ends a call, for those
 * are for rules to hear.
 */
export const nluCommands = [
  'set',
  'correct',
  'affirm',
  'deny',
  'unsure',
  'ask',
  'intent',
  'repeat',
  'slower',
  'hold',
  'handoff',
  'callback',
  'skip',
  'dont_know',
  'complaint',
  'emergency',
  'are_you_robot',
  'none',
] as const

type Schema = Readonly<Record<string, unknown>>

/**
 * JSON Schema of the answer of a model that understands, in the strict subset that constrained decoding takes: every property required,
 * what does not apply is null, no other keywords. Fields and intents are closed lists.
 */
export function nluSchema({flow}: Skillbase, {reply = false}: {readonly reply?: boolean} = {}): Schema {
  const command = object({
    kind: {type: 'string', enum: nluCommands},
    field: oneOf(Object.keys(fieldsOf(flow))),
    value: {type: ['string', 'null']},
    // What is built in has a command of its own, or is for rules to hear.
    intent: oneOf(Object.keys(flow.intents)),
  })
  const commands = {type: 'array', items: command}
  return object(reply ? {commands, reply: {type: 'string'}} : {commands})
}

/** An empty enum is no schema: without names there is only null. */
const oneOf = (names: readonly string[]): Schema =>
  names.length > 0 ? {anyOf: [{type: 'string', enum: names}, {type: 'null'}]} : {type: 'null'}

const object = (properties: Schema): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})
