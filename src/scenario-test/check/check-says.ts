import {detectLanguage} from '../../dialogue/nlu/language.ts'
import type {Says} from '../format/expect-schema.ts'
import {textOf, type TurnRun} from '../run/case-run.ts'
import {type Failure, failure} from './failure.ts'
import {folded} from './same-value.ts'

/** What is said in these turns of the bot, taken together. `max_chars` holds for each of them. */
export function checkSays(expect: Says | undefined, turns: readonly TurnRun[]): Failure[] {
  if (!expect) return []
  const text = turns.map(textOf).filter(Boolean).join(' ')
  const said = folded(text)
  const {contains = [], not_contains = [], max_chars, lang, key = []} = expect
  const keys = turns.flatMap(({steps}) => steps.flatMap(({turn}) => turn.acts.map((act) => act.key)))
  const longest = turns.map(textOf).reduce((a, b) => (b.length > a.length ? b : a), '')
  return [
    ...contains.filter((words) => !said.includes(folded(words))).map((words) => failure('says.contains', words, text)),
    ...not_contains.filter((words) => said.includes(folded(words))).map((words) => failure('says.not_contains', words, text)),
    ...(max_chars !== undefined && longest.length > max_chars
      ? [failure('says.max_chars', `≤ ${max_chars}`, `${longest.length}: ${longest}`)]
      : []),
    ...(lang !== undefined && text !== '' && detectLanguage(text).lang !== lang ? [failure('says.lang', lang, text)] : []),
    ...key.filter((wanted) => !keys.some((each) => isKey(wanted, each))).map((wanted) => failure('says.key', wanted, keys)),
  ]
}

/** `ask.phone`, or `ask.*` for any of them. */
const isKey = (wanted: string, key: string): boolean => (wanted.endsWith('*') ? key.startsWith(wanted.slice(0, -1)) : key === wanted)
