import type {Word} from '../moment/words.ts'

export interface NumberReading {
  readonly value: number
  readonly to: number
}

/** A cardinal below 60 at `at`, the longest reading first: `двадцать пять` is 25 or 20. `digits` of at most two places. */
export function smallNumbers(words: readonly Word[], at: number): readonly NumberReading[] {
  const first = words[at]
  const num = first?.num
  if (!first || !num || num.ordinal || num.collective || num.rank === 'hundred' || num.rank === 'scale') return []
  if (num.rank === 'digits' && num.digits!.length > 2) return []
  const alone = {value: num.value, to: at + 1}
  if (num.rank !== 'ten') return num.value < 60 ? [alone] : []
  if (num.value > 50) return []
  const next = words[at + 1]?.num
  // «двадцать» of «двадцать пятого» is no number by itself.
  if (next?.rank === 'unit' && next.ordinal && first.text >= 'а') return []
  if (next?.rank === 'unit' && !next.ordinal && !next.collective && first.stop === '')
    return [{value: num.value + next.value, to: at + 2}, alone]
  return [alone]
}

export interface HourReading extends NumberReading {
  /** Said with a zero in front, as only a 24-hour clock is: `ноль девять`. */
  readonly exact?: boolean
}

/** The hour of a clock, 0…24: `двадцать один`, `9`, `час`, `ноль девять`. */
export function hourAt(words: readonly Word[], at: number): HourReading | undefined {
  const text = words[at]?.text
  if (text === 'час' || text === 'часу' || text === 'часа' || text === 'часом') return {value: 1, to: at + 1}
  const zero = words[at]?.num
  const behindZero = zero?.rank === 'zero' && text !== 'o' && text !== 'oh' ? words[at + 1]?.num : undefined
  if (behindZero && !behindZero.ordinal && (behindZero.rank === 'unit' || behindZero.rank === 'zero') && minutesAt(words, at + 2))
    return {value: behindZero.value, to: at + 2, exact: true}
  // «Двадцать пять» is 20:05 to nobody: the longer reading counts even where it is no hour.
  if (text === 'oh' || text === 'o') return undefined
  const [longest] = smallNumbers(words, at)
  return longest && longest.value <= 24 ? longest : undefined
}

/** 1…12 from an ordinal in the genitive: `шестого`, `6-го`. */
export function ordinalHourAt(words: readonly Word[], at: number): NumberReading | undefined {
  const word = words[at]
  if (!word?.num?.ordinal || word.num.value < 1 || word.num.value > 12 || !/(?:го|й|е)$/.test(word.text)) return undefined
  return {value: word.num.value, to: at + 1}
}

/**
 * Minutes right behind an hour: `тридцать`, `ноль пять`, `ноль ноль`, `05`, "oh five", "thirty". A single digit is one only with `минут`
 * behind it: `два три` is two or three o'clock.
 */
export function minutesAt(words: readonly Word[], at: number): NumberReading | undefined {
  const first = words[at]
  if (!first?.num) return undefined
  if (first.num.rank === 'zero' && first.num.digits === undefined) {
    const second = words[at + 1]?.num
    if (second?.rank === 'zero') return {value: 0, to: at + 2}
    if (second && !second.ordinal && (second.rank === 'unit' || second.digits?.length === 1)) return {value: second.value, to: at + 2}
    return isMinuteWord(words[at + 1]) ? {value: 0, to: at + 2} : undefined
  }
  for (const reading of smallNumbers(words, at)) {
    const counted = isMinuteWord(words[reading.to])
    if (counted) return {value: reading.value, to: reading.to + 1}
    if (first.num.digits?.length === 2 || reading.value >= 10) return reading
  }
  return undefined
}

export const isMinuteWord = (word: Word | undefined): boolean =>
  word !== undefined && /^(?:минут[аыу]?|минуток|минутам|мин|м|minutes?)$/.test(word.text)

export const isHourWord = (word: Word | undefined): boolean =>
  word !== undefined && /^(?:час(?:а|ов|ам|ами|ах|у|иков|ика|ик)?|ч)$/.test(word.text)
