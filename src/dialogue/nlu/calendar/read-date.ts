import {choose, type Candidate, type Choice} from '../moment/candidates.ts'
import {speaksOfStay} from '../moment/moving.ts'
import {phraseBefore, phrases} from '../moment/phrases.ts'
import type {Word} from '../moment/words.ts'
import {addDays, weekdayOf} from '../plain-date.ts'
import type {ExtractContext} from '../types.ts'
import {combineDates, type DateGroup} from './combine-dates.ts'
import type {DateItem} from './date-item.ts'
import {isLeft} from './left-day.ts'
import {resolveDate, type CalendarContext, type ResolvedDate} from './resolve-date.ts'

/** A day, or the days between two (both included); dates as `YYYY-MM-DD`. */
export type DateValue = {readonly date: string} | {readonly from?: string; readonly to?: string}

/** The date an utterance settles on, out of all it says about dates. */
export function readDate(words: readonly Word[], items: readonly DateItem[], context: ExtractContext): Choice<DateValue> | undefined {
  const calendar = {today: context.now.date, past: context.past === true}
  const groups = combineDates(words, items)
  const candidates: Candidate<DateValue>[] = []
  for (let index = 0; index < groups.length; index++) {
    if (isLeft(words, groups[index]!, groups[index + 1])) continue
    const range = rangeAt(words, groups[index]!, groups[index + 1], calendar)
    if (range) index++
    const candidate = range ?? (isStatement(words, groups, index) ? undefined : candidateOf(words, groups[index]!, calendar))
    if (candidate) candidates.push(candidate)
  }
  const chosen = choose(
    words,
    candidates.filter((candidate) => !isSettled(candidate, candidates)),
    sameDate,
    {touching: 'or'},
  )
  if (!chosen) return undefined
  const corrected = groups.some((group, index) => (group.corrected && group.from >= chosen.from) || isLeft(words, group, groups[index + 1]))
  return corrected ? {...chosen, corrected} : chosen
}

/** «Сегодня вторник» says what day it is; with another date in the sentence it is not the one that is wanted. */
function isStatement(words: readonly Word[], groups: readonly DateGroup[], index: number): boolean {
  const {senses, from, to} = groups[index]!
  const today = senses.some((sense) => sense.kind === 'named' && sense.days === 0)
  return today && senses.length > 1 && to - from === 2 && groups.length > 1 && words[from]!.text === 'сегодня'
}

/** `на выходных, в воскресенье`: one of the days was named. */
const isSettled = (candidate: Candidate<DateValue>, all: readonly Candidate<DateValue>[]): boolean =>
  candidate.undecided === true &&
  all.some((other) => other !== candidate && [candidate.value, ...candidate.alts].some((day) => sameDate(day, other.value)))

const bounds = phrases<'from' | 'to' | 'between'>([
  [
    'from',
    'с|со|от|начиная с|начиная со|не раньше|не ранее|после|не раньше чем|не раньше чем в|не раньше чем с|from|after|starting|starting from|no earlier than|not before|since',
  ],
  ['to', 'до|не позже|не позднее|не позже чем в|не позднее чем в|раньше|before|until|till|by|no later than|not later than'],
  ['between', 'между|between'],
])
const rangeEnds = phrases<true>([[true, 'по|до|и до|и по|и|to|till|until|through|and|to the|and the|until the|through the']])

const stayEnds = phrases<true>([[true, 'на']])

const boundBefore = (words: readonly Word[], at: number) => phraseBefore(bounds, words, words[at - 1]?.text === 'the' ? at - 1 : at)

/** `с пятого по десятое`, "between monday and friday". */
function rangeAt(
  words: readonly Word[],
  a: DateGroup,
  b: DateGroup | undefined,
  calendar: CalendarContext,
): Candidate<DateValue> | undefined {
  const bound = boundBefore(words, a.from)
  // «Двадцатого по двадцать пятое»: the end tells.
  const opened = bound ? bound.value !== 'to' : words[a.to]?.text === 'по'
  if (!b || !opened) return undefined
  const end = phraseBefore(rangeEnds, words, b.from) ?? (speaksOfStay(words) ? phraseBefore(stayEnds, words, b.from) : undefined)
  if (!end || end.from !== a.to) return undefined
  const from = resolveGroup(a, calendar)
  // The end is the first such day after the beginning.
  const to = from && resolveGroup(b, isOpen(b) ? {...calendar, today: from.date} : calendar)
  if (!from || !to || to.date < from.date) return undefined
  return {value: {from: from.date, to: to.date}, alts: [], confidence: 0.9, from: bound?.from ?? a.from, to: b.to}
}

const isOpen = ({senses: [sense]}: DateGroup): boolean =>
  (sense.kind === 'day' && sense.year === undefined && sense.monthOffset === undefined) ||
  (sense.kind === 'weekday' && sense.which === undefined && sense.weeks === undefined)

function candidateOf(words: readonly Word[], group: DateGroup, calendar: CalendarContext): Candidate<DateValue> | undefined {
  const resolved = resolveGroup(group, calendar)
  if (!resolved) return undefined
  const bound = boundBefore(words, group.from)
  const confidence = group.confidence * resolved.certainty
  const [sense] = group.senses
  if (bound && bound.value !== 'between') {
    // Behind the weekend is Monday.
    const end = sense.kind === 'weekend' && /^(?:после|after)$/.test(words[bound.from]!.text) ? addDays(resolved.date, 2) : resolved.date
    return {value: {[bound.value]: end}, alts: [], confidence: confidence * 0.9, from: bound.from, to: group.to}
  }
  const isOpenChoice = sense.kind === 'weekend' || (sense.kind === 'offset' && sense.either === true)
  const undecided = resolved.alts.length > 0 && (isOpenChoice || contradicts(group, resolved.date))
  const alts = resolved.alts.map((date) => ({date}))
  return {value: {date: resolved.date}, alts, confidence, from: group.from, to: group.to, ...(undecided ? {undecided} : {})}
}

/** «В четверг тринадцатого» when the thirteenth is a Friday: only the caller knows which of the two is meant. */
const contradicts = ({senses}: DateGroup, date: string): boolean =>
  senses[0].kind === 'day' && senses.some((sense) => sense.kind === 'weekday' && sense.weekday !== weekdayOf(date))

/** Every sense has to give the same day; where they differ the most specific one counts and the others stay as readings. */
function resolveGroup(group: DateGroup, calendar: CalendarContext): ResolvedDate | undefined {
  const [first] = group.senses.map((sense) => resolveDate(sense, calendar))
  if (!first) return undefined
  // «В субботу двадцать первого»: a Saturday that the day itself is settles nothing else.
  const others = group.senses
    .slice(1)
    .filter((sense) => sense.kind !== 'weekday' || sense.which !== undefined || sense.weekday !== weekdayOf(first.date))
    .map((sense) => resolveDate(sense, calendar))
  const rivals = others.filter((other) => other !== undefined && other.date !== first.date).map((other) => other!.date)
  return rivals.length === 0 ? first : {date: first.date, alts: [...first.alts, ...rivals], certainty: 0.5}
}

function sameDate(a: DateValue, b: DateValue): boolean {
  if ('date' in a || 'date' in b) return 'date' in a && 'date' in b && a.date === b.date
  return a.from === b.from && a.to === b.to
}
