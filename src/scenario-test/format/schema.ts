import {z} from 'zod'
import {duration} from '../../skillbase/schema/primitives.ts'
import {toolUse} from '../../skillbase/schema/state.ts'
import {caseExpect, listOf, turnExpect} from './expect-schema.ts'

/** With an offset: without one the same test would mean another moment on another machine. */
const isMoment = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text))

const moment = z.string().refine(isMoment, 'must be like 2026-03-11T10:30:00+03:00')

/** YAML reads an unquoted +79261234567 as a number. */
const phone = z
  .union([z.string(), z.int().positive()])
  .transform((given) => (typeof given === 'number' ? `+${given}` : given.replaceAll(/[\s()-]/g, '')))
  .refine((text) => text === '' || /^\+[1-9]\d{6,14}$/.test(text), 'must be an E.164 number (+79031234567), or empty when withheld')

/** What a caller says may be written without quotes: `user: 5`. */
const spoken = z.union([z.string().max(20_000), z.number(), z.boolean()]).transform(String)

const keys = z
  .union([z.string(), z.int().nonnegative()])
  .transform(String)
  .refine((text) => /^[\d*#A-D]{1,32}$/.test(text), 'must be keys of a phone: 0 to 9, * and #')

export const turnForms = ['user', 'silence', 'dtmf', 'restart', 'hangup', 'transfer'] as const

const turn = z
  .strictObject({
    user: spoken.optional(),
    barge_in_at: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .meta({description: 'share of the bot’s last words that was heard before the caller spoke'}),
    silence: z.union([duration, z.literal(true).transform(() => 6)]).optional(),
    dtmf: keys.optional(),
    restart: z.literal(true).optional(),
    hangup: z.literal(true).optional(),
    transfer: z.enum(['ok', 'failed']).optional(),
    expect: turnExpect.optional(),
  })
  .refine(
    ({expect, ...given}) => turnForms.some((form) => given[form] !== undefined) || expect !== undefined,
    'needs user, silence, dtmf, restart, hangup or transfer',
  )
  .refine(
    (given) => turnForms.filter((form) => form !== 'transfer' && given[form] !== undefined).length <= 1,
    'has two things at once; a turn is one of user, silence, dtmf, restart, hangup, transfer',
  )
  .refine(
    (given) =>
      given.transfer === undefined || turnForms.every((form) => form === 'transfer' || form === 'user' || given[form] === undefined),
    'transfer stands alone or beside user',
  )
  .refine((given) => given.barge_in_at === undefined || given.user !== undefined, 'barge_in_at needs user')

const mock = z
  .strictObject({
    when: z.record(z.string(), z.unknown()).optional().meta({description: 'part of the arguments this answer is for'}),
    return: z.record(z.string(), z.unknown()).optional(),
    error: z.string().min(1).optional(),
    delay: duration.optional(),
    crash: z.literal(true).optional().meta({description: 'the process is lost while the tool runs, and another takes the call up'}),
    times: z.int().min(1).optional().meta({description: 'how often it is given before the next one is tried'}),
  })
  .refine((given) => given.return ?? given.error ?? given.delay ?? given.crash, 'needs return, error, delay or crash')
  .refine((given) => !(given.return && given.error), 'has both return and error')

/** Answers of tools by their names. */
export const mocks = z.record(toolUse.shape.use, listOf(mock))

/** What stands at the top of a file for all its cases, and in a case for itself. */
const setting = {
  now: moment.optional(),
  caller: phone.optional(),
  direction: z.enum(['inbound', 'outbound']).optional(),
  contact: z.record(z.string(), z.union([z.string(), z.number()]).transform(String)).optional(),
  seed: z.int().nonnegative().optional(),
  tools: mocks.optional(),
}

const testCase = z.strictObject({
  name: z.string().trim().min(1).max(200),
  tags: z.array(z.string().trim().min(1)).optional(),
  skip: z
    .union([z.boolean(), z.string().min(1)])
    .optional()
    .meta({description: 'why it is not run'}),
  ...setting,
  turns: z.array(turn).min(1).max(1000),
  expect: caseExpect.optional(),
})

const simulate = z.strictObject({
  name: z.string().min(1).max(200).optional(),
  persona: z.string().min(1).max(1000),
  goal: z.string().min(1).max(1000),
  success: z.string().min(1).max(500).meta({description: 'CEL over outcome, kind, f, lang, turns'}),
  max_turns: z.int().min(1).max(100).default(20),
})

const judge = z.strictObject({model: z.string().min(1).optional(), rubric: z.array(z.string().min(1).max(300)).min(1).max(20)})

const llm = z
  .strictObject({
    runs: z.int().min(1).max(20).default(1),
    pass_k: z.int().min(1).max(20).optional(),
    judge: judge.optional(),
    simulate: listOf(simulate).optional(),
  })
  .refine(({runs, pass_k}) => pass_k === undefined || pass_k <= runs, {path: ['pass_k'], error: 'is more than there are runs'})

export const testFile = z
  .strictObject({
    description: z.string().max(2000).optional(),
    scenario: z.string().min(1).optional().meta({description: 'path of a flow or a skillbase, relative to this file'}),
    skillbase: z.string().min(1).optional().meta({description: 'slug of a stored skillbase, with @latest, @published or @N if need be'}),
    ...setting,
    cases: z.array(testCase).min(1).max(1000),
    llm: llm.optional(),
  })
  .refine(({scenario, skillbase}) => (scenario === undefined) !== (skillbase === undefined), 'needs scenario or skillbase, one of the two')

export type TestFileInput = z.output<typeof testFile>
export type TestCaseInput = z.output<typeof testCase>
export type Turn = z.output<typeof turn>
export type Mock = z.output<typeof mock>
export type Mocks = Readonly<Record<string, readonly Mock[]>>
export type Setting = Pick<TestCaseInput, keyof typeof setting>
export type LlmBlock = z.output<typeof llm>
export type SimulatedCaller = z.output<typeof simulate>
