import type {Word} from '../moment/words.ts'
import {phraseAt, phrases, wordSet} from '../moment/phrases.ts'
import {item, type DateItem, type OffsetUnit} from './date-item.ts'
import {monthAt} from './months.ts'
import {weekdayOfWord} from './weekdays.ts'

/** `через три дня`, `недели через две`, `через полгода`, "in a week", "two weeks from friday", "a week from tomorrow"; `три дня назад` for the past. */
export function offsetDateAt(words: readonly Word[], at: number, past: boolean): DateItem | undefined {
  return ahead(words, at) ?? inverted(words, at) ?? ago(words, at, past) ?? fromSomeday(words, at)
}

interface Amount {
  readonly count: number
  readonly upTo?: number
  /** «Два или три», not «два-три». */
  readonly either?: boolean
  readonly unit: OffsetUnit
  readonly to: number
}

const cue = wordSet('через спустя чрез in after')
const timeBehind = phrases<true>([[true, "time|'s time|from now|from today"]])

function ahead(words: readonly Word[], at: number): DateItem | undefined {
  if (!cue.has(words[at]!.text)) return undefined
  const amount = amountAt(words, at + 1)
  if (amount === undefined) return undefined
  if (amount === 'vague') return item({kind: 'none'}, at, Math.min(at + 3, words.length))
  const weekday = words[amount.to]?.text === 'после' ? weekdayOfWord(words[amount.to + 1]?.text ?? '') : undefined
  const days = daysIn(amount)
  if (weekday && !weekday.short && days !== undefined && amount.upTo === undefined)
    return item({kind: 'weekday', weekday: weekday.weekday, daysLater: days}, at, amount.to + 2)
  if (countsFromEvent(words, amount.to)) return item({kind: 'none'}, at, amount.to + 1)
  // «через день» means tomorrow's morrow to many, the next day to some.
  const unsure = words[at + 1]!.text === 'день'
  const to = phraseAt(timeBehind, words, amount.to)?.to ?? amount.to
  return offset(unsure ? {...amount, upTo: 2} : amount, at, to)
}

const partsOfDay = wordSet('обеда полудня работы lunch work noon')

/** `через неделю после праздников`: nobody knows from which day. */
function countsFromEvent(words: readonly Word[], at: number): boolean {
  const after = words[at]?.text === 'после' || words[at]?.text === 'after'
  const event = words[at + 1]
  return after && event !== undefined && event.num === undefined && !partsOfDay.has(event.text) && event.text !== '\0'
}

/** `дня через три`, `недели через две`. */
function inverted(words: readonly Word[], at: number): DateItem | undefined {
  const unit = units.get(words[at]!.text)
  if (!unit || words[at + 1]?.text !== 'через') return undefined
  const count = countAt(words, at + 2, true)
  return count && !isUnitOfTime(words[count.to]) ? offset({...count, ...scaled(count, unit)}, at, count.to) : undefined
}

function ago(words: readonly Word[], at: number, past: boolean): DateItem | undefined {
  const amount = amountAt(words, at)
  if (!amount || amount === 'vague') return undefined
  const behind = words[amount.to]?.text
  if (behind !== 'назад' && behind !== 'ago') return undefined
  return past
    ? item({kind: 'offset', count: -amount.count, unit: amount.unit}, at, amount.to + 1, 0.9)
    : item({kind: 'none'}, at, amount.to + 1)
}

const joints = wordSet('from on this after')

/** "a week from friday", "two days after tomorrow", "three days from now", "a week today". */
function fromSomeday(words: readonly Word[], at: number): DateItem | undefined {
  const amount = amountAt(words, at)
  if (!amount || amount === 'vague' || words[at]!.text >= 'а') return undefined
  const joint = joints.has(words[amount.to]?.text ?? '')
  const start = joint ? amount.to + 1 : amount.to
  const anchor = words[start === amount.to || words[start]?.text !== 'this' ? start : start + 1]?.text ?? ''
  const days = daysIn(amount)
  if (joint && (anchor === 'now' || anchor === 'today')) return offset(amount, at, start + 1)
  if (days === undefined) return undefined
  if (anchor === 'today' || anchor === 'tomorrow') return item({kind: 'named', days: days + (anchor === 'tomorrow' ? 1 : 0)}, at, start + 1)
  const weekday = weekdayOfWord(anchor)
  if (!joint || !weekday || weekday.short) return undefined
  return item({kind: 'weekday', weekday: weekday.weekday, daysLater: days}, at, start + 1)
}

const daysIn = ({unit, count}: Amount): number | undefined => (unit === 'week' ? count * 7 : unit === 'day' ? count : undefined)

function offset({count, upTo, either, unit}: Omit<Amount, 'to'>, from: number, to: number): DateItem {
  const other = upTo === undefined ? {} : {upTo, ...(either ? {either} : {})}
  return item({kind: 'offset', count, unit, ...other}, from, to, upTo === undefined ? 0.95 : 0.5)
}

const units: ReadonlyMap<string, OffsetUnit> = new Map<string, OffsetUnit>([
  ...'день дня дней денек денька денечка денечек днем сутки суток day days'.split(' ').map((word) => [word, 'day'] as const),
  ...'неделя неделю недели недель неделе недельку недельки week weeks fortnight fortnights'
    .split(' ')
    .map((word) => [word, 'week'] as const),
  ...'месяц месяца месяцев месяцок month months'.split(' ').map((word) => [word, 'month'] as const),
  ...'год года лет годик годика year years'.split(' ').map((word) => [word, 'year'] as const),
])

/** Also of "a month's time". */
const unitOf = (word: Word | undefined): OffsetUnit | undefined => units.get(word?.text.replace(/'s$/, '') ?? '')

const wholes = phrases<Omit<Amount, 'to'>>([
  [{count: 15, unit: 'day'}, 'полмесяца|пол месяца'],
  [{count: 6, unit: 'month'}, 'полгода|пол года|полгодика|half a year'],
  [{count: 18, unit: 'month'}, 'полтора года|a year and a half'],
  [{count: 45, unit: 'day'}, 'полтора месяца|a month and a half'],
])
const vague = wordSet('несколько полтора полторы few several')

/** An amount of days or longer; `vague` when it is one that fixes no date ("a few days", `три рабочих дня`). */
function amountAt(words: readonly Word[], at: number): Amount | 'vague' | undefined {
  const whole = phraseAt(wholes, words, at)
  if (whole) return {...whole.value, to: whole.to}
  const alone = units.get(words[at]?.text ?? '')
  if (alone && words[at]!.text >= 'а') {
    const other = words[at + 1]?.text
    const more = other === 'другую' || other === 'две' || other === 'два' || other === 'полторы' || other === 'полтора'
    if (more && (words[at]!.joined || other === 'другую')) return {count: 1, upTo: 2, unit: alone, to: at + 2}
    return oneOrTwo(words, {count: 1, unit: alone, to: at + 1})
  }
  const first = words[at]?.text ?? ''
  const article = first === 'a' || first === 'the'
  const start = article ? at + 1 : at
  if (vague.has(words[start]?.text ?? '')) return [1, 2].some((step) => units.has(words[start + step]?.text ?? '')) ? 'vague' : undefined
  const count = countAt(words, at)
  if (!count) return undefined
  const unit = unitOf(words[count.to])
  if (unit) return oneOrTwo(words, {...count, ...scaled({...count, ...fortnights(words[count.to]!, count)}, unit), to: count.to + 1})
  return units.has(words[count.to + 1]?.text ?? '') && words[count.to]!.text >= 'а' ? 'vague' : undefined
}

type Count = Omit<Amount, 'unit'>

const scaled = ({count, upTo, either}: Omit<Count, 'to'>, unit: OffsetUnit): Omit<Amount, 'to'> => ({
  count,
  unit,
  ...(upTo === undefined ? {} : {upTo}),
  ...(either ? {either} : {}),
})

const fortnights = (unit: Word, {count}: Count): {count?: number} => (unit.text.startsWith('fortnight') ? {count: count * 2} : {})

/** "in a week or two", `через день или два`, `через неделю или через две`. */
function oneOrTwo(words: readonly Word[], amount: Amount): Amount {
  if (!isOr(words[amount.to]) || amount.upTo !== undefined) return amount
  const start = cue.has(words[amount.to + 1]?.text ?? '') ? amount.to + 2 : amount.to + 1
  const other = countAt(words, start)
  if (!other || other.upTo !== undefined || other.count <= amount.count) return amount
  const next = words[other.to]
  const unit = unitOf(next)
  if (unit && unit !== amount.unit) return amount
  return !unit && (isUnitOfTime(next) || monthAt(words, other.to))
    ? amount
    : {...amount, upTo: other.count, either: true, to: unit ? other.to + 1 : other.to}
}

const isOr = (word: Word | undefined): boolean => word !== undefined && /^(?:или|либо|or)$/.test(word.text)

const couples = phrases<number>([
  [2, 'пару|парочку|a couple of|couple of|a couple|couple'],
  [1, 'a|an|one|один|одну'],
])

/** A count up to 99, or two: `два-три`, `три или четыре`, "two or three". `counted`: what they count was said before. */
function countAt(words: readonly Word[], at: number, counted = false): Count | undefined {
  const couple = phraseAt(couples, words, at)
  if (couple) return {count: couple.value, to: couple.to}
  const first = cardinalAt(words, at)
  if (!first) return undefined
  const either = isOr(words[first.to])
  const second = cardinalAt(words, either ? first.to + 1 : first.to)
  const goesOn = second && (either ? second.count > first.count && (counted || unitOf(words[second.to])) : second.count === first.count + 1)
  return goesOn ? {count: first.count, upTo: second.count, ...(either ? {either} : {}), to: second.to} : first
}

function cardinalAt(words: readonly Word[], at: number): Count | undefined {
  const num = words[at]?.num
  const days = words[at + 1]?.text === 'суток'
  if (!num || num.ordinal || (num.collective && !days) || num.value === 0 || num.value > 99) return undefined
  if (num.rank === 'hundred' || num.rank === 'scale') return undefined
  const next = words[at + 1]?.num
  if (num.rank === 'ten' && next?.rank === 'unit' && !next.ordinal && !next.collective) return {count: num.value + next.value, to: at + 2}
  return {count: num.value, to: at + 1}
}

const isUnitOfTime = (word: Word | undefined): boolean => word !== undefined && /^(?:час|минут|hour|minute)/.test(word.text)
