import {readNumber} from '../../../nlu/numerals.ts'
import type {Utterance} from '../../../nlu/types.ts'

export interface TimeShift {
  readonly minutes: number
  readonly from: number
  readonly to: number
}

const later = /^(?:по)?позже$|^later$/
const earlier = /^(?:по)?раньше$|^earlier$|^sooner$/

/** «на час позже», «полчаса пораньше», "half an hour later": how far an hour that is known is to be moved. */
export function shiftOf({tokens, lang}: Utterance): TimeShift | undefined {
  const at = tokens.findIndex((token) => later.test(token.text) || earlier.test(token.text))
  if (at < 1) return undefined
  const amount = amountBefore(tokens, at, lang)
  return amount && {minutes: earlier.test(tokens[at]!.text) ? -amount.minutes : amount.minutes, from: amount.from, to: at + 1}
}

function amountBefore(tokens: Utterance['tokens'], at: number, lang: Utterance['lang']): {minutes: number; from: number} | undefined {
  const unit = tokens[at - 1]!.text
  if (unit === 'полчаса' || unit === 'полчасика') return {minutes: 30, from: at - 1}
  if (unit === 'hour' && tokens[at - 3]?.text === 'half') return {minutes: 30, from: at - 3}
  const size = /^(?:час|часа|часов|часик|hours?)$/.test(unit) ? 60 : /^(?:минут|минуты|минуту|минуток|minutes?)$/.test(unit) ? 1 : undefined
  if (size === undefined) return undefined
  for (const from of [at - 3, at - 2]) {
    const read = from >= 0 ? readNumber(tokens, from, lang) : undefined
    if (read?.to === at - 1) return {minutes: read.value * size, from}
  }
  if (tokens[at - 2]?.text === 'полтора') return {minutes: 90, from: at - 2}
  return size === 60 ? {minutes: 60, from: at - 1} : undefined
}
