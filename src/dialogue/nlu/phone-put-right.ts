import {phoneChunks} from './phone-chunks.ts'
import {judgePhone} from './phone-judge.ts'
import {readings} from './phone-lattice.ts'
import {apart} from './phone-repair.ts'
import {endsNumber} from './phone-join.ts'
import {withoutTailCount} from './phone-tail.ts'
import {judgeOf, type PhoneValue} from './phone.ts'
import {words} from './tokens.ts'
import type {ExtractContext, Found, Utterance} from './types.ts'

/** Where the groups end as a number of eleven digits is dictated and read out: 7 916 234 56 67, and 1 415 736 2580 in pairs. */
const borders = [1, 4, 7, 9, 11]

/** Readings of what was said that are tried; the later are unlikely. */
const mostReadings = 10

/**
 * A group of a number that was read back, put right: «нет, код девятьсот семнадцать», «последняя девять», and «нет, двести тридцать пять»
 * for the group that is most like it. `phone` is the number as it is kept, with its plus. Nothing when no group is like what was said.
 */
export function putPhoneRight(phone: string, said: Utterance, context: ExtractContext): Found<PhoneValue> | undefined {
  const held = phone.replace(/^\+/, '')
  const utterance = withoutTailCount(said)
  const chunks = phoneChunks(utterance.tokens).filter(({repair}) => repair !== 'not')
  const last = chunks.at(-1)
  if (held.length !== borders.at(-1) || !last || last.plus || last.repair === 'restart') return undefined
  const place = endsNumber(said) ? atEnd : isCode(utterance) ? atCode : mostAlike
  for (const {digits} of readings(apart(last.atoms)).slice(0, mostReadings)) {
    const at = digits.length < held.length ? place(held, digits) : undefined
    if (at === undefined) continue
    const changed = held.slice(0, at) + digits + held.slice(at + digits.length)
    const judged = judgePhone(changed, {...judgeOf(utterance, context), plus: true})
    if (judged) return {value: {phone: judged.phone}, from: last.from, to: last.to, confidence: 0.8, corrected: true}
  }
  return undefined
}

const isCode = ({tokens}: Utterance): boolean => /(?:^| )(?:код|кода|area code|code|сначала|в начале|начинается)(?: |$)/.test(words(tokens))

const atEnd = (held: string, {length}: string): number => held.length - length

const atCode = (_held: string, {length}: string): number | undefined => (length === 3 ? 1 : undefined)

/** The place between two borders where most digits are the same, half of them at least; of two like ones where the first digit is. */
function mostAlike(held: string, digits: string): number | undefined {
  const places = borders.filter((at) => borders.includes(at + digits.length))
  const same = (at: number) => [...digits].filter((digit, offset) => held[at + offset] === digit).length
  // What was read out already needs no putting right.
  if (places.some((at) => same(at) === digits.length)) return undefined
  const [best] = places
    .filter((at) => same(at) * 2 >= digits.length)
    .toSorted((a, b) => same(b) - same(a) || Number(held[b] === digits[0]) - Number(held[a] === digits[0]))
  return best
}
