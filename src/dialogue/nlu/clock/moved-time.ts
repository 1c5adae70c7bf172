import {movesFrom} from '../moment/moving.ts'
import {phraseAt, phrases} from '../moment/phrases.ts'
import type {Word} from '../moment/words.ts'
import {isHourWord} from './clock-numbers.ts'
import {clockAt} from './clock-reading.ts'
import {countsSomething, runsOn} from './counting.ts'
import type {TimeItem} from './time-item.ts'

const opens = phrases<true>([[true, 'с|со|from']])
const targets = phrases<true>([[true, 'на|часов на|to']])

/**
 * The new time of an appointment that is moved: `с трех на пять`, "move it from two to four". Without a verb that moves, `с трех на два часа`
 * may be how long it takes.
 */
export function movedTimeAt(words: readonly Word[], at: number): TimeItem | undefined {
  const open = phraseAt(opens, words, at)
  const old = open && clockAt(words, open.to)
  const target = old && phraseAt(targets, words, old.to)
  const fresh = target && clockAt(words, target.to)
  if (!fresh || countsSomething(words, fresh.to) || runsOn(words, fresh.to)) return undefined
  const moves = movesFrom(words, at)
  if (!moves && words[at]!.text === 'from') return undefined
  const mayBeLength = fresh.hours === true && fresh.clock.hour <= 4 && isHourWord(words[fresh.to - 1])
  if (!moves && mayBeLength) return undefined
  return {sense: {kind: 'clock', clock: fresh.clock, role: 'at'}, from: at, to: fresh.to, confidence: 0.9, corrected: true}
}
