import {phraseAt, phrases, wordSet} from '../moment/phrases.ts'
import type {Word} from '../moment/words.ts'
import {isMinuteWord, smallNumbers} from './clock-numbers.ts'
import type {TimeItem} from './time-item.ts'

/** `через полтора часа`, `минут через двадцать`, `в течение часа`, "in half an hour", "two hours from now"; `два часа назад` is none. */
export function relativeTimeAt(words: readonly Word[], at: number): TimeItem | undefined {
  return ahead(words, at) ?? within(words, at) ?? inverted(words, at) ?? counted(words, at)
}

const cues = wordSet('через спустя чрез in')
const spans = phrases<true>([
  [
    true,
    'в течение|в течении|в ближайшие|в ближайший|в ближайшую|within|within the next|in the next|within the|over the next|during the next',
  ],
])

interface Amount {
  readonly minutes: number
  readonly upTo?: number
  readonly either?: boolean
  readonly to: number
}

function ahead(words: readonly Word[], at: number): TimeItem | undefined {
  const start = /^(?:about|around|another|like|где|около)$/.test(words[at + 1]?.text ?? '') ? at + 2 : at + 1
  const amount = cues.has(words[at]!.text) ? (amountAt(words, start) ?? unitFirst(words, start)) : undefined
  if (!amount) return undefined
  const to = phraseAt(behindEnglish, words, amount.to)?.to ?? amount.to
  return relative({...amount, to}, at)
}

/** `через минут двадцать`. */
function unitFirst(words: readonly Word[], at: number): Amount | undefined {
  const unit = unitOf(words[at])
  const count = unit === undefined ? undefined : countAt(words, at + 1)
  return unit && count && !unitOf(words[count.to]) ? times(count, unit, count.to) : undefined
}

const times = ({value, upTo, either}: Count, unit: number, to: number): Amount => ({
  minutes: value * unit,
  ...(upTo ? {upTo: upTo * unit} : {}),
  ...(either ? {either} : {}),
  to,
})

const behindEnglish = phrases<true>([[true, "'s time|time|from now"]])

function within(words: readonly Word[], at: number): TimeItem | undefined {
  const cue = phraseAt(spans, words, at)
  const amount = cue && amountAt(words, cue.to)
  return amount && {sense: {kind: 'relative', minutes: amount.minutes, within: true}, from: at, to: amount.to, confidence: 0.8}
}

/** `минут через двадцать`, `часа через два`, `часиков через пять`. */
function inverted(words: readonly Word[], at: number): TimeItem | undefined {
  const unit = unitOf(words[at])
  if (!unit || words[at + 1]?.text !== 'через') return undefined
  const count = countAt(words, at + 2)
  return count && !unitOf(words[count.to]) ? relative(times(count, unit, count.to), at) : undefined
}

/** "two hours from now"; `час назад` and "an hour ago" keep their words from meaning a time of day. */
function counted(words: readonly Word[], at: number): TimeItem | undefined {
  const amount = amountAt(words, at)
  if (!amount) return undefined
  const behind = words[amount.to]?.text
  if (behind === 'назад' || behind === 'ago') return {sense: {kind: 'none'}, from: at, to: amount.to + 1, confidence: 1}
  if (behind === 'from' && words[amount.to + 1]?.text === 'now') return relative({...amount, to: amount.to + 2}, at)
  return undefined
}

function relative({minutes, upTo, either, to}: Amount, from: number): TimeItem {
  const sense = {kind: 'relative', minutes, ...(upTo ? {upTo} : {}), ...(either ? {either} : {})} as const
  return {sense, from, to, confidence: upTo ? 0.5 : 0.9}
}

const wholes = phrases<number>([
  [30, 'полчаса|пол часа|полчасика|получаса|half an hour|half hour|a half hour'],
  [45, 'three quarters of an hour'],
  [90, 'полтора часа|час с половиной|полтора часика|an hour and a half|one and a half hours|one hour and a half'],
  [150, 'два с половиной часа|two and a half hours|два часа с половиной'],
  [210, 'три с половиной часа|three and a half hours'],
  [15, 'четверть часа|a quarter of an hour|quarter of an hour'],
])

function amountAt(words: readonly Word[], at: number): Amount | undefined {
  const whole = phraseAt(wholes, words, at)
  if (whole) return orAnother(words, {minutes: whole.value, to: whole.to}, 60)
  if (isHour(words[at]) && words[at]!.text >= 'а') return orAnother(words, moreMinutes(words, {minutes: 60, to: at + 1}), 60)
  const count = countAt(words, at)
  const unit = count && unitOf(words[count.to])
  if (!count || !unit) return undefined
  const amount = times(count, unit, count.to + 1)
  return orAnother(words, unit === 60 ? moreMinutes(words, amount) : amount, unit)
}

/** `через час или два`, `через полчаса или через час`, "in an hour or two". */
function orAnother(words: readonly Word[], amount: Amount, unit: number): Amount {
  if (amount.upTo !== undefined || !/^(?:или|либо|or)$/.test(words[amount.to]?.text ?? '')) return amount
  const start = cues.has(words[amount.to + 1]?.text ?? '') ? amount.to + 2 : amount.to + 1
  const other = amountAt(words, start)
  if (other) return other.upTo === undefined ? {...amount, upTo: other.minutes, either: true, to: other.to} : amount
  const half = phraseAt(halfMore, words, start)
  const count = half ?? countAt(words, start)
  return count && count.value * unit > amount.minutes ? {...amount, upTo: count.value * unit, either: true, to: count.to} : amount
}

const halfMore = phrases<number>([[1.5, 'полтора|полторы|one and a half']])

/** `час двадцать`, `два часа тридцать минут`, `час-полтора`. */
function moreMinutes(words: readonly Word[], amount: Amount): Amount {
  const next = words[amount.to]?.text
  if (next === 'полтора' && amount.minutes === 60) return {...amount, upTo: 90, to: amount.to + 1}
  if (next === 'другой') return {...amount, upTo: 120, to: amount.to + 1}
  const [more] = smallNumbers(words, next === 'and' || next === 'и' ? amount.to + 1 : amount.to)
  const counts = more !== undefined && isMinuteWord(words[more.to])
  if (!more || (more.value < 10 && !counts)) return amount
  return counts || (next !== 'and' && next !== 'и') ? {minutes: amount.minutes + more.value, to: counts ? more.to + 1 : more.to} : amount
}

const couples = phrases<number>([
  [2, 'пару|парочку|a couple of|couple of|a couple|couple'],
  [1, 'a|an|один|одну'],
])

interface Count {
  readonly value: number
  readonly upTo?: number
  readonly either?: boolean
  readonly to: number
}

function countAt(words: readonly Word[], at: number): Count | undefined {
  const couple = phraseAt(couples, words, at) ?? phraseAt(halfMore, words, at)
  if (couple) return couple
  const [first] = smallNumbers(words, at)
  if (!first || first.value === 0) return undefined
  const either = /^(?:или|либо|or)$/.test(words[first.to]?.text ?? '')
  const [second] = smallNumbers(words, either ? first.to + 1 : first.to)
  const steps = first.value >= 5 && first.value % 5 === 0 ? [1, 5, 10] : [1]
  const goesOn = second && (either ? second.value > first.value : steps.includes(second.value - first.value))
  return goesOn ? {value: first.value, upTo: second.value, ...(either ? {either} : {}), to: second.to} : first
}

const isHour = (word: Word | undefined): boolean => word !== undefined && /^(?:час(?:а|ов|ик|ика|иков|у|ам)?|ч|hours?)$/.test(word.text)

const unitOf = (word: Word | undefined): number | undefined =>
  isHour(word) ? 60 : isMinuteWord(word) || word?.text === 'минутку' ? 1 : undefined
