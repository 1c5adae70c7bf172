import type {Word} from '../moment/words.ts'
import {clockAt, idiomAt} from './clock-reading.ts'
import {dayPartAt, type PartContext} from './day-parts.ts'
import {hourSpanAt} from './hour-span.ts'
import {isHourWord} from './clock-numbers.ts'
import {caseFits, leadAt, type Lead} from './prepositions.ts'
import {relativeTimeAt} from './relative-time.ts'
import {countsSomething, isOwned, isRate, isTable, runsOn, setsAppointment, speaksOfDuration} from './surroundings.ts'
import type {Clock, ClockReading} from './clock.ts'
import type {TimeItem, TimeSense} from './time-item.ts'
import {timeRangeAt} from './time-range.ts'

/** Everything an utterance says about the time of day, left to right, no word used twice. */
export function scanTimes(words: readonly Word[], context: PartContext): TimeItem[] {
  const found: TimeItem[] = []
  for (let at = 0; at < words.length;) {
    const next =
      relativeTimeAt(words, at) ??
      dayPartAt(words, at, context) ??
      timeRangeAt(words, at, context) ??
      hourSpanAt(words, at) ??
      ledTimeAt(words, at, context) ??
      loneTimeAt(words, at, context)
    if (next) found.push(next)
    at = next?.to ?? at + 1
  }
  return found
}

/** Times that need no context at all: they claim their words before dates are looked for. */
export function idiomSpans(words: readonly Word[]): readonly boolean[] {
  const taken = words.map(() => false)
  for (let at = 0; at < words.length;) {
    const found = idiomAt(words, at) ?? (words[at]!.text.includes(':') ? clockAt(words, at) : undefined) ?? hourSpanAt(words, at)
    if (found) taken.fill(true, at, found.to)
    at = found?.to ?? at + 1
  }
  return taken
}

/** A clock time behind a preposition: `в пять`, `часам к шести`, `не позже шести`. */
function ledTimeAt(words: readonly Word[], at: number, context: PartContext): TimeItem | undefined {
  const lead = leadAt(words, at)
  const reading = lead && caseFits(words, lead) ? clockAt(words, lead.to) : undefined
  if (!lead || !reading || !fits(words, at, lead, reading, context)) return undefined
  const {clock, upTo, to} = alternative(words, reading, lead)
  if (runsOn(words, to)) return undefined
  const role = lead.role === 'at' ? roleBehind(words, to) : undefined
  const sense: TimeSense = {kind: 'clock', clock, role: role?.role ?? lead.role, ...(upTo ? {upTo} : {})}
  const sure = reading.strong || (!lead.weak && !reading.days)
  return {sense, from: at, to: role?.to ?? to, confidence: upTo ? 0.5 : sure ? 0.92 : 0.6}
}

function fits(words: readonly Word[], at: number, lead: Lead, reading: ClockReading, context: PartContext): boolean {
  if (countsSomething(words, reading.to) || isRate(words, at, reading.to)) return false
  if (reading.strong) return true
  const first = words[lead.to]!
  const isHourItself = first.text.startsWith('час')
  // One o'clock is «час»; «в один» counts something.
  if (first.num?.value === 1 && first.text >= 'а' && !reading.minutes && !reading.hours) return false
  if (lead.weak) {
    if (reading.days || isHourItself || isTable(words, at)) return false
    if (reading.hours && (speaksOfDuration(words) || !(context.dated(at - 1) || setsAppointment(words, at)))) return false
    return context.asked || context.dated(at - 1) || reading.minutes === true
  }
  // «около часа» is as long as an hour, «от часа» too.
  if (isHourItself && !reading.minutes) return !/^(?:около|от|в пределах)$/.test(words[lead.to - 1]!.text) || context.asked
  return !(reading.hours && speaksOfDuration(words) && words[lead.to - 1]!.text !== 'в')
}

/** `в два-три`, `часов в десять одиннадцать`: one of two hours. */
function alternative(words: readonly Word[], reading: ClockReading, lead: Lead): {clock: Clock; upTo?: Clock; to: number} {
  const {clock, to} = reading
  if (reading.minutes && lead.hours && clock.minute === clock.hour + 1 && clock.minute > 10)
    return {clock: {...clock, minute: 0}, upTo: {...clock, hour: clock.hour + 1, minute: 0}, to}
  if (reading.minutes || reading.strong) return {clock, to}
  const next = words[to]?.num && !words[to].num.ordinal ? clockAt(words, to) : undefined
  if (!next || next.minutes || next.clock.hour !== clock.hour + 1) return {clock, to}
  const half = next.clock.half
  return {clock: {...clock, ...(half && !clock.half ? {half} : {})}, upTo: next.clock, to: next.to}
}

const behind = /^(?:позже|позднее|дальше|later|after|onwards?|раньше|earlier)$/

/** "at five or later", `в пять или позже`. */
function roleBehind(words: readonly Word[], at: number): {role: 'from' | 'to'; to: number} | undefined {
  const joint = /^(?:или|и|or|and)$/.test(words[at]?.text ?? '') ? at + 1 : at
  const word = words[joint]?.text ?? ''
  if (!behind.test(word) || (joint === at && !word.startsWith('onward')) || words[joint + 1]?.num) return undefined
  return {role: /^(?:раньше|earlier)$/.test(word) ? 'to' : 'from', to: joint + 1}
}

/** A clock time with nothing in front: any time that can be nothing else, and a bare number when a time was asked for. */
function loneTimeAt(words: readonly Word[], at: number, context: PartContext): TimeItem | undefined {
  const reading = clockAt(words, at)
  if (!reading || countsSomething(words, reading.to) || isRate(words, at, reading.to)) return undefined
  // "Not five six": the numbers do not belong together.
  const denied = /^(?:не|not)$/.test(words[at - 1]?.text ?? '')
  const {clock, upTo, to} = denied
    ? {...reading, upTo: undefined}
    : alternative(words, reading, {role: 'at', to: at, hours: false, weak: false})
  if (!denied && runsOn(words, to)) return undefined
  const role = roleBehind(words, to)
  const sense: TimeSense = {kind: 'clock', clock, role: role?.role ?? 'at', ...(upTo ? {upTo} : {})}
  const item = (confidence: number): TimeItem => ({sense, from: at, to: role?.to ?? to, confidence: upTo ? 0.5 : confidence})
  if (reading.strong) return item(0.9)
  if (reading.dotted) return context.asked && (reading.clock.minute > 12 || reading.clock.minute === 0) ? item(0.7) : undefined
  if (isOwned(words, at) || (words[at - 1]?.num && words[at - 1]!.stop === '')) {
    if (!/^(?:не|not)$/.test(words[at - 2]?.text ?? '')) return undefined
  }
  // «Часа два» is how long, «часа в два» is when.
  if (isHourWord(words[at - 1])) return undefined
  const beside = context.dated(at - 1) || context.dated(to)
  if (reading.minutes) return context.asked || beside ? item(0.85) : undefined
  if (reading.hours && speaksOfDuration(words)) return undefined
  if (words[at]!.text.startsWith('час')) return context.asked && words.length === 1 && words[at]!.text === 'час' ? item(0.6) : undefined
  if (!context.asked || !standsFree(words, to)) return undefined
  return item(reading.days ? 0.6 : 0.75)
}

// What may follow a lone hour in an answer; a noun would be what the number counts.
const free =
  /^(?:да|нет|и|или|а|но|если|можно|удобно|нормально|хорошо|отлично|идеально|лучше|будет|бы|было|подойд.*|устро.*|устраива.*|пойдет|есть|свободно|давай.*|запиш.*|став.*|пиш.*|мне|меня|для|самое|вполне|тоже|как|спасибо|окей|ок|ладно|на|в|во|к|с|до|по|у|не|это|то|я|мы|is|works?|would|will|should|sounds?|suits?|is|if|or|and|please|good|fine|great|ok|okay|then|on|for|thanks|thank|i|that|that's|it's|but|no|not|actually|sorry|wait|make|in|at|to|from|this|next|tomorrow|today|perfect|better|может|завтра|сегодня|ой|вернее|точнее|хотя|стоп|извините|простите|погодите|подождите|[a-z]+day)$/

const standsFree = (words: readonly Word[], to: number): boolean => !words[to] || words[to - 1]!.stop !== '' || free.test(words[to].text)
