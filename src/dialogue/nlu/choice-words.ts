import {otherNames} from './choice-alike.ts'
import {numeral} from './numerals.ts'
import {fleetingKey, nominalKey, stemKeys} from './stem.ts'
import {tokenize} from './tokens.ts'
import type {Choice} from './types.ts'

/** One name of an option, ready to be looked for. */
export interface OptionName {
  readonly option: string
  readonly words: readonly NameWord[]
}

/** A word of a name or of an utterance, with what it is compared by. */
export interface NameWord {
  readonly text: string
  readonly keys: readonly string[]
  /** How it sounds, in letters that both alphabets share. */
  readonly sound: () => string
  /** The root of a verb it may be, prefixes off; of a noun, for the words of names. */
  readonly root: () => string
}

/** A word that was said. */
export const spokenWord = (text: string): NameWord => {
  const fleeting = fleetingKey(text)
  const keys = fleeting === undefined ? stemKeys(text) : [...stemKeys(text), fleeting]
  return word(text, keys, () => {
    const verbal = keys.find((key) => key.startsWith('~'))
    return verbal ? rootOf(verbal.slice(1)) : ''
  })
}

function word(text: string, keys: readonly string[], rootOfWord: () => string): NameWord {
  let sound: string | undefined
  let root: string | undefined
  return {text, keys, sound: () => (sound ??= soundOf(text)), root: () => (root ??= rootOfWord())}
}

const known = new WeakMap<readonly Choice[], readonly OptionName[]>()

/** All names of all options, most words first. Made once for a list of options. */
export function namesOf(options: readonly Choice[]): readonly OptionName[] {
  const made = known.get(options)
  if (made) return made
  const names = options
    .flatMap(({id, ru = [], en = []}) => {
      const own = [...ru, ...en]
      return [
        ...own,
        ...own.flatMap(otherNames),
        ...(own.length === 0 ? otherNames(id) : []),
        ...(isName(id, own.length > 0) ? [id.replaceAll(/[_-]/g, ' ')] : []),
      ].map((name) => ({
        option: id,
        words: wordsOf(name),
      }))
    })
    .filter(({words}) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length)
  known.set(options, names)
  return names
}

/** The id of an option that is called otherwise is a name beside, if it is word enough: `net` is no «нет», and `one` no "the cheapest one". */
const isName = (id: string, isCalledOtherwise: boolean): boolean =>
  !isCalledOtherwise || (id.length >= 5 && tokenize(id).every((token) => !numeral(token, 'en')))

const empty = new Set('на в к и с для the a an of for to with'.split(' '))

function wordsOf(name: string): readonly NameWord[] {
  const texts = tokenize(name).flatMap(({text}) => text.split('-'))
  const content = texts.filter((text) => !empty.has(text))
  return (content.length > 0 ? content : texts).map((text) => word(text, nameKeys(text), () => rootOf(nominalKey(text))))
}

const isVerb = /(?:ть|ться|чь|чься|ти|тись)$/

/** A noun is only found as a noun: the verbal key of `ногти` is also that of `ножи`. */
const nameKeys = (text: string): readonly string[] =>
  isVerb.test(text) ? stemKeys(text) : stemKeys(text).filter((key) => !key.startsWith('~'))

/** Whether a word is a form of a word of a name. */
export const isForm = (said: NameWord, name: NameWord): boolean =>
  said.text === name.text || (!isAdverb(said, name) && said.keys.some((key) => name.keys.includes(key)))

/** «Просто», «обычно» are no forms of «простой», «обычный». */
export const isAdverb = (said: NameWord, name: NameWord): boolean => /[нтл]о$/.test(said.text) && /(?:[ыи]й|ой|ая|ое)$/.test(name.text)

/**
 * Whether two words are built on one root, as far as spelling tells: `маникюрчик`, `покраситься` – `покраска`, `cardiology` – `cardiologist`.
 * A guess, for when nothing matches better.
 */
export function sharesRoot(said: NameWord, name: NameWord): boolean {
  const [a, b] = [said.text, name.text]
  if (a.length < 4 || b.length < 5 || isCyrillic(a) !== isCyrillic(b)) return false
  if (b.startsWith(a)) return !little.has(a)
  const common = commonPrefix(a, b)
  if (a.length >= 6 && b.length >= 6 && common >= 5 && common >= 0.7 * Math.min(a.length, b.length)) return true
  const root = said.root()
  if (root.length >= 4 && name.root().startsWith(root)) return true
  // «Уволили» and «увольнение»: what looks like a prefix is taken off the longer word only.
  const verbal = said.keys.find((key) => key.startsWith('~'))?.slice(1) ?? ''
  return verbal.length >= 4 && b.length >= 8 && b.startsWith(verbal)
}

/** "After five" is no afternoon. */
const little = new Set(
  'after over under with from into back down what some there where when then than this that have more most just'.split(' '),
)

/** Whether a word is a pet form of a name: `ноготочки` – `ногти`, `карточка` – `карта`, `кредитик` – `кредит`. */
export function isDiminutive(said: NameWord, name: NameWord): boolean {
  const [own, of] = [said.keys[0]!, name.keys[0]!]
  // A pet form is longer and begins alike: nearly all pairs of words are told apart by that.
  if (own.length <= of.length || !own.startsWith(of.slice(0, 2)) || !isCyrillic(said.text)) return false
  const plain = withoutFleeting(own.replace(/(?:очк|ечк|оньк|еньк|ушк|юшк|чик|ик|ок|ек|к)$/, ''))
  return plain.length >= 3 && plain === withoutFleeting(of)
}

/** `ногот` – `ногт`. */
const withoutFleeting = (stem: string): string => stem.replace(/(?<=.{2})[ое]([бвгджзклмнпрстфхцчшщ])$/, '$1')

const isCyrillic = (word: string): boolean => /[а-я]/.test(word)

function commonPrefix(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

const prefixes = /^(?:под|пере|при|раз|рас|вы|за|на|по|от|до|об|о|у|с)(?=.{4})/
const folded: Readonly<Record<string, string>> = {ш: 'с', ж: 'г', з: 'г', ч: 'к', щ: 'с'}

const rootOf = (stem: string): string => [...stem.replace(prefixes, '')].map((letter) => folded[letter] ?? letter).join('')

/** Whether a Latin and a Cyrillic word sound alike: `айфон` – `iphone`, `самсунг` – `samsung`. Vowels count only as being there. */
export function soundsLike(a: NameWord, b: NameWord): boolean {
  if (isCyrillic(a.text) === isCyrillic(b.text) || a.text.length < 3 || b.text.length < 3) return false
  const [first, second] = [a.sound(), b.sound()]
  if (first === second) return true
  if (first.startsWith('_') !== second.startsWith('_')) return false
  const consonants = first.replaceAll('_', '')
  return consonants.length >= 4 && consonants === second.replaceAll('_', '')
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
  [/(?<=.{2})e$/g, ''],
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
    : latinSounds.reduce((text, [pattern, sound]) => text.replaceAll(pattern, sound), word)
  return sounds.replaceAll(/(.)\1+/g, '$1')
}
