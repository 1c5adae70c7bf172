import {cityAt} from './address-cities.ts'
import {isNumber, isOrdinalEnding} from './address-numbers.ts'
import {
  agrees,
  detailWord,
  followsStreetNumber,
  isAddressCue,
  isCityCue,
  looksLikeStreet,
  nominativeAdjective,
  type StreetGender,
  streetType,
} from './address-words.ts'
import {isStopWord, looksLikeVerb} from './names/stop-words.ts'
import {numeral, readNumber} from './numerals.ts'
import type {Token} from './types.ts'

/** Where the number that ends right before `at` starts. */
export function numberStart(tokens: readonly Token[], at: number): number | undefined {
  if (isOrdinalEnding(tokens, at - 1) && isNumber(tokens[at - 2], 'ru')) return at - 2
  for (let from = Math.max(0, at - 4); from < at; from++) if (readNumber(tokens, from, 'ru')?.to === at) return from
  return undefined
}

export function isNameWord(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || !/^[а-я][а-я-]+$/.test(token.text) || /^пол-?[а-я]+(?:ого|его)$/.test(token.text)) return false
  const {text} = token
  if (isQuay(tokens, at)) return true
  if (detailWord(text) || streetType(text) || isAddressCue(text) || isCityCue(text)) return false
  if (numeral(token, 'ru')) return false
  const previous = tokens[at - 1]
  if (
    followsStreetNumber(text) &&
    previous &&
    (isNumber(previous, 'ru') || /^лет$|летия$/.test(previous.text) || streetType(previous.text))
  )
    return true
  // "большая ордынка", "старый арбат", "улица имени гагарина": everyday words that only open a name.
  if (openers.test(text))
    return (
      isNameWord(tokens, at + 1) ||
      (previous !== undefined && streetType(previous.text) !== undefined) ||
      streetType(tokens[at + 1]?.text) !== undefined
    )
  if (looksLikeStreet(text) && !/^(?:половина|одного|другого|этого|нового|какой|такой|первого|второго|никакой|самого)$/.test(text))
    return !isStopWord(text) || /^(?:мира|московская|городская|красная)$/.test(text) || isBesideType(tokens, at)
  return (!isStopWord(text) || text === 'мира' || isBesideType(tokens, at)) && !looksLikeVerb(text)
}

/** «Улица Рабочая», «Рабочий переулок»: beside the kind of street an everyday adjective of its gender is the name. */
function isBesideType(tokens: readonly Token[], at: number): boolean {
  const {text} = tokens[at]!
  return (
    !/^(?:как|так|друг|сосед|люб|кажд|сам|эт|наш|ваш|тво|мо[еёяй]|главн|нужн|перв|втор)/.test(text) &&
    [at - 1, at + 1].some((beside) => {
      const type = streetType(tokens[beside]?.text)
      return type !== undefined && agrees(text, type.gender)
    })
  )
}

/** «Набережная улица», «на Набережной пять»: a kind of street that is the name of one, beside another kind or with no name before it. */
function isQuay(tokens: readonly Token[], at: number): boolean {
  if (!/^набережн(?:ая|ой|ую)$/.test(tokens[at]!.text)) return false
  if ([at - 1, at + 1].some((beside) => /^(?:улиц|ул$)/.test(tokens[beside]?.text ?? ''))) return true
  const next = tokens[at + 1]
  return (at === 0 || !isNameWord(tokens, at - 1)) && (isNumber(next, 'ru') || detailWord(next?.text) === 'house')
}

const openers = /^(?:нов|стар|больш|мал|верхн|нижн|средн|имени)(?:ая|ый|ой|ую|ом|ий|ое|ей|ем|яя)?$/

/** As heard, in lower case; an adjective of that gender goes back to the nominative. */
export function spell(words: readonly Token[], gender?: StreetGender): string {
  let text = ''
  for (const [index, word] of words.entries()) {
    const previous = words[index - 1]
    const glue = !previous
      ? ''
      : word.start === previous.end
        ? ''
        : word.start - previous.end === 1 && isOrdinalEnding(words, index)
          ? '-'
          : ' '
    const raw = word.raw.toLowerCase()
    text +=
      glue +
      (gender && !numeral(word, 'ru') && agrees(word.text, gender) && !/(?:ого|его)$/.test(word.text)
        ? nominativeAdjective(raw, gender)
        : raw)
  }
  return text
}

/** Where the street starts when a city stands before it: "ростов на дону | большая садовая". */
export function behindCity(tokens: readonly Token[], from: number, at: number): number {
  const texts = textsOf(tokens.slice(0, at))
  let start = from
  for (let city = Math.max(0, from - 2); city < at; city++) {
    const to = cityAt(texts, city)?.to ?? 0
    // "на пушкина пять": the whole of it may be the street.
    if (to > start && to < at) start = to
  }
  return start
}

export const textsOf = (tokens: readonly Token[]): string[] => tokens.map(({text}) => text)
