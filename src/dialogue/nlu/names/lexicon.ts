import type {NameGender} from './decline.ts'
import * as eastern from './eastern-first-names.ts'
import * as english from './english-names.ts'
import * as russian from './russian-first-names.ts'

export interface FirstName {
  readonly gender: NameGender | 'any'
  /** An everyday word too: needs a cue or a question. */
  readonly everyday: boolean
}

const split = (list: string): string[] => list.split(/\s+/).filter(Boolean)
const everyday = new Set(split(russian.everydayWords))
const firstNames = new Map<string, FirstName>()
const addAll = (list: string, gender: FirstName['gender']) => {
  for (const name of split(list)) {
    const known = firstNames.get(name)
    firstNames.set(name, {gender: known && known.gender !== gender ? 'any' : gender, everyday: everyday.has(name)})
  }
}
addAll(russian.men, 'm')
addAll(eastern.men, 'm')
addAll(russian.women, 'f')
addAll(eastern.women, 'f')
addAll(russian.foreignMen, 'm')
addAll(russian.foreignWomen, 'f')
addAll(russian.either, 'any')

/** A first name in the nominative, lower case, `е` for `ё`. */
export const russianFirstName = (word: string): FirstName | undefined => firstNames.get(word)

const foreign = new Set(split(`${russian.foreignMen} ${russian.foreignWomen}`))

/** A name from abroad: its surnames follow no Russian ending. */
export const isForeign = (word: string): boolean => foreign.has(word)

const given = new Set(split(english.givenNames))
const ordinary = new Set(split(english.everydayWords))
const family = new Set(split(english.familyNames))

export const isGivenName = (word: string): boolean => given.has(word)
export const isEverydayGivenName = (word: string): boolean => ordinary.has(word)
export const isFamilyName = (word: string): boolean => family.has(word)

/** For tests and reports. */
export const lexiconSize = () => ({russian: firstNames.size, given: given.size, family: family.size})
