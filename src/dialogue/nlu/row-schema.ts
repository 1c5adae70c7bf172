import * as z from 'zod'
import type {Bilingual} from '../../bilingual.ts'
import {parseLocal} from './local-date-time.ts'
import {phoneRegion} from './phone-judge.ts'
import {valueTypes} from './value-types.ts'

/** Characters of one utterance: a quarter of an hour without a breath. More is no utterance, and reading it would take long. */
export const longestText = 10_000

/** What a part of a row has to be, for an issue that no schema of zod words. */
export const mustBe = (en: string, ru: string): {readonly must: Bilingual} => ({must: {en, ru}})

const read = <Value>(parse: (text: string) => Value | undefined, must: {readonly must: Bilingual}) =>
  z.string().transform((text, issue) => {
    const value = parse(text)
    if (value !== undefined) return value
    issue.addIssue({code: 'custom', params: must})
    return z.NEVER
  })

const names = z.array(z.string()).readonly()

const contextShape = {
  region: read(
    phoneRegion,
    mustBe('a country of two letters, such as RU or US', 'код страны из двух букв, например RU или US'),
  ).exactOptional(),
  past: z.boolean().exactOptional(),
  asked: z.boolean().exactOptional(),
  options: z
    .array(z.object({id: z.string(), ru: names.exactOptional(), en: names.exactOptional()}))
    .readonly()
    .exactOptional(),
  window: z.object({from: z.number(), to: z.number()}).exactOptional(),
}

/** What may stand in `ctx`. Other keys are left to whoever wrote the row. */
export const contextKeys: readonly string[] = Object.keys(contextShape)

export const rowSchema = z
  .object({
    id: z.union([z.string(), z.number()]).optional(),
    lang: z.enum(['ru', 'en', 'mixed']).optional(),
    type: z.enum(valueTypes),
    text: z.string().refine((text) => text.length <= longestText, {
      params: mustBe(`at most ${longestText} characters long`, `не длиннее ${longestText} знаков`),
    }),
    now: read(parseLocal, mustBe('an ISO 8601 time', 'время в формате ISO 8601')),
    ctx: z.object(contextShape).exactOptional(),
    expect: z.record(z.string(), z.unknown()).optional(),
  })
  .refine(({type, ctx}) => type !== 'enum' || (ctx?.options?.length ?? 0) > 0, {
    path: ['ctx', 'options'],
    params: mustBe('a list of the options', 'список вариантов'),
  })

/** One line of a file of utterances: what was said, when, and as which type it is to be read. */
export type Row = z.output<typeof rowSchema>
