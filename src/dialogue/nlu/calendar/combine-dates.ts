import {linkBetween} from '../moment/candidates.ts'
import {wordSet} from '../moment/phrases.ts'
import {isRefusedBefore} from '../moment/refusal.ts'
import type {Word} from '../moment/words.ts'
import type {DateItem, DateSense} from './date-item.ts'
import {isLeft} from './left-day.ts'

/** Items that speak of one date; `senses` beyond the first repeat it in other words and have to agree (`в пятницу тринадцатого`). */
export interface DateGroup {
  readonly senses: readonly [DateSense, ...DateSense[]]
  readonly from: number
  readonly to: number
  readonly confidence: number
  readonly corrected: boolean
}

/** Joins what complete each other (`на следующей неделе` … `в пятницу`) and hands months on (`пятого или шестого мая`). */
export function combineDates(words: readonly Word[], items: readonly DateItem[]): DateGroup[] {
  const groups: DateGroup[] = []
  for (const item of items) {
    const next = withReference(single(item), groups)
    const before = groups.at(-1)
    const joined = before && join(words, before, next)
    if (joined) groups[groups.length - 1] = joined
    else groups.push(before ? inheriting(words, before, next) : next)
  }
  for (let index = groups.length - 2; index >= 0; index--) groups[index] = lendingMonth(words, groups[index]!, groups[index + 1]!)
  return groups
}

const single = ({sense, from, to, confidence}: DateItem): DateGroup => ({senses: [sense], from, to, confidence, corrected: false})

function join(words: readonly Word[], a: DateGroup, b: DateGroup): DateGroup | undefined {
  const [first, second] = [a.senses[0], b.senses[0]]
  const span = {from: a.from, to: b.to, confidence: Math.min(a.confidence, b.confidence), corrected: a.corrected}
  const mended =
    first.kind === 'day' && first.month !== undefined && linkBetween(words, a, b) === 'corrects' ? mend(first, second) : undefined
  if (mended) return {...span, senses: [mended], corrected: true}
  if (isRefusedBefore(words, a) || isLeft(words, a, b)) return undefined
  const gap = words.slice(a.to, b.from)
  if (gap.length > 5 || linkBetween(words, a, b) !== 'unsaid') return undefined
  const either = inWeek(first, second) ?? inWeek(second, first)
  if (either && a.senses.length === 1) return {...span, senses: [either]}
  if (gap.length > 3 || !gap.every((word) => connecting.has(word.text))) return undefined
  const whole = later(first, second) ?? laterStill(first, second) ?? dated(first, second) ?? dated(second, first)
  if (whole && a.senses.length === 1) return {...span, senses: [whole]}
  return fixesDay(first) && fixesDay(second) && a.senses.every(({kind}) => kind !== second.kind) && !isBound(gap)
    ? {...span, senses: specificFirst([...a.senses, second])}
    : undefined
}

/** `пятого мая ой июня`, `девяносто девятого нет девяносто восьмого`: only the month or the year is taken back. */
function mend(day: DateSense & {kind: 'day'}, fresh: DateSense): DateSense | undefined {
  if (fresh.kind === 'month' && fresh.month !== undefined) return {...day, month: fresh.month}
  return fresh.kind === 'year' && day.year !== undefined ? {...day, year: fresh.year} : undefined
}

/** `не в этот а в следующий` speaks of the weekday that was named before, "the day after" of the day. */
function withReference(group: DateGroup, before: readonly DateGroup[]): DateGroup {
  const [sense] = group.senses
  const last = before.at(-1)?.senses[0]
  if (sense.kind === 'day-after' && last?.kind === 'named') return {...group, senses: [{kind: 'named', days: last.days + 1}]}
  if (sense.kind === 'week' && sense.after && last?.kind === 'week') return {...group, senses: [{kind: 'week', weeks: last.weeks + 1}]}
  if (sense.kind !== 'which') return group
  const named = before.flatMap(({senses}) => senses).findLast(({kind}) => kind === 'weekday')
  if (named?.kind !== 'weekday') return group
  // "Next friday or the one after".
  const later = named.which === 'next' && sense.which === 'next' ? {weeks: 2} : {which: sense.which}
  return {...group, senses: [{kind: 'weekday', weekday: named.weekday, ...later}]}
}

const connecting = wordSet('в во на это этот эту будет и the on of that is which числа день как раз это месяце который которая которое it')
const isBound = (gap: readonly Word[]): boolean => gap.some((word) => word.text === 'и' || word.text === 'and')

/** `на следующей неделе в пятницу`, "friday next week"; the weekday's own "next" would say the same again. */
function inWeek(week: DateSense, day: DateSense): DateSense | undefined {
  if (week.kind !== 'week' || (day.kind !== 'weekday' && day.kind !== 'weekend')) return undefined
  return day.weeks === undefined ? {...day, weeks: week.weeks} : undefined
}

/** `через неделю в среду`, `в среду через две недели`; `через месяц пятого`. */
function later(offset: DateSense, day: DateSense): DateSense | undefined {
  if (offset.kind !== 'offset' || offset.count < 1 || offset.upTo !== undefined) return undefined
  if (offset.unit === 'week' && day.kind === 'weekday' && !day.which && day.weeks === undefined) return {...day, weeks: offset.count}
  if (offset.unit === 'month' && day.kind === 'day' && day.month === undefined) return {...day, monthOffset: offset.count}
  return undefined
}

/** `в понедельник через неделю`, said on a Wednesday, is the next one or the one after it. */
function laterStill(day: DateSense, offset: DateSense): DateSense | undefined {
  const found = later(offset, day)
  return found?.kind === 'weekday' ? {...found, orLater: true} : found
}

/** A day gets the month or the year that was said beside it. */
function dated(frame: DateSense, day: DateSense): DateSense | undefined {
  if (day.kind !== 'day') return undefined
  if (frame.kind === 'month' && day.month === undefined && day.monthOffset === undefined) return {...frame, ...day}
  if (frame.kind === 'year' && day.month !== undefined && day.year === undefined) return {...day, year: frame.year}
  return undefined
}

const fixesDay = ({kind}: DateSense): boolean => kind === 'day' || kind === 'named' || kind === 'weekday'

const rank = {day: 0, named: 1, weekday: 2} as Readonly<Record<DateSense['kind'], number | undefined>>

const specificFirst = (senses: readonly DateSense[]): DateGroup['senses'] =>
  [...senses].sort((a, b) => (rank[a.kind] ?? 9) - (rank[b.kind] ?? 9)) as [DateSense, ...DateSense[]]

/** `тринадцатого апреля нет четырнадцатого`, `с пятого мая по десятое`, `пятого апреля или мая`. */
function inheriting(words: readonly Word[], before: DateGroup, next: DateGroup): DateGroup {
  const [first, second] = [before.senses[0], next.senses[0]]
  if (first.kind === 'day' && first.month !== undefined && second.kind === 'month' && second.month !== undefined)
    return linkBetween(words, before, next) === 'or' ? {...next, senses: [{...first, month: second.month}]} : next
  if (first.kind !== 'day' || second.kind !== 'day' || second.month !== undefined || second.monthOffset !== undefined) return next
  if (first.month === undefined && first.monthOffset === undefined) return next
  const {day: _, ...frame} = first
  // A later day of the same month; an earlier one is next month's (`с двадцать восьмого марта по третье`), the same one the same again.
  const isEnd = /^(?:по|до|to|till|until)$/.test(words[next.from - 1]?.text ?? '')
  const sameMonth = linkBetween(words, before, next) !== 'unsaid' || second.day > first.day || (second.day === first.day && !isEnd)
  return sameMonth ? {...next, senses: [{...frame, ...second}]} : next
}

/** `пятого или шестого мая`, `с пятого по десятое мая`. */
function lendingMonth(words: readonly Word[], group: DateGroup, after: DateGroup): DateGroup {
  const [first, second] = [group.senses[0], after.senses[0]]
  if (first.kind !== 'day' || second.kind !== 'day' || first.month !== undefined || first.monthOffset !== undefined) return group
  if (second.month === undefined && second.monthOffset === undefined) return group
  if (first.day >= second.day && linkBetween(words, group, after) === 'unsaid') return group
  const {day: _, ...frame} = second
  return {...group, senses: [{...frame, ...first}]}
}
