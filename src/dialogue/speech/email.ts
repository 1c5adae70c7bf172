import type {Lang} from './grammar.ts'
import {sayDigits, sayNumber} from './number.ts'
import {letterName} from './spell.ts'

export interface EmailOptions {
  readonly lang: Lang
  /** The part before the @ letter by letter, for a caller who did not recognise it. */
  readonly spelled?: boolean
}

/** An e-mail address as it is dictated: `petr.ivanov@mail.ru` → `петр точка иванов собака мейл точка ру`. */
export function sayEmail(email: string, {lang, spelled = false}: EmailOptions): string {
  const [local = '', domain = ''] = email.trim().toLowerCase().split('@')
  const name = spelled
    ? [...local]
        .map((char) => letterName(char, lang))
        .filter(Boolean)
        .join(', ')
    : pieces(local, lang)
  if (!domain) return name
  return `${name}${spelled ? ',' : ''} ${lang === 'ru' ? 'собака' : 'at'} ${sayDomain(domain, lang)}`
}

/** `mail.ru` → `мейл точка ру`. */
export const sayDomain = (domain: string, lang: Lang): string => pieces(domain.toLowerCase(), lang)

const pieces = (text: string, lang: Lang): string =>
  [...text.matchAll(/[\p{L}]+|\d+|[._+-]/gu)]
    .map(([piece]) => (/^\p{L}/u.test(piece) ? word(piece, lang) : /^\d/.test(piece) ? number(piece, lang) : letterName(piece, lang)))
    .join(' ')

const number = (digits: string, lang: Lang): string =>
  digits.length > 3 || digits.startsWith('0') || lang === 'en' ? sayDigits(digits, lang) : sayNumber(Number(digits), {lang})

function word(text: string, lang: Lang): string {
  if (lang === 'en' || /[а-яё]/.test(text)) return text
  if (known[text]) return known[text]
  // "mp", "qwt": nothing to pronounce.
  if (text.length < 3 || !/[aeiouy]/.test(text)) return [...text].map((char) => letterName(char, lang)).join(' ')
  return toCyrillic(text)
}

const known: Readonly<Record<string, string>> = {
  mail: 'мейл',
  gmail: 'джимейл',
  yandex: 'яндекс',
  ya: 'я',
  rambler: 'рамблер',
  yahoo: 'яху',
  hotmail: 'хотмейл',
  outlook: 'аутлук',
  icloud: 'айклауд',
  inbox: 'инбокс',
  list: 'лист',
  bk: 'бэ ка',
  proton: 'протон',
  protonmail: 'протонмейл',
  ru: 'ру',
  com: 'ком',
  net: 'нет',
  org: 'орг',
  su: 'су',
  by: 'бай',
  kz: 'кей зет',
  ua: 'ю эй',
  info: 'инфо',
  pro: 'про',
  me: 'ми',
  biz: 'биз',
  info_: 'инфо',
  office: 'офис',
  admin: 'админ',
  sales: 'сейлз',
  support: 'саппорт',
  shop: 'шоп',
  online: 'онлайн',
  site: 'сайт',
}

const letters: readonly (readonly [string, string])[] = [
  ['shch', 'щ'],
  ['sch', 'щ'],
  ['yo', 'ё'],
  ['yu', 'ю'],
  ['ya', 'я'],
  ['ye', 'е'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['ck', 'к'],
  ['ph', 'ф'],
  ['th', 'т'],
  ['oo', 'у'],
  ['ee', 'и'],
  ['qu', 'кв'],
  ['a', 'а'],
  ['b', 'б'],
  ['c', 'к'],
  ['d', 'д'],
  ['e', 'е'],
  ['f', 'ф'],
  ['g', 'г'],
  ['h', 'х'],
  ['i', 'и'],
  ['j', 'дж'],
  ['k', 'к'],
  ['l', 'л'],
  ['m', 'м'],
  ['n', 'н'],
  ['o', 'о'],
  ['p', 'п'],
  ['q', 'к'],
  ['r', 'р'],
  ['s', 'с'],
  ['t', 'т'],
  ['u', 'у'],
  ['v', 'в'],
  ['w', 'в'],
  ['x', 'кс'],
  ['y', 'й'],
  ['z', 'з'],
]

/** A Latin word in Cyrillic, so that a Russian voice can read it: `olesya` → `олеся`. */
export function toCyrillic(text: string): string {
  let result = ''
  let rest = text.toLowerCase()
  while (rest) {
    const found = letters.find(([latin]) => rest.startsWith(latin))
    // `y` between consonants is a vowel: "pyotr", "yury".
    if (found?.[0] === 'y' && (!/[аеёиоуыэюя]$/.test(result) || rest.length > 1) && result)
      result += /[аеёиоуыэюя]$/.test(result) ? 'й' : rest.length === 1 ? 'и' : 'ы'
    else if (found?.[0] === 'e' && result === '') result += 'э'
    else result += found?.[1] ?? ''
    rest = rest.slice(found?.[0].length ?? 1)
  }
  return result
}
