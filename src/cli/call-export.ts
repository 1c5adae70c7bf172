import {callColumns} from '../call/call-columns.ts'
import type {ExportedCall} from '../call/export-calls.ts'
import {writeResult} from './output-file.ts'
import {renderList} from './output.ts'
import {writeTexts} from './write-lines.ts'

export interface ExportTarget {
  readonly format: 'ndjson' | 'csv'
  readonly out?: string | undefined
}

/**
 * Writes calls one by one, no faster than they are read; into a file as `writeResult` does.
 * @throws as `writeResult`; what aborted `signal`
 */
export async function writeExport(calls: AsyncIterable<ExportedCall>, {format, out}: ExportTarget, signal: AbortSignal): Promise<number> {
  let count = 0
  const texts = async function* () {
    // A call that is named and not there is told before the header is.
    for await (const call of calls) {
      if (format === 'csv' && count === 0) yield await csv()
      yield format === 'ndjson' ? JSON.stringify(call) : (await csv(call)).slice((await csv()).length + 1)
      count++
    }
    if (format === 'csv' && count === 0) yield await csv()
  }
  if (out === undefined) await writeTexts(texts(), signal)
  else await writeResult(out, lines(texts()), {mode: 0o600, signal})
  return count
}

export async function collected<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

async function* lines(texts: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const text of texts) yield `${text}\n`
}

/** The header, and the row of a call under it. */
const csv = (call?: ExportedCall): Promise<string> =>
  renderList(
    call ? [call] : [],
    [
      ...callColumns('UTC').map(({title, value}) => ({title, value: (each: ExportedCall) => value(each.call)})),
      {title: {en: 'FIELDS', ru: 'ПОЛЯ'}, value: (each) => each.fields},
      {title: {en: 'LEAD NAME', ru: 'ИМЯ ЛИДА'}, value: (each) => each.lead?.name},
      {title: {en: 'LEAD PHONE', ru: 'ТЕЛЕФОН ЛИДА'}, value: (each) => each.lead?.phone},
      {title: {en: 'LEAD EMAIL', ru: 'ПОЧТА ЛИДА'}, value: (each) => each.lead?.email},
      {title: {en: 'LEAD STATUS', ru: 'СТАТУС ЛИДА'}, value: (each) => each.lead?.status},
      {title: {en: 'LEAD DATA', ru: 'ДАННЫЕ ЛИДА'}, value: (each) => each.lead?.data},
    ],
    'csv',
    'en',
    false,
  )
