import type {Token} from './types.ts'

export interface CountPhrase {
  readonly number: number
  readonly from: number
  readonly to: number
  /** Others named beside it: «четверка или пятерка». */
  readonly others?: readonly number[]
}

/** Counts that hold no numeral: «ни одного», "just me", "twice", «полкило». Unless asked for, they have to be all that is said. */
export function countPhrase(tokens: readonly Token[], asked: boolean): CountPhrase | undefined {
  const texts = tokens.map((token) => token.text)
  for (const phrase of none) {
    const words = phrase.split(' ')
    const from = texts.findIndex((_, at) => words.every((word, offset) => texts[at + offset] === word))
    if (from !== -1 && (asked || texts.length <= words.length + 2)) return {number: 0, from, to: from + words.length}
  }
  if (alone.has(texts.join(' '))) return {number: 1, from: 0, to: texts.length}
  const half = texts.findIndex((text, at) => halves.test(text === 'пол' ? `пол${texts[at + 1] ?? ''}` : text))
  if (half !== -1) return {number: 0.5, from: half, to: half + (texts[half] === 'пол' ? 2 : 1)}
  const [named, ...others] = asked ? texts.flatMap((text, at) => (marks.has(text) ? [{at, number: marks.get(text)!}] : [])) : []
  if (named)
    return {number: named.number, from: named.at, to: (others.at(-1)?.at ?? named.at) + 1, others: others.map(({number}) => number)}
  const once = asked ? texts.findIndex((_, at) => isOnceEach(texts, at)) : -1
  if (once !== -1) return {number: 1, from: once, to: once + 1}
  const from = texts.findIndex((text) => repeats.has(text))
  return from !== -1 && (asked || texts.length <= 3) ? {number: repeats.get(texts[from]!)!, from, to: from + 1} : undefined
}

/** "Once a day", «раз в день»; «два раза в день» has its number. */
const isOnceEach = (texts: readonly string[], at: number): boolean =>
  (texts[at] === 'once' && ['a', 'per', 'every'].includes(texts[at + 1] ?? '')) ||
  (texts[at] === 'раз' && texts[at + 1] === 'в' && /^(?:день|сутки|неделю|месяц|год|полгода|час)$/.test(texts[at + 2] ?? ''))

/** Numbers as nouns, the way marks are given: «на троечку», «твердая пятерка». */
const marks: ReadonlyMap<string, number> = new Map([
  ...'нолик нулик нолика нулика нуль'.split(' ').map((word) => [word, 0] as const),
  ...'единиц единичк|двойк двоечк|тройк троечк|четверк четверочк|пятерк пятерочк|шестерк шестерочк|семерк семерочк|восьмерк восьмерочк|девятк девяточк|десятк десяточк'
    .split('|')
    .flatMap((stems, index) =>
      stems.split(' ').flatMap((stem) => ['а', 'у', 'и', 'ы', 'е', 'ой', 'ей'].map((ending) => [stem + ending, index + 1] as const)),
    ),
])

export const isMark = (word: string): boolean => marks.has(word)

const none = [
  'ни одного',
  'ни одной',
  'ни одному',
  'ни один',
  'ни одна',
  'ни разу',
  'никого',
  'нисколько',
  'ни сколько',
  'none',
  'not a single one',
  'not a single',
  'not one',
  'not any',
]
const alone: ReadonlySet<string> = new Set([
  'только я',
  'я сам',
  'я сама',
  'сам',
  'сама',
  'just me',
  'only me',
  'just myself',
  'by myself',
  'alone',
  "it's just me",
  'однажды',
  'единожды',
  'once',
])
const repeats: ReadonlyMap<string, number> = new Map([
  ['дважды', 2],
  ['трижды', 3],
  ['четырежды', 4],
  ['twice', 2],
  ['thrice', 3],
  ['оба', 2],
  ['обе', 2],
  ['both', 2],
  ['single', 1],
])

const halves = /^пол-?(?:кило|килограмма|литра|метра|порции|процента|ставки|пачки)$/
