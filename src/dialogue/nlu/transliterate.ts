import {latinLetters} from '../../latin-letters.ts'

/** Other spellings people use for the same sounds, the likeliest first. */
const variants: readonly (readonly [cyrillic: string, latin: string])[] = [
  ['кс', 'x'],
  ['ий', 'y'],
  ['ья', 'ia'],
  ['ия', 'ia'],
  ['х', 'kh'],
  ['ж', 'j'],
  ['ю', 'u'],
  ['ц', 'c'],
  ['й', 'i'],
  ['я', 'ia'],
  ['щ', 'shch'],
]

/** Latin letters for Russian ones, as people write their names in addresses: `Ксюша` → `ksyusha`. Other characters stay, in lower case. */
export const transliterate = (text: string): string => [...text.toLowerCase()].map((letter) => latinLetters[letter] ?? letter).join('')

/** Other ways to write the same word: `александр` → `alexandr`; `жанна` → `janna`. */
export function transliterations(text: string): string[] {
  const lower = text.toLowerCase()
  return variants
    .filter(([cyrillic]) => lower.includes(cyrillic))
    .map(([cyrillic, latin]) => transliterate(lower.replaceAll(cyrillic, latin)))
}
