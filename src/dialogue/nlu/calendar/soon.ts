import {phraseAt, phrases, wordSet} from '../moment/phrases.ts'
import type {Word} from '../moment/words.ts'
import {item, type DateItem} from './date-item.ts'

const soon = phrases<true>([
  [true, 'сейчас|прямо сейчас|немедленно|сию минуту|как можно скорее|как можно раньше|как можно быстрее'],
  [true, 'right now|right away|now|asap|as soon as possible|as soon as you can|immediately|straight away|at once'],
])
const beside = wordSet(
  'а ну да лучше давайте давай можно хочу хотел хотела бы мне нам нужно надо на если нет запишите приезжайте приходите yes yeah well no i need want it would like to come in for',
)

/**
 * «Прямо сейчас», "as soon as possible" in answer to "which day": today. Only when nothing else is said: «сейчас посмотрю» asks for a
 * moment, and "right now I'm busy" turns something down.
 */
export function soonestDay(words: readonly Word[]): DateItem | undefined {
  for (let at = 0; at < words.length; at++) {
    const found = phraseAt(soon, words, at)
    const rest = found && [...words.slice(0, at), ...words.slice(found.to)]
    if (rest?.every(({text}) => beside.has(text))) return item({kind: 'named', days: 0}, at, found!.to, 0.8)
    if (found || !beside.has(words[at]!.text)) return undefined
  }
  return undefined
}
