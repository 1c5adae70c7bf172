import {type Pattern, patternCompiler} from './pattern.ts'
import {intentIds, type PatternTable} from './ids.ts'
import {englishBusiness} from './patterns/en-business.ts'
import {englishClasses} from './patterns/en-classes.ts'
import {englishConversation} from './patterns/en-conversation.ts'
import {englishGuarded} from './patterns/en-guarded.ts'
import {englishQuestions, russianQuestions} from './patterns/questions.ts'
import {russianBusiness} from './patterns/ru-business.ts'
import {russianClasses} from './patterns/ru-classes.ts'
import {russianConversation} from './patterns/ru-conversation.ts'
import {russianGuarded} from './patterns/ru-guarded.ts'

export interface IntentPattern {
  readonly id: string
  readonly pattern: Pattern
}

/** Patterns by what their first word may look like: of some 1500 only the few that can begin here are tried. */
export type PatternIndex = ReadonlyMap<string, readonly IntentPattern[]>

export function indexPatterns(patterns: Iterable<IntentPattern>): PatternIndex {
  const index = new Map<string, IntentPattern[]>()
  for (const entry of patterns) {
    for (const key of entry.pattern.firstKeys) {
      const bucket = index.get(key)
      if (bucket) bucket.push(entry)
      else index.set(key, [entry])
    }
  }
  return index
}

function* russian(): Generator<IntentPattern> {
  const compile = patternCompiler(russianClasses)
  for (const table of [russianConversation, russianBusiness, russianGuarded, {question: russianQuestions}]) yield* written(table, compile)
}

function* english(): Generator<IntentPattern> {
  const compile = patternCompiler(englishClasses)
  for (const table of [englishConversation, englishBusiness, englishGuarded, {question: englishQuestions}]) yield* written(table, compile)
}

function* written(table: PatternTable, compile: (source: string) => Pattern): Generator<IntentPattern> {
  for (const id of intentIds) {
    for (const source of table[id]?.split(/\n| \| /) ?? []) if (source.trim()) yield {id, pattern: compile(source)}
  }
}

/** Both languages at once: callers switch inside a sentence, and no word of one is a word of the other. */
export const builtIn: PatternIndex = indexPatterns([...russian(), ...english()])
