import {wordSet} from '../moment/phrases.ts'
import type {Word} from '../moment/words.ts'
import {isHourWord, isMinuteWord, ordinalHourAt, smallNumbers} from './clock-numbers.ts'
import type {ClockReading} from './clock.ts'

/** Russian ways to tell the time that are nothing else: `полчетвертого`, `без десяти шесть`, `двадцать минут шестого`, `полдень`. */
export function russianIdiomAt(words: readonly Word[], at: number): ClockReading | undefined {
  return noonAt(words, at) ?? halfOfAt(words, at) ?? minutesToAt(words, at) ?? minutesOfAt(words, at)
}

const noons = wordSet('полдень полдня полудня полудню полднем полудне')
const midnights = wordSet('полночь полночи полуночи полуночь полуночью')

function noonAt(words: readonly Word[], at: number): ClockReading | undefined {
  const text = words[at]!.text
  const hour = noons.has(text) && text !== 'полдня' ? 12 : midnights.has(text) ? 0 : undefined
  return hour === undefined ? undefined : strong(hour, 0, at + 1, true)
}

const strong = (hour: number, minute: number, to: number, exact = false): ClockReading => ({
  clock: {hour, minute, ...(exact ? {exact} : {})},
  to,
  strong: true,
})

/** The full hour before the one named: `второго` is the hour that begins at one. */
const hourBefore = (hour: number): number => (hour === 1 ? 12 : hour - 1)

const genitives = 'первого второго третьего четвертого пятого шестого седьмого восьмого девятого десятого одиннадцатого двенадцатого'.split(
  ' ',
)
const glued: ReadonlyMap<string, number> = new Map(genitives.map((word, index) => [`пол${word}`, index + 1]))
const halves = wordSet('пол половина половину половине половины половиной полу')

/** `полчетвертого`, `пол четвертого`, `половина 4-го`, `в половине четвертого`. */
function halfOfAt(words: readonly Word[], at: number): ClockReading | undefined {
  const whole = glued.get(words[at]!.text)
  if (whole !== undefined) return strong(hourBefore(whole), 30, at + 1)
  if (!halves.has(words[at]!.text)) return undefined
  const digits = words[at + 1]?.num?.rank === 'digits' ? words[at + 1]!.num!.value : undefined
  const hour =
    ordinalHourAt(words, at + 1) ?? (digits !== undefined && digits >= 1 && digits <= 12 ? {value: digits, to: at + 2} : undefined)
  return hour && strong(hourBefore(hour.value), 30, hour.to)
}

/** `без четверти шесть`, `без двадцати пяти шесть`: minutes stand in the genitive, the hour does not. */
function minutesToAt(words: readonly Word[], at: number): ClockReading | undefined {
  if (words[at]!.text !== 'без') return undefined
  const quarter = words[at + 1]?.text === 'четверти' || words[at + 1]?.text === 'четверть'
  const readings = quarter ? [{value: 15, to: at + 2}] : smallNumbers(words, at + 1)
  for (const minutes of readings) {
    const start = isMinuteWord(words[minutes.to]) ? minutes.to + 1 : minutes.to
    const hour = nominativeHour(words, start)
    if (hour === undefined || minutes.value < 1 || minutes.value > 30) continue
    return strong(hourBefore(hour), 60 - minutes.value, afterHours(words, start + 1))
  }
  return undefined
}

function nominativeHour(words: readonly Word[], at: number): number | undefined {
  if (words[at]?.text === 'час' || words[at]?.text === 'часа') return 1
  const num = words[at]?.num
  if (!num || num.ordinal || num.collective || num.value > 23 || num.rank === 'zero') return undefined
  return num.rank === 'digits' && num.digits!.length > 2 ? undefined : num.value
}

const afterHours = (words: readonly Word[], at: number): number => (isHourWord(words[at]) ? at + 1 : at)

/** `двадцать минут шестого`, `минут двадцать шестого`, `четверть второго`. */
function minutesOfAt(words: readonly Word[], at: number): ClockReading | undefined {
  const approximate = isMinuteWord(words[at])
  if (words[at]!.text === 'четверть' || words[at]!.text === 'четверти') {
    const hour = ordinalHourAt(words, at + 1)
    return hour && strong(hourBefore(hour.value), 15, hour.to)
  }
  for (const minutes of smallNumbersBeforeOrdinal(words, approximate ? at + 1 : at)) {
    if (!approximate && !isMinuteWord(words[minutes.to])) continue
    const hour = ordinalHourAt(words, approximate ? minutes.to : minutes.to + 1)
    if (hour && minutes.value >= 1) return strong(hourBefore(hour.value), minutes.value, hour.to)
  }
  return undefined
}

/** In `минут двадцать шестого` the ten stands alone before the ordinal. */
function smallNumbersBeforeOrdinal(words: readonly Word[], at: number) {
  const num = words[at]?.num
  const readings = smallNumbers(words, at)
  return readings.length === 0 && num && !num.ordinal && (num.value === 20 || num.value === 10)
    ? [{value: num.value, to: at + 1}]
    : readings
}
