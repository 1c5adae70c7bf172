import {cityAt} from './address-cities.ts'
import {behindCity, isNameWord, numberStart, spell, textsOf} from './address-name-words.ts'
import type {Street} from './address-street.ts'
import {followsStreetNumber, isCityCue, isCommonStreet, looksLikeStreet, nominativeAdjective} from './address-words.ts'
import {numeral} from './numerals.ts'
import type {Token} from './types.ts'

/** The words before `at`, where a number stands: a street said without its kind, "ленина двадцать", "карла маркса дом пять". */
export function bareStreetBefore(tokens: readonly Token[], at: number): Street | undefined {
  let from = at
  while (from > 0 && at - from < 3 && isNameWord(tokens, from - 1) && !(from < at && endsClause(tokens[from - 1]!))) from--
  // "восьмого марта пять", "40 лет победы 12"
  if (followsStreetNumber(tokens[from]?.text)) from = numberStart(tokens, from) ?? from
  // «Первая Парковая», «вторая Садовая»
  if (from < at && numeral(tokens[from - 1], 'ru')?.ordinal && agrees(tokens[from - 1]!.text, tokens[from]!.text)) from--
  from = behindCity(tokens, from, at)
  if (isCityCue(tokens[from - 1]?.text)) from++
  if (from >= at || endsClause(tokens[at - 1]!)) return undefined
  const words = tokens.slice(from, at)
  const dictated = /^(?:на|по)$/.test(tokens[from - 1]?.text ?? '')
  const street =
    dictated && (words.length === 1 || words.every(({text}) => accusative.test(text))) ? words.map(nominativeIf).join(' ') : spell(words)
  return {street, from, to: at, weak: false}
}

/** A street alone, as an answer to "which street?": one that many towns have anywhere, one that only looks like it when nothing else was said. */
export function loneStreet(tokens: readonly Token[]): Street | undefined {
  const directed = directedStreet(tokens)
  if (directed) return directed
  const fits = (at: number) => isNameWord(tokens, at) && looksLikeStreet(tokens[at]!.text)
  const from = tokens.findIndex((_, at) => fits(at))
  if (from < 0) return undefined
  let to = from + 1
  while (to < tokens.length && to - from < 3 && isNameWord(tokens, to)) to++
  const whole = tokens.every(({text}, at) => (at >= from && at < to) || opening.test(text))
  const sure = (at: number) => isCommonStreet(tokens[at]!.text) || /(?:[сц]к(?:ая|ий|ого)|[оеё]ва|ина)$/.test(tokens[at]!.text)
  if (!sure(from) && !(whole && to - from === 1 && tokens[from]!.text.endsWith('ая'))) return undefined
  if (!whole && !isCommonStreet(tokens[from]!.text)) return undefined
  return {street: spell(tokens.slice(from, whole ? to : from + 1)), from, to: whole ? to : from + 1, weak: true}
}

/** «На невскую», "на садовую", and nothing else. */
function directedStreet(tokens: readonly Token[]): Street | undefined {
  const at = tokens.length - 1
  const word = tokens[at]
  if (!word || !/.{3}[ую]ю$/.test(word.text) || tokens[at - 1]?.text !== 'на' || !isNameWord(tokens, at)) return undefined
  const street = nominativeAdjective(word.raw.toLowerCase(), 'f')
  const known = isCommonStreet(street) || /[сц]кая$/.test(street)
  return known && tokens.slice(0, at).every(({text}) => opening.test(text)) ? {street, from: at, to: at + 1, weak: true} : undefined
}

/** Whether a street nobody announced can be believed: its last word looks like one, or the sentence begins with it. */
export const believableStreet = (tokens: readonly Token[], {street, from, to}: Street): boolean =>
  looksLikeStreet(tokens[to - 1]!.text) ||
  looksLikeStreet(street.split(' ').at(-1)!) ||
  followsStreetNumber(tokens[to - 1]!.text) ||
  tokens.slice(0, from).every(({text}, at) => opening.test(text) || cityAt(textsOf(tokens), at) !== undefined)

const opening = /^(?:да|на|по|это|я|мы|мне|нам|адрес|живу|ой|пожалуйста|мой|г|город|в|здравствуйте)$/

const agrees = (ordinal: string, name: string): boolean => /(?:ая|ья)$/.test(ordinal) && name.endsWith('ая')

const endsClause = (token: Token): boolean => token.stop === '.' && token.text.length > 3

/** «На большую ордынку»: only a feminine ends so. */
const accusative = /^.{3,}(?:[ую]ю|ку)$/

/** "на тверской двадцать", «на невскую сорок», «на петровку»: most streets are улица. */
const nominativeIf = ({text, raw}: Token): string =>
  /^.{4,}к[уе]$/.test(text)
    ? `${raw.toLowerCase().slice(0, -1)}а`
    : /(?:[сц]к|н|ов|ев|ол|ог|ян)ой$|[ую]ю$/.test(text)
      ? nominativeAdjective(raw.toLowerCase(), 'f')
      : /(?:[сц]к)ом$/.test(text)
        ? nominativeAdjective(raw.toLowerCase(), 'm')
        : raw.toLowerCase()
