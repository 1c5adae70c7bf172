import type {Word} from '../moment/words.ts'
import {phraseAt, phrases, wordSet} from '../moment/phrases.ts'
import {item, type DateItem, type Which} from './date-item.ts'
import {monthAt} from './months.ts'
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

const weeksAfter = phrases<true>([[true, 'the week after|the week after that|на неделе после|на неделе после этого']])

const weekends = wordSet('выходные выходных выходным weekend weekends')
const recurring = wordSet('каждый каждую каждое каждого every each')
const prepositions = wordSet('в во на к с со до по от эту этот on this next by until for')

/** `в пятницу`, `в следующую среду`, "this coming friday", "friday week", `на следующей неделе`, `в выходные`. */
export function weekDateAt(words: readonly Word[], at: number, asked: boolean): DateItem | undefined {
  const week = phraseAt(weeks, words, at)
  if (week && !(words[week.to - 1]!.text === 'следующей' && weekdayOfWord(words[week.to]?.text ?? '')))
    return item({kind: 'week', weeks: week.value}, at, week.to)
  const after = phraseAt(weeksAfter, words, at)
  if (after) return item({kind: 'week', weeks: 2, after: true}, at, after.to)
  const nth = nthWeekdayAt(words, at)
  if (nth) return nth
  const {which, from: start} = whichAt(words, at)
  const word = words[start]
  if (!word) return undefined
  if (weekends.has(word.text)) return item({kind: 'weekend', ...(which ? {which} : {})}, at, start + 1, 0.6)
  const day = weekdayOfWord(word.text) ?? adjectiveOfDay(words, start)
  if (!day) return undefined
  const before = words[at - 1]?.text ?? ''
  if (before === 'через') return item({kind: 'none'}, at, start + 1)
  if (recurring.has(before)) return item({kind: 'none'}, at, start + 1)
  if (day.short && !which && !prepositions.has(before) && !(asked && words.length === 1)) return undefined
  const behind = behindAt(words, start + 1)
  const sense = {kind: 'weekday', weekday: day.weekday, ...(which ? {which} : {}), ...behind?.value} as const
  return item(sense, at, behind?.to ?? start + 1, which === 'next' || which === 'this' ? 0.9 : 0.95)
}

const adjectives = ['понедельничн', 'вторничн', 'средов', 'четвергов', 'пятничн', 'субботн', 'воскресн']

/** `субботнее утро`, `в воскресный день`. */
function adjectiveOfDay(words: readonly Word[], at: number): {weekday: number; short: boolean} | undefined {
  const stem = words[at]!.text.replace(/(?:ее|ое|ий|ый|им|ым|его|ого|ему|ому)$/, '')
  const index = adjectives.indexOf(stem)
  const isOfDay = /^(?:утр|вечер|день|дня|дн[её]м|полдень|число)/.test(words[at + 1]?.text ?? '')
  return index !== -1 && isOfDay ? {weekday: index + 1, short: false} : undefined
}

const months = phrases<number>([
  [0, 'месяца|этого месяца|of the month|of this month|in this month'],
  [1, 'следующего месяца|of next month'],
])

/** `в первый понедельник апреля`, "the last friday of the month". */
function nthWeekdayAt(words: readonly Word[], at: number): DateItem | undefined {
  const word = words[at]!
  const last = word.text.startsWith('последн') || word.text === 'last'
  const nth = last
    ? -1
    : word.num?.ordinal && word.num.value >= 1 && word.num.value <= 5 && !/(?:го|ое|му)$/.test(word.text)
      ? word.num.value
      : 0
  const day = weekdayOfWord(words[at + 1]?.text ?? '')
  if (nth === 0 || !day || day.short) return undefined
  const of = words[at + 2]?.text === 'of' || words[at + 2]?.text === 'in' ? at + 3 : at + 2
  const month = monthAt(words, of)
  const relative = phraseAt(months, words, at + 2)
  const sense = {kind: 'nth-weekday', nth, weekday: day.weekday} as const
  if (month) return item({...sense, month: month.month}, at, month.to, 0.85)
  if (relative) return item({...sense, monthOffset: relative.value}, at, relative.to, 0.85)
  return word.text === 'last' ? undefined : item({kind: 'none'}, at, at + 2)
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

const behind = phrases<{which?: Which; weeks?: number; daysLater?: number}>([
  [{daysLater: 7}, 'week'],
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
