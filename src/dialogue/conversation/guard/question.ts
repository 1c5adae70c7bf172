import {mentionsField} from '../../engine/reading/field-words.ts'
import {tokenize} from '../../nlu/tokens.ts'
import type {GuardContext} from './guard-context.ts'

/** The engine waits for the answer to its own question: another one, or none, and both sides would talk past each other. */
export function questionFault(line: string, {scenario, turn: {text, state}}: GuardContext): string | undefined {
  const asked = questions(text)
  const asking = questions(line)
  if (asked.length > 0 && asking.length === 0) return 'no question'
  if (asking.length > Math.max(1, asked.length)) return 'questions'
  const {pending} = state
  const wanted = pending.kind === 'ask' ? scenario.fields.get(pending.field) : undefined
  const tokens = tokenize(asking.join(' '))
  if (!wanted || tokens.length === 0 || mentionsField(wanted, tokens)) return undefined
  return [...scenario.fields.values()].some((field) => field !== wanted && mentionsField(field, tokens)) ? 'other question' : undefined
}

const questions = (text: string): string[] => text.match(/[^.!?…]*\?/gu) ?? []
