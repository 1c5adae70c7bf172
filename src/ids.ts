import {monotonicFactory} from 'ulid'
import {latinLetters} from './latin-letters.ts'

let next: ((at: number) => string) | undefined

/** A new id: 26 characters, sortable by time of creation. `at` is milliseconds since the Unix epoch. */
export function newId(at: number = Date.now()): string {
  // On first use: setting up the random numbers takes a millisecond that most commands do not need to spend.
  next ??= monotonicFactory()
  return next(at)
}

/** Slugs are for people and scripts: `[a-z0-9-]`, 1 to 40 characters, Cyrillic transliterated. Empty when nothing usable is left. */
export function slugify(title: string): string {
  const latin = [...title.toLowerCase()].map((char) => latinLetters[char] ?? char).join('')
  return latin
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '')
}

/** An id or the beginning of one, in any case. Ids made within one day share their first five characters; anything shorter than four says nothing. */
export const isIdBeginning = (text: string): boolean => /^[0-9A-HJKMNP-TV-Z]{4,26}$/i.test(text)

export const slugPattern = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/
export const isSlug = (text: string): boolean => slugPattern.test(text)
