import {monotonicFactory} from 'ulid'

let next: ((at: number) => string) | undefined

/** A new id: 26 characters, sortable by time of creation. `at` is milliseconds since the Unix epoch. */
export function newId(at: number = Date.now()): string {
  // On first use: setting up the random numbers takes a millisecond that most commands do not need to spend.
  next ??= monotonicFactory()
  return next(at)
}

const cyrillic: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
}

/** Slugs are for people and scripts: `[a-z0-9-]`, 1 to 40 characters, Cyrillic transliterated. Empty when nothing usable is left. */
export function slugify(title: string): string {
  const latin = [...title.toLowerCase()].map((char) => cyrillic[char] ?? char).join('')
  return latin
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '')
}

export const isSlug = (text: string): boolean => /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(text)
