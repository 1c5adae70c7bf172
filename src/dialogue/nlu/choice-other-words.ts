import type {Hit} from './choice-hit.ts'
import {numeral} from './numerals.ts'
import type {Token, Utterance} from './types.ts'

/** "My faucet won't stop dripping", "the shower won't drain" tell what is wrong, and turn no option down. */
export function withoutTrouble(utterance: Utterance): Utterance {
  const at = utterance.tokens.findIndex(({text}) => text === "won't")
  if (at === -1) return utterance
  return {...utterance, tokens: utterance.tokens.map((token, index) => (index === at ? {...token, text: 'keeps'} : token))}
}

/** «Другой день», «любой день», «в день» are no part of the day; «что-то», «то есть» no inspection called «ТО». */
export function isSmallWord(tokens: readonly Token[], {from, to}: Hit): boolean {
  if (to - from !== 1) return false
  const [before, said, behind] = [tokens[from - 1]?.text ?? '', tokens[from]!.text, tokens[to]?.text ?? '']
  if (said === 'день' || said === 'day')
    return /^(?:друг|люб|эт[оа]т|как|следующ|кажд|рабоч|выходн|ближайш|перв|втор|another|any|other|next|every|that|this|which|what)/.test(
      before,
    )
  return (
    said === 'то' && (/^(?:что|кто|где|как|какой|какая|какое|какие|когда|чего)$/.test(before) || /^(?:есть|что|же|ли|бишь)$/.test(behind))
  )
}

/** "I called about payroll", "book a visit" say what is done on the telephone, where «call» and «books» are options. */
export function isVerbOfCall(tokens: readonly Token[], {from, to}: Hit): boolean {
  const [before, said, behind] = [tokens[from - 1]?.text ?? '', tokens[from]!.text, tokens[to]?.text ?? '']
  if (to - from !== 1) return false
  if (/^(?:called|calling)$/.test(said)) return /^(?:i|we|i'm|am|was|been|you|you're|are)$/.test(before)
  if (said === 'call') return /^(?:i'll|i|ill|you)$/.test(before)
  if (!/^(?:book|booking|booked)$/.test(said)) return false
  return /^(?:to|i|we|can|could|may|i'd|like|please|i'm)$/.test(before) || /^(?:a|an|the|in|me|us|for|my|it|that|this)$/.test(behind)
}

/** «На два года» is no «год», «полтора года» none either. */
export function isOtherSpan(tokens: readonly Token[], {from, to}: Hit): boolean {
  const before = tokens[from - 1]
  if (
    to - from !== 1 ||
    !before ||
    !/^(?:год|года|лет|месяц\p{L}*|недел\p{L}*|дн\p{L}*|years?|months?|weeks?|days?)$/u.test(tokens[from]!.text)
  )
    return false
  const count = numeral(before, 'ru') ?? numeral(before, 'en')
  return /^(?:полтора|полторы|half)$/.test(before.text) || (count !== undefined && count.value !== 1)
}

/** «Первый раз» and «тридцать первое июня» name no first option. */
export function isPartOfNumber(tokens: readonly Token[], {from, to}: Hit): boolean {
  if (to - from !== 1 || !numeral(tokens[from], 'ru')?.ordinal) return false
  return (
    /^(?:раз|раза|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|числа|года|год)$/.test(
      tokens[to]?.text ?? '',
    ) || numeral(tokens[from - 1], 'ru')?.rank === 'ten'
  )
}
