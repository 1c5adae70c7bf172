/** The one default of the product; a company, campaign or skillbase may say otherwise. */
export const defaultTimezone = 'Europe/Moscow'

/** Whether Intl knows this IANA name. Bare offsets such as +03:00 are refused: they have no daylight saving time. */
export function isTimeZone(name: string): boolean {
  // Every command reads the zone of its company, and the first formatter of a process takes 10 ms, the list of zones one.
  if (Intl.supportedValuesOf('timeZone').includes(name)) return true
  try {
    return !/^[+-]/.test(new Intl.DateTimeFormat('en', {timeZone: name}).resolvedOptions().timeZone)
  } catch {
    return false
  }
}
