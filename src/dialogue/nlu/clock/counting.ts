import {phraseAt, phrases, wordSet} from '../moment/phrases.ts'
import type {Word} from '../moment/words.ts'
import type {ClockReading} from './clock.ts'

const russianMeasures =
  /^(?:раза?$|разик|лет$|год[ау]?$|годик|руб|тысяч|тыщ|процент|человек|людей|чел$|персон|мест[ао]?$|штук|этаж|недел|месяц|дней$|суток|сутки|метр|километр|км$|квартир|комнат|дома?$|домов|корпус|гост[ейьия]|ребен|дет[ейи]|взросл|номер(?:а|ов)|стол(?:ик|ов|а$|$)|минут|секунд|доллар|евро|гривен|кило|грамм|литр|класс(?:а|ов)?$|балл|звезд|пункт|кабинет|подъезд|услуг|процедур|вариант|сеанс|стриж|заход|подход|присест|слоя$|слоев$|тона$|тонов$|ряда$|рядов$|рук[иу]?$|голоса$|шаг|смен[аыу]?$|очеред|языка$|окна$|окон$)/
const englishMeasures =
  /^(?:people|persons?|guests?|years?|days?|weeks?|months?|hours?|minutes?|dollars?|bucks|percent|times|adults?|kids?|children|nights?|rooms?|tickets?|seats?|floors?|euros?|pounds?|miles?|foot|feet|inch|inches|yards?|acres?|metres?|meters?|blocks?|stars?|of|hundred|thousand|more|other|different|street|avenue|road|st|ave|per)$/
const signs = /^[%₽$€]$/

const isMeasure = ({text}: Word): boolean => russianMeasures.test(text) || englishMeasures.test(text) || signs.test(text)

const streets = /^(?:street|avenue|ave|road|rd|drive|lane|boulevard|blvd)$/

/** Whether the number that ends before `at` counts the word behind it: `пять раз`, "five people". */
export const countsSomething = (words: readonly Word[], at: number): boolean => {
  const next = words[at]
  if (!next || words[at - 1]!.stop !== '') return false
  if (streets.test(words[at + 1]?.text ?? '') || streets.test(words[at + 2]?.text ?? '')) return true
  return isMeasure(next) || next.num?.rank === 'hundred' || next.num?.rank === 'scale'
}

/** `человек пять`, `штук пять`: about so many. */
export const isCounted = (words: readonly Word[], at: number): boolean => {
  const before = words[at - 1]
  return before !== undefined && before.stop === '' && before.num === undefined && before.text !== 'of' && isMeasure(before)
}

const fractions = phrases<true>([
  [true, 'с половиной|с половинкой|с четвертью|с лишним|с чем то|с хвостиком|запятая|целых|целая|целую|к|тыс'],
  [true, 'and a half|and half|and a quarter|point|dot|percent'],
])

/** `два с половиной`, "one and a half", `10к`. */
export function isFraction(words: readonly Word[], at: number): boolean {
  const found = phraseAt(fractions, words, at)
  if (!found || words[at - 1]!.stop === '.') return false
  return words[at]!.text !== 'к' || words[at]!.start === words[at - 1]!.end
}

/** Whether more numbers follow: then it is a phone number or a house, not an hour. */
export function runsOn(words: readonly Word[], at: number): boolean {
  const next = words[at]
  if (!next?.num || next.num.ordinal || words[at - 1]!.stop !== '') return false
  // "Four, oh no, five".
  return next.text !== 'oh' || words[at + 1]?.num !== undefined
}

const owners = wordSet(
  'дом дома доме дому квартира квартиру квартире кв корпус номер номера кабинет кабинете офис офисе подъезд подъезде этаж этаже этажа нас нам телефон ' +
    'возраст палата строение литера индекс код улица улице ул ему ей лет number apartment apt suite room unit flat floor extension party table for code zip pin us age ' +
    'раз рублей процентов за каждые каждый каждую каждых еще ещё уже почти всего по через минимум полных на хватит нужно надо a больше меньше более менее порядка минус плюс запятая целых добавочный size размер gate row seat bus route line age grade class channel order option box point minus negative plus dash hundred',
)

/** Whether the word before says what a lone number is: `дом пять`, "room ten". */
export const isOwned = (words: readonly Word[], at: number): boolean => owners.has(words[at - 1]?.text ?? '') && words[at - 1]!.stop === ''

const lasting =
  /^(?:длит|длят|продлит|продолжает|продолжительн|занимает|займет|займут|хватит|потрат|ждал|жду|ждать|подряд|длительн|takes?$|lasts?$|long$|duration)/

/** Whether somebody speaks of how long something takes: `стрижка длится два часа`. */
export const speaksOfDuration = (words: readonly Word[]): boolean => words.some((word) => lasting.test(word.text))

const rates = wordSet('раз раза рублей рубля рубль руб километров км тысяч тысячи тысяча сколько стоит долларов процентов')

/** `рублей в час`, `раз в час`, `час пик`: an hour that is no one o'clock. `from` is the place of the preposition. */
export const isRate = (words: readonly Word[], from: number, to: number): boolean =>
  words[to]?.text === 'пик' || [1, 2, 3].some((back) => rates.has(words[from - back]?.text ?? ''))

const booking =
  /^(?:запиш|перепиш|перенес|перенос|поставь|давай|можно|лучше|тогда|меня|нас|его|ее|запис|пусть|нет|или|а|и|но|назнач|оформ|хочу|хотел|бы|прием|время|не|да|завтра|сегодня|утр|вечер|день|днем)/

/** Before `на два часа`: whether an appointment is set (`запишите на два часа`) rather than a length told (`массаж на два часа`). */
export const setsAppointment = (words: readonly Word[], at: number): boolean => at === 0 || booking.test(words[at - 1]!.text)

const tables = wordSet('столик стол места места бронь номер комната комнату апартаменты домик table party room seats reservation group')

// Behind another word "for two" says how many: "haircuts for two", "dinner for three".
const beforeFor =
  /^(?:me|us|it|that|this|him|her|them|you|down|in|up|appointment|slot|time|visit|schedule|scheduled|set|put|go|aim|shoot|try|come|make|say|yes|yeah|yep|no|ok|okay|sure|please|fine|good|great|maybe|perhaps|or|and|but|so|well|actually|then|about|tomorrow|today|tonight|morning|afternoon|evening|.*day|\0)$/

/** `столик на четыре`, "table for four", "dinner for three": people, not an hour. */
export const isTable = (words: readonly Word[], at: number): boolean => {
  const before = words[at - 1]
  if (!before || before.stop !== '') return false
  return tables.has(before.text) || (words[at]!.text === 'for' && before.num === undefined && !beforeFor.test(before.text))
}

/** `номер на три ночи` is booked for as long; nobody comes `на три ночи`. `at` is the place of the number. */
export const isStay = (words: readonly Word[], at: number, {clock, to}: ClockReading): boolean =>
  words[at - 1]?.text === 'на' && words[to - 1]!.text === 'ночи' && clock.minute === 0 && clock.hour >= 2 && clock.hour <= 4
