import type {Word} from '../moment/words.ts'
import type {TimeItem} from './time-item.ts'

/** `в шестом часу` is between five and six. */
export function hourSpanAt(words: readonly Word[], at: number): TimeItem | undefined {
  const preposition = words[at]!.text === 'в' || words[at]!.text === 'во' ? at + 1 : at
  const ordinal = words[preposition]
  const hour = ordinal?.num?.ordinal ? ordinal.num.value : 0
  if (hour < 1 || hour > 12 || words[preposition + 1]?.text !== 'часу' || !/(?:ом|ем|м)$/.test(ordinal!.text)) return undefined
  const from = {hour: hour === 1 ? 12 : hour - 1, minute: 0}
  const to = preposition + 2
  const half = /^(?:утра|дня|вечера|ночи)$/.test(words[to]?.text ?? '') ? words[to]!.text : undefined
  const said = half === undefined ? undefined : ({утра: 'morning', дня: 'day', вечера: 'evening', ночи: 'night'} as const)[half]
  const placed = said ? {half: said} : {}
  return {
    sense: {kind: 'range', from: {...from, ...placed}, to: {hour, minute: 0, ...placed}},
    from: at,
    to: said ? to + 1 : to,
    confidence: 0.8,
  }
}
