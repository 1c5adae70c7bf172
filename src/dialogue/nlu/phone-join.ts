import {type Chunk, phoneChunks} from './phone-chunks.ts'
import {judgePhone, type JudgeContext} from './phone-judge.ts'
import {type Reading, readings} from './phone-lattice.ts'
import {apart} from './phone-repair.ts'
import {withoutTailCount} from './phone-tail.ts'
import {extractPhone, judgeOf, type PhoneValue} from './phone.ts'
import {words} from './tokens.ts'
import type {ExtractContext, Found, Utterance} from './types.ts'

/**
 * Goes on with a number dictated in pieces: `previousDigits` is what earlier turns gave (`digits` of a partial value). A whole number in
 * the utterance stands alone; «нет, двадцать шесть» replaces the last digits, «давайте заново» all of them; a group said twice counts once.
 * `undefined` when the utterance holds no digits that could go on.
 */
export function joinPhoneDigits(previousDigits: string, said: Utterance, context: ExtractContext): Found<PhoneValue> | undefined {
  const utterance = withoutTailCount(said)
  const asked = {...context, asked: true}
  const alone = extractPhone(utterance, asked)
  if (previousDigits === '' || (alone && !('digits' in alone.value))) return alone
  const chunks = phoneChunks(utterance.tokens).filter(({repair}) => repair !== 'not')
  const first = chunks[0]
  if (!first) return undefined
  const isNew = first.repair === 'restart' || chunks.some(({plus}) => plus)
  return isNew ? alone : goOn(previousDigits, chunks, isEnd(said), {...judgeOf(utterance, asked), plus: false})
}

/** «Заканчивается на сорок пять», "it ends in five zero one": digits that take the place of the last ones. */
const isEnd = ({text}: Utterance): boolean => /(?:заканчива|оканчива)\S+ на |(?:^|\s)ends? (?:in|with) /i.test(text)

/** Whether the end of a number is spoken of: «последние две», "it ends in". */
export const namesEnd = ({tokens}: Utterance): boolean =>
  /(?:^| )последн(?:ие|яя|юю|их)(?: |$)|(?:^| )(?:номер|телефон)\S* .*на конце(?: |$)|^нет на конце(?: |$)|(?:^| )(?:заканчива|оканчива)\S+ на(?: |$)|(?:^| )ends? (?:in|with)(?: |$)|(?:^| )last (?:one|two|three|four|digits?)(?: |$)/.test(
    words(tokens),
  )

/** The same, where nothing but a number can have an end: «шестьдесят восемь в конце». */
export const endsNumber = (utterance: Utterance): boolean =>
  namesEnd(utterance) || /(?:^| )(?:в|на) конце(?: |$)|(?:^| )(?:at )?the end(?: |$)/.test(words(utterance.tokens))

function goOn(previous: string, chunks: readonly Chunk[], isEnd: boolean, context: JudgeContext): Found<PhoneValue> | undefined {
  const atoms = chunks.filter(({joins}, index) => index === 0 || joins).flatMap((chunk) => apart(chunk.atoms))
  const span = {from: chunks[0]!.from, to: chunks.at(-1)!.to}
  if (atoms.length > 15) return undefined
  const tails = readings(atoms)
  const replaces = isEnd || chunks[0]!.repair !== undefined
  const heard: string[] = []
  let best = Number.POSITIVE_INFINITY
  for (const heads of replaces ? [replaced, regrouped, goneOn, overlapped] : [goneOn, overlapped]) {
    // All readings of one way to join are rivals; a less likely way is tried only when they give nothing.
    for (const tail of tails.slice(0, mostTails)) {
      const digits = heads(previous, tail)
      const judged = digits === undefined ? undefined : judgePhone(digits, context)
      if (!judged || heard.includes(judged.phone) || tail.cost > best + tie) continue
      best = Math.min(best, tail.cost)
      heard.push(judged.phone)
    }
    if (heard.length > 0) break
  }
  const [phone, ...rest] = heard
  const [plain] = tails
  // «сто двадцать три, сорок пять» is 123 45 with more to come, not 100 23 45 that happens to fill the number.
  if (phone !== undefined && plain && !replaces && best > plain.cost + tie) {
    const digits = goneOn(previous, plain)
    const alts = heard.slice(0, 4).map((alt) => ({phone: alt}))
    if (digits.length < 11) return {value: {phone: null, digits}, ...span, confidence: 0.5, alts}
  }
  if (phone !== undefined) {
    const alts = rest.slice(0, 4).map((alt) => ({phone: alt}))
    return {
      value: {phone},
      ...span,
      confidence: alts.length > 0 ? 0.6 : 0.9,
      ...(alts.length > 0 ? {alts} : {}),
      ...(replaces ? {corrected: true} : {}),
    }
  }
  const shortest = tails[0]
  const digits = shortest && ((replaces ? replaced(previous, shortest) : undefined) ?? goneOn(previous, shortest))
  return digits !== undefined && digits.length <= 11
    ? {value: {phone: null, digits}, ...span, confidence: 0.8, ...(replaces ? {corrected: true} : {})}
    : undefined
}

const mostTails = 40
// The tail is short, so every split that is not needed is unlikely.
const tie = 0.5

const goneOn = (previous: string, {digits}: Reading): string => previous + digits

/** «нет, двадцать шесть»: as many digits as were said. */
const replaced = (previous: string, {digits}: Reading): string | undefined =>
  digits.length <= previous.length ? previous.slice(0, -digits.length) + digits : undefined

/** «нет, двадцать шесть, сто двадцать три…»: the last group was wrong, and the number goes on. */
const regrouped = (previous: string, {digits, groups}: Reading): string | undefined =>
  groups.length > 1 && groups[0]!.length < previous.length ? previous.slice(0, -groups[0]!.length) + digits : undefined

/** The last group again, in full this time: 300, then 345. */
function overlapped(previous: string, {digits, groups}: Reading): string | undefined {
  const group = groups[0]!
  const last = previous.slice(-group.length)
  return group.length >= 2 && (last === group || group.startsWith(last.replace(/0+$/, ''))) && last.replace(/0+$/, '') !== ''
    ? previous.slice(0, -group.length) + digits
    : undefined
}
