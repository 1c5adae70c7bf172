import {z} from 'zod'
import {fields} from './field.ts'
import {lineIds} from './line-ids.ts'
import {
  atMost,
  clockRange,
  condition,
  duration,
  language,
  localized,
  localizedList,
  phrases,
  flowId,
  stateId,
  timezone,
} from './primitives.ts'
import {state, transition} from './state.ts'

export const outcomeKinds = [
  'do_not_call',
  'wrong_number',
  'voicemail',
  'emergency',
  'transferred',
  'lead',
  'callback',
  'refused',
  'info_only',
  'not_target',
  'failed',
] as const

export const persona = z.strictObject({
  name: z.string().max(80).optional(),
  role: z.string().max(500).optional(),
  company: z.string().max(200).optional(),
  gender: z.enum(['f', 'm']).default('f'),
  address: z.enum(['vy', 'ty']).default('vy'),
  style: z.string().max(500).optional(),
})

export const languages = z.strictObject({
  default: language.default('ru'),
  supported: z.array(language).min(1).optional(),
  detect: z.boolean().default(true),
  switch_after: z.int().min(1).max(10).default(2).meta({description: 'turns in another language before the bot follows'}),
})

const intent = z.strictObject({description: z.string().max(500).optional(), phrases: phrases.optional()})

const ruleAction = z.union([
  z.enum(['handoff', 'refuse', 'end']),
  z.strictObject({to: stateId}),
  z
    .string()
    .regex(/^to:\s*\S+$/, 'must be handoff, refuse, end or to: STATE')
    .transform((text) => ({to: text.replace(/^to:\s*/, '')})),
])

export const rule = z.strictObject({
  id: z.string().min(1).max(64),
  match: z
    .strictObject({phrases: phrases.optional(), intents: z.array(z.string()).optional()})
    .refine((match) => match.phrases ?? match.intents, 'needs phrases or intents'),
  when: condition.optional(),
  then: ruleAction,
  say: localized.optional(),
  outcome: z.string().optional(),
})

export const handoff = z.strictObject({
  when: z.array(condition).default([]),
  target: z.string().max(200).optional().meta({description: 'E.164 number or sip: URI'}),
  fallback: stateId.optional(),
  say: localized.optional(),
})

export const knowledge = z.strictObject({
  base: z.string().min(1).max(100).optional(),
  document_ids: z.array(z.string()).optional(),
  min_score: z.number().min(0).max(1).default(0.5),
  top_k: z.int().min(1).max(20).default(3),
  not_found: localized.optional(),
})

export const silence = z.strictObject({
  reask_after: duration.default(6),
  check_after: duration.default(6),
  end_after: duration.default(8),
  hold: duration.default(30),
  say: z.strictObject({check: localized.optional(), end: localized.optional(), hold: localized.optional()}).optional(),
})

export const limits = z.strictObject({
  max_turns: z.int().min(1).max(500).default(60),
  max_duration: duration.default(900),
  max_questions: z.int().min(1).max(50).default(5),
  max_no_match: z.int().min(1).max(20).default(4),
})

export const outcome = z.strictObject({
  id: z.string().min(1).max(64),
  kind: z.enum(outcomeKinds),
  name: localized.optional(),
  when: condition.optional(),
  evidence: z.array(z.string()).default([]),
  webhook: z.record(z.string(), z.unknown()).optional(),
  default: z.boolean().default(false),
})

export const linePhrases = z.partialRecord(z.enum(lineIds), z.union([localized, localizedList]))

export const flowLlm = z.strictObject({
  mode: z.enum(['off', 'assist', 'full', 'auto']).optional(),
  provider: z.enum(['groq', 'openai']).optional(),
  model: z.string().max(200).optional(),
  temperature: z.number().min(0).max(2).optional(),
  max_tokens: z.int().min(16).max(4000).optional(),
})

/** A conversation: what the bot says, wants to know and does. A file that holds only this is a skillbase too. */
export const flow = z.strictObject({
  schema: z.literal('voicectl.scenario/v1').optional(),
  id: flowId.optional(),
  flow: z.enum(['linear', 'graph', 'plan']).default('graph'),
  persona: persona.prefault({}),
  languages: languages.optional(),
  timezone: timezone.optional(),
  hours: z
    .record(z.string().max(40), z.union([clockRange, z.literal('closed')]))
    .optional()
    .meta({description: 'opening hours, like mon-fri: "09:00-21:00"'}),
  holidays: z.array(z.iso.date()).optional(),
  facts: z.record(z.string().max(100), localized).refine(atMost(500), 'must be at most 500 facts').default({}),
  greeting: z
    .strictObject({
      inbound: z.union([localized, localizedList]).optional(),
      outbound: z.union([localized, localizedList]).optional(),
      disclose_bot: z.boolean().default(true),
      consent: localized.optional().meta({description: 'recording notice, said with the greeting'}),
    })
    .prefault({}),
  fields: fields.default({}),
  intents: z.record(z.string().max(64), intent).refine(atMost(300), 'must be at most 300 intents').default({}),
  start: stateId.optional(),
  states: z.record(stateId, state).refine(atMost(500), 'must be at most 500 states').default({}),
  plan: z.array(z.string().min(1).max(500)).max(50).optional().meta({description: 'for `flow: plan`: steps of the conversation, in order'}),
  closing: localized.optional(),
  global: z.array(transition).max(100).default([]),
  rules: z.array(rule).max(200).default([]),
  handoff: handoff.prefault({}),
  knowledge: knowledge.optional(),
  silence: silence.prefault({}),
  phrases: linePhrases.default({}),
  limits: limits.prefault({}),
  llm: flowLlm.optional(),
  outcomes: z.array(outcome).max(50).default([]),
})

export type Flow = z.output<typeof flow>
export type FlowInput = z.input<typeof flow>
export type Outcome = z.output<typeof outcome>
export type OutcomeKind = (typeof outcomeKinds)[number]
export type Rule = z.output<typeof rule>
export type Localized = z.output<typeof localized>
export type LocalizedList = z.output<typeof localizedList>
