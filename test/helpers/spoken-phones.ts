import fc from 'fast-check'
import {toCardinal} from 'n2words/ru-RU'

// Phone numbers as Russians dictate them, rendered independently of the grammar that reads them.

export const digits = (length: number) =>
  fc.array(fc.integer({min: 0, max: 9}), {minLength: length, maxLength: length}).map((list) => list.join(''))
/** The ten digits behind the +7. */
export const mobiles = digits(9)
  .map((rest) => `9${rest}`)
  .filter((number) => !number.startsWith('9300'))

/** `020` → «ноль двадцать». */
export const say = (group: string): string => {
  const zeros = /^0+/.exec(group)?.[0].length ?? 0
  const rest = group.slice(zeros)
  return [...Array.from({length: zeros}, () => 'ноль'), ...(rest ? [toCardinal(rest)] : [])].join(' ')
}

/** The digits in groups of these sizes. */
export const cut = (number: string, sizes: readonly number[]): string[] => {
  let at = 0
  return sizes.map((size) => number.slice(at, (at += size)))
}

/** The sizes of the groups, by the name of the habit. */
export const styles: Readonly<Record<string, readonly number[]>> = {
  '3-3-2-2': [3, 3, 2, 2],
  '3-3 and digits': [3, 3, 1, 1, 1, 1],
  'digit by digit': [1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  '3-1-2-2-2': [3, 1, 2, 2, 2],
  '3-2-2-3': [3, 2, 2, 3],
  pairs: [2, 2, 2, 2, 2],
  '3, digits, 2-2': [3, 1, 1, 1, 2, 2],
}
