/** The one default of the product; a company, campaign or skillbase may say otherwise. */
export const defaultTimezone = 'Europe/Moscow'

/** Where the starters of a language are: their prices, numbers and emergency calls belong there. */
export const starterTimezone = {ru: defaultTimezone, en: 'America/New_York'} as const

/** Whether Intl knows this IANA name. Bare offsets such as +03:00 are refused: they have no daylight saving time. */
export function isTimeZone(name: string): boolean {
  // Every command reads the zone of its company, and the first formatter of a process takes 10 ms.
  if (isListedZone(name)) return true
  try {
    return !/^[+-]/.test(new Intl.DateTimeFormat('en', {timeZone: name}).resolvedOptions().timeZone)
  } catch {
    return false
  }
}

/** Whether this is how Intl itself writes the name of a zone. The list of them takes a millisecond, so the default is not looked up. */
export const isListedZone = (name: string): boolean =>
  name === defaultTimezone || (zones ??= new Set(Intl.supportedValuesOf('timeZone'))).has(name)

let zones: ReadonlySet<string> | undefined

/** A zone by the name that everybody writes: `europe/moscow` → `Europe/Moscow`. Undefined when there is none. */
export function canonicalTimeZone(name: string): string | undefined {
  if (!isTimeZone(name)) return undefined
  const lower = name.toLowerCase()
  return Intl.supportedValuesOf('timeZone').find((each) => each.toLowerCase() === lower) ?? name
}
