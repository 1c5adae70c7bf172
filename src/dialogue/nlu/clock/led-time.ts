import {phraseAt, phrases} from '../moment/phrases.ts'
import type {Word} from '../moment/words.ts'
import {isMinuteWord} from './clock-numbers.ts'
import {clockAt} from './clock-reading.ts'
import type {Clock, ClockReading} from './clock.ts'
import {countsSomething, isFraction, isRate, isStay, isTable, runsOn, setsAppointment, speaksOfDuration} from './counting.ts'
import type {PartContext} from './day-parts.ts'
import {caseFits, leadAt, type Lead} from './prepositions.ts'
import type {TimeItem, TimeSense} from './time-item.ts'

/** A clock time behind a preposition: `в пять`, `часам к шести`, `не позже шести`. */
export function ledTimeAt(words: readonly Word[], at: number, context: PartContext): TimeItem | undefined {
  const lead = leadAt(words, at)
  const reading = lead && caseFits(words, lead) ? clockAt(words, lead.to) : undefined
  if (!lead || !reading || !fits(words, at, lead, reading, context)) return undefined
  const {clock, upTo, to} = alternative(words, reading, lead.hours)
  if (runsOn(words, to) || endsInCount(words, to)) return undefined
  const role = lead.role === 'at' ? roleBehind(words, to) : undefined
  const sense: TimeSense = {kind: 'clock', clock, role: role?.role ?? lead.role, ...(upTo ? {upTo} : {})}
  const sure = reading.strong || (!lead.weak && !reading.days)
  return {sense, from: at, to: role?.to ?? to, confidence: upTo ? 0.5 : sure ? 0.92 : 0.6}
}

function fits(words: readonly Word[], at: number, lead: Lead, reading: ClockReading, context: PartContext): boolean {
  if (countsSomething(words, reading.to) || isRate(words, at, reading.to) || isFraction(words, reading.to)) return false
  if (isStay(words, lead.to, reading)) return false
  if (reading.strong) return true
  const first = words[lead.to]!
  const isHourItself = first.text.startsWith('час')
  // One o'clock is «час»; «в один» counts something.
  if (first.num?.value === 1 && first.text >= 'а' && !reading.minutes && !reading.hours) return false
  if (lead.weak) {
    // «Минут на десять», «часа на два» say how long.
    if (reading.days || isHourItself || lead.hours || isMinuteWord(words[at - 1]) || isTable(words, at)) return false
    if (reading.hours && (speaksOfDuration(words) || !(context.dated(at - 1) || setsAppointment(words, at)))) return false
    return context.asked || context.dated(at - 1) || reading.minutes === true
  }
  // «около часа» is as long as an hour, «от часа» too.
  if (isHourItself && !reading.minutes) return !/^(?:около|от|в пределах)$/.test(words[lead.to - 1]!.text) || context.asked
  return !(reading.hours && speaksOfDuration(words) && words[lead.to - 1]!.text !== 'в')
}

/** `в два-три`, `часов в десять одиннадцать`: one of two hours. `hours`: the hour word stood in front. */
export function alternative(words: readonly Word[], reading: ClockReading, hours: boolean): {clock: Clock; upTo?: Clock; to: number} {
  const {clock, to} = reading
  if (reading.minutes && hours && clock.minute === clock.hour + 1 && clock.minute > 10)
    return {clock: {...clock, minute: 0}, upTo: {...clock, hour: clock.hour + 1, minute: 0}, to}
  if (reading.minutes || reading.strong) return {clock, to}
  const next = words[to]?.num && !words[to].num.ordinal ? clockAt(words, to) : undefined
  if (!next || next.minutes || next.clock.hour !== clock.hour + 1) return {clock, to}
  const half = next.clock.half
  return {clock: {...clock, ...(half && !clock.half ? {half} : {})}, upTo: next.clock, to: next.to}
}

const behind = /^(?:позже|позднее|дальше|later|after|onwards?|раньше|earlier)$/

/** "at five or later", `в пять или позже`. */
export function roleBehind(words: readonly Word[], at: number): {role: 'from' | 'to'; to: number} | undefined {
  const joint = /^(?:или|и|or|and)$/.test(words[at]?.text ?? '') ? at + 1 : at
  const word = words[joint]?.text ?? ''
  if (!behind.test(word) || (joint === at && !word.startsWith('onward')) || words[joint + 1]?.num) return undefined
  return {role: /^(?:раньше|earlier)$/.test(word) ? 'to' : 'from', to: joint + 1}
}

const upTo = phrases<true>([[true, 'до|и до|to|until']])

/** `от десяти до двадцати тысяч`: a range of something else. */
function endsInCount(words: readonly Word[], at: number): boolean {
  const joint = phraseAt(upTo, words, at)
  const end = joint && clockAt(words, joint.to)
  return end !== undefined && (countsSomething(words, end.to) || isFraction(words, end.to))
}
