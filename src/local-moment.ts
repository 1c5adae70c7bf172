import {isListedZone} from './timezone.ts'

/** A moment as people of a zone read it: `2026-11-26 04:00:05 +10:00`. `at` is milliseconds since the Unix epoch, `zone` an IANA name. */
export const localMoment = (at: number, zone: string): string =>
  within(zone, () => {
    const moment = new Date(at)
    const [year, month, day] = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
    const clock = [moment.getHours(), moment.getMinutes(), moment.getSeconds()]
    return `${year}-${two(month)}-${two(day)} ${clock.map(two).join(':')} ${offset(-moment.getTimezoneOffset())}`
  })

/** The moment a day begins in a zone, milliseconds since the Unix epoch. @param day `YYYY-MM-DD` */
export function startOfDay(day: string, zone: string): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return within(zone, () => new Date(year, month - 1, date).getTime())
}

/**
 * Lets `Date` work in another zone for one synchronous step. The first `Intl.DateTimeFormat` of a process takes 10 to 20 ms, as long as it takes to
 * open the database; this takes a tenth of one.
 */
function within<Result>(zone: string, step: () => Result): Result {
  const own = process.env['TZ']
  process.env['TZ'] = exactName(zone)
  try {
    return step()
  } finally {
    if (own === undefined) delete process.env['TZ']
    else process.env['TZ'] = own
  }
}

/** `Intl` takes `europe/moscow` for what it is, the environment takes it for UTC. */
function exactName(zone: string): string {
  if (isListedZone(zone)) return zone
  return new Intl.DateTimeFormat('en', {timeZone: zone}).resolvedOptions().timeZone
}

const two = (part: number): string => String(part).padStart(2, '0')

function offset(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
