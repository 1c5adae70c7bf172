import {isObject} from '../formats.ts'
import type {Path} from '../issue.ts'
import {asText, type LegacyObject, type Report} from './legacy.ts'
import {clip} from './limits.ts'

export interface Texts {
  readonly ru?: string
  readonly en?: string
}

/** Where a value stands, and who hears what of it cannot be kept. */
interface Place {
  readonly path: Path
  readonly report: Report
}

/** `text` or `{ru, en}` → texts by language; undefined when there is none. */
export function textsOf(value: unknown, {path, report}: Place): string | Texts | undefined {
  if (!isObject(value)) return oneText(value, path, report)
  refuseOthers(value, {path, report})
  const ru = oneText(value['ru'], [...path, 'ru'], report)
  const en = oneText(value['en'], [...path, 'en'], report)
  return ru === undefined && en === undefined ? undefined : {...(ru !== undefined && {ru}), ...(en !== undefined && {en})}
}

const longest = 1000

function oneText(value: unknown, path: Path, report: Report): string | undefined {
  const text = asText(value)
  if (text === undefined && value !== undefined && value !== null && value !== '')
    report.lossy(path, 'is not text and was left out', 'не текст, пропущено')
  return clip(text, longest, path, report)
}

/** The bots speak two languages. */
function refuseOthers(texts: Readonly<Record<string, unknown>>, {path, report}: Place): void {
  for (const key of Object.keys(texts)) {
    if (key === 'ru' || key === 'en') continue
    report.lossy([...path, key], `"${key}" is not ru or en and was left out`, `«${key}» — не ru и не en, пропущено`)
  }
}

/** The texts under a key. */
export const textsAt = (object: LegacyObject, key: string, report: Report): string | Texts | undefined =>
  textsOf(object.raw(key), {path: [...object.path, key], report})

/** The words under a key for people who read, in one language: the Russian ones first. */
export function wordsAt(object: LegacyObject, key: string, report: Report): string | undefined {
  const texts = textsAt(object, key, report)
  if (typeof texts !== 'object') return texts
  if (texts.ru !== undefined && texts.en !== undefined && texts.ru !== texts.en)
    report.lossy([...object.path, key, 'en'], 'the Russian words were kept alone', 'оставлены только русские слова')
  return texts.ru ?? texts.en
}

/** `[…]` or `{ru: […], en: […]}` → phrases by language. */
export function phrasesOf(value: unknown, {path, report}: Place): {readonly ru?: string[]; readonly en?: string[]} | string[] | undefined {
  const list = (given: unknown, at: Path) =>
    (Array.isArray(given) ? given : [given]).flatMap((item, index) => {
      const place = Array.isArray(given) ? [...at, index] : at
      const text = asText(item)
      if (text === undefined && item !== undefined && item !== null && item !== '')
        report.lossy(place, 'is not text and was left out', 'не текст, пропущено')
      return clip(text, 200, place, report) ?? []
    })
  if (!isObject(value)) return value === undefined ? undefined : list(value, path)
  refuseOthers(value, {path, report})
  const ru = value['ru'] === undefined ? [] : list(value['ru'], [...path, 'ru'])
  const en = value['en'] === undefined ? [] : list(value['en'], [...path, 'en'])
  return {...(ru.length > 0 && {ru}), ...(en.length > 0 && {en})}
}

/** The phrases under a key. */
export const phrasesAt = (object: LegacyObject, key: string, report: Report): ReturnType<typeof phrasesOf> =>
  phrasesOf(object.raw(key), {path: [...object.path, key], report})
