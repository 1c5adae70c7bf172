import type {Word} from '../moment/words.ts'
import {phraseAt, phrases, wordSet} from '../moment/phrases.ts'
import {item, type DateItem, type Which} from './date-item.ts'
import {weekdayOfWord} from './weekdays.ts'

const weeks = phrases<number>([
  [0, 'на этой неделе|этой недели|на текущей неделе|эту неделю|this week|of this week'],
  [
    1,
    'на следующей неделе|следующей недели|на следующую неделю|следующая неделя|следующую неделю|на будущей неделе|будущей недели|на той неделе',
  ],
  [1, 'на следующей|на той недельке|на следующей недельке|next week|of next week|the following week|the coming week'],
  [2, 'через следующую неделю|на послеследующей неделе|the week after next|week after next|of the week after next'],
])

const weekends = wordSet('выходные выходных выходным weekend weekends')
const recurring = wordSet('каждый каждую каждое каждого every each')
const prepositions = wordSet('в во на к с со до по от эту этот on this next by until for')

/** `в пятницу`, `в следующую среду`, "this coming friday", "friday week", `на следующей неделе`, `в выходные`. */
export function weekDateAt(words: readonly Word[], at: number, asked: boolean): DateItem | undefined {
  const week = phraseAt(weeks, words, at)
  if (week && !(words[week.to - 1]!.text === 'следующей' && weekdayOfWord(words[week.to]?.text ?? '')))
    return item({kind: 'week', weeks: week.value}, at, week.to)
  const {which, from: start} = whichAt(words, at)
  const word = words[start]
  if (!word) return undefined
  if (weekends.has(word.text)) return item({kind: 'weekend', ...(which ? {which} : {})}, at, start + 1, 0.6)
  const day = weekdayOfWord(word.text)
  if (!day) return undefined
  const before = words[at - 1]?.text ?? ''
  if (before === 'через') return item({kind: 'none'}, at, start + 1)
  if (recurring.has(before)) return item({kind: 'none'}, at, start + 1)
  if (day.short && !which && !prepositions.has(before) && !(asked && words.length === 1)) return undefined
  const behind = behindAt(words, start + 1)
  const sense = {kind: 'weekday', weekday: day.weekday, ...(which ? {which} : {}), ...behind?.value} as const
  return item(sense, at, behind?.to ?? start + 1, which === 'next' || which === 'this' ? 0.9 : 0.95)
}

const ones = phrases<Which>([
  ['this', 'this one|that one'],
  ['next', 'the next one|next one|the one after'],
])
const closers = wordSet('а или нет не лучше давайте но')

/** `не в этот а в следующий`, "not this one the next one": the weekday stands elsewhere. */
export function whichOneAt(words: readonly Word[], at: number): DateItem | undefined {
  const one = phraseAt(ones, words, at)
  if (one) return item({kind: 'which', which: one.value}, at, one.to, 0.8)
  const {which, from: to} = whichAt(words, at)
  const before = words[at - 1]?.text
  if (!which || words[at]!.text < 'а' || (before !== 'в' && before !== 'на' && before !== 'во')) return undefined
  const ends = to >= words.length || words[to - 1]!.stop !== '' || closers.has(words[to]!.text)
  return ends ? item({kind: 'which', which}, at, to, 0.8) : undefined
}

const english = phrases<Which>([
  ['coming', 'this coming|the coming|coming|upcoming|this upcoming|the upcoming|this very next|the nearest'],
  ['next', 'next|the next|the following|following'],
  ['this', 'this'],
  ['last', 'last|this past|past|the previous|previous'],
])

const stems: readonly (readonly [RegExp, Which])[] = [
  [/^(?:следующ|следущ|будущ)/, 'next'],
  [/^(?:эт(?:от|у|о|ой|ого|ом|а|им|ому)$|нынешн|текущ)/, 'this'],
  [/^(?:ближайш|ближайш|грядущ|предстоящ|наступающ)/, 'coming'],
  [/^(?:прошл|прошедш|минувш|позапрошл|предыдущ)/, 'last'],
]

function whichAt(words: readonly Word[], at: number): {which: Which | undefined; from: number} {
  const phrase = phraseAt(english, words, at)
  if (phrase) return {which: phrase.value, from: phrase.to}
  const word = words[at]!.text
  if (word < 'а') return {which: undefined, from: at}
  const which = stems.find(([stem]) => stem.test(word))?.[1]
  return {which, from: which ? at + 1 : at}
}

const behind = phrases<{which?: Which; weeks?: number; weeksLater?: number}>([
  [{weeksLater: 1}, 'week'],
  [{weeks: 2}, 'after next'],
  [{which: 'next'}, 'next|следующий|следующая|следующее|следующую|следующей|следующего'],
])

/** "friday week", "friday next", `в пятницу следующую`; "friday next week" is left to the week. */
function behindAt(words: readonly Word[], at: number) {
  const found = phraseAt(behind, words, at)
  if (!found) return undefined
  const next = words[found.to]?.text ?? ''
  return /^(?:недел|week|month|месяц|раз)/.test(next) || weekdayOfWord(next) ? undefined : found
}
