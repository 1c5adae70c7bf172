import {isObject} from '../formats.ts'
import {asText} from './legacy.ts'

export interface Texts {
  readonly ru?: string
  readonly en?: string
}

/** `text` or `{ru, en}` → texts by language; undefined when there is none. */
export function textsOf(value: unknown, most = 1000): string | Texts | undefined {
  if (!isObject(value)) return asText(value)?.slice(0, most)
  const ru = asText(value['ru'])?.slice(0, most)
  const en = asText(value['en'])?.slice(0, most)
  return ru === undefined && en === undefined ? undefined : {...(ru !== undefined && {ru}), ...(en !== undefined && {en})}
}

/** The words of a value for people who read: the Russian ones first. */
export function wordsOf(value: unknown): string | undefined {
  const texts = textsOf(value)
  return typeof texts === 'object' ? (texts.ru ?? texts.en) : texts
}

/** `[…]` or `{ru: […], en: […]}` → phrases by language. */
export function phrasesByLanguage(value: unknown): {readonly ru?: string[]; readonly en?: string[]} | string[] | undefined {
  const list = (given: unknown) => (Array.isArray(given) ? given : [given]).flatMap((item) => asText(item)?.slice(0, 200) ?? [])
  if (!isObject(value)) return value === undefined ? undefined : list(value)
  const ru = value['ru'] === undefined ? [] : list(value['ru'])
  const en = value['en'] === undefined ? [] : list(value['en'])
  return {...(ru.length > 0 && {ru}), ...(en.length > 0 && {en})}
}
