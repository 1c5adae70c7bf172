import {z} from 'zod'
import {flow, flowLlm, knowledge, languages} from './flow.ts'
import {localized, personalName, slug} from './primitives.ts'

const item = z.string().trim().min(1).max(500)

/** Who the bot is and what it may say; the second level of the system prompt. */
const context = z.strictObject({
  role: z.string().trim().min(1).max(500).optional(),
  style: z.string().trim().min(1).max(500).optional(),
  rules: z.array(item).max(50).default([]),
  safety_rules: z.array(item).max(50).default([]),
  facts: z.array(item).max(100).default([]),
  lead_criteria: z
    .array(z.strictObject({condition: item, action: item}))
    .max(20)
    .default([]),
})

const target = z.string().regex(/^(?:\+[1-9]\d{6,14}|sips?:[^\s@]+@[^\s@]+)$/, 'must be an E.164 number (+79031234567) or a sip: URI')

const agent = z.strictObject({
  handoff: z
    .strictObject({
      criteria: z.array(item).max(20).default([]),
      targets: z
        .array(z.strictObject({name: z.string().min(1).max(64), to: target, context_rules: z.string().max(1000).optional()}))
        .max(20)
        .default([]),
    })
    .prefault({}),
  crm_field_mapping: z.record(z.string(), z.string().min(1).max(100)).default({}),
  closing_message: z
    .union([
      z.strictObject({type: z.literal('static_template'), template: localized}),
      z.strictObject({type: z.literal('llm_prompt'), prompt: z.string().min(1).max(300)}),
    ])
    .optional(),
})

export const toolNames = [
  'calendar',
  'webhook',
  'transfer_call',
  'transfer_to_agent',
  'end_call',
  'detect_language',
  'skip_turn',
  'dtmf_tone',
] as const

const enabled = z.boolean().default(true)

/** Tools have their own configuration each; one that is not configured refuses when it is called. */
export const tool = z.discriminatedUnion('name', [
  z.strictObject({
    name: z.literal('calendar'),
    enabled,
    config: z
      .strictObject({
        api_url: z.url({protocol: /^https?$/}).optional(),
        api_key_env: z.string().optional(),
        timeout: z.number().positive().max(30).default(5),
      })
      .prefault({}),
  }),
  z.strictObject({
    name: z.literal('webhook'),
    enabled,
    config: z.strictObject({
      url: z.url({protocol: /^https?$/}),
      method: z.enum(['GET', 'POST', 'PUT']).default('POST'),
      parameters: z.record(z.string(), z.unknown()).default({}),
      timeout: z.number().positive().max(30).default(5),
    }),
  }),
  z.strictObject({
    name: z.literal('transfer_call'),
    enabled,
    config: z
      .strictObject({
        description: z.string().max(1000).optional(),
        rules: z
          .array(z.strictObject({condition: item, context_rules: z.string().max(1000).optional(), phone_or_sip: target}))
          .max(20)
          .default([]),
      })
      .prefault({}),
  }),
  z.strictObject({
    name: z.literal('transfer_to_agent'),
    enabled,
    config: z.strictObject({queue: z.string().max(100).optional()}).prefault({}),
  }),
  z.strictObject({name: z.literal('end_call'), enabled, config: z.strictObject({}).prefault({})}),
  z.strictObject({name: z.literal('detect_language'), enabled, config: z.strictObject({}).prefault({})}),
  z.strictObject({
    name: z.literal('skip_turn'),
    enabled,
    config: z.strictObject({max_wait: z.number().positive().max(60).default(30)}).prefault({}),
  }),
  z.strictObject({
    name: z.literal('dtmf_tone'),
    enabled,
    config: z.strictObject({max_digits: z.int().min(1).max(32).default(32)}).prefault({}),
  }),
])

const voice = z.strictObject({
  tts: z
    .strictObject({
      provider: z.enum(['cartesia']).default('cartesia'),
      model: z.string().max(100).optional(),
      voice: z
        .union([z.string().max(100), z.strictObject({ru: z.string().max(100).optional(), en: z.string().max(100).optional()})])
        .optional(),
      speed: z.number().min(0.5).max(2).optional(),
    })
    .prefault({}),
  stt: z
    .strictObject({
      provider: z.enum(['deepgram']).default('deepgram'),
      model: z.string().max(100).optional(),
      language: z.enum(['ru', 'en', 'multi']).optional(),
    })
    .prefault({}),
})

export const skillbaseSchemaId = 'voicectl/skillbase/v1'

/** A bot, whole. */
export const skillbase = z
  .strictObject({
    schema: z.literal(skillbaseSchemaId),
    slug: slug.optional(),
    name: personalName.optional(),
    description: z.string().max(2000).optional(),
    context: context.prefault({}),
    languages: languages.optional(),
    flow: flow,
    agent: agent.prefault({}),
    tools: z
      .array(tool)
      .max(20)
      .default([])
      .superRefine((tools, issues) => {
        const seen = new Set<string>()
        tools.forEach(({name}, index) => {
          if (seen.has(name)) issues.addIssue({code: 'custom', path: [index, 'name'], message: `tool "${name}" is listed twice`})
          seen.add(name)
        })
      }),
    voice: voice.prefault({}),
    llm: flowLlm.optional(),
    knowledge: knowledge.optional(),
  })
  .meta({id: 'Skillbase', title: 'voicectl skillbase'})

export type Skillbase = z.output<typeof skillbase>
export type SkillbaseInput = z.input<typeof skillbase>
export type Tool = z.output<typeof tool>
