/**
 * How long it takes to understand an utterance: every extractor over every row of test/fixtures/nlu, microseconds each, and as a ratio to
 * splitting the same utterances into tokens in the same run: the machine's speed cancels out. Prints, never asserts:
 * `npx node test/bench/nlu.ts [ROUNDS]`.
 */
import {readdirSync} from 'node:fs'
import type {Extractor, Utterance} from '../../src/dialogue/nlu/types.ts'
import {type NluRow, nluRows} from '../helpers/nlu-rows.ts'

const start = performance.now()
const {extractors} = await import('../../src/dialogue/nlu/extract.ts')
const {utterance} = await import('../../src/dialogue/nlu/tokens.ts')
console.log(`modules loaded from source in ${(performance.now() - start).toFixed(0)} ms`)

const rounds = Number(process.argv[2] ?? 5)
const folder = new URL('../fixtures/nlu/', import.meta.url)
const rows = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => nluRows(file.replace('.jsonl', '')))
const options = rows.find((row) => row.ctx?.options)?.ctx?.options ?? []

/** A new utterance each time: what is remembered about one must not be counted for the next. */
const spoken = ({text, lang}: NluRow): Utterance => utterance(text, lang === 'en' ? 'en' : 'ru')
const context = ({now, ctx}: NluRow) => ({options, asked: true, ...ctx, now: {date: now.slice(0, 10), minutes: 630}})

interface Case {
  readonly name: string
  readonly run: (row: NluRow, said: Utterance) => unknown
}

const reading = (name: string, extract: Extractor<unknown>): Case => ({name, run: (row, said) => extract(said, context(row))})
const all = Object.values(extractors)
const cases: readonly Case[] = [
  {name: 'tokens (baseline)', run: (row) => spoken(row)},
  ...Object.entries(extractors).map(([type, extract]) => reading(type, extract)),
  {name: 'all of them', run: (row, said) => all.forEach((extract) => extract(said, context(row)))},
]

const times = new Map<string, number[]>(cases.map(({name}) => [name, []]))
for (let round = 0; round <= rounds; round++) {
  for (const row of rows) {
    for (const {name, run} of cases) {
      const said = spoken(row)
      const begin = process.hrtime.bigint()
      run(row, said)
      const time = Number(process.hrtime.bigint() - begin) / 1000
      // The first round compiles.
      if (round > 0) times.get(name)!.push(time)
    }
  }
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const floor = mean(times.get('tokens (baseline)')!)
console.log(`${rows.length} utterances, ${rounds} rounds`)
console.table(
  cases.map(({name}) => {
    const own = times.get(name)!.toSorted((a, b) => a - b)
    return {
      extractor: name,
      'p50 µs': at(own, 0.5).toFixed(1),
      'p99 µs': at(own, 0.99).toFixed(1),
      'p99.9 µs': at(own, 0.999).toFixed(0),
      ratio: (mean(own) / floor).toFixed(1),
    }
  }),
)
