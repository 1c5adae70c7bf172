import type {Bilingual} from '../bilingual.ts'
import {AppError} from '../errors.ts'
import {canonicalTimeZone, timeZoneHint} from '../timezone.ts'

/** @throws AppError NAME_INVALID (usage) */
export function checkName(name: string): void {
  const problem = nameProblem(name)
  if (problem) throw new AppError('NAME_INVALID', problem, {exit: 'usage'})
}

/** Why a text cannot be a name for people; undefined when it can. */
export function nameProblem(name: string): Bilingual | undefined {
  const length = name.trim() === '' ? 0 : name.length
  if (length === 0 || length > 255) {
    return {en: `A name has 1 to 255 characters, not ${length}.`, ru: `В названии от 1 до 255 символов, а не ${length}.`}
  }
  // What Node makes of bytes that are no UTF-8.
  if (name.includes('\uFFFD')) return {en: 'The name is not UTF-8.', ru: 'Название не в UTF-8.'}
  if (!/\p{Cc}/u.test(name)) return undefined
  return {en: 'A name has no line breaks or control characters.', ru: 'В названии не бывает переводов строки и управляющих символов.'}
}

/** The zone by the name that everybody writes. @throws AppError TIMEZONE_UNKNOWN (usage) */
export function checkTimezone(timezone: string): string {
  const zone = canonicalTimeZone(timezone)
  if (zone !== undefined) return zone
  throw new AppError(
    'TIMEZONE_UNKNOWN',
    {en: `There is no time zone "${timezone}".`, ru: `Нет часового пояса «${timezone}».`},
    {exit: 'usage', hint: timeZoneHint(timezone)},
  )
}
