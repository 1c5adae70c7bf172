import {factsFor} from '../../engine/draft.ts'
import {stemKeys} from '../../nlu/stem.ts'
import {tokenize} from '../../nlu/tokens.ts'
import type {GuardContext} from './guard-context.ts'

/** An answer says what one of the facts says, or that it does not know. Whether it says so truly no rule can tell; that it is about it, this can. */
export function isSupported(line: string, {scenario, turn: {state}, facts}: GuardContext): boolean {
  if (admissions.test(line)) return true
  const words = contentOf(line)
  return [...Object.values(factsFor(scenario, state.lang)), ...facts].some((fact) => {
    const known = new Set(contentOf(fact).flatMap((word) => stemKeys(word)))
    return words.filter((word) => stemKeys(word).some((stem) => known.has(stem))).length >= enough
  })
}

/** Two words of substance in common. */
const enough = 2

const contentOf = (text: string): string[] => [...new Set(tokenize(text).map((token) => token.text))].filter((word) => word.length > 3)

const admissions =
  /не знаю|не подскажу|не могу (?:сказать|ответить|подсказать)|нет (?:такой )?(?:информации|сведений|данных)|уточн|(?:don['’]?t|do not) (?:know|have that)|not sure|can(?:['’]?t|not) (?:say|tell)|no information/i
