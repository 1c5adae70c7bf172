import {numeral} from './numerals.ts'
import type {Lang, Token, Utterance} from './types.ts'

/** «последние две — шестьдесят восемь»: "two" says how many digits follow, and is none of them; «последняя девять» says which. */
export function withoutTailCount(utterance: Utterance): Utterance {
  const {tokens, lang} = utterance
  const isNumber = (at: number) => numeral(tokens[at], lang) !== undefined
  const isCount = (at: number) =>
    /^(?:последн\p{L}+|last)$/u.test(tokens[at - 1]?.text ?? '') &&
    isNumber(at) &&
    numeral(tokens[at], lang)!.value <= 5 &&
    digitsBehind(tokens, at + 1, lang) >= 2
  if (!tokens.some((_, at) => isCount(at))) return utterance
  return {...utterance, tokens: tokens.map((token, at) => (isCount(at) ? {...token, text: 'цифры'} : token))}
}

/** How many digits the numbers say that follow: «сорок четыре» two, «четыре» one. */
function digitsBehind(tokens: readonly Token[], from: number, lang: Lang): number {
  let digits = 0
  let isTen = false
  for (const token of tokens.slice(from)) {
    const number = numeral(token, lang)
    if (!number) continue
    const size = String(number.value).length
    digits += isTen && size === 1 && number.value > 0 ? 0 : size
    isTen = size === 2 && number.value >= 20 && number.value % 10 === 0
  }
  return digits
}
