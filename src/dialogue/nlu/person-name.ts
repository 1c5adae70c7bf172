import {englishName} from './names/english-name.ts'
import {capitalise} from './names/capitalise.ts'
import {isFamilyName} from './names/lexicon.ts'
import type {NameWords} from './names/phrase.ts'
import {russianName, type NameReading} from './names/russian-name.ts'
import {isStopWord, looksLikeVerb} from './names/stop-words.ts'
import {nameWords, type Word} from './names/words.ts'
import type {Extractor} from './types.ts'

/** A person's name as a form wants it: nominative, capitalised. */
export interface PersonName {
  readonly first?: string
  readonly last?: string
  readonly patronymic?: string
}

/** Reads a name: "запишите на Елену Смирнову" → {first: Елена, last: Смирнова}. A bare name counts when it was asked for or is the whole utterance. */
export const extractPersonName: Extractor<PersonName> = (utterance, {asked = false}) => {
  const words = nameWords(utterance.tokens)
  const found = withCorrection(words, asked, (part, wanted) => readName(part, wanted, utterance.lang === 'en'))
  if (!found) return undefined
  const span = {from: words[found.from]!.from, to: words[found.to - 1]!.to}
  const alts = found.alts.map(toName)
  return {
    value: toName(found.parts),
    ...span,
    confidence: found.confidence,
    ...(alts.length > 0 && {alts}),
    ...(found.corrected && {corrected: true}),
  }
}

function readName(words: readonly Word[], asked: boolean, english: boolean): NameReading | undefined {
  const readers = english ? [englishName, russianName] : [russianName, englishName]
  for (const read of readers) {
    const found = read(words, asked)
    if (found) return found
  }
  return undefined
}

type Corrected = NameReading & {readonly corrected?: boolean}
type Reader = (words: readonly Word[], asked: boolean) => NameReading | undefined

/** "Анна, нет, Мария", "не Иванов, а Петров", "John, sorry, Jack": the parts said last win, the others stay. */
function withCorrection(words: readonly Word[], asked: boolean, read: Reader): Corrected | undefined {
  for (let at = words.length - 1; at >= 0; at--) {
    const marker = markerAt(words, at)
    if (!marker) continue
    const head = at > 0 ? withCorrection(words.slice(0, marker.headTo), asked, read) : undefined
    if (!head && !marker.denies) continue
    const rest = words.slice(marker.to)
    const tail = read(rest, true) ?? (head && strange(rest, head))
    if (!tail) continue
    const from = marker.to
    const merged = {...head?.parts, ...sameKind(tail.parts, head?.parts)}
    return {...tail, parts: merged, from: head?.from ?? tail.from + from, to: tail.to + from, corrected: true}
  }
  const end = words.findIndex(({text}, index) => index > 0 && text === 'not' && read(words.slice(0, index), asked) !== undefined)
  return read(end > 0 ? words.slice(0, end) : words, asked)
}

/** "Smith, actually Smythe": nobody knows the word, but it stands for the part said last. */
function strange(rest: readonly Word[], head: NameReading): NameReading | undefined {
  const [word] = rest
  if (!word || rest.length > 1 || isStopWord(word.text) || looksLikeVerb(word.text) || !/^\p{L}{3,}$/u.test(word.text)) return undefined
  return {...head, parts: {[head.parts.last ? 'last' : 'first']: {value: word.text, word}}, from: 0, to: 1, confidence: 0.6}
}

/** "Tom Harris, no, Morris": a word that is both a given and a family name corrects the one it can stand for. */
function sameKind(tail: NameWords, head: NameWords | undefined): NameWords {
  const {first} = tail
  return first && !tail.last && head?.last && isFamilyName(first.value) ? {last: first} : tail
}

/** A word that takes back what was said before it. */
function markerAt(words: readonly Word[], at: number): {headTo: number; to: number; denies: boolean} | undefined {
  const {text} = words[at]!
  const next = words[at + 1]?.text
  if (text === 'а' && at > 1) {
    const not = lastIndex(words, at, /^не$/)
    if (not >= 0 && at - not <= 5) return {headTo: not, to: at + 1, denies: true}
  }
  if (text === 'but' && at > 1) {
    const not = lastIndex(words, at, /^not$/)
    if (not >= 0 && at - not <= 4) return {headTo: not, to: at + 1, denies: true}
  }
  if (text === 'не' && at > 0 && words[at - 1]!.text === 'а') return undefined
  if (/^(?:нет|ой|точнее|вернее|извините|простите|пардон|no|sorry|actually|rather|correction)$/.test(text))
    return {headTo: at, to: at + 1, denies: false}
  if ((text === 'то' && next === 'есть') || (text === 'i' && next === 'mean') || (text === 'make' && /^(?:it|that)$/.test(next ?? '')))
    return {headTo: at, to: at + 2, denies: false}
  return undefined
}

const lastIndex = (words: readonly Word[], before: number, pattern: RegExp): number => {
  for (let at = before - 1; at >= 0; at--) if (pattern.test(words[at]!.text)) return at
  return -1
}

const toName = (parts: NameWords): PersonName => ({
  ...(parts.first && {first: capitalise(parts.first.value, parts.first.word.raw)}),
  ...(parts.last && {last: capitalise(parts.last.value, parts.last.word.raw)}),
  ...(parts.patronymic && {patronymic: capitalise(parts.patronymic.value, parts.patronymic.word.raw)}),
})
