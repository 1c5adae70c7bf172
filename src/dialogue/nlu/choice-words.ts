import {nominalKey, stemKeys} from './stem.ts'
import {tokenize} from './tokens.ts'
import type {Choice} from './types.ts'

/** One name of an option, ready to be looked for. */
export interface OptionName {
  readonly option: string
  readonly words: readonly NameWord[]
}

export interface NameWord {
  readonly text: string
  readonly keys: readonly string[]
}

const known = new WeakMap<readonly Choice[], readonly OptionName[]>()

/** All names of all options, most words first. Made once for a list of options. */
export function namesOf(options: readonly Choice[]): readonly OptionName[] {
  const made = known.get(options)
  if (made) return made
  const names = options
    .flatMap(({id, ru = [], en = []}) => [...ru, ...en, id.replaceAll(/[_-]/g, ' ')].map((name) => ({option: id, words: wordsOf(name)})))
    .filter(({words}) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length)
  known.set(options, names)
  return names
}

const empty = new Set('на в к и с для the a an of for to with'.split(' '))

function wordsOf(name: string): readonly NameWord[] {
  const texts = tokenize(name).flatMap(({text}) => text.split('-'))
  const content = texts.filter((text) => !empty.has(text))
  return (content.length > 0 ? content : texts).map((text) => ({text, keys: nameKeys(text)}))
}

const isVerb = /(?:ть|ться|чь|чься|ти|тись)$/

/** A noun is only found as a noun: the verbal key of `ногти` is also that of `ножи`. */
const nameKeys = (text: string): readonly string[] =>
  isVerb.test(text) ? stemKeys(text) : stemKeys(text).filter((key) => !key.startsWith('~'))

/**
 * Whether two words are built on one root, as far as spelling tells: `маникюрчик`, `покраситься` – `покраска`, `cardiology` – `cardiologist`.
 * A guess, for when nothing matches better.
 */
export function sharesRoot(word: string, name: string): boolean {
  if (word.length < 5 || name.length < 5 || isCyrillic(word) !== isCyrillic(name)) return false
  const common = commonPrefix(word, name)
  if (word.length >= 6 && name.length >= 6 && common >= 5 && common >= 0.7 * Math.min(word.length, name.length)) return true
  const verbal = stemKeys(word).find((key) => key.startsWith('~'))
  if (!verbal) return false
  const root = rootOf(verbal.slice(1))
  return root.length >= 4 && rootOf(nominalKey(name)).startsWith(root)
}

const isCyrillic = (word: string): boolean => /[а-я]/.test(word)

function commonPrefix(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

const prefixes = /^(?:под|пере|при|раз|рас|вы|за|на|по|от|до|об|о|у|с)(?=.{4})/
const folded: Readonly<Record<string, string>> = {ш: 'с', ж: 'г', ч: 'к', щ: 'с'}

const rootOf = (stem: string): string => [...stem.replace(prefixes, '')].map((letter) => folded[letter] ?? letter).join('')

/** Whether a Latin and a Cyrillic word sound alike: `айфон` – `iphone`, `самсунг` – `samsung`. Vowels count only as being there. */
export function soundsLike(a: string, b: string): boolean {
  if (isCyrillic(a) === isCyrillic(b) || a.length < 3 || b.length < 3) return false
  const [first, second] = [soundOf(a), soundOf(b)]
  if (first === second) return true
  const consonants = first.replaceAll('_', '')
  return consonants.length >= 3 && consonants === second.replaceAll('_', '') && first.startsWith('_') === second.startsWith('_')
}

const cyrillicSounds: Readonly<Record<string, string>> = {
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  ж: 'j',
  з: 's',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ф: 'f',
  х: 'h',
  ц: 's',
  ч: 'c',
  ш: 'c',
  щ: 'c',
  ъ: '',
  ь: '',
}

const latinSounds: readonly (readonly [RegExp, string])[] = [
  [/(?<=.{2})e$/, ''],
  [/sh|ch|tch/g, 'C'],
  [/ph/g, 'f'],
  [/ck|[qc](?![eiy])/g, 'k'],
  [/c/g, 's'],
  [/C/g, 'c'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/z/g, 's'],
  [/zh/g, 'j'],
  [/[aeiouy]+/g, '_'],
]

function soundOf(word: string): string {
  const sounds = isCyrillic(word)
    ? [...word].map((letter) => cyrillicSounds[letter] ?? '_').join('')
    : latinSounds.reduce((text, [pattern, sound]) => text.replaceAll(new RegExp(pattern, 'g'), sound), word)
  return sounds.replaceAll(/(.)\1+/g, '$1')
}
