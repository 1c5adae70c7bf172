import {addDays} from '../../../nlu/plain-date.ts'
import {clock, minutes} from '../../scenario/hours.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'
import {dayShiftOf, otherMonth} from './day-shift.ts'
import {claim, push, rawOf, type Reader} from '../reader.ts'
import {shiftOf} from './time-shift.ts'

/** «на час позже»: an hour that is known, moved. */
export function readShift(reader: Reader, time: ScenarioField): boolean {
  const held = reader.state.fields[time.id]!.value
  const shift = held === undefined ? undefined : shiftOf(reader.utterance)
  if (!shift || held === undefined) return false
  const moved = minutes(String(held)) + shift.minutes
  if (moved < 0 || moved >= 1440) return false
  const found = {value: {}, from: shift.from, to: shift.to, confidence: 0.9, corrected: true}
  const raw = rawOf(reader, found)
  claim(reader, found)
  push(reader, time, found, clock(moved), [], raw)
  return true
}

/** «На день позже»: a day that is known, moved. */
export function readDayShift(reader: Reader, date: ScenarioField): boolean {
  const {value, partial} = reader.state.fields[date.id]!
  const held = value ?? partial?.day
  const month = held === undefined ? undefined : otherMonth(reader.utterance, String(held))
  if (month) {
    const found = {value: {}, from: 0, to: reader.utterance.tokens.length, confidence: 0.85, corrected: true}
    const raw = rawOf(reader, found)
    claim(reader, found)
    push(reader, date, found, month, [], raw)
    return true
  }
  const shift = held === undefined ? undefined : dayShiftOf(reader.utterance)
  if (!shift) return false
  const found = {value: {}, from: shift.from, to: shift.to, confidence: 0.9, corrected: true}
  const raw = rawOf(reader, found)
  claim(reader, found)
  push(reader, date, found, addDays(String(held), shift.days), [], raw)
  return true
}
