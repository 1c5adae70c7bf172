import {englishNumerals} from './numerals-en.ts'
import {russianNumerals} from './numerals-ru.ts'
import type {Numeral, NumeralTable} from './numerals-table.ts'
import type {Lang, Token} from './types.ts'

export type {Numeral}

const tables: Readonly<Record<Lang, NumeralTable>> = {ru: russianNumerals(), en: englishNumerals()}

/** The numeral a token is, if it is one. Digits are numerals of either language; `21st` and `5-го` are ordinals. */
export function numeral(token: Token | undefined, lang: Lang): Numeral | undefined {
  if (!token) return undefined
  const found = tables[lang].get(token.text)
  if (found) return found
  if (/^\d+$/.test(token.text)) return {value: Number(token.text), rank: 'digits', ordinal: false, digits: token.text}
  return undefined
}

/** A whole number read from consecutive tokens `[from, to)`. */
export interface ReadNumber {
  readonly value: number
  readonly from: number
  readonly to: number
  readonly ordinal: boolean
  readonly collective: boolean
}

// A smaller rank may follow a larger one inside the same thousand: сто | двадцать | пять, but пять | двадцать are two numbers.
const weight: Readonly<Record<Numeral['rank'], number>> = {zero: 0, unit: 1, teen: 1, ten: 2, hundred: 3, scale: 4, digits: 0}

/**
 * Reads the longest whole number that starts at `from`: `сто двадцать пять`, `two thousand three hundred`, `двадцать первого`, `25 тысяч`.
 * An ordinal ends the number. Numbers dictated in groups (phones, "nine thirty") are not joined: ranks have to fall.
 */
export function readNumber(tokens: readonly Token[], from: number, lang: Lang): ReadNumber | undefined {
  let total = 0
  let group = 0
  let lastWeight = 5
  let lastScale = Number.POSITIVE_INFINITY
  let at = from
  let ordinal = false
  let collective = false
  for (; at < tokens.length && !ordinal; at++) {
    if (lang === 'en' && at > from && tokens[at]!.text === 'and' && numeral(tokens[at + 1], lang)?.rank !== 'scale' && lastWeight >= 3) {
      if (!numeral(tokens[at + 1], lang)) break
      continue
    }
    const part = numeral(tokens[at], lang)
    if (!part) break
    if (part.rank === 'scale') {
      // English "hundred" multiplies inside the group, thousands close it.
      if (part.value === 100) {
        if (lastWeight >= 3 && at > from) break
        group = (group || 1) * 100
        lastWeight = 3
      } else {
        if (part.value >= lastScale) break
        total += (group || (at === from || total > 0 ? 1 : 0)) * part.value
        group = 0
        lastWeight = 5
        lastScale = part.value
      }
    } else if (part.rank === 'digits' || part.rank === 'zero') {
      if (at > from && !(lastWeight === 5 && lastScale < Number.POSITIVE_INFINITY && part.rank === 'digits' && part.value < lastScale))
        break
      group = part.value
      lastWeight = 0
    } else {
      // A teen after a ten (двадцать | одиннадцать) starts another number.
      if (weight[part.rank] >= lastWeight || (part.rank === 'teen' && lastWeight === 2)) break
      group += part.value
      lastWeight = part.rank === 'teen' ? 0 : weight[part.rank]
    }
    ordinal = part.ordinal
    collective ||= part.collective === true
  }
  if (at === from) return undefined
  return {value: total + group, from, to: at, ordinal, collective}
}
