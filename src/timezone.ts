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

/** A zone by the name that everybody writes: `europe/moscow` → `Europe/Moscow`. Undefined when there is none. */
export function canonicalTimeZone(name: string): string | undefined {
  if (!isTimeZone(name)) return undefined
  const lower = name.toLowerCase()
  return Intl.supportedValuesOf('timeZone').find((each) => each.toLowerCase() === lower) ?? name
}
