import type {Lang, Token} from './types.ts'

export interface DigitNumber {
  readonly value: number
  readonly to: number
  readonly ordinal: boolean
  /** Another reading of a separator: `2,500`. */
  readonly alt?: number
}

const ordinalEndings: ReadonlySet<string> = new Set('го ого й ый ой я ая е ое му ому м ом ю ую ые х ых st nd rd th'.split(' '))

/**
 * A number written in digits: `2500`, `2 500`, `2,500`, `1,5`, `1/2`, `21st`. Digits that are no amount are left alone: `007`, `12:30`,
 * anything longer than nine digits.
 */
export function readDigits(tokens: readonly Token[], at: number, lang: Lang): DigitNumber | undefined {
  const token = tokens[at]
  const text = token?.text.replace(/^\+/, '')
  if (!token || !text || !/^\d/.test(text) || /^0\d/.test(text)) return undefined
  if (/^\d+$/.test(text)) return whole(tokens, at, text)
  const fraction = /^(\d)\/(\d{1,2})$/.exec(text)
  if (fraction) {
    const [above, below] = [Number(fraction[1]), Number(fraction[2])]
    return above < below ? {value: above / below, to: at + 1, ordinal: false} : undefined
  }
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(text) && !text.startsWith('0')) return separated(text, at, lang)
  const mixed = /^(\d{1,3}(?:,\d{3})+)\.(\d{1,2})$/.exec(text)
  if (mixed) return {value: Number(`${mixed[1]!.replaceAll(',', '')}.${mixed[2]}`), to: at + 1, ordinal: false}
  return /^\d+[.,]\d+$/.test(text) ? {value: Number(text.replace(',', '.')), to: at + 1, ordinal: false} : undefined
}

function whole(tokens: readonly Token[], at: number, first: string): DigitNumber | undefined {
  let digits = first
  let to = at + 1
  if (first.length <= 3 && first !== '0') while (isThousands(tokens, to)) digits += tokens[to++]!.text
  if (digits.length > 9) return undefined
  const ending = tokens[to]
  const ordinal = ending !== undefined && ending.start - tokens[to - 1]!.end <= 1 && ordinalEndings.has(ending.text)
  const glued = ordinal && (ending.start === tokens[to - 1]!.end || ending.text.length > 1)
  return {value: Number(digits), to: glued ? to + 1 : to, ordinal: glued}
}

/** `2 500`: a thousand is a group of exactly three digits behind one space. */
const isThousands = (tokens: readonly Token[], at: number): boolean =>
  /^\d{3}$/.test(tokens[at]?.text ?? '') && tokens[at]!.start - tokens[at - 1]!.end === 1

/** Three digits behind the separator are thousands where the language writes them so; else both readings are possible. */
function separated(text: string, at: number, lang: Lang): DigitNumber {
  const thousands = Number(text.replaceAll(/[.,]/g, ''))
  const once = text.split(/[.,]/).length === 2
  if (!once || (lang === 'en' && text.includes(','))) return {value: thousands, to: at + 1, ordinal: false}
  return {value: thousands, to: at + 1, ordinal: false, alt: Number(text.replace(',', '.'))}
}
