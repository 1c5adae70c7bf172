import {asksIn} from '../field-words.ts'
import type {Found} from '../../../nlu/types.ts'
import {minutes} from '../../scenario/hours.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'
import {openFields} from '../open-fields.ts'
import {push, type Reader} from '../reader.ts'

export type Parts = Readonly<Record<string, unknown>>

/** «С какого дня начнём?»: the first day of many is the answer. */
export const isStart = (field: ScenarioField): boolean =>
  /начн|начать|начал|с какого|въе[дз]|вселит|заезж|заезд|start|begin|move in|pick (?:it |them |the \S+ )?up|pick-?up|check(?:ing)?[- ]?in|arriv/i.test(
    asksIn(field),
  )

export const altsOf = (found: Found<unknown>, key: 'date' | 'time'): string[] =>
  (found.alts ?? []).map((alt) => (alt as Parts)[key]).filter((value) => typeof value === 'string')

export function pushTime(reader: Reader, field: ScenarioField, value: Parts, found: Found<unknown>, raw: string): void {
  const base = {source: 'rule', confidence: found.confidence, field: field.id, raw} as const
  const {time, part, from, to} = value
  // «Часов с двенадцати» to "at what time?", «с десяти до двенадцати» where the flow wants to know when it begins
  const opens = typeof from === 'string' && /(?:^| )(?:с|со|from) /i.test(` ${raw}`) && (field.id === reader.asked?.id || isStart(field))
  if (opens && typeof time !== 'string') {
    if (typeof to === 'string') pushHours(reader, found, minutes(to) - minutes(from), raw)
    return pushHour(reader, field, found, [from], raw)
  }
  const bound = oneBound(reader, field, {time, from, to})
  if (bound !== undefined) return pushHour(reader, field, found, [bound], raw)
  if (typeof time === 'string') pushHour(reader, field, found, [time, ...altsOf(found, 'time')], raw)
  // «Ночью», of shifts to choose from, is no hour of a visit.
  else if (typeof part === 'string' && reader.asked?.type === 'enum' && reader.done.has(reader.asked.id)) return
  else if (typeof part === 'string') reader.commands.push({...base, kind: 'partial', part: {kind: 'day_part', part}})
  else if (from !== undefined || to !== undefined) {
    reader.commands.push({...base, kind: 'partial', part: {kind: 'range', from: textOf(from), to: textOf(to)}})
  }
}

/** «До скольки?» – «До пяти.», «Когда перезвонить?» – «После шести.»: the only bound that is told is the answer. */
function oneBound(reader: Reader, field: ScenarioField, {time, from, to}: Parts): string | undefined {
  if (typeof time === 'string' || field.id !== reader.asked?.id) return undefined
  if (typeof to === 'string' && from === undefined && asksUntil.test(asksIn(field))) return to
  return typeof from === 'string' && to === undefined && asksToCall.test(asksIn(field)) ? from : undefined
}

const asksUntil = /до скольки|до которого|до какого (?:часа|времени)|until|till|to what time|end/i
const asksToCall = /перезвон|позвон|набрать|связаться|на связи|call|reach|ring/i

/** «С десяти до двенадцати» says how many hours as well, where they are counted. */
function pushHours(reader: Reader, found: Found<unknown>, span: number, raw: string): void {
  const field = openFields(reader, 'number').find((each) => countsHours.test(asksIn(each)))
  if (field && span > 0 && span % 60 === 0) push(reader, field, found, span / 60, [], raw)
}

const countsHours = /сколько часов|how many hours/i

/** Of two halves of the day a correction keeps to the one that was spoken of: «в шесть вечера… нет, лучше в семь». */
function pushHour(reader: Reader, field: ScenarioField, found: Found<unknown>, hours: readonly string[], raw: string): void {
  const held = reader.state.fields[field.id]!.value
  const same = held === undefined ? [] : hours.filter((hour) => minutes(hour) >= 720 === minutes(String(held)) >= 720)
  const [time, ...alts] = same.length === 1 && reader.state.pending.kind !== 'choose' ? same : hours
  push(reader, field, found, time!, alts, raw)
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
