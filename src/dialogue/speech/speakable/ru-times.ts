import {cardinalRu} from '../number-ru.ts'
import {boundRu, type ClockTime, clockRu} from '../time.ts'
import {afterFrom, caseAfter} from './case.ts'
import {replaceEach} from './replace.ts'

/** Clock times of a Russian text in words: "в 15:30", "с 10:00 до 18:00", "10:00–12:00", "к 9.30". */
export const timesRu = (text: string): string => [spans, withSeconds, exact, dotted].reduce((result, step) => step(result), text)

const spans = (text: string) =>
  replaceEach(text, /(?<![\d:])(\d{1,2})[:.](\d{2})\s*[-–—]\s*(\d{1,2})[:.](\d{2})(?![\d:])/g, ([, h1, m1, h2, m2], {head}) => {
    const [from, to] = [clock(h1, m1), clock(h2, m2)]
    return from && to && `${afterFrom(head) ? '' : 'с '}${boundRu(from)} до ${boundRu(to)}`
  })

const withSeconds = (text: string) =>
  replaceEach(text, /(?<![\d:])(\d{1,2}):(\d{2}):(\d{2})(?![\d:])/g, ([, ...parts]) =>
    parts.map((part) => cardinalRu(Number(part))).join(' '),
  )

const exact = (text: string) =>
  replaceEach(text, /(?<![\d:])(\d{1,2}):(\d{2})(?!:?\d)/g, ([, hour, minute], {head}) => spoken(clock(hour, minute), head))

const dottedPattern =
  /(?<=(?:^|[^A-Za-zА-Яа-яЁё])(?:в|к|до|с|около|после)\s+)(\d{1,2})\.([0-5]\d)(?![\d.,]*\d|\s*(?:%|₽|руб|тыс|млн|км|кг|м(?![A-Za-zА-Яа-яЁё])|процент|тысяч))/gi
const dotted = (text: string) => replaceEach(text, dottedPattern, ([, hour, minute], {head}) => spoken(clock(hour, minute), head))

const clock = (hour: string | undefined, minute: string | undefined): ClockTime | undefined =>
  Number(hour) < 25 && Number(minute) < 60 ? {hour: Number(hour) % 24, minute: Number(minute)} : undefined

function spoken(time: ClockTime | undefined, head: string): string | undefined {
  if (!time) return undefined
  const form = caseAfter(head)
  return form === 'gen' ? boundRu(time) : clockRu(time, form ?? 'nom')
}
