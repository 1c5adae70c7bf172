import {digester} from './digest.ts'
import type {Header, Trailer} from './dump-format.ts'
import type {PlainRow, Source, TableShape} from './source.ts'

/** Lines of a dump: a header, a line a row `{"table": …, "row": {…}}`, a trailer. `at` is milliseconds since the Unix epoch. */
export async function* dumpLines(source: Source, at: number): AsyncGenerator<string> {
  const header: Header = {
    format: 'voicectl/dump/v1',
    createdAt: new Date(at).toISOString(),
    migrations: source.migrations,
    tables: source.shapes,
  }
  yield line(header)
  const digest = digester(source.shapes)
  for await (const batch of source.batches()) {
    digest.add(batch)
    const shape = source.shapes[batch.table]!
    yield batch.rows.map((row) => line({table: batch.table, row: unfolded(shape, row)})).join('')
  }
  yield line({end: true, tables: digest.result()} satisfies Trailer)
}

const line = (value: object): string => `${JSON.stringify(value)}\n`

/** JSON columns stand in a dump as JSON, so that other programs can read it. */
const unfolded = ({columns}: TableShape, row: PlainRow): object =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, isJson(columns[column]) && value !== null ? JSON.parse(String(value)) : value]),
  )

const isJson = (kind: string | undefined): boolean => kind === 'json' || kind === 'document'
