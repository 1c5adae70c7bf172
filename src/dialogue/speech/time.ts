import {type Case, counted, type Lang} from './grammar.ts'
import {cardinalEn} from './number-en.ts'
import {cardinalRu} from './number-ru.ts'
import {countRu} from './quantity.ts'
import {unitsRu} from './units-ru.ts'

export interface TimeOptions {
  readonly lang: Lang
  /** `clock` (default): `в пятнадцать тридцать`. `day`: `в три тридцать дня`. English says `three thirty PM` either way. */
  readonly style?: 'clock' | 'day'
}

/** `HH:MM`, a span with either end open, a part of the day, or any of them as text: `10:00-12:00`, `morning`. */
export type SpokenTime = string | {readonly time?: string; readonly from?: string; readonly to?: string; readonly part?: string}

/**
 * A time of day in words, ready to stand behind a date: Russian brings its preposition (`в пятнадцать тридцать`, `с десяти до двенадцати`, `утром`), English
 * does not for a clock time ("at {{ time }}"). The small hours name their part of the day, since nobody says "в два часа" and means the night.
 * What is no time comes back as it is.
 */
export function sayTime(time: SpokenTime, options: TimeOptions): string {
  if (typeof time !== 'string')
    return time.time
      ? sayTime(time.time, options)
      : time.part
        ? (part(time.part, options.lang) ?? time.part)
        : between(time.from, time.to, options)
  const text = time.trim()
  const span = /^(\d{1,2}:\d{2})?\s*(?:-|–|—|\.\.|\/)\s*(\d{1,2}:\d{2})?$/.exec(text)
  if (span) return between(span[1], span[2], options)
  const clock = parse(text)
  if (!clock) return part(text, options.lang) ?? text
  return options.lang === 'en' ? clockEn(clock) : `в ${clockRu(clock, 'acc', options.style)}`
}

export interface ClockTime {
  readonly hour: number
  readonly minute: number
}

function parse(text: string | undefined): ClockTime | undefined {
  const match = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text ?? '')
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])]
  return match && hour <= 24 && minute < 60 ? {hour: hour % 24, minute} : undefined
}

/** A clock time without preposition: `пятнадцать тридцать`, `пятнадцать часов`, dative `пятнадцати тридцати`. */
export function clockRu({hour, minute}: ClockTime, to: Case, style: TimeOptions['style'] = 'clock'): string {
  if (hour === 0 && minute === 0) return to === 'nom' || to === 'acc' ? 'полночь' : 'полуночи'
  const half = style === 'day' ? (hour % 12 === 0 ? 12 : hour % 12) : hour
  const suffix = style === 'day' || hour < 8 ? ` ${dayPartRu(hour)}` : ''
  if (minute === 0) {
    const hours = half === 1 ? oneHour(to) : countRu(half, unitsRu.hour, to)
    return hours + suffix
  }
  return `${half === 1 ? oneHour(to) : cardinalRu(half, to)} ${minute < 10 ? `${cardinalRu(0, to)} ` : ''}${cardinalRu(minute, to)}${suffix}`
}

/** «В час ноль пять»: nobody counts one hour. */
const oneHour = (to: Case): string => counted(unitsRu.hour, 1, to)

const dayPartRu = (hour: number): string => (hour < 4 ? 'ночи' : hour < 12 ? 'утра' : hour < 17 ? 'дня' : 'вечера')

/** `three thirty PM`, `noon`, `midnight`. */
export function clockEn({hour, minute}: ClockTime): string {
  if (minute === 0 && hour === 0) return 'midnight'
  if (minute === 0 && hour === 12) return 'noon'
  const hours = cardinalEn(hour % 12 === 0 ? 12 : hour % 12)
  const minutes = minute === 0 ? '' : minute < 10 ? ` oh ${cardinalEn(minute)}` : ` ${cardinalEn(minute)}`
  return `${hours}${minutes} ${hour < 12 ? 'AM' : 'PM'}`
}

function between(from: string | undefined, to: string | undefined, {lang, style}: TimeOptions): string {
  const [start, end] = [parse(from), parse(to)]
  if (lang === 'en') {
    if (start && end) return `from ${clockEn(start)} to ${clockEn(end)}`
    return start ? `after ${clockEn(start)}` : end ? `before ${clockEn(end)}` : ''
  }
  if (start && end) return `с ${boundRu(start, style)} до ${boundRu(end, style)}`
  return start ? `после ${boundRu(start, style)}` : end ? `до ${boundRu(end, style)}` : ''
}

/** `десяти`, `десяти тридцати`, `часа`, `полуночи`: the end of a span, without "часов". */
export function boundRu(clock: ClockTime, style: TimeOptions['style'] = 'clock'): string {
  const text = clockRu(clock, 'gen', style)
  return text.replace(/(?<=\S) час(?:ов|а)(?= |$)/, '')
}

function part(name: string, lang: Lang): string | undefined {
  const words = parts[name]
  return words && words[lang === 'ru' ? 0 : 1]
}

const parts: Readonly<Record<string, readonly [string, string]>> = {
  morning: ['утром', 'in the morning'],
  day: ['днём', 'in the daytime'],
  afternoon: ['днём', 'in the afternoon'],
  evening: ['вечером', 'in the evening'],
  night: ['ночью', 'at night'],
  any: ['в любое время', 'at any time'],
}
