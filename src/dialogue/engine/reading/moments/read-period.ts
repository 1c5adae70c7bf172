import {asksIn} from '../field-words.ts'
import {numeral, readNumber} from '../../../nlu/numerals.ts'
import type {Found, Token, Utterance} from '../../../nlu/types.ts'
import {countsNights} from '../numbers/counted.ts'
import {openFields} from '../open-fields.ts'
import {claim, push, rawOf, type Reader} from '../reader.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'

/** "Half a year" to "for how many months?": a span in another unit than the field counts in, or one unit said without its number. */
export function readPeriod(reader: Reader): void {
  const {asked, utterance, hints} = reader
  if (hints.isQuestion) return
  for (const field of [...(asked?.type === 'number' ? [asked] : []), ...openFields(reader, 'number')]) {
    const own = unitOf(field)
    if (own === undefined || countsNights(field) || reader.done.has(field.id)) continue
    const found = spanIn(utterance, own, field.id === asked?.id || mayPutRight(reader, field))
    if (!found) continue
    const raw = rawOf(reader, found)
    claim(reader, found)
    push(reader, field, found, found.value.number, [], raw)
  }
}

/** «Нет, на час», to a summary that read the hours out. */
const mayPutRight = ({state: {pending}, hints}: Reader, field: ScenarioField): boolean =>
  field.isReadBack && (pending.kind === 'what_to_change' || (pending.kind === 'confirm_state' && (hints.denies || hints.wantsChange)))

type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'

const words: Readonly<Record<Unit, RegExp>> = {
  minute: /^(?:минут\p{L}*|minutes?)$/u,
  hour: /^(?:час(?:а|ов|ик|ок)?|hours?)$/,
  day: /^(?:день|дня|дней|днях|ден[её]к|денечек|сутки|суток|days?)$/,
  week: /^(?:недел[яюиье]|недель|неделях|недельк[аиу]|weeks?)$/,
  month: /^(?:месяц(?:а|ев|ах|ик)?|months?)$/,
  year: /^(?:год(?:а|ик)?|лет|years?)$/,
}

const units = Object.keys(words) as Unit[]

/** What the question counts in. */
const unitOf = ({askLine}: ScenarioField): Unit | undefined => {
  const asks = asksIn({askLine}).toLowerCase()
  const [, noun = ''] =
    /(?:сколько|how many|number of|(?:^| )в|(?:^| )in) (?:ему |ей |вам |примерно |полных |всего |full )?(час[а-я]*|минут[а-я]*|дн[а-яё]*|сут[а-я]*|недел[а-яьюи]*|месяц[а-я]*|лет|год[а-я]*|hours|minutes|days|weeks|months|years)/.exec(
      asks,
    ) ?? []
  return units.find((unit) => words[unit].test(noun))
}

/** How many of one unit make another. Months have no certain number of days. */
const perUnit: Partial<Record<Unit, Partial<Record<Unit, number>>>> = {
  month: {year: 12, month: 1},
  hour: {hour: 1, day: 24},
  minute: {hour: 60, minute: 1},
  day: {week: 7, day: 1},
  week: {week: 1},
  year: {year: 1},
}

function spanIn({tokens, lang}: Utterance, own: Unit, isAsked: boolean): Found<{readonly number: number}> | undefined {
  // «В три на час» tells the hour, and how long.
  const hasHour = tokens.some(({text}, at) => /^(?:в|с|со|at|from)$/.test(text) && numeral(tokens[at + 1], lang) !== undefined)
  for (let at = 0; at < tokens.length; at++) {
    const unit = units.find((each) => words[each].test(tokens[at]!.text))
    const half = /^полгода$/.test(tokens[at]!.text)
    const size = half ? perUnit[own]?.year : unit && perUnit[own]?.[unit]
    if (size === undefined) continue
    const about = half ? undefined : countBehind(tokens, at, lang)
    const {count, from, isCounted} = about ?? (half ? {count: 0.5, from: at, isCounted: true} : countBefore(tokens, at, lang))
    const to = about?.to ?? (/^and a half$/.test(textOf(tokens, at + 1, at + 4)) ? at + 4 : at + 1)
    const number = (count + (!about && to > at + 1 ? 0.5 : 0)) * size
    // A number of the field's own unit is read as any other number is.
    if ((unit === own && isCounted) || !Number.isInteger(number) || isDate(tokens, from, to)) continue
    // «На час», unless it was asked for, is one o'clock.
    if (own === 'hour' && !isAsked && !about && !hasHour) continue
    if (!isAsked && !about && !/^(?:на|for)$/.test(tokens[from - 1]?.text ?? '')) continue
    return {value: {number}, from, to, confidence: 0.85}
  }
  return undefined
}

interface Count {
  readonly count: number
  readonly from: number
  readonly isCounted: boolean
}

/** «Часа на два», «недели две»: about so many. */
function countBehind(tokens: readonly Token[], at: number, lang: Utterance['lang']): (Count & {readonly to: number}) | undefined {
  if (!/^(?:часа|часов|часик\S*|дня|дней|суток|недели|недель|месяца|месяцев|года|лет)$/.test(tokens[at]!.text)) return undefined
  const start = tokens[at + 1]?.text === 'на' ? at + 2 : at + 1
  const number = readNumber(tokens, start, lang)
  // «Два часа на двоих» has its number already, «часа в два» is an hour.
  const most = tokens[at]!.text.startsWith('час') ? 12 : 99
  if (!number || number.ordinal || number.collective || number.value > most || countBefore(tokens, at, lang).isCounted) return undefined
  return {count: number.value, from: at, to: number.to, isCounted: false}
}

function countBefore(tokens: readonly Token[], at: number, lang: Utterance['lang']): Count {
  for (const [pattern, count] of counts)
    for (const length of [4, 3, 2, 1])
      if (at >= length && pattern.test(textOf(tokens, at - length, at)) && !numeral(tokens[at - length - 1], lang))
        return {count, from: at - length, isCounted: false}
  for (let from = Math.max(0, at - 3); from < at; from++) {
    const number = readNumber(tokens, from, lang)
    if (number?.to === at && !number.ordinal) return {count: number.value, from, isCounted: true}
  }
  return {count: 1, from: at, isCounted: false}
}

const counts: readonly (readonly [RegExp, number])[] = [
  [/^(?:половину|half an?)$/, 0.5],
  [/^(?:полтора|полторы|one and a half)$/, 1.5],
  [/^(?:a|one|один)$/, 1],
  [/^(?:пар[ау]|a couple of|couple of|a couple)$/, 2],
]

const textOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({text}) => text)
    .join(' ')

/** «Через год», "two years ago", «в этом месяце», "next month". */
const isDate = (tokens: readonly Token[], from: number, to: number): boolean =>
  /^(?:через|спустя|in|within|after|в|во|этот|этом|следующ\S+|next|this|last|прошл\S+|каждый|every|per|a)$/.test(
    tokens[from - 1]?.text ?? '',
  ) || /^(?:назад|ago|old|from)$/.test(tokens[to]?.text ?? '')
