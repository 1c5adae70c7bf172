import * as z from 'zod'
import type {Bilingual} from '../../bilingual.ts'
import {AppError} from '../../errors.ts'
import {type Extraction, type ExtractedValue, extractValue} from './extract.ts'
import {parseLocal} from './local-date-time.ts'
import type {ExtractContext} from './types.ts'
import {valueTypes} from './value-types.ts'

const names = z.array(z.string()).readonly()

const rowSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  lang: z.enum(['ru', 'en', 'mixed']).optional(),
  type: z.enum(valueTypes),
  text: z.string(),
  now: z.string().transform((text, issue) => {
    const now = parseLocal(text)
    if (now) return now
    issue.addIssue({code: 'custom', message: 'ISO 8601'})
    return z.NEVER
  }),
  ctx: z
    .object({
      region: z.string().exactOptional(),
      past: z.boolean().exactOptional(),
      asked: z.boolean().exactOptional(),
      options: z
        .array(z.object({id: z.string(), ru: names.exactOptional(), en: names.exactOptional()}))
        .readonly()
        .exactOptional(),
      window: z.object({from: z.number(), to: z.number()}).exactOptional(),
    })
    .exactOptional(),
  expect: z.record(z.string(), z.unknown()).optional(),
})

/** One line of a file of utterances: what was said, when, and as which type it is to be read. */
export type Row = z.output<typeof rowSchema>

/** What a row came to, under its own id. */
export interface RowValue {
  readonly id?: string | number
  readonly value: ExtractedValue
}

/**
 * Reads NDJSON rows one by one. Empty lines are skipped.
 * @throws AppError BAD_ROW (usage) at the first line that is no row, naming the line; what came before was given out already
 */
export async function* parseRows(lines: AsyncIterable<string>, file: string): AsyncGenerator<Row> {
  let number = 0
  for await (const line of lines) {
    number++
    if (line.trim() !== '') yield parseRow(line, `${file}:${number}`)
  }
}

function parseRow(line: string, place: string): Row {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch (cause) {
    throw badRow(place, ' is not JSON', ' не JSON', cause)
  }
  const parsed = rowSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const {path, ...issue} = parsed.error.issues[0]!
  const where = path.map(String).join('.') || 'row'
  const must = requirement(issue)
  throw badRow(place, `: ${where} must be ${must.en}`, `: ${where}: ожидается ${must.ru}`, parsed.error)
}

function requirement({code, values, expected}: {readonly code: string; readonly values?: unknown; readonly expected?: string}): Bilingual {
  if (code === 'invalid_value' && Array.isArray(values)) return {en: `one of ${values.join(', ')}`, ru: `одно из: ${values.join(', ')}`}
  if (code === 'custom') return {en: 'an ISO 8601 time', ru: 'время в формате ISO 8601'}
  return types[expected ?? ''] ?? {en: 'valid', ru: 'допустимое значение'}
}

const types: Readonly<Record<string, Bilingual>> = {
  string: {en: 'text', ru: 'текст'},
  boolean: {en: 'true or false', ru: 'true или false'},
  number: {en: 'a number', ru: 'число'},
  array: {en: 'a list', ru: 'список'},
  object: {en: 'a JSON object', ru: 'объект JSON'},
  record: {en: 'a JSON object', ru: 'объект JSON'},
}

const badRow = (place: string, en: string, ru: string, cause: unknown): AppError =>
  new AppError(
    'BAD_ROW',
    {en: `${place}${en}.`, ru: `${place}${ru}.`},
    {
      exit: 'usage',
      cause,
      hint: {
        en: 'A row is {"id", "type", "text", "now", "lang"?, "ctx"?} on one line; now is ISO 8601.',
        ru: 'Строка: {"id", "type", "text", "now", "lang"?, "ctx"?}, целиком на одной строке; now в ISO 8601.',
      },
    },
  )

/** The answer to a row. A row counts as asked for unless its `ctx` says otherwise. */
export function answerRow({type, text, now, lang, ctx}: Row): Extraction {
  const context: ExtractContext = {asked: true, ...ctx, now}
  return extractValue(type, text, context, lang === 'mixed' ? undefined : lang)
}

export async function* extractRows(rows: AsyncIterable<Row>): AsyncGenerator<RowValue> {
  for await (const row of rows) yield {...(row.id !== undefined && {id: row.id}), value: answerRow(row).value}
}
