import {numeral, readNumber} from '../nlu/numerals.ts'
import {dayNumber, weekdayOf} from '../nlu/plain-date.ts'
import type {Token} from '../nlu/types.ts'

/**
 * Words that hint at a day: one that may be that day. «Сегодня не до того» speaks for no thirtieth of March, «в пятницу или как» for no
 * Tuesday.
 */
export function hintsAtDay(tokens: readonly Token[], date: string, today: string): boolean {
  const days = dayNumber(date) - dayNumber(today)
  return (
    numbersIn(tokens).includes(Number(date.slice(8))) ||
    tokens.some(({text}) => dayHints.some(({word, may}) => word.test(text) && may({date, days})))
  )
}

/** The same for an hour: the part of the day, or a number of the clock. */
export function hintsAtHour(tokens: readonly Token[], time: string): boolean {
  const hour = Number(time.slice(0, 2))
  return (
    tokens.some(({text}) => hourHints.some(({word, from, to}) => word.test(text) && hour >= from && hour <= to)) ||
    numbersIn(tokens).some((number) => number % 12 === hour % 12 && number <= 24)
  )
}

/** The same for an amount: «вдвоём», «пара», "a few". */
export const hintsAtNumber = (tokens: readonly Token[], value: number): boolean =>
  tokens.some(({text}) => countHints.some(({word, from, to}) => word.test(text) && value >= from && value <= to))

/** The numbers among the words, each read as far as it goes. */
export const numbersIn = (tokens: readonly Token[]): number[] =>
  tokens.flatMap((token, at) => {
    const read = readNumber(tokens, at, numeral(token, 'ru') ? 'ru' : 'en')
    return read ? [read.value] : []
  })

interface Day {
  readonly date: string
  /** From today. */
  readonly days: number
}

const weekdays = [
  /^(?:понедел|monday)/,
  /^(?:вторник|tuesday)/,
  /^(?:сред[аыу]$|wednesday)/,
  /^(?:четверг|thursday)/,
  /^(?:пятниц|friday)/,
  /^(?:суббот|saturday)/,
  /^(?:воскрес|sunday)/,
]
const months = [
  /^(?:январ|january)/,
  /^(?:феврал|february)/,
  /^(?:март|march)/,
  /^(?:апрел|april)/,
  /^(?:ма[йяею]$|may$)/,
  /^(?:июн|june)/,
  /^(?:июл|july)/,
  /^(?:август|august)/,
  /^(?:сентябр|september)/,
  /^(?:октябр|october)/,
  /^(?:ноябр|november)/,
  /^(?:декабр|december)/,
]

const isWeekend = (date: string): boolean => weekdayOf(date) > 5

const dayHints: readonly {readonly word: RegExp; readonly may: (day: Day) => boolean}[] = [
  {word: /^(?:сегодня|today|tonight)/, may: ({days}) => days === 0},
  {word: /^(?:завтра|tomorrow)/, may: ({days}) => days === 1},
  {word: /^послезавтра/, may: ({days}) => days === 2},
  {word: /^(?:недел|week$|weeks$)/, may: ({days}) => Math.abs(days) <= 35},
  {word: /^(?:месяц|month|праздник|holiday)/, may: () => true},
  {word: /^(?:выходн|weekend)/, may: ({date}) => isWeekend(date)},
  {word: /^(?:будн|weekday)/, may: ({date}) => !isWeekend(date)},
  ...weekdays.map((word, at) => ({word, may: ({date}: Day) => weekdayOf(date) === at + 1})),
  ...months.map((word, at) => ({word, may: ({date}: Day) => Number(date.slice(5, 7)) === at + 1})),
]

const hourHints: readonly {readonly word: RegExp; readonly from: number; readonly to: number}[] = [
  {word: /^(?:утр|morning|рано$|пораньше$|early$|earlier$)/, from: 0, to: 12},
  {word: /^(?:полдень|полудн|noon|обед)/, from: 10, to: 17},
  {word: /^(?:дн[её]м$|дня$|afternoon)/, from: 11, to: 18},
  {word: /^(?:веч|evening)/, from: 16, to: 23},
  {word: /^(?:ночь|ночи$|полноч|midnight|night)/, from: 0, to: 24},
  {word: /^(?:час|пол(?:овин)|позже|попозже|раньше|later|hour|o'clock)/, from: 0, to: 24},
]

const countHints: readonly {readonly word: RegExp; readonly from: number; readonly to: number}[] = [
  {word: /^(?:один|одна|одно|сам$|сама$|alone|myself)/, from: 1, to: 1},
  {word: /^(?:пар[ауые]|пароч|couple|оба|обе|both|вдвоем)/, from: 2, to: 2},
  {word: /^втроем/, from: 3, to: 3},
  {word: /^вчетвером/, from: 4, to: 4},
  {word: /^(?:муж|жен[аоыу]|wife|husband)/, from: 2, to: 10},
  {word: /^(?:нескольк|семь(?:ей|я|ю)|ребен|дет(?:и|ей|ьм)|few|kids?|child)/, from: 2, to: 20},
  {word: /^(?:больше|меньше|more|less)/, from: 0, to: Number.POSITIVE_INFINITY},
]
