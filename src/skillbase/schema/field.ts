import {z} from 'zod'
import {atMost, clockRange, fieldId, localized, localizedList, phrases, stateId} from './primitives.ts'

export const fieldTypes = ['phone', 'person_name', 'date', 'time', 'email', 'number', 'enum', 'address', 'yesno', 'text'] as const

const option = z.union([
  z.string().trim().min(1).max(100),
  z.strictObject({
    id: z.string().trim().min(1).max(64),
    say: localized.optional(),
    synonyms: phrases.optional(),
  }),
])

/** What the bot wants to know, how it asks and how sure it has to be. */
export const field = z
  .strictObject({
    type: z.enum(fieldTypes),
    description: z.string().max(500).optional().meta({description: 'for people and for the model; never spoken'}),
    ask: localized.optional(),
    reask: localizedList.optional().meta({description: 'said instead of `ask` the second, third … time'}),
    confirm: z.enum(['auto', 'explicit', 'implicit', 'none']).default('auto'),
    required: z.boolean().default(true),
    max_retries: z.int().min(0).max(10).default(2).meta({description: 'how often to ask again before `on_fail`'}),
    on_fail: z
      .union([z.enum(['skip', 'callback', 'handoff', 'end', 'dtmf']), stateId])
      .optional()
      .meta({description: 'what to do when the caller cannot be understood: skip, callback, handoff, end, dtmf or a state'}),
    pii: z.boolean().default(false),
    options: z.array(option).min(1).max(200).optional(),
    min: z
      .union([z.number(), z.string().max(32)])
      .optional()
      .meta({description: 'number; or a date: today, tomorrow, +60d, 2026-01-31'}),
    max: z.union([z.number(), z.string().max(32)]).optional(),
    min_len: z.int().min(0).max(1000).optional(),
    max_len: z.int().min(1).max(1000).optional(),
    past: z.boolean().optional().meta({description: 'a date in the past, such as a birth date'}),
    window: clockRange.optional(),
    within_hours: z.boolean().optional().meta({
      description: 'whether a day or an hour must lie in the opening hours; by default a visit must, a payment or a departure need not',
    }),
    parts: z
      .array(z.enum(['last', 'first', 'patronymic']))
      .min(1)
      .max(3)
      .optional(),
    region: z.string().length(2).optional().meta({description: 'country of phone numbers said without a country code'}),
  })
  .refine((value) => value.type !== 'enum' || value.options, {path: ['options'], error: 'an enum needs options'})

export const fields = z.record(fieldId, field).refine(atMost(200), 'must be at most 200 fields')

export type Field = z.output<typeof field>
export type FieldType = (typeof fieldTypes)[number]
