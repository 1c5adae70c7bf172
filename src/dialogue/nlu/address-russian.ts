import {bareStreetBefore, believableStreet, loneStreet} from './address-bare-street.ts'
import {cityAt} from './address-cities.ts'
import {type AddressParts, details} from './address-details.ts'
import {houseAt, isEnd, isNumber} from './address-numbers.ts'
import {type Street, typedStreetAt} from './address-street.ts'
import {detailWord, isAddressCue, isCityCue, looksLikeStreet, streetType} from './address-words.ts'
import {isStopWord, looksLikeVerb} from './names/stop-words.ts'
import type {Token} from './types.ts'

export interface AddressReading {
  readonly parts: AddressParts
  readonly from: number
  readonly to: number
  readonly confidence: number
}

/** A postal address said in Russian. Without a question it takes a kind of street or "дом" / "квартира" beside a street to believe it. */
export function russianAddress(tokens: readonly Token[], asked: boolean): AddressReading | undefined {
  return withType(tokens, asked) ?? withoutType(tokens, asked) ?? (asked ? pieces(tokens) : undefined)
}

function withType(tokens: readonly Token[], asked: boolean): AddressReading | undefined {
  let best: AddressReading | undefined
  for (let at = 0; at < tokens.length; at++) {
    const street = typedStreetAt(tokens, at)
    if (!street || !believable(tokens, street, at)) continue
    const found = complete(tokens, street, asked)
    const {house, flat, office, corpus} = found.parts
    const announced = asked || tokens.slice(0, street.from).some(({text}) => isAddressCue(text))
    const evident = house && (flat || office || corpus || saysHouse(tokens, street) || (!street.weak && closes(tokens, street, found)))
    if (!announced && !evident) continue
    // "микрорайон северный улица мира": the last street is the finer one.
    if (!best || found.parts.house || !best.parts.house) best = found
  }
  return best
}

const believable = (tokens: readonly Token[], street: Street, at: number): boolean =>
  !(streetType(tokens[at]!.text)?.name === 'линия' && street.from === at && !/\d|ая/.test(street.street))

/** Nothing else is counted: "улица мира пять", but not "на шоссе пробка десять баллов". */
const closes = (tokens: readonly Token[], {street}: Street, {to}: AddressReading): boolean =>
  isEnd(tokens[to]) || tokens[to - 1]!.stop !== '' || looksLikeStreet(street.split(' ').at(-1)!)

const saysHouse = (tokens: readonly Token[], {to}: Street): boolean => detailWord(tokens[to]?.text) === 'house'

function withoutType(tokens: readonly Token[], asked: boolean): AddressReading | undefined {
  for (let at = 1; at < tokens.length; at++) {
    const house = detailWord(tokens[at]!.text) === 'house' && houseAt(tokens, at + 1) ? at : houseAt(tokens, at) ? at : undefined
    if (house === undefined) continue
    const street = bareStreetBefore(tokens, house)
    if (!street) continue
    const found = complete(tokens, street, asked)
    const {house: number, corpus, flat, office, building} = found.parts
    // "паспорт 4510", "1 апреля 2027 года": no house has such a number unless it is called one.
    if (
      !number ||
      (number.length > 3 && /^\d+$/.test(number) && !saysHouse(tokens, street)) ||
      /^(?:года?|лет|тысяч\S*)$/.test(tokens[found.to]?.text ?? '')
    )
      continue
    const evident =
      looksLikeStreet(street.street.split(' ').at(-1)!) &&
      (saysHouse(tokens, street) || flat !== undefined || office !== undefined || corpus !== undefined || building !== undefined)
    const announced = tokens.slice(0, street.from).some(({text}) => isAddressCue(text))
    if ((asked && believableStreet(tokens, street)) || evident || (announced && looksLikeStreet(street.street.split(' ').at(-1)!)))
      return {...found, confidence: evident ? 0.85 : 0.7}
  }
  return undefined
}

/** Answers in pieces: "дом десять", "квартира пять", "город казань", "ленина". */
function pieces(tokens: readonly Token[]): AddressReading | undefined {
  const texts = tokens.map(({text}) => text)
  for (let at = 0; at < tokens.length; at++) {
    if (/^[кс]$/.test(tokens[at]!.text)) continue
    const {parts, to} = details(tokens, at, {}, false)
    if (Object.keys(parts).length > 0) return {parts: {...cityBefore(tokens, at).parts, ...parts}, from: at, to, confidence: 0.8}
  }
  const street = loneStreet(tokens)
  const town = findCity(tokens, 0, tokens.length)
  // "пушкина" is the city of Пушкин in the genitive and a street; the city would be said in the nominative.
  if (street && town && street.from < town.to && street.to > town.from && town.city !== tokens[street.from]!.text)
    return {parts: {street: street.street}, from: street.from, to: street.to, confidence: 0.6}
  if (street && !(town && street.from < town.to && street.to > town.from))
    return {parts: {...(town && {city: town.city}), street: street.street}, from: street.from, to: street.to, confidence: 0.6}
  if (town) return {parts: {city: town.city}, from: town.from, to: town.to, confidence: texts.length <= 3 ? 0.8 : 0.6}
  return undefined
}

/** Everything around the street: the city before or behind it, house, corpus and flat behind it. */
function complete(tokens: readonly Token[], street: Street, asked: boolean): AddressReading {
  const base: AddressParts = {...(street.type && {streetType: street.type}), street: street.street}
  const rest = details(tokens, street.to, base, asked)
  const leading = rest.to === street.to ? detailsBefore(tokens, street.from) : undefined
  const before = cityBefore(tokens, leading?.from ?? street.from)
  const after = before.parts.city ? undefined : findCity(tokens, rest.to, Math.min(tokens.length, rest.to + 4))
  return {
    parts: {...before.parts, ...rest.parts, ...leading?.parts, ...(after && {city: after.city})},
    from: Math.min(before.from, leading?.from ?? street.from),
    to: after?.to ?? rest.to,
    confidence: rest.parts.house ? 0.9 : 0.75,
  }
}

/** "дом пять по улице мира": the house before the street. */
function detailsBefore(tokens: readonly Token[], end: number): {parts: AddressParts; from: number} | undefined {
  for (let at = Math.max(0, end - 7); at < end; at++) {
    if (!detailWord(tokens[at]!.text)) continue
    const {parts, to} = details(tokens, at, {}, false)
    if (parts.house && (to === end || (to === end - 1 && /^(?:по|на)$/.test(tokens[to]!.text)))) return {parts, from: at}
  }
  return undefined
}

function cityBefore(tokens: readonly Token[], end: number): {parts: AddressParts; from: number} {
  const found = findCity(tokens, 0, end) ?? villageBefore(tokens, end)
  return found ? {parts: {city: found.city}, from: found.from} : {parts: {}, from: end}
}

/** «В Малаховке, улица Садовая»: a place that no list has, right before the street. */
function villageBefore(tokens: readonly Token[], end: number): {city: string; from: number} | undefined {
  const name = tokens[end - 1]
  if (!name || !/^(?:в|во)$/.test(tokens[end - 2]?.text ?? '') || !/^[а-я-]{4,}[еи]$/.test(name.text)) return undefined
  const isEveryday = isStopWord(name.text) || looksLikeVerb(name.text) || detailWord(name.text) || streetType(name.text)
  if (isEveryday || isCityCue(name.text) || noVillage.test(name.text) || isNumber(name, 'ru')) return undefined
  return {city: nominativePlace(name.raw.toLowerCase()), from: end - 2}
}

const noVillage = /^(?:центр|район|конц|начал|середин|област|дач|стороне|част|двор|угл|здани|понедельник|четверг|сред)/

/** «В Малаховке» is Малаховка, «в Одинцове» Одинцово; others are left as heard. */
const nominativePlace = (word: string): string => word.replace(/^(.+[кгх])е$/, '$1а').replace(/^(.+(?:ов|ев|ёв|ин|ын))е$/, '$1о')

/** A city of the list, or any name behind "город", "село", "деревня". */
function findCity(tokens: readonly Token[], from: number, end: number): {city: string; from: number; to: number} | undefined {
  const texts = tokens.slice(0, end).map(({text}) => text)
  for (let at = from; at < end; at++) {
    const cue = isCityCue(texts[at])
    const start = cue ? at + 1 : at
    const known = cityAt(texts, start)
    if (known) return {city: known.city, from: at, to: known.to}
    // "посёлок городского типа ильинский"
    const place = texts[start] === 'городского' ? start + (texts[start + 1] === 'типа' ? 2 : 1) : start
    const name = texts[place]
    if (
      cue &&
      name &&
      !isNumber(tokens[place], 'ru') &&
      /^[а-я-]{3,}$/.test(name) &&
      !isStopWord(name) &&
      !looksLikeVerb(name) &&
      !streetType(name)
    )
      return {city: tokens[place]!.raw.toLowerCase(), from: at, to: place + 1}
  }
  return undefined
}
