import {leadsIn} from './email-lead-ins.ts'
import {phraseAt, signAt, type Speech} from './email-speech.ts'
import {loanwords, noise, noisePhrases, spellingWords, translations} from './email-words.ts'
import {type Letter, letterAt} from './letters.ts'
import {isStopWord} from './names/stop-words.ts'
import {isNumberWord} from './names/words.ts'
import {type Atom, atomsOf} from './phone-atoms.ts'
import {readings} from './phone-lattice.ts'
import {transliterate, transliterations} from './transliterate.ts'

/** A part of an address as it was dictated. */
export interface Piece {
  readonly kind: 'sign' | 'letter' | 'digits' | 'word' | 'via'
  readonly text: string
  /** Other spellings of the same speech. */
  readonly alts: readonly string[]
  readonly letter?: Letter
  /** Place of the first word, and of the first behind the last. */
  readonly from: number
  readonly to: number
}

/** The piece that begins at a word; `undefined` is noise of one word. */
export function pieceAt(speech: Speech, at: number, end: number): Piece | {readonly kind: 'noise'; readonly to: number} {
  const {words} = speech
  const word = words[at]!
  const silent = phraseAt(noisePhrases, words, at)
  if (silent) return {kind: 'noise', to: at + silent.length}
  if (word === 'через') {
    const sign = signAt(words, at + 1)
    if (sign) return {kind: 'via', text: sign.sign, alts: [], from: at, to: at + 1 + sign.length}
  }
  const sign = signAt(words, at)
  if (sign) return {kind: 'sign', text: sign.sign, alts: [], from: at, to: at + sign.length}
  return letterPiece(words, at, end) ?? digitsPiece(speech, at, end) ?? wordPiece(words, at, end)
}

// «Эм» is a hesitation as often as an M.
const weak: ReadonlySet<string> = new Set(['эм', 'и', 'а', 'с', 'в', 'к', 'у', 'о', 'я', 'э', 'a', 'i', 'же', 'oh'])

function letterPiece(words: readonly string[], at: number, end: number): Piece | undefined {
  // "Double u" is a letter, "double t" two of them.
  const repeated = letterAt(words, at) ? undefined : repeats.get(words[at]!)
  const start = repeated === undefined ? at : at + 1
  const found = letterAt(words, start)
  if (!found || start >= end) return undefined
  const isSpelled = afterExample(words, start + 1, end) > start + 1
  if (found.length === 1 && weak.has(words[start]!) && !isSpelled && !standsAmongLetters(words, start, end)) return undefined
  const {letter} = found
  const times = start > at && found.length === 1 ? repeated! : 1
  const to = afterExample(words, start + found.length, end)
  return {kind: 'letter', text: letter.latin.repeat(times), alts: letter.alt === undefined ? [] : [letter.alt], letter, from: at, to}
}

const repeats: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['двойное', 2],
  ['двойная', 2],
  ['двойной', 2],
  ['triple', 3],
])

/** «и», «с», "a" are words as well: letters they are beside another letter, a sign or a digit. */
function standsAmongLetters(words: readonly string[], at: number, end: number): boolean {
  const isLetter = (place: number) => place >= 0 && place < end && letterAt(words, place) !== undefined && !boundary.has(words[place]!)
  const isSign = (place: number) => place >= 0 && place < end && signAt(words, place) !== undefined
  const next = words[at + 1] ?? ''
  // Nobody hesitates and says nothing: an M by itself, in front of digits, or of a sign that an introduction leads up to.
  if (words[at] === 'эм' && (at + 1 >= end || /^\d/.test(next) || isNumberWord(next) || (isSign(at + 1) && leadsIn(words, at - 1))))
    return true
  if (words[at] === 'oh' || words[at] === 'э') return isLetter(at - 1) || isLetter(at + 1)
  return (
    isInitial(words, at, end) ||
    isLetter(at - 1) ||
    isLetter(at + 1) ||
    (isSign(at - 1) && (at + 1 >= end || isSign(at + 1))) ||
    (at + 1 >= end && at > 0) ||
    (isSign(at + 1) && !isWordBefore(words, at))
  )
}

/** "A kowalski at hotmail dot com": an article no more, where it opens and nothing but a surname stands between it and the sign. */
export function isInitial(words: readonly string[], at: number, end: number): boolean {
  const name = words[at + 1] ?? ''
  const opens = at === 0 || /^(?:is|it's)$/.test(words[at - 1]!)
  return /^[ai]$/.test(words[at]!) && opens && at + 2 === end && name.length > 2 && !leadsIn(words, at + 1) && !isStopWord(name)
}

const boundary: ReadonlySet<string> = new Set(['у', 'я', 'i'])
const isWordBefore = (words: readonly string[], at: number): boolean => (words[at - 1]?.length ?? 0) > 2

/** «м как мама», «эс как доллар», "b as in boy": the example is not spelled. */
function afterExample(words: readonly string[], at: number, end: number): number {
  const link = phraseAt(links, words, at)
  if (!link || at + link.length >= end) return at
  let to = at + link.length
  while (to < end - 1 && fillersOfExamples.has(words[to]!)) to++
  return to + 1
}

const links: readonly (readonly string[])[] = [
  ['как', 'в', 'слове'],
  ['как', 'у'],
  ['как', 'в'],
  ['как'],
  ['as', 'in'],
  ['as'],
  ['like'],
  ['for'],
]
const fillersOfExamples: ReadonlySet<string> = new Set([
  'русская',
  'русское',
  'русский',
  'английская',
  'латинская',
  'знак',
  'слово',
  'наше',
  'the',
])

function digitsPiece({words, at: places, tokens}: Speech, at: number, end: number): Piece | undefined {
  const atoms: Atom[] = []
  let to = at
  for (; to < end; to++) {
    const found = atomsOf({...tokens[places[to]!]!, text: words[to]!}, to, 'never').filter(({kind}) => kind !== 'times')
    if (found.length === 0) break
    atoms.push(...found)
  }
  if (atoms.length === 0 || atoms.length > 15) return undefined
  const [best, second] = readings(atoms)
  if (!best) return undefined
  const alts = second && second.cost <= best.cost + 1 ? [second.digits] : []
  return {kind: 'digits', text: best.digits, alts, from: at, to}
}

function wordPiece(words: readonly string[], at: number, end: number): Piece | {readonly kind: 'noise'; readonly to: number} {
  const word = words[at]!
  if (noise.has(word) || (weak.has(word) && (word.length === 1 || word === 'эм'))) return {kind: 'noise', to: at + 1}
  if (spellingWords.has(word) && at + 1 < end && (letterAt(words, at + 1) || /^\d/.test(words[at + 1]!))) return {kind: 'noise', to: at + 1}
  const loan = loanwords.get(word)
  const plain = transliterate(word.replaceAll("'", ''))
  const translated = translations.get(word)
  const others = [...transliterations(word), ...(translated ? [translated] : [])]
  return {kind: 'word', text: loan ?? plain, alts: loan ? [plain] : others, from: at, to: at + 1}
}
