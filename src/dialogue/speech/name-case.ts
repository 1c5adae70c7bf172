import {declineName, type NameGender, type NamePart} from '../nlu/names/decline.ts'
import {russianFirstName} from '../nlu/names/lexicon.ts'
import {patronymicGender} from '../nlu/names/patronymics.ts'
import {surnameForms} from '../nlu/names/surnames.ts'
import {toCase} from './grammar.ts'

/**
 * A person's name, given in the nominative, in another case: `nameCase('Анна Смирнова', 'accusative')` → `Анну Смирнову`. Parts may stand in any order.
 * Foreign and indeclinable names stay as they are.
 */
export function nameCase(name: string, caseName: string): string {
  const to = toCase(caseName)
  const words = name.trim().split(/\s+/)
  const parts = words.map(partOf)
  const gender = genderOf(words, parts)
  return words.map((word, index) => recase(word, declineName(word.toLowerCase(), parts[index]!, gender, to))).join(' ')
}

const key = (word: string): string => word.toLowerCase().replaceAll('ё', 'е')

function partOf(word: string, index: number, words: readonly string[]): NamePart {
  if (index > 0 && patronymicGender(key(word)) && words.some((other) => other !== word && russianFirstName(key(other)))) return 'patronymic'
  const first = russianFirstName(key(word).split('-')[0]!)
  if (first && !words.some((other, at) => at < index && russianFirstName(key(other)))) return 'first'
  return surnameForms(key(word)).length > 0 || words.length > 1 ? 'last' : 'first'
}

function genderOf(words: readonly string[], parts: readonly NamePart[]): NameGender {
  const patronymic = words.find((_, index) => parts[index] === 'patronymic')
  const known = patronymic && patronymicGender(key(patronymic))
  if (known) return known
  const first = words.find((_, index) => parts[index] === 'first')
  const named = first && russianFirstName(key(first).split('-').at(-1)!)?.gender
  if (named === 'm' || named === 'f') return named
  const last = words.find((_, index) => parts[index] === 'last')
  const genders = last ? surnameForms(key(last)).map(({gender}) => gender) : []
  if (genders.length === 1) return genders[0]!
  return /[аяь]$/.test(first ?? last ?? '') && named !== 'any' ? 'f' : 'm'
}

/** The declined word with the capitals of the original; only endings change. */
function recase(original: string, declined: string): string {
  if (original.length > 1 && original === original.toUpperCase()) return declined.toUpperCase()
  let same = 0
  while (same < declined.length && original[same]?.toLowerCase() === declined[same]) same++
  // A vowel that moved ("Пётр", "Петра") changes the letters inside.
  return (
    original.slice(0, same) +
    (same === 0 ? declined[0]!.toUpperCase() + declined.slice(1) : restoreCapitals(declined.slice(same), original, same))
  )
}

const restoreCapitals = (rest: string, original: string, from: number): string => {
  const hyphen = original.indexOf('-', from)
  const at = rest.indexOf('-')
  return hyphen < 0 || at < 0 ? rest : `${rest.slice(0, at + 1)}${rest.charAt(at + 1).toUpperCase()}${rest.slice(at + 2)}`
}
