import {wordSet} from '../moment/phrases.ts'
import type {Word} from '../moment/words.ts'
import {hourAt, isMinuteWord, smallNumbers} from './clock-numbers.ts'
import type {ClockReading} from './clock.ts'

/** English ways to tell the time that are nothing else: "half past ten", "half ten", "quarter to three", "ten to five", "noon". */
export function englishIdiomAt(words: readonly Word[], at: number): ClockReading | undefined {
  return noonAt(words, at) ?? halfPastAt(words, at) ?? minutesFromHourAt(words, at)
}

const noons = wordSet('noon midday noontime')

function noonAt(words: readonly Word[], at: number): ClockReading | undefined {
  const twelve = words[at]!.num?.value === 12 ? at + 1 : at
  const text = words[twelve]?.text ?? ''
  const hour = noons.has(text) ? 12 : text === 'midnight' ? 0 : undefined
  return hour === undefined ? undefined : {clock: {hour, minute: 0, exact: true}, to: twelve + 1, strong: true}
}

const reading = (hour: number, minute: number, to: number): ClockReading => ({clock: {hour, minute}, to, strong: true})

/** "half past ten"; "half ten" is British for the same. */
function halfPastAt(words: readonly Word[], at: number): ClockReading | undefined {
  if (words[at]!.text !== 'half') return undefined
  const past = words[at + 1]?.text === 'past' || words[at + 1]?.text === 'after'
  const hour = twelveHourAt(words, past ? at + 2 : at + 1)
  return hour && reading(hour.value, 30, hour.to)
}

const past = wordSet('past after')
const before = wordSet('to till til of before')
const roundMinutes = new Set([5, 10, 20, 25])

/** "quarter past nine", "ten to five", "twenty five minutes to six", "ten after four", "a quarter of three". */
function minutesFromHourAt(words: readonly Word[], at: number): ClockReading | undefined {
  const start = words[at]!.text === 'a' ? at + 1 : at
  const quarter = words[start]?.text === 'quarter'
  if (start > at && !quarter) return undefined
  const readings = quarter ? [{value: 15, to: start + 1}] : words[at]!.text < 'а' ? smallNumbers(words, at) : []
  for (const minutes of readings) {
    const counted = isMinuteWord(words[minutes.to])
    const joint = words[counted ? minutes.to + 1 : minutes.to]?.text ?? ''
    const isPast = past.has(joint)
    if (!isPast && !before.has(joint)) continue
    const hour = twelveHourAt(words, (counted ? minutes.to + 1 : minutes.to) + 1)
    if (!hour || minutes.value < 1 || minutes.value > 30) continue
    // "Nine to five" are working hours, "two of five" are people.
    const isRound = joint !== 'before' && roundMinutes.has(minutes.value) && (joint !== 'of' || isAllThatIsSaid(words, at, hour.to))
    const told = quarter || counted || joint === 'past' || isRound
    if (!told) continue
    return isPast
      ? reading(hour.value, minutes.value, hour.to)
      : {...reading(hour.value === 1 ? 12 : hour.value - 1, 60 - minutes.value, hour.to), before: true}
  }
  return undefined
}

/** "Five of three", "at ten of four": inside a sentence five of three are five people. */
const isAllThatIsSaid = (words: readonly Word[], from: number, to: number): boolean =>
  to === words.length && words.slice(0, from).every(({text}) => text === 'at' || text === 'around' || text === 'about')

function twelveHourAt(words: readonly Word[], at: number) {
  const hour = words[at]?.text && words[at].text < 'а' ? hourAt(words, at) : undefined
  if (noons.has(words[at]?.text ?? '')) return {value: 12, to: at + 1}
  if (!hour || hour.value < 1) return undefined
  const oclock = words[hour.to]?.text
  return {value: hour.value, to: oclock === "o'clock" || oclock === 'oclock' ? hour.to + 1 : hour.to}
}
