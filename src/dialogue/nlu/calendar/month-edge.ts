import {phraseAt, phrases} from '../moment/phrases.ts'
import type {Word} from '../moment/words.ts'
import {item, type DateItem} from './date-item.ts'
import {monthAt} from './months.ts'

const edges = phrases<'first' | 'last'>([
  ['first', 'первый день|первое число|the first day|first day'],
  ['last', 'последний день|последнее число|последнего числа|последним числом|the last day|last day'],
])

const relativeMonths = phrases<number>([
  [0, 'месяца|этого месяца|текущего месяца|the month|this month'],
  [1, 'следующего месяца|будущего месяца|next month|the next month'],
])

/** `последний день марта`, "the first day of next month"; «последнего числа» alone is of this month. */
export function monthEdgeAt(words: readonly Word[], at: number): DateItem | undefined {
  const edge = phraseAt(edges, words, at)
  if (!edge) return undefined
  const of = /^(?:of|in|в)$/.test(words[edge.to]?.text ?? '') ? edge.to + 1 : edge.to
  const month = monthAt(words, of)
  const relative = phraseAt(relativeMonths, words, of)
  const isNumber = words[edge.to - 1]!.text.startsWith('чис')
  const to = month?.to ?? relative?.to ?? (edge.value === 'last' && isNumber ? edge.to : undefined)
  if (to === undefined) return undefined
  const which = month ? {month: month.month} : {monthOffset: relative?.value ?? 0}
  return item(edge.value === 'last' ? {kind: 'month-end', ...which} : {kind: 'day', day: 1, ...which}, at, to, 0.8)
}
