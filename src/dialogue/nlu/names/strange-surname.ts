import {isForeign, russianFirstName} from './lexicon.ts'
import type {Phrase} from './phrase.ts'
import {isStopWord, looksLikeVerb} from './stop-words.ts'
import {isNumberWord, type Word} from './words.ts'

/** «Джон Смит», «Том Круз»: behind a first name in the nominative any word that is none of the language is a surname. */
export function strangeSurname(words: readonly Word[], at: number): Phrase | undefined {
  const [first, last] = [words[at], words[at + 1]]
  const known = first && russianFirstName(first.text)
  if (
    !known ||
    (known.everyday && !isForeign(first.text)) ||
    !last ||
    first.stop === '?' ||
    !/^[а-я]{3,}$/.test(last.text) ||
    isStopWord(last.text) ||
    looksLikeVerb(last.text)
  )
    return undefined
  if (isNumberWord(last.text) || (!isForeign(first.text) && inflected.test(last.text))) return undefined
  return {
    parts: {first: {value: first.text, word: first}, last: {value: last.text, word: last}},
    from: at,
    to: at + 2,
    score: 1.2,
    alts: [],
  }
}

// A verb or an adverb rather than a surname.
const inflected = /(?:[аеиоуюя]т|[аеиоуя]л[аи]?|ся|.{3}сь|[аяе]н[ао]|ть|те|ю|о|е|и|ы)$/
