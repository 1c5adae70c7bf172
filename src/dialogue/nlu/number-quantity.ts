import {type Part, partOfOne, readBase, readDecimals, sizeOf, type Tail} from './number-base.ts'
import {denominators} from './number-words.ts'
import {numeral, readNumber} from './numerals.ts'
import type {Lang, Token} from './types.ts'

/** An amount as people say it: `полторы тысячи`, `минус пять`, `a dozen`, `two point five`. */
export interface Quantity {
  readonly value: number
  readonly from: number
  readonly to: number
  readonly ordinal: boolean
  readonly collective: boolean
  /** Other readings of the same words. */
  readonly alts: readonly number[]
}

/** Reads the longest amount that starts at `from`. */
export function readQuantity(tokens: readonly Token[], from: number, lang: Lang): Quantity | undefined {
  const negative = signs.has(tokens[from]?.text ?? '')
  const start = negative ? from + 1 : from
  const base = readBase(tokens, start, lang)
  if (!base) return undefined
  const {value, to, ordinal = false, collective = false, alts = []} = base.ordinal ? base : extend(base, tokens, lang)
  const signed = (number: number) => (negative ? -number : number)
  return {value: tidy(signed(value)), from, to, ordinal, collective, alts: alts.map(signed)}
}

const signs: ReadonlySet<string> = new Set(['минус', 'minus', 'negative'])

/** Binary fractions carry noise: 2.3 × 1000. */
const tidy = (value: number): number => Number(value.toPrecision(12))

/** What may follow: a fraction, then lots. «две | с половиной | тысячи». */
function extend(base: Part, tokens: readonly Token[], lang: Lang): Part {
  const fraction = fractionAfter(base.to, tokens, lang)
  let to = fraction?.to ?? pastSurplus(base.to, tokens, lang)
  let size = 1
  for (let next = sizeOf(tokens[to], lang); next !== undefined && size < 1_000_000_000; next = sizeOf(tokens[to], lang)) {
    size *= next
    to++
  }
  const value = (base.value + (fraction ? fraction.value * base.unit : 0)) * size
  return {...base, value, to, alts: (base.alts ?? []).map((alt) => alt * size)}
}

/** «Двадцать с лишним тысяч»: a little more stays unsaid. */
function pastSurplus(at: number, tokens: readonly Token[], lang: Lang): number {
  const isSurplus =
    /^(?:с|со)$/.test(tokens[at]?.text ?? '') && /^(?:лишним|лишком|небольшим|хвостиком|гаком|копейками)$/.test(tokens[at + 1]?.text ?? '')
  return isSurplus && sizeOf(tokens[at + 2], lang) !== undefined ? at + 2 : at
}

function fractionAfter(at: number, tokens: readonly Token[], lang: Lang): Tail | undefined {
  const text = tokens[at]?.text ?? ''
  if (text === 'с' || text === 'со' || text === 'и' || text === 'and') {
    const named = namedFraction(tokens, at + 1, lang)
    return named && (text !== 'и' || named.to > at + 2 || tokens[at + 1]!.text.startsWith('половин')) ? named : undefined
  }
  if (text.startsWith('цел') && /^цел(?:ая|ых|ые|ую)$/.test(text)) {
    const start = tokens[at + 1]?.text === 'и' ? at + 2 : at + 1
    return tenths(tokens, start) ?? readDecimals(tokens, start, lang)
  }
  if (text === 'запятая' || text === 'точка' || text === 'point') return readDecimals(tokens, at + 1, lang)
  return undefined
}

function namedFraction(tokens: readonly Token[], at: number, lang: Lang): Tail | undefined {
  const part = tokens[at] && partOfOne(tokens, at, lang)
  if (part && part.value < 1) return part
  return lang === 'ru' && numeral(tokens[at], 'ru') ? tenths(tokens, at) : undefined
}

function tenths(tokens: readonly Token[], at: number): Tail | undefined {
  // The denominator is an ordinal and would join the number: «одна тысячная».
  const end = tokens.findIndex((token, place) => place > at && place <= at + 3 && denominators.has(token.text))
  const above = end === -1 ? undefined : readNumber(tokens.slice(0, end), at, 'ru')
  const below = denominators.get(tokens[end]?.text ?? '')
  if (!above || above.ordinal || above.to !== end || below === undefined || above.value >= below) return undefined
  return {value: above.value / below, to: end + 1}
}
