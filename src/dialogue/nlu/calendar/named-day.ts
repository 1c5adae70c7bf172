import type {Word} from '../moment/words.ts'
import {phraseAt, phrases, wordSet} from '../moment/phrases.ts'
import {item, type DateItem} from './date-item.ts'

const days = phrases<number>([
  [0, 'сегодня|сегодняшний день|сегодняшнего дня|сегодняшним днем|сегодняшнее число|сегодняшнего числа|седня|today|this very day'],
  [0, 'день в день|сегодняшний|сегодняшнего|сегодняшнее|сегодняшнюю'],
  [
    1,
    'завтра|завтрашний день|завтрашнего дня|завтрашним днем|завтрашнее число|завтрашнего числа|завтрашний|завтрашнего|завтрашнему|завтрашнее|завтрашнюю|завтрашняя|завтрашней|tomorrow|tmrw',
  ],
  [2, 'послезавтра|после завтра|послезавтрашний день|послезавтрашнее число|послезавтрашнего дня|послезавтрашний|послезавтрашнего'],
  [2, 'the day after tomorrow|day after tomorrow|overmorrow'],
  [3, 'послепослезавтра|после послезавтра|после после завтра|после послезавтрашнего дня'],
  [-1, 'вчера|вчерашний день|вчерашнего дня|yesterday'],
  [-2, 'позавчера|позавчерашний день|позавчерашнего дня|the day before yesterday|day before yesterday'],
])

const dayAfter = phrases<true>([[true, 'на следующий день|на другой день|the day after|the next day|the following day|day after']])
const partsOfToday = phrases<true>([[true, 'tonight|this morning|this afternoon|this evening']])
const asking = wordSet("какое какой какая what what's which is")

/** `сегодня`, `послезавтра` (also in two words), "tonight". Yesterday counts only when the past is asked for; `до завтра` is a farewell. */
export function namedDayAt(words: readonly Word[], at: number, past: boolean): DateItem | undefined {
  const before = words[at - 1]?.text ?? ''
  if (phraseAt(partsOfToday, words, at)) return {...item({kind: 'named', days: 0}, at, at + 1, 0.9), shared: true}
  const found = phraseAt(days, words, at) ?? possessive(words, at)
  const after = phraseAt(dayAfter, words, at)
  if (!found) return after && item({kind: 'day-after'}, at, after.to, 0.7)
  if (found.value === 0 && (asking.has(before) || (before === 'it' && words[at - 2]?.text === 'is')))
    return item({kind: 'none'}, at, found.to)
  if (found.value < 0 && !past) return item({kind: 'none'}, at, found.to)
  if (before === 'до' && found.value > 0 && !words[found.to]) return item({kind: 'none'}, at, found.to)
  return item({kind: 'named', days: found.value}, at, found.to, 0.97)
}

/** "tomorrow's fine". */
function possessive(words: readonly Word[], at: number): {value: number; to: number} | undefined {
  const text = words[at]?.text
  return text === "today's" ? {value: 0, to: at + 1} : text === "tomorrow's" ? {value: 1, to: at + 1} : undefined
}
