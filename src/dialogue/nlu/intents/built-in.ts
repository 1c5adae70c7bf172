import {intentIds, noIntent, type PatternTable} from './ids.ts'
import {indexPatterns, type LabelledPattern, labelled, type PatternIndex} from './pattern-index.ts'
import {patternCompiler} from './pattern.ts'
import {englishBusiness} from './patterns/en-business.ts'
import {englishClasses} from './patterns/en-classes.ts'
import {englishConversation} from './patterns/en-conversation.ts'
import {englishGuarded} from './patterns/en-guarded.ts'
import {englishNothing, russianNothing} from './patterns/nothing.ts'
import {englishQuestions, russianQuestions} from './patterns/questions.ts'
import {russianBusiness} from './patterns/ru-business.ts'
import {russianClasses} from './patterns/ru-classes.ts'
import {russianConversation} from './patterns/ru-conversation.ts'
import {russianGuarded} from './patterns/ru-guarded.ts'

let index: PatternIndex | undefined

/**
 * Both languages at once: callers switch inside a sentence, and no word of one is a word of the other. Made on first use: some 15 ms that
 * a command which understands nobody must not pay. A process that talks pays them before its first call (`warmExtractors`).
 */
export const builtIn = (): PatternIndex => (index ??= indexPatterns(allPatterns()))

const allPatterns = (): readonly LabelledPattern[] => [
  ...patternsOf([russianConversation, russianBusiness, russianGuarded, {question: russianQuestions}], russianNothing, russianClasses),
  ...patternsOf([englishConversation, englishBusiness, englishGuarded, {question: englishQuestions}], englishNothing, englishClasses),
]

function* patternsOf(
  tables: readonly PatternTable[],
  nothing: string,
  classes: Readonly<Record<string, string>>,
): Generator<LabelledPattern> {
  const compile = patternCompiler(classes)
  yield* labelled(noIntent, nothing, compile)
  for (const table of tables) for (const id of intentIds) yield* labelled(id, table[id] ?? '', compile)
}
