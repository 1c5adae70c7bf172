import {z} from 'zod'
import type {FieldStatus} from '../../dialogue/engine/state.ts'
import {outcomeKinds} from '../../skillbase/schema/flow.ts'
import {language} from '../../skillbase/schema/primitives.ts'

/** One thing or several: `contains: записываю`, `contains: [записываю, верно]`. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.union([z.array(item), item.transform((one) => [one])]) as unknown as z.ZodType<z.output<Item>[], z.input<Item> | z.input<Item>[]>

const words = listOf(z.union([z.string().min(1), z.number()]).transform(String))
const name = z.string().min(1)

export const fieldStatuses = [
  'empty',
  'candidate',
  'held',
  'accepted',
  'confirmed',
  'rejected',
  'skipped',
] as const satisfies readonly FieldStatus[]

const value = z.union([z.string(), z.number(), z.boolean(), z.null()])
const fields = z.record(name, value)
const status = z.record(name, z.enum(fieldStatuses))

const saysInFull = z.strictObject({
  contains: words.optional(),
  not_contains: words.optional(),
  max_chars: z.int().min(1).optional(),
  lang: language.optional(),
  key: words.optional(),
})
const says = z.union([words.transform((contains): Says => ({contains})), saysInFull])

const toolInFull = z.strictObject({
  name,
  args: z.record(z.string(), z.unknown()).optional(),
  times: z.int().min(0).optional(),
  order: z.int().min(1).optional().meta({description: 'which call of the conversation it is, from 1'}),
})
const tool = z.union([name.transform((only): ToolExpect => ({name: only})), toolInFull])
const toolsInFull = z.strictObject({
  contains: z.array(tool).optional(),
  in_order: z.array(tool).optional(),
  exact: z.array(tool).optional(),
})
const tools = z.union([z.array(tool).transform((contains): ToolsExpect => ({contains})), toolsInFull])

export const effectKinds = ['tool', 'transfer', 'end', 'set_language', 'set_speed', 'hold'] as const
const effectInFull = z.looseObject({kind: z.enum(effectKinds)})
const effects = listOf(z.union([z.enum(effectKinds).transform((kind): EffectExpect => ({kind})), effectInFull]))

const trace = listOf(z.union([name, z.strictObject({step: name, detail: name.optional()})]))

const common = {
  state: name.optional(),
  fields: fields.optional(),
  status: status.optional(),
  says: says.optional(),
  tools: tools.optional(),
  effects: effects.optional(),
  outcome: z.union([name, z.null()]).optional(),
  lang: language.optional(),
  trace: trace.optional(),
  judge: words.optional(),
}

export const turnExpect = z.strictObject({
  ...common,
  asks: listOf(name).optional().meta({description: 'field that is asked for or read back; or confirm, change, open'}),
  max_ms: z.number().positive().optional().meta({description: 'engine time, milliseconds'}),
})

const pathInFull = z.strictObject({exact: z.array(name).optional(), contains: z.array(name).optional(), in_order: z.array(name).optional()})
const path = z.union([z.array(name).transform((exact): PathExpect => ({exact})), pathInFull])

const lead = z.union([
  z.boolean(),
  z.strictObject({
    name: value.optional(),
    phone: value.optional(),
    email: value.optional(),
    data: fields.optional(),
  }),
])

export const ends = ['bot', 'caller', 'transfer'] as const

export const caseExpect = z.strictObject({
  ...common,
  path: path.optional(),
  kind: z.enum(outcomeKinds).optional(),
  max_turns: z.int().min(1).optional(),
  end: z.enum(ends).optional(),
  lead: lead.optional(),
  never_says: words.optional(),
  invariants: z.literal(true).optional().meta({description: 'what every conversation must keep, as `scenario fuzz` checks it'}),
})

export type TurnExpect = z.output<typeof turnExpect>
export type CaseExpect = z.output<typeof caseExpect>
export type Says = z.output<typeof saysInFull>
export type ToolExpect = z.output<typeof toolInFull>
export type ToolsExpect = z.output<typeof toolsInFull>
export type EffectExpect = z.output<typeof effectInFull>
export type TraceExpect = z.output<typeof trace>[number]
export type LeadExpect = z.output<typeof lead>
export type PathExpect = z.output<typeof pathInFull>
