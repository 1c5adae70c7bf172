import {z} from 'zod'
import {condition, duration, fieldId, localized, localizedList, stateId} from './primitives.ts'

export const stateTypes = ['talk', 'collect', 'answer', 'confirm', 'action', 'end'] as const

export const transition = z.strictObject({
  to: stateId,
  on: z
    .union([z.string(), z.array(z.string()).min(1)])
    .optional()
    .meta({description: 'intents; one of them must have been heard'}),
  when: condition.optional().meta({description: 'CEL; must hold together with `on`'}),
  priority: z.number().default(0),
  say: localized.optional(),
})

const scalar = z.union([z.string(), z.number(), z.boolean()])

export const toolUse = z.strictObject({
  use: z.string().regex(/^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?$/, 'must be like calendar.check'),
  args: z.record(z.string(), scalar).default({}),
  save_as: fieldId.optional(),
  filler: localized.optional().meta({description: 'said while the tool is running'}),
  timeout: duration.optional(),
})

export const state = z.strictObject({
  goal: z.string().max(500).optional().meta({description: 'what this state is for; for people and for the model, never spoken'}),
  type: z.enum(stateTypes).optional(),
  say: z.union([localized, localizedList]).optional(),
  collect: z.array(fieldId).max(100).optional(),
  order: z.enum(['opportunistic', 'listed']).default('opportunistic'),
  knowledge: z.boolean().default(false),
  tools: z.array(toolUse).max(20).default([]),
  transitions: z.array(transition).max(100).default([]),
  next: stateId.optional().meta({description: 'short for one unconditional transition'}),
  max_turns: z.int().min(1).max(200).optional(),
  on_max_turns: stateId.optional(),
  interruptible: z.boolean().default(true),
  outcome: z.string().optional(),
  llm_notes: z.string().max(2000).optional().meta({description: 'extra instructions for the model in this state'}),
})

export type State = z.output<typeof state>
export type StateType = (typeof stateTypes)[number]
export type Transition = z.output<typeof transition>
export type ToolUse = z.output<typeof toolUse>
