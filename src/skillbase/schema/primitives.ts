import {z} from 'zod'
import {slugPattern} from '../../ids.ts'
import {isTimeZone} from '../../timezone.ts'

export const languageIds = ['ru', 'en'] as const
export const language = z.enum(languageIds)
export type Language = (typeof languageIds)[number]

/** Longest line a bot may be given: more is a monologue, and nobody listens to it on the phone. */
const line = z.string().trim().min(1).max(1000)

/** A sentence: bare text is in the default language, an object names the language. */
export const localized = z.union([
  line,
  z.strictObject({ru: line.optional(), en: line.optional()}).refine((text) => text.ru ?? text.en, 'needs ru or en'),
])

/** Several sentences, said in turn; written as a list of sentences or as a list per language. */
export const localizedList = z.union([
  z.array(localized).min(1).max(20),
  z.strictObject({ru: z.array(line).min(1).max(20).optional(), en: z.array(line).min(1).max(20).optional()}),
])

const phrase = z.string().trim().min(1).max(200)

/** What callers say, as phrases and never as regular expressions: a phrase cannot hang the process. */
export const phrases = z.union([
  z.array(phrase).max(500),
  z.strictObject({ru: z.array(phrase).max(500).optional(), en: z.array(phrase).max(500).optional()}),
])

/** What people read in a list or hear: what controls a terminal has no place in it. */
export const personalName = z
  .string()
  .trim()
  .min(1)
  .max(255)
  .regex(/^\P{Cc}*$/u, 'must have no line breaks or control characters')

/** Names used in conditions and templates, so no hyphens. */
export const fieldId = z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]{0,63}$/, 'must start with a letter and hold only letters, digits and _')
export const stateId = z.string().regex(/^[a-zA-Z][a-zA-Z0-9_-]{0,63}$/, 'must start with a letter and hold only letters, digits, _ and -')
/** The name that people type: what is written in the file is what a skillbase is found under. */
export const slug = z.string().regex(slugPattern, 'must be 1 to 40 of a-z, 0-9 and hyphens, and not begin or end with a hyphen')
/** Of a flow alone, which may have been written for something else. */
export const flowId = z.string().regex(/^[a-z0-9](?:[a-z0-9_-]{0,38}[a-z0-9])?$/, 'must be 1 to 40 of a-z, 0-9, - and _')

/** Records of names have no size in zod; without one a file of a megabyte could keep the checks busy for minutes. */
export const atMost =
  (most: number) =>
  (entries: object): boolean =>
    Object.keys(entries).length <= most

/** CEL; compiled and type-checked by the linter. */
export const condition = z.string().trim().min(1).max(500)

/** Seconds as a number, or `6s`, `10m`, `1h`. */
export const duration = z
  .union([z.number().positive(), z.string().regex(/^\d+(?:\.\d+)?\s*(?:ms|s|m|h)$/, 'must be seconds, or like 6s, 10m, 1h')])
  .transform((value) => {
    if (typeof value === 'number') return value
    const unit = /[a-z]+$/.exec(value)![0] as keyof typeof seconds
    return Number.parseFloat(value) * seconds[unit]
  })
const seconds = {ms: 0.001, s: 1, m: 60, h: 3600}

export const clockRange = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d$/, 'must be like 09:00-21:00')

export const timezone = z.string().refine(isTimeZone, {error: (issue) => `unknown time zone "${String(issue.input)}"`})
