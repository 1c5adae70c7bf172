import type {LocalDateTime} from '../nlu/types.ts'

const formatters = new Map<string, Intl.DateTimeFormat>()

let last: {readonly minute: number; readonly timezone: string; readonly local: LocalDateTime} | undefined

/** The wall clock of a zone at an instant (milliseconds since the epoch). */
export function localTime(at: number, timezone: string): LocalDateTime {
  const minute = Math.floor(at / 60_000)
  if (last?.minute === minute && last.timezone === timezone) return last.local
  let format = formatters.get(timezone)
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {timeZone: timezone, dateStyle: 'short', timeStyle: 'short'})
    formatters.set(timezone, format)
  }
  const [date, time] = format.format(at).split(' ')
  const [hour, past] = time!.split(':').map(Number)
  const local = {date: date!, minutes: hour! * 60 + past!}
  last = {minute, timezone, local}
  return local
}
