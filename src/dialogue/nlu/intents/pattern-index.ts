import {matchAt, type Pattern, prefixKey} from './pattern.ts'
import type {View} from './view.ts'

/** A pattern and what it stands for. */
export interface LabelledPattern {
  readonly id: string
  readonly pattern: Pattern
}

/** Patterns by what their first word may look like: of some 1500 only the few that can begin here are tried. */
export type PatternIndex = ReadonlyMap<string, readonly LabelledPattern[]>

export interface PhraseMatch {
  readonly id: string
  readonly from: number
  readonly to: number
}

export function indexPatterns(patterns: Iterable<LabelledPattern>): PatternIndex {
  const index = new Map<string, LabelledPattern[]>()
  for (const entry of patterns) {
    for (const key of entry.pattern.firstKeys) {
      const bucket = index.get(key)
      if (bucket) bucket.push(entry)
      else index.set(key, [entry])
    }
  }
  return index
}

/** Every line of a table: patterns stand one a line, or with ` | ` between them. */
export function* labelled(id: string, lines: string, compile: (source: string) => Pattern): Generator<LabelledPattern> {
  for (const source of lines.split(/\n| \| /)) if (source.trim()) yield {id, pattern: compile(source)}
}

/** What begins at `from`, in the order of the table. */
export function* matchesAt(index: PatternIndex, view: View, from: number): Generator<PhraseMatch> {
  const tried = new Set<LabelledPattern>()
  for (const key of [...view.keys[from]!, prefixKey(view.tokens[from]!.text)]) {
    for (const entry of index.get(key) ?? []) {
      if (tried.has(entry)) continue
      tried.add(entry)
      const to = matchAt(entry.pattern, view, from)
      if (to > from) yield {id: entry.id, from, to}
    }
  }
}

/** The longest of them; of equal ones the first in the table. */
export function longestAt(index: PatternIndex, view: View, from: number): PhraseMatch | undefined {
  let longest: PhraseMatch | undefined
  for (const match of matchesAt(index, view, from)) if (!longest || match.to > longest.to) longest = match
  return longest
}
