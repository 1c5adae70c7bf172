import {speaksOfAddress} from '../moment/address-words.ts'
import type {Word} from '../moment/words.ts'
import {clockAt, idiomAt} from './clock-reading.ts'
import {dayPartAt, type PartContext} from './day-parts.ts'
import {hourSpanAt} from './hour-span.ts'
import {ledTimeAt} from './led-time.ts'
import {loneTimeAt} from './lone-time.ts'
import {movedTimeAt} from './moved-time.ts'
import {relativeTimeAt} from './relative-time.ts'
import type {TimeItem} from './time-item.ts'
import {timeRangeAt} from './time-range.ts'

/** Everything an utterance says about the time of day, left to right, no word used twice. */
export function scanTimes(words: readonly Word[], context: PartContext): TimeItem[] {
  const found: TimeItem[] = []
  for (let at = 0; at < words.length;) {
    // «В пять или шесть»: the second number is an hour because the first one is.
    const beside = found.at(-1)?.to === at - 1 && /^(?:или|либо|or)$/.test(words[at - 1]!.text)
    const next =
      relativeTimeAt(words, at) ??
      dayPartAt(words, at, context) ??
      movedTimeAt(words, at) ??
      timeRangeAt(words, at, context) ??
      hourSpanAt(words, at) ??
      announcedRangeAt(words, at, context) ??
      ledTimeAt(words, at, putsRight(words, at, found) ? {...context, asked: true} : context) ??
      loneTimeAt(words, at, beside ? {...context, asked: true} : context)
    if (next) found.push(next)
    at = next?.to ?? at + 1
  }
  return found.some(({bare}) => bare) && hasLooseNumber(words, found, context) ? found.filter(({bare}) => !bare) : found
}

/** "How about from one to three", "put me down for from ten to eleven": the preposition in front announces the span. */
function announcedRangeAt(words: readonly Word[], at: number, context: PartContext): TimeItem | undefined {
  const opens = words[at + 1]?.text === 'from' || words[at + 1]?.text === 'between'
  return opens && /^(?:about|for|at|around)$/.test(words[at]!.text) ? timeRangeAt(words, at + 1, context) : undefined
}

/** "Not at three, make it four": what stands for the hour that was named can only be an hour. */
const putsRight = (words: readonly Word[], at: number, found: readonly TimeItem[]): boolean =>
  words[at]!.text === 'make' && found.some(({sense}) => sense.kind === 'clock')

/** A number that nothing explains: then the bare ones beside it are as likely parts of a phone, a price or an address. */
const hasLooseNumber = (words: readonly Word[], found: readonly TimeItem[], {dated}: PartContext): boolean =>
  words.some(({num, text}, at) => {
    if (!num || num.ordinal || text === 'one' || text === 'oh' || text === 'o' || dated(at)) return false
    return !found.some((item) => at >= item.from && at < item.to)
  }) ||
  words.some(({text}) => dictation.test(text)) ||
  speaksOfAddress(words)

const dictation = /^(?:собака|dot|gmail|яндекс|мейл|.*@.*)$/

/** Times that need no context at all: they claim their words before dates are looked for. */
export function idiomSpans(words: readonly Word[]): readonly boolean[] {
  const taken = words.map(() => false)
  for (let at = 0; at < words.length;) {
    const found = idiomAt(words, at) ?? (words[at]!.text.includes(':') ? clockAt(words, at) : undefined) ?? hourSpanAt(words, at)
    if (found) taken.fill(true, at, found.to)
    at = found?.to ?? at + 1
  }
  return taken
}
