import type {Word} from '../moment/words.ts'
import {wordSet} from '../moment/phrases.ts'
import {afterNumberWord, clockRunsInto} from './calendar-date.ts'
import {item, type DateItem} from './date-item.ts'
import {dayReadings, endsCompound, type DayReading} from './day-of-month.ts'

export interface BareDayContext {
  /** A date was asked for, so digits alone are one. */
  readonly asked: boolean
}

/** A day without its month: `седьмого`, `на пятое`, `к пятому`, `25-го`, `пятого числа`, "the seventh", "on the 5th". */
export function bareDayAt(words: readonly Word[], at: number, context: BareDayContext): DateItem | undefined {
  if (endsCompound(words, at) && !clockRunsInto(words, at)) return undefined
  const [reading] = dayReadings(words, at)
  // «в пять тридцать второго»: half past five, the second.
  if (!reading || (reading.to === at + 2 && clockRunsInto(words, at + 1))) return undefined
  const to = afterNumberWord(words, reading.to)
  if (recurring.has(words[to]?.text ?? '')) return item({kind: 'none'}, at, to + 1)
  const counted = to > reading.to
  if (counted ? reading.form === 'other' : !standsAlone(words, at, reading, context)) return undefined
  if (reading.day > 31) return item({kind: 'none'}, at, to)
  return item(
    {kind: 'day', day: reading.day},
    at,
    to,
    counted ? 0.95 : reading.form === 'digits' || reading.form === 'cardinal' ? 0.6 : 0.85,
  )
}

// «Первого числа каждого месяца» is how often, not when.
const recurring = wordSet('каждого every each')

function standsAlone(words: readonly Word[], at: number, reading: DayReading, context: BareDayContext): boolean {
  const before = words[at - 1]?.text ?? ''
  const next = words[reading.to - 1]!.stop === '' ? words[reading.to] : undefined
  switch (reading.form) {
    case 'genitive':
      return !notBeforeGenitive.has(before) && !isNoun(next, /[ая]$/) && !(next?.num?.ordinal && isNoun(words[reading.to + 1], /[ая]$/))
    case 'neuter':
      return (
        (before === 'на' || context.asked || isBesideDay(words, at)) &&
        next?.text !== 'что' &&
        !notBeforeGenitive.has(before) &&
        !isNoun(next, /[ое]$/)
      )
    case 'dative':
      return before === 'к' && !isNoun(next, /[ую]$/)
    case 'instrumental':
      return before === 'между' || (before === 'и' && words.slice(Math.max(0, at - 5), at).some((word) => word.text === 'между'))
    case 'english':
      return isEnglishDay(words, at, before, next, context)
    case 'digits':
      return context.asked && isOnlyNumber(words, at, reading)
    case 'cardinal':
      // Up to twelve it may as well be an hour.
      return context.asked && reading.day > 12 && isOnlyNumber(words, at, reading)
    case 'other':
      return false
  }
}

/** `на пятое или шестое`. */
const isBesideDay = (words: readonly Word[], at: number): boolean =>
  /^(?:или|либо)$/.test(words[at - 1]?.text ?? '') && words[at - 2]?.num?.ordinal === true

const notBeforeGenitive = wordSet(
  'минут минуты минуту мин минуток четверть четверти пол половина половину половине половины начале начало начала конце самого каждого одного ' +
    'улица улицы улице улицу ул дом доме дома корпус квартира кв подъезд этаж номер ровно во',
)

// Words that end like a noun in the case the ordinal would ask for, but are none.
const notNouns = wordSet(
  'а я да на за меня тебя себя когда тогда всегда иногда нельзя утра вечера обеда для сегодня завтра послезавтра января февраля марта апреля ' +
    'мая июня июля августа сентября октября ноября декабря месяца года только сразу ура устроила подошла могла хотела была подойдут меня она ' +
    'не мне где же все вообще это еще уже если бы вполне тоже ближе вроде лучше после нет даже его ее вечером до по удобно можно нормально ' +
    'нужно надо хорошо свободно точно желательно обязательно возможно примерно около окей ладно то но кто что скоро давайте запишите ' +
    'пишите ставьте можете скажите подскажите перенесите оформите приеду приду буду смогу хочу могу подъеду зайду жду могу свою вашу конечно наверное наверно пожалуй видимо кажется получается',
)

/** Whether the ordinal belongs to the next word (`первого раза`, `третьего этажа`): judged by the ending it would have to have. */
export const isNoun = (next: Word | undefined, ending: RegExp): boolean =>
  next !== undefined &&
  next.num === undefined &&
  !notNouns.has(next.text) &&
  !next.text.endsWith('ся') &&
  (ending.test(next.text) || counted.has(next.text))

const counted = wordSet('раз класс курс вопрос вариант ребенок ряд пункт')

const beforeDay = wordSet('the on for until till by from after before through')
const notBefore = wordSet('a one per every each just another last this wait hold')
const behindDay = wordSet(
  'at in around about please would works work is if or and for then sounds should will after before between from to until till through by ' +
    'morning afternoon evening night number no not i we that it actually sorry but works fits suits could can may might on ' +
    "i'd i'll thanks thank good fine great ok okay any anytime noon midnight too also either though instead rather would he she they " +
    'monday tuesday wednesday thursday friday saturday sunday with',
)

function isEnglishDay(words: readonly Word[], at: number, before: string, next: Word | undefined, context: BareDayContext): boolean {
  if (notBefore.has(before)) return false
  // Words that are spoken for: "the fifth twenty to eleven".
  if (next && !next.num && next.text !== '\0' && !behindDay.has(next.text)) return false
  // "the first" and "the second" are mostly the first and the second of something.
  const isChoice = words[at]!.text === 'first' || words[at]!.text === 'second'
  if (next?.text === 'one' && words[at]!.num!.ordinal) return false
  if (before === 'the') return isChoice ? context.asked || onThe(words, at) : true
  // "Twelfth at noon", "15th 10 am": the answer opens with the day, and its hour follows.
  if (at === 0 && !isChoice && next && (next.num || /^(?:at|around|by)$/.test(next.text))) return true
  return beforeDay.has(before) || (context.asked && !isChoice) || (context.asked && words.length === 1)
}

/** "On the second", "at five pm the second". */
const onThe = (words: readonly Word[], at: number): boolean => /^(?:on|for|am|pm|o'clock)$/.test(words[at - 2]?.text ?? '')

const around = wordSet('на число the on давайте давай можно запишите lets for')

/** An answer of digits only (`25`, `на 25`): an ordinal whose ending the recogniser lost. */
function isOnlyNumber(words: readonly Word[], at: number, reading: DayReading): boolean {
  return words.every((word, index) => (index >= at && index < reading.to) || around.has(word.text))
}
