import type {Bilingual} from './bilingual.ts'
import {closest} from './closest.ts'

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

/**
 * The zone that was meant by a name that is none: `Europe/Yekaterinburg`, `Asia/Yekaterinbrug`, `moscow` → `Europe/Moscow`. People know their
 * city better than its region.
 */
export function closestTimeZone(name: string): string | undefined {
  const known = Intl.supportedValuesOf('timeZone')
  const city = cityOf(name)
  const same = known.find((zone) => cityOf(zone) === city)
  if (same !== undefined) return same
  const whole = name.includes('/') ? closest(name, known) : undefined
  // Three letters are near to any other three: nobody who types MSK means Omsk.
  if (whole !== undefined || city.length < 5) return whole
  const near = closest(city, known.map(cityOf))
  return near === undefined ? undefined : known.find((zone) => cityOf(zone) === near)
}

/** What to write instead of a name that is none. */
export function timeZoneHint(name: string): Bilingual {
  const meant = closestTimeZone(name)
  return meant === undefined
    ? {en: 'Give an IANA name such as Europe/Moscow.', ru: 'Нужно имя IANA, например Europe/Moscow.'}
    : {en: `Did you mean ${meant}?`, ru: `Может быть, ${meant}?`}
}

const cityOf = (zone: string): string =>
  zone
    .slice(zone.lastIndexOf('/') + 1)
    .toLowerCase()
    .replaceAll(/[\s-]/g, '_')
