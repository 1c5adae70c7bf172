/** Whether Intl knows this IANA name. Bare offsets such as +03:00 are refused: they have no daylight saving time. */
export function isTimeZone(name: string): boolean {
  try {
    return !/^[+-]/.test(new Intl.DateTimeFormat('en', {timeZone: name}).resolvedOptions().timeZone)
  } catch {
    return false
  }
}
