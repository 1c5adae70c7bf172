import {counted, type Lang, type Noun, toCase} from './grammar.ts'
import {decimalRu, isBeyondWords, sayNumber} from './number.ts'
import {unitsRu} from './units-ru.ts'

export interface QuantityOptions {
  readonly lang: Lang
  readonly case?: string
}

/** A number with the noun it counts, both in the case: `countRu(2, unitsRu.minute, 'ins')` → `двумя минутами`. */
export function countRu(value: number, unit: Noun, caseName?: string): string {
  const to = toCase(caseName)
  if (isBeyondWords(value)) return `${sayNumber(value, {lang: 'ru'})} ${counted(unit, 5, 'gen')}`
  return `${decimalRu(value, to, unit.gender)} ${counted(unit, Math.trunc(value), to, !Number.isInteger(value))}`
}

/** `20` → `двадцать процентов`, `2.5` → `два с половиной процента`. */
export const sayPercent = (value: number, {lang, case: name}: QuantityOptions): string =>
  lang === 'ru' ? countRu(value, unitsRu.percent, name) : `${sayNumber(value, {lang})} percent`

/** A length of time: 5400 → `один час тридцать минут`. @param seconds whole seconds, not negative */
export function sayDuration(seconds: number, {lang, case: name}: QuantityOptions): string {
  const parts: string[] = []
  let rest = Math.max(0, Math.round(seconds))
  for (const [size, unit, english] of lengths) {
    const count = Math.floor(rest / size)
    rest -= count * size
    if (count === 0 && !(size === 1 && parts.length === 0)) continue
    parts.push(lang === 'ru' ? countRu(count, unitsRu[unit], name) : `${sayNumber(count, {lang})} ${english}${count === 1 ? '' : 's'}`)
  }
  return parts.join(' ')
}

const lengths = [
  [86_400, 'day', 'day'],
  [3600, 'hour', 'hour'],
  [60, 'minute', 'minute'],
  [1, 'second', 'second'],
] as const
