import {readDigits} from './number-digits.ts'
import {denominators, fractions, halvedLots, lots, oneAndAHalf, pairs, pluralLots} from './number-words.ts'
import {numeral, readNumber, type ReadNumber} from './numerals.ts'
import type {Lang, Token} from './types.ts'

export interface Part {
  readonly value: number
  readonly to: number
  /** What a following half is a half of: of a million in «два миллиона с половиной». */
  readonly unit: number
  readonly ordinal?: boolean
  readonly collective?: boolean
  readonly alts?: readonly number[]
}

export interface Tail {
  readonly value: number
  readonly to: number
}

/** The amount before fractions and lots are added to it. */
export function readBase(tokens: readonly Token[], at: number, lang: Lang): Part | undefined {
  const text = tokens[at]?.text
  if (text === undefined) return undefined
  if (/^\+?\d/.test(text)) return written(tokens, at, lang)
  return (
    halved(tokens, at, lang) ??
    (text === 'point' && lang === 'en' ? bareDecimals(tokens, at) : undefined) ??
    partOfOne(tokens, at, lang) ??
    lot(tokens, at, lang) ??
    (lang === 'ru' ? (inverted(tokens, at) ?? thousandsUnsaid(tokens, at) ?? pointUnsaid(tokens, at)) : hundredsUnsaid(tokens, at)) ??
    spoken(tokens, at, lang)
  )
}

function written(tokens: readonly Token[], at: number, lang: Lang): Part | undefined {
  const digits = readDigits(tokens, at, lang)
  if (!digits) return undefined
  const {value, to, ordinal, alt} = digits
  const next = tokens[to]
  if (next && (next.text === 'к' || next.text === 'k') && next.start === tokens[to - 1]!.end)
    return {value: value * 1000, to: to + 1, unit: 1000}
  // `25 тысяч 300` is one number; the plain reader knows how it goes on.
  if (/^\d+$/.test(tokens[at]!.text) && to === at + 1) return spoken(tokens, at, lang)
  return {value, to, unit: 1, ordinal, ...(alt === undefined ? {} : {alts: [alt]})}
}

/** «полтора», «полмиллиона», "half a million". */
function halved(tokens: readonly Token[], at: number, lang: Lang): Part | undefined {
  const text = tokens[at]!.text
  if (oneAndAHalf.has(text)) return {value: 1.5, to: at + 1, unit: 1}
  if (text === 'пол' && halvedLots.has(tokens[at + 1]?.text ?? '')) {
    const value = halvedLots.get(tokens[at + 1]!.text)! / 2
    return {value, to: at + 2, unit: value}
  }
  const whole = text.startsWith('пол') ? halvedLots.get(text.slice(text[3] === '-' ? 4 : 3)) : undefined
  if (whole !== undefined) return {value: whole / 2, to: at + 1, unit: whole / 2}
  if (lang === 'ru') return undefined
  const start = text === 'a' ? at + 1 : at
  const share = fractions.get(tokens[start]?.text ?? '')
  if (share === undefined || numeral(tokens[start], 'en')?.ordinal) return undefined
  let big = start + 1
  if (tokens[big]?.text === 'of') big++
  if (tokens[big]?.text === 'a') big++
  const size = sizeOf(tokens[big], 'en')
  return size === undefined ? undefined : {value: share * size, to: big + 1, unit: share * size}
}

/** «половина», «две трети», «одна пятая», "a quarter", "three quarters". */
export function partOfOne(tokens: readonly Token[], at: number, lang: Lang): Part | undefined {
  const bare = tokens[at]!.text === 'a' ? at + 1 : at
  const alone = isOf(tokens[bare], lang) ? fractions.get(tokens[bare]!.text) : undefined
  const ordinal = numeral(tokens[bare], lang)?.ordinal === true
  if (alone !== undefined && (!ordinal || bare > at)) return {value: alone, to: bare + 1, unit: alone}
  if (ordinal) return undefined
  const above = readNumber(tokens, at, lang)
  if (!above || above.ordinal || above.value === 0) return undefined
  const name = tokens[above.to]?.text ?? ''
  const share = fractions.get(name) ?? (denominators.has(name) ? 1 / denominators.get(name)! : undefined)
  if (share === undefined || above.value * share > 10 || (lang === 'en' && above.value > 1 && !name.endsWith('s'))) return undefined
  return {value: above.value * share, to: above.to + 1, unit: share}
}

/** "point five"; "at this point five of us" is no fraction. */
function bareDecimals(tokens: readonly Token[], at: number): Part | undefined {
  if (at > 0 && numeral(tokens[at - 1], 'en')?.rank !== 'zero') return undefined
  const read = readDecimals(tokens, at + 1, 'en')
  return read && {...read, unit: 1}
}

/** «пара тысяч», «сотня», "a couple of hundred", "a dozen". */
function lot(tokens: readonly Token[], at: number, lang: Lang): Part | undefined {
  const start = tokens[at]!.text === 'a' || tokens[at]!.text === 'an' ? at + 1 : at
  const text = isOf(tokens[start], lang) ? tokens[start]!.text : ''
  if (pairs.has(text)) {
    const to = tokens[start + 1]?.text === 'of' ? start + 2 : start + 1
    return {value: 2, to: sizeOf(tokens[to], lang) === undefined ? start + 1 : to, unit: 1}
  }
  if (lots.has(text) && (!isPlural(tokens, start) || start > at)) return {value: lots.get(text)!, to: start + 1, unit: lots.get(text)!}
  return start > at && numeral(tokens[start], lang)?.rank === 'scale' ? spoken(tokens, start, lang) : undefined
}

const genitives: ReadonlySet<string> = new Set('тысяч тысячи тыщ тыщи тыс миллионов миллиона сотен сотни десятка десятков'.split(' '))

/** An estimate turns the words round: «тысяч десять» is about ten thousand. */
function inverted(tokens: readonly Token[], at: number): Part | undefined {
  if (!genitives.has(tokens[at]!.text)) return undefined
  const size = sizeOf(tokens[at], 'ru')!
  // «Тысяч на пять»
  const start = /^(?:на|за)$/.test(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1
  const count = readNumber(tokens, start, 'ru')
  return count && !count.ordinal && count.value > 1 && count.value < 1000
    ? {value: count.value * size, to: count.to, unit: size}
    : undefined
}

/** «пять триста» is 5300 to whoever names a price. */
function thousandsUnsaid(tokens: readonly Token[], at: number): Part | undefined {
  const high = readNumber(tokens, at, 'ru')
  if (!high || high.ordinal || high.collective || high.value < 1 || high.value > 20) return undefined
  const low = numeral(tokens[high.to], 'ru')?.rank === 'hundred' ? readNumber(tokens, high.to, 'ru') : undefined
  if (!low || low.ordinal || low.value > 999 || numeral(tokens[low.to], 'ru')) return undefined
  return {value: high.value * 1000 + low.value, to: low.to, unit: 1, alts: [high.value, low.value]}
}

/** «ноль три» is 0.3 where nothing is dictated around it. */
function pointUnsaid(tokens: readonly Token[], at: number): Part | undefined {
  const [before, zero, tenth, after] = [-1, 0, 1, 2].map((offset) => numeral(tokens[at + offset], 'ru'))
  if (before || after || zero?.rank !== 'zero' || tenth?.rank !== 'unit' || zero.ordinal || tenth.ordinal) return undefined
  return {value: tenth.value / 10, to: at + 2, unit: 1, alts: [tenth.value]}
}

/** Hundreds left unsaid: "two fifty" is 250, "twenty oh five" 2005, "nineteen ninety five" 1995. */
function hundredsUnsaid(tokens: readonly Token[], at: number): Part | undefined {
  // "Not twenty, thirty" are two numbers.
  const high = tokens[at - 1]?.text === 'not' ? undefined : readNumber(tokens, at, 'en')
  if (!high || high.ordinal || high.value < 1 || high.value > 99) return undefined
  const oh = numeral(tokens[high.to], 'en')
  const low = readNumber(tokens, oh?.rank === 'zero' ? high.to + 1 : high.to, 'en')
  if (!low || low.ordinal || numeral(tokens[low.to], 'en')) return undefined
  const paired = oh?.rank === 'zero' ? low.value < 10 && low.value > 0 : low.value >= 10 && low.value <= 99
  if (!paired || tokens.slice(at, low.to).some((token) => /\d|hundred|and/.test(token.text))) return undefined
  return {value: high.value * 100 + low.value, to: low.to, unit: 1, alts: oh?.rank === 'zero' ? [] : [high.value, low.value]}
}

function spoken(tokens: readonly Token[], at: number, lang: Lang): Part | undefined {
  const read = readNumber(tokens, at, lang)
  if (!read) return undefined
  // Only scales: «тысячи людей» is no number, «тысяча человек» is.
  if (read.to === at + 1 && isPlural(tokens, at)) return undefined
  const last = numeral(tokens[read.to - 1], lang)
  const meant = lang === 'ru' ? scaleUnsaid(tokens, at, read) : undefined
  return {
    value: meant ?? read.value,
    to: read.to,
    unit: last?.rank === 'scale' ? last.value : 1,
    ordinal: read.ordinal,
    collective: read.collective,
    alts: meant === undefined ? [] : [read.value],
  }
}

/** «Три миллиона двести» is 3 000 200 to the grammar and 3 200 000 to whoever says it: round hundreds are of the next scale down. */
function scaleUnsaid(tokens: readonly Token[], at: number, {value, to}: ReadNumber): number | undefined {
  const scale = tokens.slice(at, to).reduce((least, token) => Math.min(least, sizeOf(token, 'ru') ?? least), Number.POSITIVE_INFINITY)
  const rest = scale < Number.POSITIVE_INFINITY ? value % scale : 0
  return scale >= 1_000_000 && rest >= 100 && rest < 1000 && rest % 50 === 0 ? value - rest + (rest * scale) / 1000 : undefined
}

/** «сотни людей», but «около сотни»: the genitive looks like the plural. */
const isPlural = (tokens: readonly Token[], at: number): boolean =>
  pluralLots.has(tokens[at]!.text) && !/^(?:около|порядка|больше|более|меньше|менее|до|свыше|почти)$/.test(tokens[at - 1]?.text ?? '')

/** The tables of nouns hold both languages: each reads its own, or "third" is a part to a Russian reader. */
const isOf = (token: Token | undefined, lang: Lang): boolean => token !== undefined && /[а-я]/.test(token.text) === (lang === 'ru')

/** What a scale or a lot multiplies by. */
export function sizeOf(token: Token | undefined, lang: Lang): number | undefined {
  const known = lots.get(token?.text ?? '')
  if (known !== undefined) return known
  if (token?.text === 'k' && lang === 'en') return 1000
  const scale = numeral(token, lang)
  return scale?.rank === 'scale' && !scale.ordinal ? scale.value : undefined
}

/** Digits behind the point: one by one ("point two five") or as a number («запятая двадцать пять»). */
export function readDecimals(tokens: readonly Token[], at: number, lang: Lang): Tail | undefined {
  let digits = ''
  let to = at
  for (let part = numeral(tokens[to], lang); part && !part.ordinal && part.value < 10; part = numeral(tokens[to], lang)) {
    digits += String(part.value)
    to++
  }
  const rest = readNumber(tokens, to, lang)
  if (rest && !rest.ordinal && rest.value < 1000 && (digits === '' || /^0+$/.test(digits))) {
    digits += String(rest.value)
    to = rest.to
  }
  return digits === '' ? undefined : {value: Number(`0.${digits}`), to}
}
