import {phraseAt, phrases} from '../moment/phrases.ts'
import type {Word} from '../moment/words.ts'
import {clockAt, idiomAt, plainClockAt} from './clock-reading.ts'
import type {ClockReading} from './clock.ts'
import type {PartContext} from './day-parts.ts'
import {countsSomething, runsOn} from './counting.ts'
import type {TimeItem} from './time-item.ts'

const opens = phrases<'from' | 'between'>([
  ['from', 'с|со|от|в промежутке с|в интервале с|начиная с|где-то с|from|anywhere from|any time from|anytime from|after'],
  ['between', 'между|в промежутке между|в интервале между|between|anywhere between|any time between|anytime between|in between'],
])
const ends = phrases<true>([[true, 'до|и до|по|и по|и где-то до|to|till|until|til|through|and until|up to|to about|до часов|но до']])
const ands = phrases<true>([[true, 'и|and|to|до']])
const bareEnds = phrases<true>([[true, 'до|to|till|until|til|through']])

/** `с десяти до двенадцати`, `между двумя и четырьмя`, `10-12`, "from nine to half past ten", "two to four pm". */
export function timeRangeAt(words: readonly Word[], at: number, context: PartContext): TimeItem | undefined {
  const open = phraseAt(opens, words, at)
  if (open) {
    // «С нуля» is from scratch.
    if (words[open.to]?.text === 'нуля' && !words[open.to + 1]?.text.startsWith('час')) return undefined
    const start = approximately(words, open.to)
    const range = pairAt(words, start, open.value === 'between' ? ands : ends)
    return range && item(range, at)
  }
  const bare = pairAt(words, at, bareEnds)
  if (!bare || words[at - 1]?.num) return undefined
  // «Два-три» is a guess at one hour, 2-3 a span.
  if (bare.joined && words[at]!.num && words[at]!.num.rank !== 'digits') return undefined
  const certain = bare.to.strong || bare.from.strong || (bare.joined && words[at]!.text.includes(':'))
  if (!certain && !context.asked && !context.dated(at - 1)) return undefined
  // "Ten to five" tells the time; «час до поезда» counts.
  return !bare.joined && words[at]!.text < 'а' && bare.from.clock.minute === 0 && idiomAt(words, at)
    ? undefined
    : {...item(bare, at), ...(certain ? {} : {bare: true, confidence: 0.8})}
}

interface Pair {
  readonly from: ClockReading
  readonly to: ClockReading
  readonly joined: boolean
}

const item = ({from, to}: Pair, at: number): TimeItem => ({
  sense: {kind: 'range', from: from.clock, to: to.clock},
  from: at,
  to: to.to,
  confidence: 0.92,
})

function pairAt(words: readonly Word[], at: number, joints: typeof ends): Pair | undefined {
  const from = plainClockAt(words, at) ?? clockAt(words, at)
  if (!from || (from.dotted && joints === bareEnds)) return undefined
  const joined = words[from.to - 1]!.joined
  const joint = joined ? from.to : phraseAt(joints, words, from.to)?.to
  if (joint === undefined) return undefined
  const to = clockAt(words, approximately(words, joint))
  if (!to || countsSomething(words, to.to) || runsOn(words, to.to)) return undefined
  return {from, to, joined}
}

const approximately = (words: readonly Word[], at: number): number =>
  /^(?:около|часов|часиков|about|around)$/.test(words[at]?.text ?? '') ? at + 1 : at
