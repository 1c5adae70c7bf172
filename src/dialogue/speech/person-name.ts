import {latinLetters} from '../../latin-letters.ts'
import type {Lang} from '../nlu/types.ts'

/** A name as a voice of the language can read it: an English one knows no Cyrillic letters. Russian reads Latin names by its own rules. */
export const sayName = (name: string, {lang}: {readonly lang: Lang}): string =>
  lang === 'ru' ? name : name.replaceAll(/\p{Script=Cyrillic}+/gu, inLatin)

function inLatin(word: string): string {
  const latin = [...word.toLowerCase()].map((letter) => latinLetters[letter] ?? letter).join('')
  return word.charAt(0) === word.charAt(0).toLowerCase() ? latin : latin.charAt(0).toUpperCase() + latin.slice(1)
}
