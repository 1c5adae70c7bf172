import {readFileSync} from 'node:fs'
import {utterance} from '../../src/dialogue/nlu/tokens.ts'
import type {ExtractContext, Extractor, Lang} from '../../src/dialogue/nlu/types.ts'

export interface NluRow {
  readonly id: string
  readonly lang: Lang
  readonly text: string
  /** Local wall time with its offset, `2026-05-20T12:00:00+03:00`. */
  readonly now: string
  readonly expect: Readonly<Record<string, unknown>>
  readonly ctx?: Partial<ExtractContext>
}

/** The rows of `test/fixtures/nlu/<type>.jsonl`. */
export const nluRows = (type: string): NluRow[] =>
  readFileSync(new URL(`../fixtures/nlu/${type}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as NluRow)

/** Runs an extractor on a row. */
export function extractRow<Value>(extract: Extractor<Value>, {text, lang, now, ctx}: Pick<NluRow, 'text' | 'lang' | 'now' | 'ctx'>) {
  const [date = '', time = ''] = now.split('T')
  const [hour, minute] = time.split(':').map(Number)
  return extract(utterance(text, lang), {...ctx, now: {date, minutes: hour! * 60 + minute!}})
}
