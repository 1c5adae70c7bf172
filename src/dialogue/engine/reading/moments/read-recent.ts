import {extractDate} from '../../../nlu/date.ts'
import {weekdayOfWord} from '../../../nlu/calendar/weekdays.ts'
import {addDays, dateParts} from '../../../nlu/plain-date.ts'
import {extractTime} from '../../../nlu/time.ts'
import {tokenize} from '../../../nlu/tokens.ts'
import type {ExtractContext, Found, Token} from '../../../nlu/types.ts'
import {clock} from '../../scenario/hours.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'
import {claim, contextOf, push, rawOf, type Reader} from '../reader.ts'

type FoundDate = Found<Readonly<Record<string, unknown>>>

/** «Восьмого», «в воскресенье», «дня три назад», asked when something happened: the nearest such day that is over, or today. */
export function readRecentDate(reader: Reader, field: ScenarioField, asked: boolean): void {
  const utterance = {...reader.utterance, tokens: countFirst(reader.utterance.tokens)}
  const context: ExtractContext = {...contextOf(reader, field, asked), past: true}
  const found: FoundDate | undefined = extractDate(utterance, context) ?? extractDate(utterance, {...context, past: false})
  // «Со вчерашнего дня», «с понедельника» to "since when?"
  const {date = found?.value['from']} = found?.value ?? {}
  if (!found || typeof date !== 'string') return
  // «Завтра» is no day that is over, and of no other month.
  if (date > reader.now.date && isAhead(utterance.tokens.slice(found.from, found.to))) return
  const said = utterance.tokens.slice(found.from, found.to).map(({text}) => text)
  const raw = rawOf(reader, found)
  claim(reader, found)
  push(reader, field, found, date > reader.now.date ? before(date, said, reader.now.date) : date, [], raw)
}

const isAhead = (said: readonly Token[]): boolean => said.some(({text}) => /^(?:(?:после)?завтра|через|tomorrow|in)$/.test(text))

/** The same day a month or a year earlier, whichever was said. */
function before(date: string, said: readonly string[], today: string): string {
  const {day, month, year} = dateParts(date)
  if (said.some((word) => months.test(word))) return iso(year - 1, month, day)
  const weekday = said.some((word) => weekdayOfWord(word) !== undefined)
  if (weekday) return addDays(date, -7)
  for (let back = 1; back <= 3; back++) {
    const earlier = iso(month > back ? year : year - 1, ((month - back + 11) % 12) + 1, day)
    if (earlier <= today && addDays(earlier, 0) === earlier) return earlier
  }
  return date
}

const months =
  /^(?:январ|феврал|март|апрел|ма[йяею]$|июн|июл|август|сентябр|октябр|ноябр|декабр|january|february|march|april|may$|june|july|august|september|october|november|december)/

const iso = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** «Дня три назад» is «три дня назад» with a shrug. */
function countFirst(tokens: readonly Token[]): Token[] {
  const at = tokens.findIndex(({text}, index) => unit.test(text) && /^(?:назад|ago)$/.test(tokens[index + 2]?.text ?? ''))
  if (at === -1) return [...tokens]
  const [first, second] = [tokens[at]!, tokens[at + 1]!]
  return tokens.with(at, second).with(at + 1, first)
}

const unit = /^(?:дня|дней|недели|недель|месяца|месяцев|минут|часа|часов)$/

/** «Час назад», «минут двадцать назад»: an hour that is over, where the flow asks when something happened. */
export function readAgo(reader: Reader, field: ScenarioField): boolean {
  const {utterance, scenario, now} = reader
  const end = utterance.tokens.findIndex(({text}) => /^(?:назад|ago)$/.test(text))
  const isOver = [...scenario.fields.values()].some((each) => each.past && !each.isBirth)
  if (end === -1 || !isOver) return false
  for (let from = Math.max(0, end - 5); from < end; from++) {
    const span = utterance.tokens.slice(from, end)
    if (!spans.test(span.map(({text}) => text).join(' '))) continue
    const ahead = extractTime(
      {...utterance, tokens: [...tokenize(utterance.lang === 'ru' ? 'через' : 'in'), ...span]},
      {...contextOf(reader, field, true), now: {...now, minutes: 0}},
    )
    const {time} = (ahead?.value ?? {}) as {time?: unknown}
    if (typeof time !== 'string') continue
    const [hours, minutes] = time.split(':').map(Number)
    const at = now.minutes - (hours! * 60 + minutes!)
    if (at < 0) return false
    const found = {value: {}, from, to: end + 1, confidence: 0.85}
    const raw = rawOf(reader, found)
    claim(reader, found)
    push(reader, field, found, clock(at), [], raw)
    return true
  }
  return false
}

const spans = /(?:^| )(?:час\S*|минут\S*|полчаса\S*|полтора|hours?|minutes?|half)(?: |$)/
