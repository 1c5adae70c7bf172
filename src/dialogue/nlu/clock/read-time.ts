import {choose, linkBetween, type Candidate, type Choice} from '../moment/candidates.ts'
import {notRefused} from '../moment/refusal.ts'
import type {Word} from '../moment/words.ts'
import type {ExtractContext} from '../types.ts'
import {minutesIn} from './clock.ts'
import {combineTimes} from './combine-times.ts'
import {defaultWindow, resolveClock, resolveRange} from './resolve-time.ts'
import type {DayPart, TimeItem} from './time-item.ts'

/** A time of day, a span of it (either end may be open), or a part of the day. Times as `HH:MM`. */
export type TimeValue = {readonly time: string} | {readonly from?: string; readonly to?: string} | {readonly part: DayPart}

/** The time chosen, with what the date beside it has to know. */
export interface TimeChoice extends Choice<TimeValue> {
  /** Whole days from today, for `через два часа` said late in the evening; absent for a time of day. */
  readonly daysAhead?: number
  /** Nothing but the window decided between morning and evening. */
  readonly open?: boolean
}

/** The time an utterance settles on, out of all it says about times. */
export function readTime(words: readonly Word[], items: readonly TimeItem[], context: ExtractContext): TimeChoice | undefined {
  const said = combineTimes(
    words,
    items.filter(({sense}) => sense.kind !== 'none'),
  )
  const allParts = said.filter(({sense}) => sense.kind === 'part')
  const clocks = said.filter(({sense}) => sense.kind !== 'part')
  const parts = notRefused(words, allParts).filter((part) => !standsFor(words, said, part))
  const candidates = said.flatMap((item) =>
    item.sense.kind !== 'part'
      ? (candidateOf(item, context, nearestPart(item, parts)) ?? [])
      : parts.includes(item)
        ? []
        : partCandidate(item),
  )
  const chosen = clocks.length > 0 ? choose(words, candidates, sameTime) : undefined
  if (chosen) return withSource(chosen, clocks, parts, context)
  const named = allParts.filter(({sense}) => sense.kind === 'part' && sense.part !== 'any')
  return choose(words, (named.length > 0 ? named : allParts).map(partCandidate), sameTime)
}

/** Whether a part of the day is a choice of its own rather than the half of a clock time beside it: `в пять или вечером`. */
function standsFor(words: readonly Word[], said: readonly TimeItem[], part: TimeItem): boolean {
  const at = said.indexOf(part)
  const beside = [said[at - 1], said[at + 1]].flatMap((item) => {
    if (!item) return []
    const [first, second] = item.from < part.from ? [item, part] : [part, item]
    return [{isClock: item.sense.kind !== 'part', link: linkBetween(words, first, second), gap: second.from - first.to}]
  })
  const isHalf = beside.some(({isClock, link, gap}) => isClock && link === 'unsaid' && gap <= 2)
  return !isHalf && beside.some(({link}) => link === 'or')
}

function nearestPart(item: TimeItem, parts: readonly TimeItem[]): DayPart | undefined {
  const distance = (part: TimeItem) => (part.to <= item.from ? item.from - part.to : part.from - item.to)
  const [nearest] = [...parts].sort((a, b) => distance(a) - distance(b))
  return nearest?.sense.kind === 'part' ? nearest.sense.part : undefined
}

function candidateOf(item: TimeItem, context: ExtractContext, part: DayPart | undefined): Candidate<TimeValue> | undefined {
  const window = context.window ?? defaultWindow
  const {sense, from, to, confidence} = item
  if (sense.kind === 'relative') {
    const at = (minutes: number) => clockText(context.now.minutes + minutes)
    if (sense.within) return {value: {from: clockText(context.now.minutes), to: at(sense.minutes)}, alts: [], confidence, from, to}
    const alts = sense.upTo ? [{time: at(sense.upTo)}] : []
    return {value: {time: at(sense.minutes)}, alts, confidence, from, to, ...(sense.either ? {undecided: true} : {})}
  }
  if (sense.kind === 'range') {
    const range = resolveRange(sense.from, sense.to, window, part)
    return range && {value: {from: clockText(range.from), to: clockText(range.to)}, alts: [], confidence, from, to}
  }
  if (sense.kind !== 'clock') return undefined
  const resolved = resolveClock(sense.clock, window, sense.role, part)
  if (!resolved) return undefined
  const valueOf = (minutes: number): TimeValue => ({[sense.role === 'at' ? 'time' : sense.role]: clockText(minutes)})
  const second = sense.upTo && resolveClock(sense.upTo, window, sense.role, part)
  const others = [resolved.other, second?.minutes].filter((minutes) => minutes !== undefined)
  const certainty = resolved.other === undefined ? confidence : Math.min(confidence, 0.6)
  return {value: valueOf(resolved.minutes), alts: others.map(valueOf), confidence: certainty, from, to}
}

const partCandidate = ({sense, from, to, confidence}: TimeItem): Candidate<TimeValue> => ({
  value: {part: sense.kind === 'part' ? sense.part : 'any'},
  alts: [],
  confidence,
  from,
  to,
})

function withSource(chosen: Choice<TimeValue>, items: readonly TimeItem[], parts: readonly TimeItem[], {now}: ExtractContext): TimeChoice {
  const item = items.find(({from, to}) => from === chosen.from && to === chosen.to)
  const sense = item?.sense
  if (item?.corrected) return {...chosen, corrected: true}
  if (sense?.kind === 'relative') return {...chosen, daysAhead: Math.floor((now.minutes + sense.minutes) / 1440)}
  return sense?.kind === 'clock' && parts.length === 0 && minutesIn(sense.clock, sense.clock.half) === undefined
    ? {...chosen, open: true}
    : chosen
}

export const clockText = (minutes: number): string => {
  const inDay = ((minutes % 1440) + 1440) % 1440
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}

const sameTime = (a: TimeValue, b: TimeValue): boolean => JSON.stringify(a) === JSON.stringify(b)
