import type {Bilingual} from '../../bilingual.ts'
import {closest} from '../../closest.ts'
import {asSentence} from '../../sentence.ts'
import {AppError} from '../../errors.ts'
import {type Extraction, type ExtractedValue, extractValue} from './extract.ts'
import {contextKeys, type Row, rowSchema} from './row-schema.ts'
import type {ExtractContext} from './types.ts'

export type {Row}

/** What a row came to, under its own id. */
export interface RowValue {
  readonly id?: string | number
  readonly value: ExtractedValue
}

/**
 * Reads NDJSON rows one by one. Empty lines are skipped.
 * @param onBad hears of a line that is no row, which is passed over then
 * @throws AppError BAD_ROW (usage) at the first line that is no row, naming the line, unless somebody hears of it; what came before was given
 * out already
 */
export async function* parseRows(lines: AsyncIterable<string>, file: string, onBad?: (error: AppError) => void): AsyncGenerator<Row> {
  let number = 0
  for await (const line of lines) {
    number++
    const row = line.trim() === '' ? undefined : heard(() => parseRow(line, `${file}:${number}`), onBad)
    if (row) yield row
  }
}

function heard(parse: () => Row, onBad?: (error: AppError) => void): Row | undefined {
  try {
    return parse()
  } catch (error) {
    if (!onBad || !(error instanceof AppError)) throw error
    onBad(error)
    return undefined
  }
}

function parseRow(line: string, place: string): Row {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch (cause) {
    throw badRow(place, ' is not JSON', ' не JSON', cause)
  }
  refuseTypos(json, place)
  const parsed = rowSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const {path, ...issue} = parsed.error.issues[0]!
  const where = path.map(String).join('.') || 'row'
  const must = requirement(issue)
  throw badRow(place, `: ${where} must be ${must.en}`, `: ${where}: ожидается ${must.ru}`, parsed.error)
}

/** A key that is nearly one of ours was meant to be: `optons` would leave a choice without its options. */
function refuseTypos(json: unknown, place: string): void {
  const ctx = (json as {readonly ctx?: unknown} | null)?.ctx
  if (typeof ctx !== 'object' || ctx === null) return
  for (const key of Object.keys(ctx)) {
    const meant = contextKeys.includes(key) ? undefined : closest(key, contextKeys)
    if (meant !== undefined)
      throw badRow(
        place,
        `: ctx.${key} is unknown, did you mean "${meant}"?`,
        `: ctx.${key} неизвестен, возможно, имелось в виду «${meant}»?`,
      )
  }
}

interface Issue {
  readonly code: string
  readonly values?: unknown
  readonly expected?: string
  readonly params?: unknown
}

function requirement({code, values, expected, params}: Issue): Bilingual {
  if (code === 'custom') return (params as {readonly must: Bilingual}).must
  if (code === 'invalid_value' && Array.isArray(values)) return {en: `one of ${values.join(', ')}`, ru: `одно из: ${values.join(', ')}`}
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

const badRow = (place: string, en: string, ru: string, cause?: unknown): AppError =>
  new AppError(
    'BAD_ROW',
    {en: asSentence(place + en), ru: asSentence(place + ru)},
    {
      exit: 'usage',
      cause,
      hint: {
        en: 'A row is {"id", "type", "text", "now", "lang"?, "ctx"?} on one line; now is ISO 8601, ctx holds the options of an enum.',
        ru: 'Строка: {"id", "type", "text", "now", "lang"?, "ctx"?}, целиком на одной строке; now в ISO 8601, варианты для enum — в ctx.',
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
