import {toCardinal as englishCardinal, toOrdinal as englishOrdinal} from 'n2words/en-US'
import {toCardinal as russianCardinal, toOrdinal as russianOrdinal} from 'n2words/ru-RU'

// How people say dates and times, rendered independently of the grammars that read them.

const months = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')
const englishMonths = 'january february march april may june july august september october november december'.split(' ')

/** двадцать пятый → двадцать пятого, третий → третьего. */
const genitive = (ordinal: string): string => ordinal.replace(/(?:ый|ой)$/, 'ого').replace(/ий$/, 'ьего')
/** двадцать пятый → двадцать пятое. */
const neuter = (ordinal: string): string => ordinal.replace(/(?:ый|ой)$/, 'ое').replace(/ий$/, 'ье')

export const dayOf = (day: number): string => genitive(russianOrdinal(day))

interface Said {
  readonly day: number
  readonly month: number
  readonly year: number
}

/** A day and a month without a year, in every way of saying it. */
export const russianDays = ({day, month}: Omit<Said, 'year'>): string[] => {
  const name = months[month - 1]!
  const padded = [day, month].map((part) => String(part).padStart(2, '0'))
  return [
    `${dayOf(day)} ${name}`,
    `на ${neuter(russianOrdinal(day))} ${name}`,
    `${dayOf(day)} числа ${name}`,
    `${day} ${name}`,
    `${day}-го ${name}`,
    `${padded[0]}.${padded[1]}`,
  ]
}

export const russianDates = (said: Said): string[] => {
  const year = genitive(russianOrdinal(said.year))
  const [day, month] = [said.day, said.month].map((part) => String(part).padStart(2, '0'))
  return [
    `${dayOf(said.day)} ${months[said.month - 1]!} ${year} года`,
    `${neuter(russianOrdinal(said.day))} ${months[said.month - 1]!} ${year}`,
    `${said.day} ${months[said.month - 1]!} ${said.year} года`,
    `${day}.${month}.${said.year}`,
    `${said.year}-${month}-${day}`,
  ]
}

const spaced = (words: string): string => words.replaceAll('-', ' ')

export const englishDay = (day: number): string => spaced(englishOrdinal(day))

export const englishDays = ({day, month}: Omit<Said, 'year'>): string[] => {
  const name = englishMonths[month - 1]!
  const suffix = day % 100 >= 11 && day % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  return [
    `${name} ${englishDay(day)}`,
    `${name} the ${englishOrdinal(day)}`,
    `the ${englishDay(day)} of ${name}`,
    `on ${name} ${day}`,
    `${day}${suffix} of ${name}`,
    `${name} ${spaced(englishCardinal(day))}`,
  ]
}

export const englishDates = (said: Said): string[] => {
  const name = englishMonths[said.month - 1]!
  const [high, low] = [Math.floor(said.year / 100), said.year % 100]
  const rest = low === 0 ? 'hundred' : low < 10 ? `oh ${englishCardinal(low)}` : spaced(englishCardinal(low))
  const pairs = high === 20 && low < 10 ? `two thousand${low === 0 ? '' : ` ${englishCardinal(low)}`}` : `${englishCardinal(high)} ${rest}`
  return [
    `${name} ${englishDay(said.day)} ${pairs}`,
    `the ${englishDay(said.day)} of ${name} ${said.year}`,
    `${name} ${said.day} ${said.year}`,
    `${name} ${said.day}, ${said.year}`,
  ]
}

const plural = (count: number, one: string, few: string, many: string): string => {
  const form = new Intl.PluralRules('ru').select(count)
  return form === 'one' ? one : form === 'few' ? few : many
}

export const russianInDays = (count: number): string[] => [
  `через ${russianCardinal(count)} ${plural(count, 'день', 'дня', 'дней')}`,
  `через ${count} ${plural(count, 'день', 'дня', 'дней')}`,
]

export const englishInDays = (count: number): string[] => [
  `in ${spaced(englishCardinal(count))} day${count === 1 ? '' : 's'}`,
  `${count} day${count === 1 ? '' : 's'} from now`,
]
