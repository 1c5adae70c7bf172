import * as z from 'zod/mini'
import type {Bilingual} from '../bilingual.ts'
import {defaultCompanySlug} from '../company/company.ts'
import {endpointName, isEndpoint} from '../endpoint.ts'
import {isIdBeginning, isSlug} from '../ids.ts'
import {isOneLine} from '../printable.ts'
import {closestTimeZone, defaultTimezone, isTimeZone} from '../timezone.ts'
import {databaseUrlProblem} from './database-url.ts'
import {type Secret, secret} from './secret.ts'

/** What the loader and the documentation must know of a key beyond its type. */
export interface KeyInfo {
  readonly about: string
  /** Kept in `secrets.yaml`, never printed, never accepted on a command line. */
  readonly secret?: true
  /** A relative path counts from the folder of the file that names it. */
  readonly path?: true
  /** What was meant by a value that is none. */
  readonly guess?: (value: string) => string | undefined
  /** A default that depends on where the command runs or on other keys; documentation only. */
  readonly defaultsTo?: string
}

export const keyInfo = z.registry<KeyInfo>()

/** zod/mini instead of zod: 2 ms instead of 7 at the start of every command that reads its configuration. */
export const configSchema = z.strictObject({
  company: key(
    z._default(
      rule((name) => isSlug(name) || isIdBeginning(name), {
        en: 'a slug (a-z, 0-9 and hyphens) or an id',
        ru: 'слаг (a-z, 0-9 и дефисы) или идентификатор',
      }),
      defaultCompanySlug,
    ),
    {about: 'company (tenant) the commands work in: slug, id or unique beginning of an id'},
  ),
  timezone: key(
    z._default(
      rule(isTimeZone, {en: 'an IANA time zone such as Europe/Moscow', ru: 'часовой пояс IANA, например Europe/Moscow'}),
      defaultTimezone,
    ),
    {
      about: 'time zone of calls and lists where neither the skillbase nor the company has one of its own',
      guess: closestTimeZone,
    },
  ),
  database: z.strictObject({
    url: key(judged(databaseUrlProblem), {
      about: 'where the data is kept: `sqlite:PATH` or `postgres://…`',
      defaultsTo: '`.voicectl/voicectl.db` in the project folder; outside a project, `voicectl.db` in the data folder',
    }),
  }),
  spool: z.strictObject({
    dir: key(text(), {
      about: 'folder where calls leave their events until they are stored',
      path: true,
      defaultsTo: '`spool` beside the database',
    }),
  }),
  dialogue: z.strictObject({
    mode: key(z._default(z.enum(['off', 'assist', 'full', 'auto']), 'auto'), {
      about: 'how far a language model takes part: not at all, to understand, to phrase replies; `auto` uses one when it is configured',
    }),
  }),
  llm: z.strictObject({
    provider: key(z._default(z.enum(['groq', 'openai', 'none']), 'groq'), {about: '`openai` is any OpenAI-compatible endpoint'}),
    baseUrl: key(z.optional(rule(isEndpoint, endpointName)), {
      about: 'endpoint',
      defaultsTo: "the provider's own",
    }),
    model: key(z.optional(text()), {about: 'model that understands and phrases', defaultsTo: "the provider's recommended model"}),
    fallbackModel: key(z.optional(text()), {about: 'model to try when the first one fails'}),
    apiKey: key(
      z.optional(
        z.pipe(
          text(),
          z.transform((value: string): Secret => secret(value)),
        ),
      ),
      {about: 'key of the provider', secret: true},
    ),
    timeoutMs: key(z._default(whole(100, 60_000), 4000), {
      about: 'upper bound of one request, milliseconds; a turn has a shorter deadline of its own',
    }),
    turnMs: key(z._default(whole(100, 30_000), 900), {
      about: 'longest wait for the model within a turn, milliseconds; the caller hears nothing meanwhile',
    }),
    temperature: key(z._default(z.number().check(z.gte(0), z.lte(2)), 0.4), {about: 'sampling temperature'}),
  }),
  prompt: z.strictObject({
    baseFile: key(z.optional(text()), {
      about: 'file with the base prompt common to all bots',
      path: true,
      defaultsTo: 'the built-in base prompt',
    }),
  }),
})

export type Config = z.output<typeof configSchema>

type Leaf = string | number | boolean | Secret | undefined
type Dotted<Section, Prefix extends string = ''> = {
  [Key in keyof Section & string]-?: Section[Key] extends Leaf ? `${Prefix}${Key}` : Dotted<Section[Key], `${Prefix}${Key}.`>
}[keyof Section & string]

/** `company`, `database.url`, … */
export type ConfigKey = Dotted<Config>

function key<Schema extends z.ZodMiniType>(schema: Schema, info: KeyInfo): Schema {
  keyInfo.add(schema, info)
  return schema
}

/** What a person types or pastes. A pasted file, or the wrong one, is noticed here and not when a request with it fails. */
function text() {
  const must: Bilingual = {
    en: 'one line of text in UTF-8, at most 4096 characters',
    ru: 'одна строка текста в UTF-8, не больше 4096 символов',
  }
  return z.string().check(
    z.minLength(1),
    z.refine((value) => value.length <= 4096 && isOneLine(value), {params: {must}}),
  )
}

function whole(least: number, most: number) {
  return z.int().check(z.gte(least), z.lte(most))
}

/** A string that must satisfy `holds`; `must` names what it has to be, for the error message. */
function rule(holds: (value: string) => boolean, must: Bilingual) {
  return z.string().check(z.refine(holds, {params: {must}}))
}

/** The same with several ways to be wrong: `problem` names what the string has to be, or nothing. */
function judged(problem: (value: string) => Bilingual | undefined) {
  return z.string().check(({value, issues}) => {
    const must = problem(value)
    if (must) issues.push({code: 'custom', input: value, params: {must}})
  })
}
