import {cityAt} from './address-cities.ts'
import {houseAt, isNumber, isOrdinalEnding} from './address-numbers.ts'
import {
  agrees,
  detailWord,
  followsStreetNumber,
  isCommonStreet,
  isAddressCue,
  isCityCue,
  looksLikeStreet,
  nominativeAdjective,
  type StreetGender,
  type StreetType,
  streetType,
} from './address-words.ts'
import {isStopWord, looksLikeVerb} from './names/stop-words.ts'
import {numeral, readNumber} from './numerals.ts'
import type {Token} from './types.ts'

export interface Street {
  readonly street: string
  readonly type?: string
  readonly from: number
  readonly to: number
  /** The kind of street is an everyday word too. */
  readonly weak: boolean
}

/** The street whose kind is said at `at`: "улица мира", "ленинский проспект", "мира улица". */
export function typedStreetAt(tokens: readonly Token[], at: number): Street | undefined {
  const type = streetType(tokens[at]?.text)
  if (!type) return undefined
  const before = nameBefore(tokens, at, type)
  const after = nameAfter(tokens, at + 1, type)
  const previous = tokens[at - 1]
  const adjective = before && previous && agrees(previous.text, type.gender) && !isStopWord(previous.text)
  const numbered = before && type.numbered && isNumber(tokens[before.from], 'ru')
  // "уфа проспект октября": a city before the kind of street is no name of it when a name follows.
  const town = before && cityAt(textsOf(tokens), before.from)?.to === at
  const name = (adjective && !town) || numbered || !after ? before : after
  if (!name) return undefined
  const words = tokens.slice(name.from, name.to)
  return {
    street: spell(words, type.oblique || name === before ? type.gender : undefined),
    type: type.name,
    from: Math.min(at, name.from),
    to: Math.max(at + 1, name.to),
    weak: type.weak,
  }
}

/** The words before `at`, where a number stands: a street said without its kind, "ленина двадцать", "карла маркса дом пять". */
export function bareStreetBefore(tokens: readonly Token[], at: number): Street | undefined {
  let from = at
  while (from > 0 && at - from < 3 && isNameWord(tokens, from - 1) && !(from < at && endsClause(tokens[from - 1]!))) from--
  // "восьмого марта пять", "40 лет победы 12"
  if (followsStreetNumber(tokens[from]?.text)) from = numberStart(tokens, from) ?? from
  from = behindCity(tokens, from, at)
  if (isCityCue(tokens[from - 1]?.text)) from++
  if (from >= at || endsClause(tokens[at - 1]!)) return undefined
  const words = tokens.slice(from, at)
  const dictated = /^(?:на|по)$/.test(tokens[from - 1]?.text ?? '') && words.length === 1
  return {street: dictated ? nominativeIf(words[0]!) : spell(words), from, to: at, weak: false}
}

/** A street alone, as an answer to "which street?": one that many towns have anywhere, one that only looks like it when nothing else was said. */
export function loneStreet(tokens: readonly Token[]): Street | undefined {
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

/** Whether a street nobody announced can be believed: its last word looks like one, or the sentence begins with it. */
export const believableStreet = (tokens: readonly Token[], {from, to}: Street): boolean =>
  looksLikeStreet(tokens[to - 1]!.text) ||
  followsStreetNumber(tokens[to - 1]!.text) ||
  tokens.slice(0, from).every(({text}, at) => opening.test(text) || cityAt(textsOf(tokens), at) !== undefined)

const opening = /^(?:да|на|по|это|я|мы|мне|нам|адрес|живу|ой|пожалуйста|мой|г|город|в|здравствуйте)$/
const textsOf = (tokens: readonly Token[]): string[] => tokens.map(({text}) => text)

/** Where the street starts when a city stands before it: "ростов на дону | большая садовая". */
function behindCity(tokens: readonly Token[], from: number, at: number): number {
  const texts = textsOf(tokens.slice(0, at))
  let start = from
  for (let city = Math.max(0, from - 2); city < at; city++) {
    const to = cityAt(texts, city)?.to ?? 0
    // "на пушкина пять": the whole of it may be the street.
    if (to > start && to < at) start = to
  }
  return start
}

const endsClause = (token: Token): boolean => token.stop === '.' && token.text.length > 3

interface Name {
  readonly from: number
  readonly to: number
}

function nameAfter(tokens: readonly Token[], start: number, type: StreetType): Name | undefined {
  let to = start
  const number = streetNumber(tokens, start, type)
  if (number) to = number
  for (; to < tokens.length && to - start < 5; to++) {
    const token = tokens[to]!
    const joins = token.text === 'и' && to > start && isNameWord(tokens, to + 1) && !detailWord(tokens[to + 1]?.text)
    if (!joins && !isNameWord(tokens, to)) break
    if (to > start && !joins && !number && !furtherWord(tokens, to)) break
    if (token.stop && token.text.length > 1) {
      to++
      break
    }
  }
  return to > start ? {from: start, to} : undefined
}

/** "улица карла маркса", but not "улица мира приезжайте": a second word has to look like a street or lead up to the number. */
const furtherWord = (tokens: readonly Token[], at: number): boolean =>
  looksLikeStreet(tokens[at]!.text) ||
  [1, 2].some((ahead) => isNumber(tokens[at + ahead], 'ru') || detailWord(tokens[at + ahead]?.text) !== undefined)

/** A number that belongs to the name: "улица 8 марта", "улица первая парковая", "микрорайон пять, дом десять". Returns where it ends. */
function streetNumber(tokens: readonly Token[], start: number, type: StreetType): number | undefined {
  const number = houseAt(tokens, start)
  if (!number) return undefined
  const plain = readEnd(tokens, start)
  const next = tokens[plain]
  if (followsStreetNumber(next?.text)) return plain + 1
  if (number.ordinal && next && isNameWord(tokens, plain)) return plain
  if (type.numbered && (detailWord(next?.text) === 'house' || isNumber(next, 'ru') || number.ordinal)) return plain
  return undefined
}

/** Behind the number and its ordinal ending, without a letter. */
function readEnd(tokens: readonly Token[], start: number): number {
  let to = start
  while (isNumber(tokens[to], 'ru') && (to === start || !/^\d/.test(tokens[to]!.text))) to++
  return isOrdinalEnding(tokens, to) ? to + 1 : to
}

function nameBefore(tokens: readonly Token[], at: number, type: StreetType): Name | undefined {
  let from = at
  while (from > 0 && at - from < 3 && isNameWord(tokens, from - 1) && !(tokens[from - 1]!.stop === '.' || tokens[from - 1]!.stop === ','))
    from--
  if (isCityCue(tokens[from - 1]?.text)) from = Math.min(at, from + 1)
  // Only the word at the type, unless what stands before it goes with it: "большая садовая улица", "карла маркса улица".
  while (at - from > 1 && !looksLikeStreet(tokens[from]!.text) && !/[ая]$/.test(tokens[from]!.text)) from++
  from = behindCity(tokens, from, at)
  const number = numberStart(tokens, from)
  if (number !== undefined && (from === at ? type.numbered : true)) {
    const last = tokens[from - 1]!
    const ordinal = numeral(last, 'ru')?.ordinal || isOrdinalEnding(tokens, from - 1)
    if (ordinal || followsStreetNumber(tokens[from]?.text) || (from === at && type.numbered)) from = number
  }
  return from < at ? {from, to: at} : undefined
}

/** Where the number that ends right before `at` starts. */
function numberStart(tokens: readonly Token[], at: number): number | undefined {
  if (isOrdinalEnding(tokens, at - 1) && isNumber(tokens[at - 2], 'ru')) return at - 2
  for (let from = Math.max(0, at - 4); from < at; from++) if (readNumber(tokens, from, 'ru')?.to === at) return from
  return undefined
}

function isNameWord(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || !/^[а-я][а-я-]+$/.test(token.text) || /^пол-?[а-я]+(?:ого|его)$/.test(token.text)) return false
  const {text} = token
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
    return !isStopWord(text) || /^(?:мира|московская|городская|красная)$/.test(text)
  return (!isStopWord(text) || text === 'мира') && !looksLikeVerb(text)
}

const openers = /^(?:нов|стар|больш|мал|верхн|нижн|средн|имени)(?:ая|ый|ой|ую|ом|ий|ое|ей|ем|яя)?$/

/** As heard, in lower case; an adjective of that gender goes back to the nominative. */
function spell(words: readonly Token[], gender?: StreetGender): string {
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

/** "на тверской двадцать": most streets are улица. */
const nominativeIf = ({text, raw}: Token): string =>
  /(?:[сц]к|н|ов|ев|ол|ог|ян)ой$/.test(text)
    ? nominativeAdjective(raw.toLowerCase(), 'f')
    : /(?:[сц]к)ом$/.test(text)
      ? nominativeAdjective(raw.toLowerCase(), 'm')
      : raw.toLowerCase()
