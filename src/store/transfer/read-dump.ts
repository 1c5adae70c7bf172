import {createReadStream} from 'node:fs'
import {open} from 'node:fs/promises'
import {createGunzip} from 'node:zlib'
import type {Bilingual} from '../../bilingual.ts'
import {megabyte} from '../../bounded-read.ts'
import {AppError} from '../../errors.ts'
import {type Digests, differences, digester} from './digest.ts'
import type {Header, Trailer} from './dump-format.ts'
import type {Batch, PlainRow, Shapes, Source, TableShape} from './source.ts'

/**
 * Opens a dump, gzipped or not, after reading all of it once and finding it whole.
 * @throws AppError BACKUP_DAMAGED
 */
export async function openDump(file: string): Promise<Source & {readonly digests: Digests; readonly createdAt: string}> {
  const damaged = (cause: unknown) => backupDamaged(file, cause)
  let header: Header | undefined
  let trailer: Trailer | undefined
  try {
    header = await readHeader(file)
    const digest = digester(header.tables)
    for await (const entry of entries(file, header.tables)) {
      if (trailer) throw new Error('lines after the end')
      if ('end' in entry) trailer = entry
      else digest.add(entry)
    }
    if (!trailer) throw new Error('the end is missing')
    const wrong = differences(trailer.tables, digest.result())
    if (wrong.length > 0) throw new Error(`the contents of ${wrong.join(', ')} do not have the hash they should`)
  } catch (error) {
    throw damaged(error)
  }
  const {tables, migrations, createdAt} = header
  return {migrations, shapes: tables, digests: trailer.tables, createdAt, batches: () => rowsOnly(entries(file, tables))}
}

async function readHeader(file: string): Promise<Header> {
  for await (const text of lines(file)) {
    const header = JSON.parse(text) as Partial<Header>
    if (header.format !== 'voicectl/dump/v1' || !header.tables || !header.migrations) break
    return header as Header
  }
  throw new Error('it does not begin as a dump of voicectl does')
}

async function* rowsOnly(all: AsyncIterable<Batch | Trailer>): AsyncIterable<Batch> {
  for await (const entry of all) if (!('end' in entry)) yield entry
}

async function* entries(file: string, shapes: Shapes, size = 200): AsyncGenerator<Batch | Trailer> {
  let table = ''
  let rows: PlainRow[] = []
  let first = true
  for await (const text of lines(file)) {
    const entry = first ? undefined : (JSON.parse(text) as Trailer | {readonly table: string; readonly row: Record<string, unknown>})
    first = false
    if (!entry) continue
    const next = 'end' in entry ? '' : entry.table
    if (rows.length > 0 && (next !== table || rows.length >= size)) yield {table, rows: rows.splice(0)}
    table = next
    if ('end' in entry) yield entry
    else rows.push(folded(shapes[table], entry.row))
  }
  if (rows.length > 0) yield {table, rows}
}

function folded(shape: TableShape | undefined, row: Record<string, unknown>): PlainRow {
  if (!shape) throw new Error('a row of a table that the header does not name')
  return Object.fromEntries(
    Object.entries(shape.columns).map(([column, kind]) => {
      const value = row[column]
      // A document may be the JSON null; a json column never is.
      if (kind === 'document' || (kind === 'json' && value !== null)) return [column, JSON.stringify(value)]
      return [column, value as PlainRow[string]]
    }),
  )
}

/** Not `readline`: it also breaks lines at U+2028, which JSON does not escape. */
async function* lines(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', {fatal: true})
  let rest = ''
  for await (const chunk of await opened(file)) {
    const parts = (rest + decoder.decode(chunk as Buffer, {stream: true})).split('\n')
    rest = parts.pop()!
    // A few compressed kilobytes can stand for more than fits into memory.
    if (rest.length > longestLine) throw new Error('a line of it is longer than any row')
    yield* parts
  }
  if (rest + decoder.decode() !== '') throw new Error('the last line is cut off')
}

/** Characters. The longest row holds a skillbase, which is written in a megabyte at most. */
const longestLine = 64 * megabyte

async function opened(file: string): Promise<AsyncIterable<unknown>> {
  const handle = await open(file)
  const {buffer} = await handle.read(Buffer.alloc(2), 0, 2, 0)
  await handle.close()
  const stream = createReadStream(file)
  if (buffer[0] !== 0x1f || buffer[1] !== 0x8b) return stream
  const gunzip = createGunzip()
  // `pipe` does not carry errors over.
  stream.on('error', (error) => gunzip.destroy(error))
  return stream.pipe(gunzip)
}

export const backupDamaged = (file: string, cause: unknown, reason = reasonOf(cause)): AppError =>
  new AppError(
    'BACKUP_DAMAGED',
    {en: `Not a whole backup: "${file}" (${reason.en}).`, ru: `Копия повреждена или неполна: «${file}» (${reason.ru}).`},
    {cause, hint: {en: 'Nothing was changed.', ru: 'Ничего не изменено.'}},
  )

/** What a JSON parser says quotes the file, and tells nobody anything. */
function reasonOf(cause: unknown): Bilingual {
  if (cause instanceof SyntaxError) return {en: 'a line of it is not JSON', ru: 'одна из строк — не JSON'}
  const reason = cause instanceof Error ? cause.message : String(cause)
  return {en: reason, ru: reason}
}
