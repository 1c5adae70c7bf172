import {phraseAt, phrases} from '../moment/phrases.ts'
import type {Word} from '../moment/words.ts'
import {hourAt, type HourReading, isHourWord, isMinuteWord, minutesAt} from './clock-numbers.ts'
import type {ClockReading, Half} from './clock.ts'
import {englishIdiomAt} from './english-clock.ts'
import {halfAt, halfPutRight} from './halves.ts'
import {russianIdiomAt} from './russian-clock.ts'

/** The clock time at `at`, however it is told, with `утра` or "pm" behind it. */
export function clockAt(words: readonly Word[], at: number): ClockReading | undefined {
  if (!words[at]) return undefined
  const idiom = idiomAt(words, at)
  return idiom ? withHalf(words, idiom) : plainClockAt(words, at)
}

/** A clock time of hours and minutes, no "ten to five": the first half of "from ten to five". */
export function plainClockAt(words: readonly Word[], at: number): ClockReading | undefined {
  if (!words[at]) return undefined
  const reading = writtenAt(words, at) ?? gluedAt(words, at) ?? spokenAt(words, at)
  return reading && withHalf(words, reading)
}

/** Only what can be nothing but a time, whatever stands around it. */
export const idiomAt = (words: readonly Word[], at: number): ClockReading | undefined =>
  words[at]!.text < 'а' ? (englishIdiomAt(words, at) ?? russianIdiomAt(words, at)) : russianIdiomAt(words, at)

/** `16:20`, `10.30`, `10-00`. */
function writtenAt(words: readonly Word[], at: number): ClockReading | undefined {
  const match = /^(\d{1,2})([:.])(\d{2})$/.exec(words[at]!.text)
  if (match) {
    const [hour, minute] = [Number(match[1]), Number(match[3])]
    if (hour > 24 || minute > 59) return undefined
    const dotted = match[2] === '.'
    return {clock: {hour, minute}, to: afterHours(words, at + 1), strong: !dotted, minutes: true, ...(dotted ? {dotted} : {})}
  }
  const [first, second] = [words[at]!.num?.digits, words[at + 1]?.num?.digits]
  if (!words[at]!.joined || !first || first.length > 2 || second?.length !== 2 || words[at + 1]!.joined) return undefined
  const [hour, minute] = [Number(first), Number(second)]
  // 10-12 are two hours, 10-30 is one time.
  if (hour > 24 || minute > 59 || (minute <= 24 && minute > hour && !second.startsWith('0'))) return undefined
  return {clock: {hour, minute}, to: at + 2, strong: false, minutes: true}
}

const afterHours = (words: readonly Word[], at: number): number => (isHourWord(words[at]) ? at + 1 : at)

/** `1530`, `930`: recognisers run hours and minutes together. */
function gluedAt(words: readonly Word[], at: number): ClockReading | undefined {
  const digits = words[at]!.num?.digits
  if (!digits || digits.length < 3 || digits.length > 4 || words[at]!.num!.ordinal || /^(?:год|г$)/.test(words[at + 1]?.text ?? ''))
    return undefined
  const [hour, minute] = [Number(digits.slice(0, -2)), Number(digits.slice(-2))]
  // 930 is a time, 112 calls for help.
  if (digits.length === 3 && minute % 5 !== 0) return undefined
  return hour <= 24 && minute < 60 ? {clock: {hour, minute}, to: at + 1, strong: false, minutes: true} : undefined
}

const oclock = phrases<true>([[true, "o'clock|oclock|o clock"]])

function spokenAt(words: readonly Word[], at: number): ClockReading | undefined {
  const start = restarted(words, at)
  const hour = hourAt(words, start) ?? ohHour(words, start)
  if (!hour) return undefined
  const hundred =
    words[hour.to]?.text === 'hundred' && (hour.value > 9 || hour.exact || words[hour.to + 1]?.text === 'hours') ? hour.to + 1 : undefined
  if (hundred)
    return {
      clock: {hour: hour.value, minute: 0, ...(hour.exact && {exact: true})},
      to: words[hundred]?.text === 'hours' ? hundred + 1 : hundred,
      strong: false,
      minutes: true,
    }
  const isHourItself = isHourWord(words[start])
  const clockWord = phraseAt(oclock, words, hour.to)
  const hours = !isHourItself && words[hour.to - 1]!.stop === '' && isHourWord(words[hour.to])
  const end = clockWord?.to ?? (hours ? hour.to + 1 : hour.to)
  const pause = words[end - 1]!.stop
  const minutes = (pause === '' || pause === ',') && !isSpan(words, hour.to, hour.value) ? minutesBehind(words, end, hours) : undefined
  const clock = {hour: hour.value, minute: minutes?.value ?? 0, ...(hour.exact ? {exact: true} : {})}
  return {clock, to: minutes?.to ?? end, strong: clockWord !== undefined, ...(hours ? {hours} : {}), ...(minutes ? {minutes: true} : {})}
}

/** "Oh nine hundred", "oh nine thirty". */
function ohHour(words: readonly Word[], at: number): HourReading | undefined {
  const [zero, unit] = [words[at]?.num, words[at + 1]?.num]
  const isHour = zero?.rank === 'zero' && zero.digits === undefined && unit?.rank === 'unit' && !unit.ordinal
  return isHour && (words[at + 2]?.text === 'hundred' || (words[at + 2]?.num?.value ?? 0) >= 10)
    ? {value: unit.value, to: at + 2, exact: true}
    : undefined
}

/** `девять и пять минут`: behind an «и» only what is called minutes. */
function minutesBehind(words: readonly Word[], at: number, hours: boolean) {
  if (words[at]?.text !== 'и') return minutesAt(words, at)
  const minutes = minutesAt(words, at + 1)
  return minutes && (hours || isMinuteWord(words[minutes.to - 1])) ? minutes : undefined
}

/** `десять-одиннадцать`, `10-12`: two hours, not an hour and minutes. */
const isSpan = (words: readonly Word[], at: number, hour: number): boolean => {
  const next = words[at]?.num
  return words[at - 1]!.joined && next !== undefined && next.value > hour && next.value <= 24
}

/** `в пять пять тридцать`, `четыре так четыре`: the hour was said twice. */
function restarted(words: readonly Word[], at: number): number {
  const [first, second] = [words[at]!, words[at + 1]]
  const again = second?.num?.rank === 'unit' && first.text === second.text && !first.num?.ordinal
  return again && (!words[at + 2]?.num || minutesAt(words, at + 2) !== undefined) ? at + 1 : at
}

/** "Quarter to twelve pm" is before noon: the half belongs to the coming hour. */
function halfBefore({before, clock}: ClockReading, half: Half): Half {
  if (!before || clock.hour !== 11) return half
  return half === 'am' ? 'pm' : half === 'pm' ? 'am' : half
}

function withHalf(words: readonly Word[], reading: ClockReading): ClockReading {
  if (reading.clock.exact || words[reading.to - 1]!.stop === '.' || words[reading.to - 1]!.stop === '?') return reading
  const found = halfAt(words, reading.to)
  // `16 часов дня` needs no help.
  const corrected = reading.clock.hour > 12 ? undefined : halfPutRight(words, found?.to ?? reading.to, reading.clock)
  if (corrected) return {...reading, clock: {...reading.clock, half: halfBefore(reading, corrected.half)}, to: corrected.to, strong: true}
  if (!found) return reading
  const days =
    found.value === 'day' &&
    !reading.hours &&
    !reading.minutes &&
    !reading.strong &&
    words[found.to - 1]!.text === 'дня' &&
    !isHourWord(words[reading.to - 1])
  const clock = reading.clock.hour > 12 ? reading.clock : {...reading.clock, half: halfBefore(reading, found.value)}
  return {...reading, clock, to: phraseAt(oclock, words, found.to)?.to ?? found.to, strong: !days, ...(days ? {days} : {})}
}
