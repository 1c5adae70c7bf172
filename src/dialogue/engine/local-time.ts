import type {LocalDateTime} from '../nlu/types.ts'

const formatters = new Map<string, Intl.DateTimeFormat>()

/** The wall clock of a zone at an instant (milliseconds since the epoch). */
export function localTime(at: number, timezone: string): LocalDateTime {
  let format = formatters.get(timezone)
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {timeZone: timezone, dateStyle: 'short', timeStyle: 'short'})
    formatters.set(timezone, format)
  }
  const [date, time] = format.format(at).split(' ')
  const [hour, minute] = time!.split(':').map(Number)
  return {date: date!, minutes: hour! * 60 + minute!}
}
