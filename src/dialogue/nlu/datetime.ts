import {clockText, type TimeChoice} from './clock/read-time.ts'
import type {DayPart} from './clock/time-item.ts'
import type {Choice} from './moment/candidates.ts'
import {found} from './moment/found.ts'
import {readMoment, type Moment} from './moment/read-moment.ts'
import {addDays} from './plain-date.ts'
import type {ExtractContext, Extractor} from './types.ts'

/** A date, a time of that day (a clock time, a span or a part), or both; `from` and `to` are times. */
export interface DateTimeValue {
  readonly date?: string
  readonly time?: string
  readonly from?: string
  readonly to?: string
  readonly part?: DayPart
}

/** Reads date and time of one utterance in any order. What was not said is absent; nothing of both is `undefined`. */
export const extractDateTime: Extractor<DateTimeValue> = (utterance, context) => {
  const moment = readMoment(utterance, context, 'both')
  const choice = combine(moment, context)
  return choice && found(moment.words, choice)
}

function combine({date: said, time}: Moment, context: ExtractContext): Choice<DateTimeValue> | undefined {
  const date = said && 'date' in said.value ? (said as Choice<{date: string}>) : undefined
  if (time?.daysAhead !== undefined) return relative(date, time, time.daysAhead, context)
  if (!date) return time && {...time, alts: [...time.alts]}
  if (!time) return {...date, value: {date: date.value.date}, alts: date.alts}
  const span = {
    corrected: date.corrected || time.corrected,
    from: Math.min(date.from, time.from),
    to: Math.max(date.to, time.to),
  }
  if (date.undecided || time.undecided) return {...span, ...paired(date, time), confidence: 0.4, undecided: true}
  const [value, ...swapped] = daytime(date.value.date, time, context)
  const dates = date.alts.flatMap((alt) => ('date' in alt ? [{...value, date: alt.date}] : []))
  return {...span, value: value!, alts: [...swapped, ...dates], confidence: Math.min(date.confidence, time.confidence)}
}

/** `в понедельник в десять или во вторник в одиннадцать`: each day has its hour; of `завтра в три или в четыре` the day is the same. */
function paired(date: Choice<{date: string}>, time: TimeChoice): {value: DateTimeValue; alts: DateTimeValue[]} {
  const dates = date.undecided ? [date.value, ...date.alts] : [date.value]
  const times = time.undecided ? [time.value, ...time.alts] : [time.value]
  const pairs =
    dates.length === times.length
      ? dates.map((day, index) => ({...day, ...times[index]!}))
      : dates.flatMap((day) => times.map((hour) => ({...day, ...hour})))
  const [value, ...alts] = pairs as [DateTimeValue, ...DateTimeValue[]]
  return {value, alts: alts.slice(0, mostAlts)}
}

const mostAlts = 4

/** `через два часа` names its own day; with another day said beside it (`завтра через час`) the hour means nothing. */
function relative(date: Choice<{date: string}> | undefined, time: TimeChoice, days: number, {now}: ExtractContext): Choice<DateTimeValue> {
  const day = addDays(now.date, days)
  if (date && date.value.date !== now.date && date.value.date !== day) return {...date, alts: date.alts}
  return {
    ...time,
    value: {date: day, ...time.value},
    from: Math.min(time.from, date?.from ?? time.from),
    to: Math.max(time.to, date?.to ?? time.to),
    alts: time.alts.map((alt) => ({date: day, ...alt})),
  }
}

/** Of today, an hour that has passed is read in the other half when that one is still to come: `сегодня в восемь` at noon. */
function daytime(date: string, time: TimeChoice, {now}: ExtractContext): DateTimeValue[] {
  const readings = [time.value, ...time.alts].map((value) => ({date, ...value}))
  if (date !== now.date || !time.open || !('time' in time.value)) return readings
  const minutes = Number(time.value.time.slice(0, 2)) * 60 + Number(time.value.time.slice(3))
  return minutes <= now.minutes && minutes < 720 && minutes + 720 > now.minutes
    ? [{date, time: clockText(minutes + 720)}, ...readings]
    : readings
}
