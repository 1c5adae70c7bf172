import {isNegated, splitCorrection, type Span} from '../correction.ts'
import {phraseAt, phraseBefore, phrases, wordSet} from './phrases.ts'
import type {Word} from './words.ts'

/** How a value stands to the one before it: it corrects it, it is another choice, it ends a range, or nothing says. */
export type Link = 'corrects' | 'or' | 'unsaid'

/** Whether the speaker rules the value at `span` out: `не в субботу`, `кроме среды`, `завтра не получится`, "friday doesn't work". */
export const isRefused = (words: readonly Word[], span: Span): boolean =>
  isNegated(words, span) || isExcepted(words, span.from) || isRefusedBehind(words, span.to)

const exceptions = phrases<true>([
  [
    true,
    'кроме|вместо|чем|нежели|исключая|except|except for|than|instead of|but not|anything but|other than|rather than|not|neither|nor|ни',
  ],
  [
    true,
    'не устраивает|не подходит|не подойдет|не хочу|не могу|не надо|не нужно|не получится|не буду|не смогу|не удобно|неудобно|занят|занята',
  ],
  [true, "can't do|can't make|cannot do|cannot make|can't come|don't want|won't be|not available|busy|unavailable|can't|isn't"],
])
const prepositions = wordSet('в во на к ко с со до по от за у около a an the on at in for to by this next it эту этот это с this')
const proposals = phrases<true>([[true, 'почему бы|почему бы и|why|чем не|не хуже|не позднее|лучше поздно']])

function isExcepted(words: readonly Word[], from: number): boolean {
  let at = from
  while (at > 0 && from - at < 3 && prepositions.has(words[at - 1]!.text) && words[at - 1]!.stop === '') at--
  if (at === 0 || isClauseEnd(words[at - 1]!)) return false
  const found = phraseBefore(exceptions, words, at)
  return found !== undefined && !phraseBefore(proposals, words, found.from)
}

const between = wordSet(
  "я мне мы нам у меня нас точно никак к сожалению уже но это как раз вообще совсем самом деле боюсь i is that's that am are i'm it it's really unfortunately for me us a bit the way будет слишком too мы мой муж",
)
const refusals = phrases<true>([
  [true, 'не могу|не смогу|не получится|не получается|не подходит|не подойдет|не устраивает|не устроит|не удобно|не надо|не нужно|не хочу'],
  [
    true,
    'не буду|не успею|не успеваю|не выйдет|не вариант|неудобно|занят|занята|заняты|работаю|работаем|на работе|никак|отпадает|исключено',
  ],
  [true, 'рано|рановато|поздно|поздновато|далеко|мимо|нельзя|не смогли|не пойдет|не катит|не лучший вариант|уезжаю|в отъезде'],
  [
    true,
    "doesn't work|does not work|won't work|will not work|doesn't suit|isn't good|isn't possible|isn't great|is not good|not good|no good",
  ],
  [
    true,
    "can't|cannot|can't make it|busy|working|early|late|bad|impossible|out|isn't convenient|not possible|not great|don't work|unavailable",
  ],
  [true, "not available|won't be able|not an option|not convenient|off|not going to work|won't do|doesn't really work|wouldn't work"],
])

// What is too early or "late" has to be said of the value, not begin another one ("рано утром", "early evening").
const nextValue = wordSet('утром утра вечером вечера morning evening afternoon по в на at in')

function isRefusedBehind(words: readonly Word[], to: number): boolean {
  for (let at = to; at <= to + 4 && at <= words.length; at++) {
    if (isClauseEnd(words[at - 1]!)) return false
    const found = phraseAt(refusals, words, at)
    if (found) return !nextValue.has(words[found.to]?.text ?? '') || words[found.to - 1]!.stop !== ''
    if (!between.has(words[at]?.text ?? '')) return false
  }
  return false
}

const isClauseEnd = (word: Word): boolean => word.stop === '.' || word.stop === '?' || word.stop === '!'

const ors = wordSet('или либо or')
const corrections = wordSet('то хотя скорее тогда instead actually rather лучше')

/** How `later` stands to `earlier`, judged by the words between them. */
export function linkBetween(words: readonly Word[], earlier: Span, later: Span): Link {
  const split = splitCorrection(words.slice(earlier.from, later.to))
  const fresh = split && split.kind !== 'denial' ? split.fresh.from + earlier.from : -1
  if (fresh >= earlier.to && fresh <= later.from) return 'corrects'
  const gap = words.slice(earlier.to, later.from)
  if (gap.some((word) => corrections.has(word.text))) return 'corrects'
  return gap.some((word) => ors.has(word.text)) || (words[earlier.to - 1]!.joined && gap.length === 0) ? 'or' : 'unsaid'
}

/** A value with its place, as the choice between several needs it. */
export interface Candidate<Value> extends Span {
  readonly value: Value
  readonly alts: readonly Value[]
  readonly confidence: number
}

export interface Choice<Value> extends Candidate<Value> {
  readonly corrected: boolean
}

/**
 * The value that counts when an utterance names several: what is ruled out is dropped, a correction replaces what stood before it, of
 * "five or six" the first is taken and the other kept as a reading. Without a word between them the last one counts.
 */
export function choose<Value>(
  words: readonly Word[],
  candidates: readonly Candidate<Value>[],
  equal: (a: Value, b: Value) => boolean,
): Choice<Value> | undefined {
  const kept = candidates.filter((candidate) => !isRefused(words, candidate))
  const last = kept.at(-1)
  if (!last) return undefined
  let corrected = kept.length < candidates.length
  let {value, confidence, from} = last
  const alts = [...last.alts]
  for (let index = kept.length - 2; index >= 0; index--) {
    const earlier = kept[index]!
    const link = linkBetween(words, earlier, kept[index + 1]!)
    if (link === 'corrects') {
      corrected = true
      break
    }
    if (equal(earlier.value, value)) continue
    if (link === 'or') {
      alts.unshift(value)
      value = earlier.value
    } else alts.push(earlier.value)
    confidence = Math.min(confidence, 0.5)
    from = earlier.from
  }
  return {
    value,
    alts: alts.filter((alt, index) => !equal(alt, value) && alts.findIndex((other) => equal(other, alt)) === index),
    confidence,
    from,
    to: last.to,
    corrected,
  }
}
