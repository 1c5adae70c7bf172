import {phraseAt, phrases, wordSet} from '../moment/phrases.ts'
import type {Word} from '../moment/words.ts'
import {minutesIn, type Clock, type Half} from './clock.ts'

const halves = phrases<Half>([
  ['morning', 'утра|утречка|по утру|in the morning|in morning|of the morning'],
  ['day', 'дня|пополудни|после полудня|по полудни|in the afternoon|in afternoon|of the afternoon'],
  ['evening', 'вечера|вечерка|in the evening|in evening|of the evening'],
  ['night', 'ночи|at night|in the night'],
  ['am', 'am|a m'],
  ['pm', 'pm|p m'],
])

/** `утра`, "in the afternoon", "pm" at a place. */
export const halfAt = (words: readonly Word[], at: number): {readonly value: Half; readonly to: number} | undefined =>
  phraseAt(halves, words, at)

const takesBack = wordSet(
  'но а не нет ой ай то есть вернее точнее лучше хотя извините простите but not no sorry oops wait actually rather i mean meant',
)
const denies = wordSet('не not')

/**
 * The half of the day put right behind its hour: `в пять вечера, ой, утра`, `в пять, но не вечера, а утра`, "five pm, I mean am". One that is
 * only denied leaves the other: `в восемь не утра`. Nothing when no half follows or nothing takes one back.
 */
export function halfPutRight(words: readonly Word[], from: number, clock: Clock): {readonly half: Half; readonly to: number} | undefined {
  let half: Half | undefined
  let to = from
  for (let at = from; at < words.length;) {
    let next = at
    while (next < words.length && takesBack.has(words[next]!.text) && next - at < 4) next++
    const found = halfAt(words, next)
    const isDenied = denies.has(words[next - 1]?.text ?? '') && next > at
    if (!found || (next === at && half === undefined) || pauses(words, at - 1)) break
    half = isDenied ? (half ?? otherHalf(clock, found.value)) : found.value
    at = to = found.to
  }
  return half && {half, to}
}

/** The half in which the hour lies twelve hours away from where it is denied. */
function otherHalf(clock: Clock, denied: Half): Half | undefined {
  const minutes = minutesIn(clock, denied)
  return minutes === undefined ? undefined : minutes < 720 ? 'pm' : 'am'
}

const pauses = (words: readonly Word[], at: number): boolean => /[.?!]/.test(words[at]?.stop ?? '')
