import {isForeign, russianFirstName} from './lexicon.ts'
import type {Phrase} from './phrase.ts'
import {isStopWord, looksLikeVerb} from './stop-words.ts'
import {isNumberWord, type Word} from './words.ts'

/** «Джон Смит», «Круз Том»: beside a first name in the nominative any word that is none of the language is a surname. */
export function strangeSurname(words: readonly Word[], at: number): Phrase | undefined {
  const next = words[at + 1]
  // Before the name only beside one from abroad: «комната Антон» is nobody's surname.
  const turned = next && isForeign(next.text) && words[at]!.stop === '' ? besideName(words, at + 1, at) : undefined
  // Worth more than the first name alone, which stands there too.
  return besideName(words, at, at + 1) ?? (turned && {...turned, score: 1.6})
}

function besideName(words: readonly Word[], firstAt: number, lastAt: number): Phrase | undefined {
  const [first, last] = [words[firstAt], words[lastAt]]
  const at = Math.min(firstAt, lastAt)
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
