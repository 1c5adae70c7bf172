import {monthsEn, sayDate} from '../date.ts'
import {cardinalEn, ordinalEn, yearEn} from '../number-en.ts'
import {clockEn} from '../time.ts'
import {replaceEach, sentenceDot} from './replace.ts'

/** Dates and clock times of an English text in words. */
export const datesEn = (text: string): string =>
  [weekdays, iso, slashed, decades, monthFirst, dayFirst, spans, halves, clocks].reduce((result, step) => step(result), text)

const month = `(${monthsEn.join('|')}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)`
const year = '(?:,?\\s+(\\d{4})(?!\\d))?'
const monthFirstPattern = new RegExp(`\\b${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:)${year}`, 'g')
const dayFirstPattern = new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${month}(?!\\p{L})${year}`, 'gu')

const dayNames: Readonly<Record<string, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  tues: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  thur: 'Thursday',
  thurs: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
}
const dayName = '(Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\\b\\.?'
const daySpan = new RegExp(`\\b${dayName}\\s*[-–—]\\s*${dayName}`, 'g')
const dayAlone = new RegExp(`\\b${dayName}(?=,?\\s*\\d)`, 'g')

/** "Mon-Fri", "Sat 10:00" */
const weekdays = (text: string) =>
  replaceEach(
    replaceEach(text, daySpan, ([, from, to]) => `${dayNames[from!.toLowerCase()]} to ${dayNames[to!.toLowerCase()]}`),
    dayAlone,
    ([, name]) => dayNames[name!.toLowerCase()],
  )

const iso = (text: string) =>
  replaceEach(text, /(?<![\d.,-])\d{4}-\d{2}-\d{2}(?![\d-])/g, ([whole]) => {
    const words = sayDate(whole!, {lang: 'en', year: true})
    return words === whole ? undefined : words
  })

/** "03/12/2026": the month first, unless only the second can be one. */
const slashed = (text: string) =>
  replaceEach(text, /(?<![\d.,/-])(\d{1,2})\/(\d{1,2})\/((?:19|20)\d{2}|\d{2})(?![\d/-])/g, ([, first, second, since]) => {
    const [month, day] = Number(first) > 12 ? [second!, first!] : [first!, second!]
    const year = since!.length === 2 ? `20${since!}` : since!
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    const words = sayDate(date, {lang: 'en', year: true})
    return words === date ? undefined : words
  })

/** "The 1990s", "the '90s", "in my 30s"; "30s" alone may be seconds. */
const decades = (text: string) =>
  replaceEach(text, decade, ([, short, full]) => {
    const words = short ? cardinalEn(Number(short)) : yearEn(Number(full))
    return words.endsWith('y') ? `${words.slice(0, -1)}ies` : `${words}s`
  })
const decade = /(?<![\d.,])(?:(?:['’]|(?<=\b(?:the|my|his|her|their|early|mid|late)[\s-]))(\d0)|((?:1[1-9]|2\d)\d0))['’]?s\b/g
const monthFirst = (text: string) => replaceEach(text, monthFirstPattern, ([, name, day, since]) => said(name!, day!, since))
const dayFirst = (text: string) => replaceEach(text, dayFirstPattern, ([, day, name, since]) => said(name!, day!, since))

function said(name: string, day: string, since: string | undefined): string | undefined {
  const full = monthsEn.find((each) => each.toLowerCase().startsWith(name.toLowerCase().slice(0, 3)))
  return Number(day) > 31 || Number(day) === 0 ? undefined : `${full} ${ordinalEn(Number(day))}${since ? `, ${yearEn(Number(since))}` : ''}`
}

/** "9am-9pm", "10:00–12:00" */
const spans = (text: string) =>
  replaceEach(text, /(?<![\d:])(\d{1,2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?)\s*[-–—]\s*(?=\d{1,2}(?::\d{2}|\s*[ap]\.?m\b))/gi, ([, from]) =>
    /[:apm]/i.test(from!) ? `${from} to ` : undefined,
  )

const halves = (text: string) =>
  replaceEach(
    text,
    /(?<![\d:])(\d{1,2})(?::(\d{2}))?\s*(?:([ap])m\b|([ap])\.\s?m(\.))/gi,
    ([, hour, minute, plain, dotted, dot], {tail}) => {
      const value = Number(hour)
      if (value > 12 || value === 0 || Number(minute ?? 0) > 59) return undefined
      const afternoon = (plain ?? dotted)!.toLowerCase() === 'p'
      return clockEn({hour: (value % 12) + (afternoon ? 12 : 0), minute: Number(minute ?? 0)}) + sentenceDot(dot, tail)
    },
  )

const clocks = (text: string) =>
  replaceEach(text, /(?<![\d:])(\d{1,2}):(\d{2})(?!:?\d)/g, ([, hour, minute]) =>
    Number(hour) < 24 && Number(minute) < 60 ? clockEn({hour: Number(hour), minute: Number(minute)}) : undefined,
  )
