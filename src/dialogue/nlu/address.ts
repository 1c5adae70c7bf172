import {englishAddress} from './address-english.ts'
import {type AddressParts, details} from './address-details.ts'
import {type AddressReading, russianAddress} from './address-russian.ts'
import {englishNumberAt, houseAt, isEnd} from './address-numbers.ts'
import {detailWord, looksLikeStreet, streetType} from './address-words.ts'
import {maxCorrections, splitCorrection} from './correction.ts'
import {ignoringFillers} from './fillers.ts'
import {beforeEmail} from './names/before-email.ts'
import type {Extractor, Lang, Token} from './types.ts'

/**
 * A postal address in parts. `city` and `street` are lower case as heard (the city in the nominative), `streetType` is the full word ("улица"),
 * numbers are digits with their letters ("12а", "5/2"). An English street keeps its kind: "downing street".
 */
export type Address = Readonly<AddressParts>

/** Reads an address. Without a kind of street, "дом" or "квартира" beside a street, or the question for it, there is none. */
export const extractAddress: Extractor<Address> = ignoringFillers(({tokens, lang}, {asked = false}) => {
  const found = corrected(beforeEmail(tokens), lang, asked)
  if (!found) return undefined
  const {parts, from, to, confidence, corrected: replaced} = found
  return {value: parts, from, to, confidence, ...(replaced && {corrected: true})}
})

type Reading = AddressReading & {readonly corrected?: boolean}

/** "дом пять, нет, шесть", "не ленина а мира", "flat two sorry three": the parts said last win, the others stay. */
function corrected(tokens: readonly Token[], lang: Lang, asked: boolean, depth = maxCorrections): Reading | undefined {
  const swapped = notButUnsaid(tokens, lang, asked)
  if (swapped) return swapped
  const split = depth > 0 ? splitCorrection(tokens) : undefined
  if (!split) return read(tokens, lang, asked)
  const {old, fresh, before, kind} = split
  const reversed = old.from >= fresh.to
  const negated = kind === 'negated' && !reversed
  const head = reversed ? undefined : corrected(tokens.slice(0, negated ? old.from - 1 : before.to), lang, asked, depth - 1)
  const wrong = kind === 'negated' ? tokens.slice(old.from, old.to) : []
  const rest = tokens.slice(fresh.from, fresh.to)
  // "дом не пять, а шесть": the word before the negation says what the number is.
  const label = negated ? detailWord(tokens[old.from - 2]?.text) : undefined
  const said = head?.parts ?? read(tokens.slice(0, before.to), lang, asked)?.parts
  const field = label && label !== 'skip' ? label : (lastNumbered(details(wrong, 0, {}, false).parts) ?? lastNumbered(said))
  // Without an address in front, "sorry, flat five" corrects nothing that was said here.
  const related = asked || said !== undefined
  const tail =
    (related ? replacement(rest, field) : undefined) ??
    ofKind(tokens, negated ? old.from - 2 : -1, rest, lang) ??
    labelled(tokens.slice(0, before.to), rest, lang) ??
    read(rest, lang, related)
  if (!tail) return head ?? (negated ? undefined : read(tokens, lang, asked))
  return {
    parts: {...head?.parts, ...tail.parts},
    from: Math.min(head?.from ?? Number.POSITIVE_INFINITY, tail.from + fresh.from),
    to: tail.to + fresh.from,
    confidence: tail.confidence,
    ...((head !== undefined || kind !== 'restart') && {corrected: true}),
  }
}

/** "Twelve main street, sorry, not main, maple street": the "but" stays unsaid. What is denied is one word, or as the street was called. */
function notButUnsaid(tokens: readonly Token[], lang: Lang, asked: boolean): Reading | undefined {
  const at = tokens.findIndex(({text}) => text === 'not' || text === 'не')
  if (at === -1 || tokens.slice(at).some(({text}) => text === 'but' || text === 'а')) return undefined
  const isRussian = tokens[at]!.text === 'не'
  const opening =
    tokens
      .slice(0, at)
      .findLastIndex(({text}) => !/^(?:sorry|no|wait|oh|i|mean|it's|its|that's|ой|нет|простите|извините|то|есть)$/.test(text)) + 1
  const head = opening > 0 ? read(tokens.slice(0, opening), lang, asked) : undefined
  if (opening > 0 && !head?.parts.street) return undefined
  for (const length of [2, 1]) {
    const denied = tokens
      .slice(at + 1, at + 1 + length)
      .map(({text}) => text)
      .join(' ')
    const restarts = /^(?:it's|its)$/.test(tokens[at + 1 + length]?.text ?? '')
    // «Не Пушкина, Гоголя тридцать»: a verb denies something else.
    if (isRussian && !denied.split(' ').every((word) => looksLikeStreet(word))) continue
    const isStreet = head
      ? `${head.parts.street} `.startsWith(`${denied} `)
      : asked && (restarts || length === 1) && !/^(?:on|in|at|the|a|an|my|sure|too|to|from)\b/.test(denied)
    const tail = isStreet ? read(tokens.slice(at + 1 + length), isRussian ? 'ru' : 'en', asked || head !== undefined) : undefined
    if (!tail?.parts.street) continue
    const span = {from: head?.from ?? at, to: tail.to + at + 1 + length}
    return {parts: {...head?.parts, ...tail.parts}, ...span, confidence: tail.confidence, corrected: true}
  }
  return undefined
}

/** "переулок не садовый, а лесной": the kind of street stands before the negation. */
function ofKind(tokens: readonly Token[], at: number, rest: readonly Token[], lang: Lang): AddressReading | undefined {
  const kind = tokens[at]
  const found = kind && streetType(kind.text) ? read([kind, ...rest], lang, true) : undefined
  return found && {...found, from: 0, to: found.to - 1}
}

/** «Дом пять, нет, шесть по улице Мира»: the number anew has the word in front of the first, and the street comes last. */
function labelled(before: readonly Token[], rest: readonly Token[], lang: Lang): AddressReading | undefined {
  const label = before.findLast(({text}) => detailWord(text) !== undefined)
  const found = label && detailWord(label.text) === 'house' && houseAt(rest, 0) ? read([label, ...rest], lang, true) : undefined
  return found?.parts.house && found.parts.street ? {...found, from: 0, to: found.to - 1} : undefined
}

/** What the corrected part says when it is no whole address: a bare number for what was numbered last, and details. */
function replacement(tokens: readonly Token[], field: Numbered | undefined): AddressReading | undefined {
  const number = field && (houseAt(tokens, 0) ?? englishNumberAt(tokens, 0, true))
  const start = number?.to ?? 0
  const {parts, to} = details(tokens, start, {}, false)
  if (to === 0 || (number && !isEnd(tokens[to]) && parts.house === undefined && start === to)) return undefined
  return {parts: {...(field && number && {[field]: number.text}), ...parts}, from: 0, to, confidence: 0.8}
}

type Numbered = 'flat' | 'office' | 'building' | 'corpus' | 'house'
const lastNumbered = (parts: AddressParts | undefined): Numbered | undefined =>
  (['flat', 'office', 'building', 'corpus', 'house'] satisfies Numbered[]).find((field) => parts?.[field] !== undefined)

function read(tokens: readonly Token[], lang: Lang, asked: boolean): AddressReading | undefined {
  for (const reader of lang === 'en' ? [englishAddress, russianAddress] : [russianAddress, englishAddress]) {
    const found = reader(tokens, asked)
    if (found) return found
  }
  return undefined
}
