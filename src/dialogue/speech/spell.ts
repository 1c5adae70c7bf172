import type {Lang} from './grammar.ts'
import {sayDigits} from './number.ts'

const cyrillic: Readonly<Record<string, string>> = {
  а: 'а',
  б: 'бэ',
  в: 'вэ',
  г: 'гэ',
  д: 'дэ',
  е: 'е',
  ё: 'ё',
  ж: 'жэ',
  з: 'зэ',
  и: 'и',
  й: 'и краткое',
  к: 'ка',
  л: 'эль',
  м: 'эм',
  н: 'эн',
  о: 'о',
  п: 'пэ',
  р: 'эр',
  с: 'эс',
  т: 'тэ',
  у: 'у',
  ф: 'эф',
  х: 'ха',
  ц: 'цэ',
  ч: 'че',
  ш: 'ша',
  щ: 'ща',
  ъ: 'твёрдый знак',
  ы: 'ы',
  ь: 'мягкий знак',
  э: 'э',
  ю: 'ю',
  я: 'я',
}
const latin: Readonly<Record<string, string>> = {
  a: 'эй',
  b: 'би',
  c: 'си',
  d: 'ди',
  e: 'и',
  f: 'эф',
  g: 'джи',
  h: 'эйч',
  i: 'ай',
  j: 'джей',
  k: 'кей',
  l: 'эл',
  m: 'эм',
  n: 'эн',
  o: 'оу',
  p: 'пи',
  q: 'кью',
  r: 'ар',
  s: 'эс',
  t: 'ти',
  u: 'ю',
  v: 'ви',
  w: 'дабл ю',
  x: 'икс',
  y: 'уай',
  z: 'зет',
}
const signs: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  ru: {'.': 'точка', '-': 'дефис', _: 'нижнее подчёркивание', '@': 'собака', '+': 'плюс', '/': 'дробь', "'": 'апостроф'},
  en: {'.': 'dot', '-': 'dash', _: 'underscore', '@': 'at', '+': 'plus', '/': 'slash', "'": 'apostrophe'},
}

/** Letter by letter: `Иванов` → `и, вэ, а, эн, о, вэ`, in English `I, V, A, N`. Blanks become longer pauses. */
export function spell(text: string, {lang}: {readonly lang: Lang}): string {
  return text
    .normalize('NFC')
    .split(/\s+/)
    .map((word) =>
      [...word]
        .map((char) => letterName(char, lang))
        .filter(Boolean)
        .join(', '),
    )
    .filter(Boolean)
    .join('; ')
}

/** What one character is called; empty for what nobody would name. */
export function letterName(char: string, lang: Lang): string {
  const small = char.toLowerCase()
  if (/\d/.test(char)) return sayDigits(char, lang)
  if (lang === 'en' && /[a-z]/.test(small)) return small.toUpperCase()
  return cyrillic[small] ?? latin[small] ?? signs[lang][char] ?? ''
}
