import {maxCorrections, splitCorrection} from './correction.ts'
import {beforeEmail} from './names/before-email.ts'
import {capitalise} from './names/capitalise.ts'
import {englishName} from './names/english-name.ts'
import {isFamilyName, russianFirstName} from './names/lexicon.ts'
import type {NameWords} from './names/phrase.ts'
import {russianName} from './names/russian-name.ts'
import {isStopWord, looksLikeVerb} from './names/stop-words.ts'
import {nameWords} from './names/words.ts'
import type {Extractor, Lang, Token} from './types.ts'

/** A person's name as a form wants it: nominative, capitalised. */
export interface PersonName {
  readonly first?: string
  readonly last?: string
  readonly patronymic?: string
}

/** Reads a name: "запишите на Елену Смирнову" → {first: Елена, last: Смирнова}. A bare name counts when it was asked for or is the whole utterance. */
export const extractPersonName: Extractor<PersonName> = ({tokens, lang}, {asked = false}) => {
  const found = corrected(beforeEmail(tokens), lang, asked)
  if (!found) return undefined
  const {parts, from, to, confidence} = doubled(tokens, found, asked)
  const alts = found.alts.map(toName)
  return {value: toName(parts), from, to, confidence, ...(alts.length > 0 && {alts}), ...(found.corrected && {corrected: true})}
}

/** «Петрова-Водкина», which is heard as two words. */
function doubled(tokens: readonly Token[], found: Reading, asked: boolean): Reading {
  const {first, last, patronymic} = found.parts
  const before = tokens[found.from - 1]
  const isFull = first && last && (patronymic || (asked && !isFirstName(before?.text))) && last.word.from === found.from
  if (!isFull || !before || before.stop !== '' || before.text === last.value || !soundsRelated(before.text, last.value)) return found
  const value = `${before.text}-${last.value}`
  const raw = `${before.raw}-${last.word.raw}`
  return {...found, from: found.from - 1, parts: {...found.parts, last: {value, word: {...last.word, raw}}}}
}

const isFirstName = (word = ''): boolean => russianFirstName(word) !== undefined

const soundsRelated = (one: string, other: string): boolean => familyEnding.test(one) && /[ая]$/.test(one) === /[ая]$/.test(other)
const familyEnding = /(?:[ое]в|[иы]н|[сц]кий|[ое]ва|[иы]на|[сц]кая|енко|ук|юк|ян|дзе|швили)$/

/** A name and the tokens `[from, to)` that said it. */
interface Reading {
  readonly parts: NameWords
  readonly from: number
  readonly to: number
  readonly confidence: number
  readonly alts: readonly NameWords[]
  readonly corrected?: boolean
}

/** "Анна, нет, Мария", "не Иванов, а Петров", "John, sorry, Jack": the parts said last win, the others stay. */
function corrected(tokens: readonly Token[], lang: Lang, asked: boolean, depth = maxCorrections): Reading | undefined {
  const split = depth > 0 ? splitCorrection(tokens) : undefined
  if (!split) return read(tokens, lang, asked)
  const {old, fresh, before, kind} = split
  const reversed = old.from >= fresh.to
  const headTo = kind === 'negated' ? (reversed ? 0 : old.from - 1) : before.to
  const head = corrected(tokens.slice(0, headTo), lang, asked, depth - 1)
  const takesBack = kind === 'negated' ? read(tokens.slice(old.from, old.to), lang, true) : head
  const rest = tokens.slice(fresh.from, fresh.to)
  const tail =
    corrected(rest, lang, asked || takesBack !== undefined || (kind === 'denial' && putsRight(tokens, fresh.from)), depth - 1) ??
    (takesBack && (asked || head) ? strange(rest, takesBack) : undefined)
  if (!tail) return kind === 'negated' ? head : read(tokens, lang, asked)
  const shifted = {...tail, from: tail.from + fresh.from, to: tail.to + fresh.from}
  if (!takesBack) return kind === 'denial' ? {...shifted, corrected: true} : read(tokens, lang, asked)
  const parts = {...withoutRepeated(head?.parts, tail.parts), ...sameKind(tail.parts, takesBack.parts)}
  return {...shifted, parts, from: reversed ? shifted.from : Math.min(head?.from ?? shifted.from, shifted.from), corrected: true}
}

/** "No, it's Rob", «нет, это Рома»: whoever denies a name says the right one. */
const putsRight = (tokens: readonly Token[], fresh: number): boolean =>
  tokens.length - fresh <= 2 &&
  /^(?:it's|its|this|это)$/.test(tokens[fresh - 1]?.text ?? '') &&
  !/^(?:april|may|june|august|summer|autumn|dawn|eve|rich|grace|hope|joy|fine|true)$/.test(tokens[fresh]!.text)

function read(tokens: readonly Token[], lang: Lang, asked: boolean): Reading | undefined {
  const words = nameWords(tokens)
  for (const reader of lang === 'en' ? [englishName, russianName] : [russianName, englishName]) {
    const found = reader(words, asked)
    if (found) return {...found, from: words[found.from]!.from, to: words[found.to - 1]!.to}
  }
  return undefined
}

/** "Smith, actually Smythe": nobody knows the word, but it stands for the part said last. */
function strange(tokens: readonly Token[], old: Reading): Reading | undefined {
  const [word, ...others] = nameWords(tokens)
  if (!word || others.length > 0 || isStopWord(word.text) || looksLikeVerb(word.text) || !/^\p{L}{3,}$/u.test(word.text)) return undefined
  const part = old.parts.last ? 'last' : 'first'
  return {parts: {[part]: {value: word.text, word}}, from: word.from, to: word.to, confidence: 0.6, alts: []}
}

/** "Tom Harris, no, Morris": a word that is both a given and a family name corrects the one it can stand for. */
function sameKind(fresh: NameWords, old: NameWords): NameWords {
  const {first} = fresh
  return first && !fresh.last && old.last && isFamilyName(first.value) ? {last: first} : fresh
}

/** «Вера Надежда, ой, Надежда Петровна»: a word that is said again as another part was that part before, too. */
function withoutRepeated(old: NameWords | undefined, {first, last}: NameWords): NameWords {
  const {first: oldFirst, last: oldLast, patronymic} = old ?? {}
  return {
    ...(oldFirst && oldFirst.value !== last?.value && {first: oldFirst}),
    ...(oldLast && oldLast.value !== first?.value && {last: oldLast}),
    ...(patronymic && {patronymic}),
  }
}

const toName = ({first, last, patronymic}: NameWords): PersonName => ({
  ...(first && {first: capitalise(first.value, first.word.raw)}),
  ...(last && {last: capitalise(last.value, last.word.raw)}),
  ...(patronymic && {patronymic: capitalise(patronymic.value, patronymic.word.raw)}),
})
