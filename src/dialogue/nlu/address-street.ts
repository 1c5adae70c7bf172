import {cityAt} from './address-cities.ts'
import {behindCity, isNameWord, numberStart, spell, textsOf} from './address-name-words.ts'
import {houseAt, isNumber, isOrdinalEnding} from './address-numbers.ts'
import {agrees, detailWord, followsStreetNumber, isCityCue, looksLikeStreet, type StreetType, streetType} from './address-words.ts'
import {isStopWord} from './names/stop-words.ts'
import {numeral} from './numerals.ts'
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
  // "улица первая парковая", "улица 22 партсъезда 40"
  const leads = isNumber(tokens[plain + 1], 'ru') || detailWord(tokens[plain + 1]?.text) !== undefined
  if (next && isNameWord(tokens, plain) && (number.ordinal || leads)) return plain
  // «Улица Первая, дом три»
  if (number.ordinal && detailWord(next?.text) === 'house' && agrees(tokens[start]!.text, type.gender)) return plain
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
