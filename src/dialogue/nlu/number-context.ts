import type {Quantity} from './number-quantity.ts'
import {numeral} from './numerals.ts'
import type {Token} from './types.ts'

/**
 * Whether these number words count nothing: part of a clock time, a date, an address, a set phrase ("one moment", «в первую очередь»).
 * `asked`: a number was asked for just now, so only what can never be an answer is refused.
 */
export function isNoAmount(tokens: readonly Token[], quantity: Quantity, asked: boolean): boolean {
  const {from, to} = quantity
  const before = tokens[from - 1]?.text ?? ''
  const first = tokens[from]!.text
  const after = tokens[to]?.text ?? ''
  // "Just the one desk"
  const isOnlyOne = before === 'the' && /^(?:just|only)$/.test(tokens[from - 2]?.text ?? '')
  if ((!isOnlyOne && isPronoun(first, before, to - from, after)) || isSetPhrase(quantity, before, after, tokens[to + 1]?.text ?? ''))
    return true
  if (isClock(tokens, quantity, before, after) || isDate(tokens, quantity, after)) return true
  if (asked) return false
  if (isNearMonth(tokens, from, to) || tokens[from]!.text.includes('/') || isShort(quantity)) return true
  return isMoment(tokens, quantity, before, after) || labels.test(before)
}

const isPronoun = (first: string, before: string, length: number, after: string): boolean =>
  length === 1 &&
  (first === 'oh' ||
    first === 'o' ||
    (first === 'one' &&
      (/^(?:this|that|the|no|which|any|every|each|some|another|last|next|other|single|same|right|wrong|a|new)$/.test(before) ||
        after === 'of')) ||
    (first.startsWith('одн') && (before === 'ни' || /^(?:из|и)$/.test(after))) ||
    (first === 'один' && (before === 'ни' || after === 'из')))

function isSetPhrase({value, ordinal}: Quantity, before: string, after: string, next: string): boolean {
  if (value === 1 && /^(?:секунд|секундочк|минуточк|минутк|момент|вопрос|moment|second|sec|thing|question)/.test(after)) return true
  if (value === 1 && /^(?:минуту|minute)$/.test(after)) return true
  if (value === 1000 && /^(?:извинени|благодарност|чертей|спасибо|thanks|apologies)/.test(after)) return true
  if (value === 1 && after === 'more' && next === 'time') return true
  if (value === 2 && /^(?:слова|слов|словах|words)$/.test(after)) return true
  if (ordinal && /^(?:(?:раз|раза|разу|of)$|очередь|половин|время|half|time|place)/.test(after)) return true
  return ordinal && value === 2 && /^(?:a|one|just|wait)$/.test(before)
}

const hours = /^(?:час|часа|часов|часам|часиков|минут|минуты|минуту|o'clock|oclock)$/
const dayParts = /^(?:утра|вечера|ночи|am|pm|a\.m|p\.m|o'clock|oclock)$/

function isClock(tokens: readonly Token[], {from, to, value}: Quantity, before: string, after: string): boolean {
  if (dayParts.test(after) || (hours.test(after) && /^(?:утра|дня|вечера|ночи|am|pm)$/.test(tokens[to + 1]?.text ?? ''))) return true
  if (before === 'без' || /^(?:past|till)$/.test(after) || (value < 1 && /^(?:of|часа)$/.test(after) && numeral(tokens[to + 1], 'en')))
    return true
  const next = tokens[to + 1]?.text ?? ''
  if (/^[ap]$/.test(after) && next === 'm') return true
  if (
    (after === 'in' && next === 'the' && /^(?:morning|afternoon|evening)$/.test(tokens[to + 2]?.text ?? '')) ||
    (after === 'at' && next === 'night')
  )
    return true
  if (value < 1 && /^(?:past|to|till|after|часа|часика|an)$/.test(after)) return true
  if ((value < 1 || after.startsWith('минут')) && numeral(tokens[value < 1 ? to : to + 1], 'ru')?.ordinal) return true
  return /^(?:past|половине)$/.test(before) || isHour(tokens, from)
}

/** The hour of «без десяти шесть», "quarter to three". */
function isHour(tokens: readonly Token[], from: number): boolean {
  const [third, second, first] = [tokens[from - 3]?.text, tokens[from - 2]?.text, tokens[from - 1]?.text]
  if (first !== undefined && (second === 'без' || third === 'без' || tokens[from - 4]?.text === 'без'))
    return /^(?:четверт|минут)/.test(first) || numeral(tokens[from - 1], 'ru') !== undefined
  return (first === 'to' || first === 'past' || first === 'till') && (second === 'quarter' || second === 'half')
}

const months =
  /^(?:январ[ья]|феврал[ья]|марта|апрел[ья]|мая|июн[ья]|июл[ья]|августа|сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья]|числа|january|february|march|april|may|june|july|august|september|october|november|december)$/
const monthsBefore = /^(?:january|february|march|april|june|july|august|september|october|november|december)$/

const isDate = (tokens: readonly Token[], {from, to, ordinal, value}: Quantity, after: string): boolean =>
  months.test(after) ||
  monthsBefore.test(tokens[from - 1]?.text ?? '') ||
  (/^(?:год|года|году)$/.test(after) && (ordinal || value > 1900)) ||
  (after === 'of' && months.test(tokens[to + 1]?.text ?? ''))

/** «в пять», «через пять дней», "at five": a moment rather than an amount. */
function isMoment(tokens: readonly Token[], {from, to, value, ordinal}: Quantity, before: string, after: string): boolean {
  if (before === 'через' || (before === 'in' && /^(?:days?|weeks?|months?|hours?|minutes?|years?)$/.test(after))) return true
  if (/^(?:назад|ago)$/.test(after) || /^(?:назад|ago|from)$/.test(tokens[to + 1]?.text ?? '')) return true
  if (value === 100 && after.startsWith('процент') && to - from === 1 && tokens.length <= 3) return true
  if (ordinal && /(?:ого|его)$/.test(tokens[to - 1]!.text)) return true
  if (/^\d{1,2}\.(?:0[0-9]|[1-5]0|1[0-2])$/.test(tokens[from]!.text) && value < 32 && (after === '' || before === 'в')) return true
  return isHalfOfClock(tokens, from, to) || isHourOfDay(tokens, from, to, value)
}

/** «в пять», «к трём часам», «не раньше десяти», "around three o'clock". */
function isHourOfDay(tokens: readonly Token[], from: number, to: number, value: number): boolean {
  if (!Number.isInteger(value) || value < 0 || value > 24) return false
  const before = tokens[from - 1]?.text ?? ''
  const after = tokens[to]?.text ?? ''
  if (/^(?:в|во|к|ко|at|by)$/.test(before)) return !counted.test(after)
  if (/^(?:раньше|позже|позднее|ранее)$/.test(before)) return true
  if (/^(?:на|до|после|until|after|before)$/.test(before) && (hours.test(after) || (before !== 'на' && after === ''))) return true
  return /^(?:часа|часов|час)$/.test(before) && /^(?:в|к|до|после)$/.test(after)
}

/** Either number of «в восемь тридцать», "seven thirty". */
function isHalfOfClock(tokens: readonly Token[], from: number, to: number): boolean {
  const number = (at: number) => numeral(tokens[at], 'ru') ?? numeral(tokens[at], 'en')
  const at = (place: number) => /^(?:в|во|к|ко|at|by)$/.test(tokens[place]?.text ?? '')
  if ((at(from - 1) && number(to)) || (at(from - 2) && number(from - 1))) return true
  const [hour, minute] = [number(from), number(from + 1)]
  if (tokens[to]?.text || to - from < 2 || to - from > 3 || !hour || !minute || hour.value < 1 || hour.value > 12) return false
  return hour.rank !== 'ten' && minute.rank === 'ten' && minute.value < 60
}

/** «в три раза», «в двух комнатах» */
const counted = /^(?:раз|экземпляр|комнат|мест|штук|человек|этап|рубл|процент|people|percent|times)/

const isNearMonth = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(Math.max(0, from - 4), to + 3).some(({text}) => months.test(text) && text !== 'may')

/** «восемь девятьсот», "two fifty": as likely the beginning of a phone number or a clock time. */
const isShort = ({value, alts}: Quantity): boolean => alts.length === 2 && value === Math.max(...alts, value) && value >= 100

const labels =
  /^(?:дом|дома|доме|квартира|квартиру|квартире|корпус|подъезд|этаж|строение|офис|кабинет|улица|улице|house|flat|apartment|suite|floor)$/
