import {isNegated, preferCorrection} from './correction.ts'
import {ignoringFillers} from './fillers.ts'
import {isNoAmount} from './number-context.ts'
import {countPhrase, isMark} from './number-phrases.ts'
import {peopleTogether} from './number-people.ts'
import {type Quantity, readQuantity} from './number-quantity.ts'
import {numeral} from './numerals.ts'
import type {ExtractContext, Extractor, Found, Lang, Token, Utterance} from './types.ts'

export interface NumberValue {
  readonly number: number
}

/**
 * An amount: cardinals in every case, digits, collectives, halves and lots («полторы тысячи», "half a dozen"); an ordinal when a number
 * was asked for or nothing else was said. Estimates of two numbers («два-три», "five or six") come with `alts`; a range («от пяти до
 * десяти») is no number.
 */
export const extractNumber: Extractor<NumberValue> = reader(peopleTogether)

/** The same, where grown-ups and children are counted apart: of «двое взрослых и двое детей» the first two. */
export const extractOneNumber: Extractor<NumberValue> = reader(() => undefined)

function reader(together: typeof peopleTogether): Extractor<NumberValue> {
  return ignoringFillers(
    preferCorrection((utterance, context) => {
      const other: Lang = utterance.lang === 'ru' ? 'en' : 'ru'
      return read(utterance, context, utterance.lang, together) ?? read(utterance, context, other, together)
    }),
  )
}

function read(
  {tokens, text}: Utterance,
  context: ExtractContext,
  lang: Lang,
  together: typeof peopleTogether,
): Found<NumberValue> | undefined {
  const asked = context.asked === true
  const said = scan(tokens, lang).filter(({from}) => !isScale(tokens, from))
  const all = withoutRanges(withoutDictation(said, tokens), tokens)
  const amounts = all.filter((quantity) => !isNoAmount(tokens, quantity, asked) && (!quantity.ordinal || counts(quantity, tokens, asked)))
  const wanted = amounts.filter((quantity) => !isNegated(tokens, quantity) && !isOfThem(tokens, quantity))
  if (wanted.length === 0) return amounts.length === 0 ? phrase(tokens, asked, said.length > 0) : undefined
  const found = together(tokens, wanted) ?? choose(wanted, tokens, text)
  return found && (wanted.length < amounts.length ? {...found, corrected: true} : found)
}

/** «Двадцать пять, из них двое взрослых»: a part of what was counted. */
const isOfThem = (tokens: readonly Token[], {from}: Quantity): boolean =>
  /^(?:из них|в том|том числе|of them|them|including|включая)$/.test(`${tokens[from - 2]?.text ?? ''} ${tokens[from - 1]?.text ?? ''}`) ||
  /^(?:включая|including)$/.test(tokens[from - 1]?.text ?? '')

/** «Восемь из десяти», "eight out of ten": the end of the scale is none of the numbers. */
const isScale = (tokens: readonly Token[], from: number): boolean =>
  from > 1 &&
  ((tokens[from - 1]!.text === 'из' && isCount(tokens[from - 2]!)) ||
    (tokens[from - 1]!.text === 'of' && tokens[from - 2]!.text === 'out' && from > 2))

const isCount = (token: Token): boolean => numeral(token, 'ru') !== undefined || isMark(token.text)

function scan(tokens: readonly Token[], lang: Lang): Quantity[] {
  const found: Quantity[] = []
  for (let at = 0; at < tokens.length;) {
    const quantity = hyphenated(tokens, at, lang) ?? readQuantity(tokens, at, lang)
    if (quantity) found.push(quantity)
    at = quantity?.to ?? at + 1
  }
  return found
}

/** «два-три», «пара-тройка»: one word to the recogniser, two numbers to us. */
function hyphenated(tokens: readonly Token[], at: number, lang: Lang): Quantity | undefined {
  const token = tokens[at]!
  if (numeral(token, lang)) return undefined
  if (/^пар[ау]-тройк[ау]$/.test(token.text)) return {value: 2, from: at, to: at + 1, ordinal: false, collective: false, alts: [3]}
  const parts = token.text.split('-')
  if (parts.length !== 2) return undefined
  const [low, high] = parts.map((text) => numeral({...token, text}, lang))
  if (!low || !high || low.ordinal || high.ordinal) return undefined
  const size = numeral(tokens[at + 1], lang)
  const scale = size?.rank === 'scale' && !size.ordinal ? size.value : 1
  return {
    value: low.value * scale,
    from: at,
    to: scale > 1 ? at + 2 : at + 1,
    ordinal: false,
    collective: false,
    alts: [high.value * scale],
  }
}

/** Three or more numbers in a row are digits being dictated, unless one is stuttered; so are digits in groups that make no thousands. */
function withoutDictation(all: readonly Quantity[], tokens: readonly Token[]): Quantity[] {
  const dictated = dictatedDigits(tokens)
  const found = all.filter(({from}) => !dictated.has(from))
  const kept: Quantity[] = []
  for (let at = 0; at < found.length;) {
    let end = at + 1
    while (end < found.length && found[end]!.from === found[end - 1]!.to) end++
    const row = found.slice(at, end)
    if (row.length < 3 || row.every(({value}) => value === row[0]!.value)) kept.push(...withoutFalseStarts(row, tokens))
    at = end
  }
  return kept
}

/** Places of `8 926 123 45 67`, `12 03 1985`, `253-0000`. */
function dictatedDigits(tokens: readonly Token[]): Set<number> {
  const places = new Set<number>()
  for (let from = 0; from < tokens.length; from++) {
    let to = from
    while (to < tokens.length && /^\+?\d+$/.test(tokens[to]!.text) && (to === from || tokens[to]!.start - tokens[to - 1]!.end <= 3)) to++
    const run = tokens.slice(from, to).map(({text}) => text)
    const isGrouped = run.slice(1).every((text) => text.length === 3)
    if (run.length > 1 && (!isGrouped || run.join('').length > 9) && run.join('').length >= 6)
      for (let at = from; at < to; at++) places.add(at)
    from = Math.max(from, to - 1)
  }
  return places
}

/** «двадцать двадцать пять»: the speaker began again. */
const withoutFalseStarts = (row: readonly Quantity[], tokens: readonly Token[]): Quantity[] =>
  row.filter(({from, to}, index) => {
    const next = row[index + 1]
    return !next || !tokens.slice(from, to).every((token, offset) => tokens[next.from + offset]?.text === token.text)
  })

const counts = ({to}: Quantity, tokens: readonly Token[], asked: boolean): boolean =>
  asked || (tokens.length <= 3 && !/(?:ого|его)$/.test(tokens[to - 1]!.text))

const between: ReadonlySet<string> = new Set('или либо может быть а наверное максимум or maybe perhaps'.split(' '))

function choose(amounts: readonly Quantity[], tokens: readonly Token[], text: string): Found<NumberValue> | undefined {
  const [first, second] = amounts
  if (!first) return undefined
  const minus = tokens[first.from]!.start > 0 && /(?:^|\s)[-−–]$/.test(text.slice(0, tokens[first.from]!.start)) ? -1 : 1
  const rivals = [...first.alts, ...amounts.slice(1).map(({value}) => value)].filter((value) => value !== first.value)
  const gap = second ? tokens.slice(first.to, second.from) : []
  const estimate = second !== undefined && gap.every((token) => between.has(token.text))
  const to = estimate ? second.to : first.to
  const alts = [...new Set(rivals)].slice(0, 3).map((number) => ({number: number * minus}))
  const undecided = alts.length > 0 && isEither(gap)
  const confidence = undecided ? 0.4 : alts.length > 0 ? 0.5 : first.ordinal ? 0.8 : 0.95
  return {
    value: {number: first.value * minus},
    from: first.from,
    to,
    confidence,
    ...(alts.length > 0 ? {alts} : {}),
    ...(undecided ? {undecided} : {}),
  }
}

/** «Пять или шесть», «двое взрослых или трое»: two numbers to choose from, where «пять-шесть» is one estimate. */
const isEither = (gap: readonly Token[]): boolean =>
  gap.length <= 4 && gap.some(({text}) => /^(?:или|либо|or)$/.test(text)) && gap.every(({stop}) => stop === '' || stop === ',')

/** «с десяти до одиннадцати», "five to ten". */
function withoutRanges(found: readonly Quantity[], tokens: readonly Token[]): Quantity[] {
  const opens = (index: number) =>
    found[index] !== undefined && found[index + 1] !== undefined && isRange(found[index], found[index + 1]!, tokens)
  return found.filter((_, index) => !opens(index) && !opens(index - 1))
}

function isRange(low: Quantity, high: Quantity, tokens: readonly Token[]): boolean {
  const opener = tokens[low.from - 1]?.text ?? ''
  const gap = tokens.slice(low.to, high.from).map((token) => token.text)
  if (gap.length === 0 || gap.length > 3) return false
  if (gap.at(-1) === 'to' || gap.at(-1) === 'до') return true
  return (/^(?:между|between)$/.test(opener) && /^(?:и|and)$/.test(gap.at(-1)!)) || (/^(?:с|со)$/.test(opener) && gap.at(-1) === 'по')
}

function phrase(tokens: readonly Token[], asked: boolean, busy: boolean): Found<NumberValue> | undefined {
  const found = countPhrase(tokens, asked)
  if (!found || (busy && found.number !== 0)) return undefined
  const {number, from, to, others = []} = found
  const alts = others.filter((other) => other !== number).map((other) => ({number: other}))
  return {value: {number}, from, to, ...(alts.length > 0 ? {confidence: 0.4, alts, undecided: true} : {confidence: 0.9})}
}
