import {monthsRu, sayDate} from '../date.ts'
import type {Case} from '../grammar.ts'
import {ordinalRu} from '../ordinal-ru.ts'
import {afterFrom, caseAfter} from './case.ts'
import {letter, type Place, replaceEach, sentenceDot} from './replace.ts'

/** Dates and years of a Russian text in words. */
export const datesRu = (text: string): string =>
  [weekdays, iso, dotted, monthSpans, listedDays, monthDays, daysOfMonth, shortDates, yearSpans, years].reduce(
    (result, step) => step(result),
    text,
  )

const dayNames = new Map(
  Object.entries({
    пн: ['понедельник'],
    вт: ['вторник'],
    ср: ['среда', 'среды', 'среду'],
    чт: ['четверг'],
    пт: ['пятница', 'пятницы', 'пятницу'],
    сб: ['суббота', 'субботы', 'субботу'],
    вс: ['воскресенье', 'воскресенья', 'воскресенье'],
  }).map(([short, [nom, gen, acc]]) => [short, {nom: nom!, gen: gen ?? `${nom}а`, acc: acc ?? nom!}] as const),
)
const short = '(пн|вт|ср|чт|пт|сб|вс)\\.?'
const shortSpan = new RegExp(`(?<![${letter}])${short}\\s*[-–—]\\s*${short}(?![${letter}])`, 'gi')
const shortDay = new RegExp(`(?<![${letter}])${short}(?=,?\\s*(?:\\d|с\\s|[-–—:]|выходной|закрыт))`, 'gi')

/** "пн-пт 9:00–18:00, сб 10:00" */
const weekdays = (text: string) =>
  replaceEach(
    replaceEach(
      text,
      shortSpan,
      ([, from, to], {head}) =>
        `${afterFrom(head) ? '' : 'с '}${dayNames.get(from!.toLowerCase())!.gen} по ${dayNames.get(to!.toLowerCase())!.acc}`,
    ),
    shortDay,
    ([, name]) => dayNames.get(name!.toLowerCase())!.nom,
  )

const iso = (text: string) =>
  replaceEach(text, /(?<![\d.,])(\d{4})-(\d{2})-(\d{2})(?![\d-])/g, ([, year, month, day], place) => fullDate(day!, month!, year!, place))

const dottedPattern = /(?<![\d.,])(\d{1,2})[./](\d{1,2})[./](\d{4})(?:\s*(?:года|г(\.)))?(?![\d.]*\d)/g
const dotted = (text: string) =>
  replaceEach(text, dottedPattern, ([, day, month, year, dot], place) => {
    const words = fullDate(day!, month!, year!, place)
    return words && words + sentenceDot(dot, place.tail)
  })

const months = monthsRu.join('|')
const yearPart = `(?:,?\\s+(\\d{4})(?:\\s*(?:года|год|г(\\.))(?![${letter}])|(?!\\d|\\s*[${letter}]{2}|[.,]\\d)))?`
const spanPattern = new RegExp(`(?<!\\d)(\\d{1,2})(?:-?го)?\\s*(?:-|–|—|по|до)\\s*(\\d{1,2})(?:-?[ег]о?)?\\s+(${months})${yearPart}`, 'gi')
const dayPattern = new RegExp(`(?<![\\d.,:])(\\d{1,2})(?:-?(?:го|е|ое))?\\s+(${months})(?![${letter}])${yearPart}`, 'gi')

const monthSpans = (text: string) =>
  replaceEach(text, spanPattern, ([, from, to, month, year, dot], {head, tail}) =>
    isDay(from!) && isDay(to!) ? `${spanOf(head, from!, to!)} ${month}${yearOf(year)}${sentenceDot(dot, tail)}` : undefined,
  )

/** "21 или 22 марта": every day of the list, not only the last. */
const listedPattern = new RegExp(
  `(?<![\\d.,:])(\\d{1,2})(?=(?:(?:,|\\s+и|\\s+или)\\s+\\d{1,2})*(?:,|\\s+и|\\s+или)\\s+\\d{1,2}\\s+(?:${months})(?![${letter}]))`,
  'gi',
)
const listedDays = (text: string) =>
  replaceEach(text, listedPattern, ([, value], place) => (isDay(value!) ? day(value!, dayCase(place)) : undefined))

const monthDays = (text: string) =>
  replaceEach(text, dayPattern, ([, value, month, year, dot], place) =>
    isDay(value!) ? `${day(value!, dayCase(place))} ${month}${yearOf(year)}${sentenceDot(dot, place.tail)}` : undefined,
  )

/** "с 1 по 5 число", "к 15 числу" */
function daysOfMonth(text: string): string {
  const spans = replaceEach(
    text,
    /(?<!\d)(\d{1,2})(?:-?го)?\s*(?:-|–|—|по)\s*(\d{1,2})(?:-?[ег]о?)?\s+числ[оа](?!\p{L})/gu,
    ([, from, to], {head}) => (isDay(from!) && isDay(to!) ? `${spanOf(head, from!, to!)} число` : undefined),
  )
  return replaceEach(spans, /(?<!\d)(\d{1,2})(?:-?(?:е|го|ое|му))?\s+(числ(?:а|о|у|ом))(?!\p{L})/gu, ([, value, noun]) => {
    const to = ({числа: 'gen', число: 'nom', числу: 'dat', числом: 'ins'} as const)[noun as 'числа']
    return isDay(value!) ? `${day(value!, to)} ${noun}` : undefined
  })
}

/** `31.12`, not behind "в" and "к", where it is a time, and not before a unit, where it is a decimal. */
const shortPattern = /(?<![\d.,])(0[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])(?![\d.,]*\d|\s*(?:%|₽|руб|р\.|км|м |кг))/g
const shortDates = (text: string) =>
  replaceEach(text, shortPattern, ([, value, month], place) =>
    /(?:^|[^A-Za-zА-Яа-яЁё])[вк]\s+$/i.test(place.head) ? undefined : `${day(value!, dayCase(place))} ${monthsRu[Number(month) - 1]}`,
  )

const isDay = (value: string): boolean => Number(value) >= 1 && Number(value) <= 31
const day = (value: string, to: Case): string => ordinalRu(Number(value), to, 'n')
const spanOf = (head: string, from: string, to: string): string => `${afterFrom(head) ? '' : 'с '}${day(from, 'gen')} по ${day(to, 'nom')}`
const yearOf = (value: string | undefined): string => (value ? ` ${ordinalRu(Number(value), 'gen')} года` : '')

/** "на двенадцатое", "по двенадцатое", "к двенадцатому"; everywhere else двенадцатого. */
function dayCase({head}: Place): Case {
  const word = /(\p{L}+)\s+$/u.exec(head.toLowerCase())?.[1] ?? ''
  if (/^(?:на|по|за|это)$/.test(word) || /[—–]\s+$/.test(head)) return 'nom'
  if (/^(?:к|ко)$/.test(word)) return 'dat'
  return /^(?:перед|между)$/.test(word) ? 'ins' : 'gen'
}

function fullDate(dayText: string, month: string, year: string, place: Place): string | undefined {
  if (!isDay(dayText) || Number(month) < 1 || Number(month) > 12) return undefined
  const date = `${year}-${month.padStart(2, '0')}-${dayText.padStart(2, '0')}`
  return sayDate(date, {lang: 'ru', year: true, style: dayCase(place) === 'nom' ? 'nominative' : 'plain'})
}

/** "2020-2024 гг." */
const yearSpans = (text: string) =>
  replaceEach(text, /(?<!\d)(\d{4})\s*[-–—]\s*(\d{4})\s*(годы|годов|годах|гг\.?)(?!\p{L})/gu, ([, from, to, noun], {head, tail}) => {
    const form = noun === 'годах' || /(?:^|[^A-Za-zА-Яа-яЁё])в\s+$/i.test(head) ? 'pre' : noun === 'годов' ? 'gen' : 'nom'
    const word = {pre: 'годах', gen: 'годов', nom: 'годы'}[form]
    return `${ordinalRu(Number(from), form)} — ${ordinalRu(Number(to), form)} ${word}${sentenceDot(noun!.at(-1), tail)}`
  })

/** "в 2026 г.", "до 2030 года" */
const years = (text: string) =>
  replaceEach(
    text,
    /(?<![\d.,:-])(\d{4})(?:-?(?:й|го|му|м|ый))?\s*(год|года|году|годом|годе|г\.)(?!\p{L})/gu,
    ([, value, noun], {head, tail}) => {
      const form = yearCase(noun!, head)
      const word = {nom: 'год', acc: 'год', gen: 'года', dat: 'году', ins: 'годом', pre: 'году'}[form]
      return `${ordinalRu(Number(value), form)} ${word}${noun === 'г.' ? sentenceDot('.', tail) : ''}`
    },
  )

function yearCase(noun: string, head: string): Case {
  const asked = caseAfter(head)
  if (noun === 'г.') return asked === 'acc' && /в\s+$/i.test(head) ? 'pre' : (asked ?? 'nom')
  if (noun === 'году' || noun === 'годе') return asked === 'dat' ? 'dat' : 'pre'
  return noun === 'года' ? 'gen' : noun === 'годом' ? 'ins' : 'nom'
}
