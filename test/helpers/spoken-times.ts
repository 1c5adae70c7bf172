import {toCardinal as englishCardinal} from 'n2words/en-US'
import {toCardinal as russianCardinal, toOrdinal as russianOrdinal} from 'n2words/ru-RU'

// How people tell the time, rendered independently of the grammars that read it. `hour` is 0…23.

const spaced = (words: string): string => words.replaceAll('-', ' ')
const two = (value: number): string => String(value).padStart(2, '0')
const ofHour = (hour: number): string =>
  russianOrdinal(hour)
    .replace(/(?:ый|ой)$/, 'ого')
    .replace(/ий$/, 'ьего')

const genitives: Readonly<Record<number, string>> = {
  1: 'одной',
  2: 'двух',
  3: 'трех',
  4: 'четырех',
  5: 'пяти',
  6: 'шести',
  7: 'семи',
  8: 'восьми',
  9: 'девяти',
  10: 'десяти',
  15: 'пятнадцати',
  20: 'двадцати',
}
/** Minutes in the genitive, 1…29. */
const genitive = (value: number): string =>
  genitives[value] ?? (value > 20 ? `двадцати ${genitives[value - 20]!}` : russianCardinal(value).replace(/ь$/, 'и'))

const pastRussian = (minute: number): string =>
  minute < 10 ? `ноль ${minute === 0 ? 'ноль' : russianCardinal(minute)}` : russianCardinal(minute)

/** On a 24-hour clock: what is said fixes the half of the day for hours 0 and 13…23. */
export const russian24 = (hour: number, minute: number): string[] => [
  `в ${russianCardinal(hour)} ${pastRussian(minute)}`,
  `${hour}:${two(minute)}`,
  `в ${hour} ${two(minute)}`,
  `в ${russianCardinal(hour)} ${hour % 10 === 1 && hour !== 11 ? 'час' : hour % 10 >= 2 && hour % 10 <= 4 && (hour < 10 || hour > 20) ? 'часа' : 'часов'} ${russianCardinal(minute, {gender: 'feminine'})} минут`,
]

export const english24 = (hour: number, minute: number): string[] => {
  const past = minute < 10 ? `oh ${englishCardinal(minute)}` : spaced(englishCardinal(minute))
  return [`at ${hour}:${two(minute)}`, ...(minute === 0 ? [] : [`at ${spaced(englishCardinal(hour))} ${past}`])]
}

/** The part of the day a Russian adds to the hour on a 12-hour clock. */
const partOf = (hour: number): string => (hour < 4 ? 'ночи' : hour < 12 ? 'утра' : hour < 17 ? 'дня' : 'вечера')

const twelve = (hour: number): number => (hour % 12 === 0 ? 12 : hour % 12)

/** On a 12-hour clock with the part of the day said. */
export const russian12 = (hour: number, minute: number): string[] => {
  const [full, next, part] = [twelve(hour), twelve(hour + 1), partOf(hour)]
  const name = full === 1 ? 'час' : russianCardinal(full)
  const forms = [`в ${name}${minute === 0 ? '' : ` ${pastRussian(minute)}`} ${part}`]
  if (minute === 15) forms.push(`в четверть ${ofHour(next)} ${part}`)
  if (minute === 30) forms.push(`в половине ${ofHour(next)} ${part}`, `в пол${ofHour(next)} ${part}`)
  if (minute > 0 && minute <= 30)
    forms.push(
      `${russianCardinal(minute, {gender: 'feminine'})} ${minute % 10 === 1 && minute !== 11 ? 'минута' : 'минут'} ${ofHour(next)} ${part}`,
    )
  return forms
}

/** `без пяти три дня`: the part belongs to the hour that comes. */
export const russianBefore = (hour: number, minute: number): string[] => {
  const left = 60 - minute
  const coming = (hour + 1) % 24
  const name = twelve(coming) === 1 ? 'час' : russianCardinal(twelve(coming))
  return [`без ${genitive(left)} ${name} ${partOf(coming)}`, ...(left === 15 ? [`без четверти ${name} ${partOf(coming)}`] : [])]
}

export const english12 = (hour: number, minute: number): string[] => {
  const [full, next] = [twelve(hour), twelve(hour + 1)].map((value) => englishCardinal(value))
  const half = hour < 12 ? 'am' : 'pm'
  const past = minute === 0 ? '' : minute < 10 ? ` oh ${englishCardinal(minute)}` : ` ${spaced(englishCardinal(minute))}`
  const forms = [`${full}${past} ${half}`, `at ${twelve(hour)}:${two(minute)} ${half}`, `${twelve(hour)}:${two(minute)}${half}`]
  if (minute === 30) forms.push(`half past ${full} ${half}`, `half ${full} ${half}`)
  if (minute === 15) forms.push(`quarter past ${full} ${half}`, `a quarter after ${full} ${half}`)
  if (minute === 45) forms.push(`quarter to ${next} ${hour % 12 === 11 ? (half === 'am' ? 'pm' : 'am') : half}`)
  if (minute > 0 && minute <= 30) forms.push(`${spaced(englishCardinal(minute))} minutes past ${full} ${half}`)
  return forms
}

/** Without the half of the day: for hours that the window places. */
export const russianOpen = (hour: number): string[] => {
  const name = twelve(hour) === 1 ? 'час' : russianCardinal(twelve(hour))
  const genitiveHour =
    twelve(hour) === 1 ? 'часу' : twelve(hour) < 13 ? (genitives[twelve(hour)] ?? `${russianCardinal(twelve(hour)).slice(0, -1)}и`) : ''
  return [`в ${name}`, `ровно в ${name}`, `часов в ${name}`, `около ${genitiveHour}`, `ближе к ${twelve(hour)}`, `в ${twelve(hour)}`]
}

export const englishOpen = (hour: number): string[] => {
  const name = englishCardinal(twelve(hour))
  return [`at ${name}`, `around ${name}`, `${name} o'clock`, `at about ${twelve(hour)}`, `${name} ish`]
}
