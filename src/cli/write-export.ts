import {once} from 'node:events'
import {createWriteStream, renameSync, rmSync} from 'node:fs'
import type {Writable} from 'node:stream'
import type {ExportedCall} from '../call/export-calls.ts'
import {callColumns} from '../call/call-columns.ts'
import {renderList} from './output.ts'

export interface ExportTarget {
  readonly format: 'ndjson' | 'csv'
  readonly out?: string | undefined
}

/** Writes calls one by one, no faster than they are read. A file appears whole or not at all. */
export async function writeExport(calls: AsyncIterable<ExportedCall>, {format, out}: ExportTarget): Promise<number> {
  const partial = out === undefined ? undefined : `${out}.partial`
  const stream: Writable = partial === undefined ? process.stdout : createWriteStream(partial, {mode: 0o600})
  const write = async (text: string) => {
    if (!stream.write(text)) await once(stream, 'drain')
  }
  try {
    let count = 0
    for await (const call of calls) {
      await write(format === 'ndjson' ? `${JSON.stringify(call)}\n` : await csvRow(call, count === 0))
      count++
    }
    if (partial !== undefined) {
      stream.end()
      await once(stream, 'close')
      renameSync(partial, out!)
    }
    return count
  } catch (error) {
    if (partial !== undefined) {
      stream.destroy()
      rmSync(partial, {force: true})
    }
    throw error
  }
}

async function csvRow({call, fields}: ExportedCall, withHeader: boolean): Promise<string> {
  const columns = [...callColumns, {title: {en: 'FIELDS', ru: 'ПОЛЯ'}, value: () => JSON.stringify(fields)}]
  const text = await renderList([call], columns, 'csv', 'en', false)
  const [header, ...rows] = text.split('\n')
  return `${withHeader ? `${header}\n` : ''}${rows.join('\n')}\n`
}
