import {cityAt} from './address-cities.ts'
import {englishNumberAt} from './address-numbers.ts'
import type {AddressParts} from './address-details.ts'
import type {AddressReading} from './address-russian.ts'
import {isStopWord} from './names/stop-words.ts'
import {numeral, readNumber} from './numerals.ts'
import {words} from './tokens.ts'
import type {Token} from './types.ts'

const streetTypes = new Set(
  'street st road rd avenue ave lane ln drive dr boulevard blvd court ct place pl square sq way terrace close crescent gardens hill row parkway pkwy highway hwy circle alley mews grove walk quay wharf route turnpike trail broadway'.split(
    ' ',
  ),
)
// "a ten minute drive", "a five star place": too common to stand alone.
const weakTypes = /^(?:place|way|drive|court|close|circle|row|walk|hill|trail|route|square|park|alley)$/
const flatWords = /^(?:apartment|apartments|apt|flat|unit|suite|room|office)$/
const numberWord = /^(?:number|no)$/
const directions = /^(?:north|south|east|west|northeast|northwest|southeast|southwest|nw|ne|sw|se|n|s|e|w)$/
const cues = /^(?:address|live|living|located|based|deliver|delivery|delivered|ship|residence)$/

/** A postal address said in English: "flat 3 12 high street london". The street keeps its kind: `high street`. */
export function englishAddress(tokens: readonly Token[], asked: boolean): AddressReading | undefined {
  let best: AddressReading | undefined
  for (let at = 0; at < tokens.length; at++) {
    if (!streetTypes.has(tokens[at]!.text)) continue
    const found = around(tokens, at)
    if (!found) continue
    const evident = found.parts.house && (!weakTypes.test(tokens[at]!.text) || found.parts.flat || found.parts.city)
    const announced = asked || tokens.slice(0, found.from).some(({text}) => cues.test(text))
    if ((evident || announced) && (!best || (found.parts.house && !best.parts.house))) best = found
  }
  return best ?? (asked ? pieces(tokens) : undefined)
}

function around(tokens: readonly Token[], at: number): AddressReading | undefined {
  const name = nameBefore(tokens, at)
  if (name === undefined && tokens[at]!.text !== 'broadway') return undefined
  const start = name ?? at
  let to = at + 1
  if (directions.test(tokens[to]?.text ?? '')) to++
  const before = houseBefore(tokens, start)
  // "Two rivers road, number six": the number that is called one is the house, and the first names the street.
  const isNamed = before?.to === start && /^\D+$/.test(words(tokens.slice(before.from, start))) && numberWord.test(tokens[to]?.text ?? '')
  const house = isNamed ? undefined : before
  const street = spell(tokens.slice(house?.to ?? (isNamed ? before.from : start), to))
  // "baker street 221b", "baker street number seven"
  const behind = house ? undefined : englishNumberAt(tokens, to, true)
  if (behind) to = behind.to
  const number = house ?? behind
  const parts: AddressParts = {street, ...(number && {house: number.text})}
  let from = before?.from ?? start
  const leading = flatBefore(tokens, from)
  if (leading) {
    parts.flat = leading.text
    from = leading.from
  }
  const block = blockAt(tokens, to)
  if (block) {
    parts.building = block.text
    to = block.to
  }
  const flat = flatAt(tokens, to)
  if (flat && !parts.flat) {
    parts.flat = flat.text
    to = flat.to
  }
  const town = cityFrom(tokens, to)
  if (town) {
    parts.city = town.city
    to = town.to
  }
  return {parts, from, to, confidence: parts.house ? 0.9 : 0.7}
}

/** Up to three words that name the street. Ordinals ("fifth avenue") and directions ("north main street") belong to it. */
function nameBefore(tokens: readonly Token[], at: number): number | undefined {
  let from = at
  while (from > 0 && at - from < 4) {
    const {text} = tokens[from - 1]!
    const number = numeral(tokens[from - 1], 'en')
    const letter = text.length === 1 && numeral(tokens[from - 2], 'en') !== undefined
    const named =
      !letter &&
      text !== 'way' &&
      /^[a-z][a-z'-]*$/.test(text) &&
      !flatWords.test(text) &&
      (!isStopWord(text) || allowed.test(text)) &&
      !number
    const ordinal = number?.ordinal === true || ordinalEnding(tokens, from - 1)
    if (!named && !ordinal) break
    from--
    if (ordinalEnding(tokens, from) && from > 0) from--
    if (ordinal && numeral(tokens[from], 'en')?.ordinal) {
      // "forty second street"
      const isCompound = numeral(tokens[from - 1], 'en')?.rank === 'ten' && numeral(tokens[from], 'en')?.rank === 'unit'
      if (isCompound && !isHouseOnAvenue(tokens, from, at)) from--
      if (directions.test(tokens[from - 1]?.text ?? '')) from--
      break
    }
  }
  return from < at ? from : undefined
}

/** "One hundred forty | fifth avenue": avenues are few, and the tens belong to the number before them. */
const isHouseOnAvenue = (tokens: readonly Token[], ordinal: number, at: number): boolean =>
  /^ave(?:nue)?$/.test(tokens[at]!.text) && numeral(tokens[ordinal - 2], 'en')?.value === 100

// Everyday words that name streets often enough.
const allowed =
  /^(?:high|main|church|park|station|first|second|old|new|east|west|north|south|long|market|mill|green|bank|day|hope|grace|may|rose|mark|king|queen|the|office|shop|street|little|great|middle)$/
const ordinalEnding = (tokens: readonly Token[], at: number): boolean =>
  /^(?:st|nd|rd|th)$/.test(tokens[at]?.text ?? '') && /^\d+$/.test(tokens[at - 1]?.text ?? '') && tokens[at]!.start === tokens[at - 1]!.end

function houseBefore(tokens: readonly Token[], end: number): {text: string; from: number; to: number} | undefined {
  for (let from = Math.max(0, end - 6); from < end; from++) {
    // "flat three twelve high street": the first number is the flat's.
    if (flatWords.test(tokens[from - 1]?.text ?? '')) continue
    // Without what follows, so that "one hundred forty" and "fifth" make no ordinal, and the "a" of "twenty two a | station road" is a letter.
    const number = [englishNumberAt(tokens, from), englishNumberAt(tokens.slice(0, end), from, true)].find((read) => read?.to === end)
    if (number) return {text: number.text, from, to: end}
  }
  return undefined
}

function flatBefore(tokens: readonly Token[], end: number): {text: string; from: number} | undefined {
  for (let from = Math.max(0, end - 4); from < end; from++) {
    const flat = flatAt(tokens, from, true)
    if (flat && flat.to >= end - (/^(?:at|on|in)$/.test(tokens[end - 1]?.text ?? '') ? 1 : 0)) return {text: flat.text, from}
  }
  return undefined
}

/** "Building two", "block C". */
function blockAt(tokens: readonly Token[], at: number): {text: string; to: number} | undefined {
  if (!/^(?:building|bldg|block|tower)$/.test(tokens[at]?.text ?? '')) return undefined
  const next = tokens[at + 1]
  return next && /^[a-z]$/.test(next.text) ? {text: next.text, to: at + 2} : englishNumberAt(tokens, at + 1, true)
}

/** `single`: the house number may follow at once, "flat three twelve high street". */
function flatAt(tokens: readonly Token[], at: number, single = false): {text: string; to: number} | undefined {
  const sign = tokens[at]?.text === '#'
  if (!sign && !flatWords.test(tokens[at]?.text ?? '')) return undefined
  const start = at + (tokens[at + 1]?.text === 'is' ? 2 : 1)
  const token = tokens[start]
  if (token && /^[a-z]$/.test(token.text)) return {text: token.text, to: start + 1}
  if (single && !/^\d/.test(token?.text ?? '')) {
    const number = readNumber(tokens, start, 'en')
    const letter = tokens[number?.to ?? 0]
    if (number && !number.ordinal)
      return letter && /^[b-h]$/.test(letter.text)
        ? {text: number.value + letter.text, to: number.to + 1}
        : {text: String(number.value), to: number.to}
  }
  return englishNumberAt(tokens, start, true)
}

function cityFrom(tokens: readonly Token[], at: number): {city: string; to: number} | undefined {
  const texts = tokens.map(({text}) => text)
  for (let next = at; next < Math.min(tokens.length, at + 3); next++) {
    const found = cityAt(texts, next)
    if (found) return found
  }
  return undefined
}

/** Answers in pieces: "apartment five", "london". */
function pieces(tokens: readonly Token[]): AddressReading | undefined {
  for (let at = 0; at < tokens.length; at++) {
    const flat = flatAt(tokens, at)
    if (flat) return {parts: {flat: flat.text}, from: at, to: flat.to, confidence: 0.8}
    const town = cityFrom(tokens.slice(0, at + 3), at)
    if (town) return {parts: {city: town.city}, from: at, to: town.to, confidence: 0.7}
  }
  return undefined
}

const spell = (words: readonly Token[]): string =>
  words.reduce((text, word, index) => text + (index > 0 && word.start !== words[index - 1]!.end ? ' ' : '') + word.raw.toLowerCase(), '')
