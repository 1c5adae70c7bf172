import {houseAt, isEnd} from './address-numbers.ts'
import {detailWord} from './address-words.ts'
import type {Token} from './types.ts'

export interface AddressParts {
  city?: string
  streetType?: string
  street?: string
  house?: string
  corpus?: string
  building?: string
  flat?: string
  office?: string
}

/** House, corpus, building and flat from `at` on, in any order; entrance and floor are passed over. */
export function details(
  tokens: readonly Token[],
  at: number,
  base: AddressParts,
  asked: boolean,
): {readonly parts: AddressParts; readonly to: number} {
  const parts = {...base}
  let to = at
  for (let next = at; next < tokens.length;) {
    let glue = 0
    while (/^(?:и|а|у|меня|нас|это|там|живу|номер|наверное|кажется|\/)$/.test(tokens[next + glue]?.text ?? '') && glue < 3) glue++
    if (glue > 0 && !detailWord(tokens[next + glue]?.text)) glue = 0
    const found = detailAt(tokens, next + glue, parts, asked)
    if (!found) break
    if (found.detail !== 'skip') parts[found.detail] ??= found.text
    next = found.to
    to = next
  }
  return {parts, to}
}

function detailAt(tokens: readonly Token[], at: number, parts: AddressParts, asked: boolean) {
  const word = detailWord(tokens[at]?.text)
  if (word) {
    if (isPreposition(tokens, at)) return undefined
    const number = houseAt(tokens, at + 1) ?? letterAt(tokens, at + 1, word)
    if (number && !(number.ordinal && detailWord(tokens[number.to]?.text))) return {detail: word, text: number.text, to: number.to}
    return undefined
  }
  const number = houseAt(tokens, at)
  if (!number) return undefined
  const following = detailWord(tokens[number.to]?.text)
  if (number.ordinal) return following ? {detail: following, text: number.text, to: number.to + 1} : undefined
  // "5 этаж", "2 подъезд": the word behind a digit counts unless a number of its own follows it.
  if (
    following &&
    following !== 'house' &&
    tokens[number.to]!.text.length > 1 &&
    /^\d/.test(tokens[at]!.text) &&
    !houseAt(tokens, number.to + 1)
  )
    return {detail: following, text: number.text, to: number.to + 1}
  if (parts.street === undefined) return undefined
  if (parts.house === undefined) return {detail: 'house' as const, text: number.text, to: number.to}
  // "мира пять двенадцать": what follows the house bare is the flat.
  const closing = isEnd(tokens[number.to]) || tokens[number.to - 1]!.stop !== ''
  return parts.flat === undefined && (asked || parts.streetType) && closing
    ? {detail: 'flat' as const, text: number.text, to: number.to}
    : undefined
}

/** "к трем часам", "с пяти до семи": the short forms of корпус and строение are prepositions first. */
function isPreposition(tokens: readonly Token[], at: number): boolean {
  const {text, end} = tokens[at]!
  if (text !== 'к' && text !== 'с') return false
  const number = tokens[at + 1]
  if (!number || number.start === end) return false
  if (/^(?:час\S*|утра|дня|вечера|ночи|до)$/.test(tokens[at + 2]?.text ?? '')) return true
  return /\d/.test(number.text) ? false : text === 'с' || /(?:ому|ум|ем|(?<!двес)ти|ми|сорока|стам)$|^ста$/.test(number.text)
}

/** "корпус а", "литера б". */
const letterAt = (tokens: readonly Token[], at: number, detail: string) => {
  const text = tokens[at]?.text ?? ''
  if (detail === 'skip' || detail === 'house' || !/^(?:[а-жa-f]|[бвгд]э)$/.test(text)) return undefined
  return {text: text[0]!, to: at + 1, ordinal: false}
}
