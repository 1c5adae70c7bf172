import {AppError} from '../errors.ts'
import {isTimeZone} from '../timezone.ts'

/** @throws AppError NAME_INVALID (usage) */
export function checkName(name: string): void {
  if (name.trim() !== '' && name.length <= 255) return
  throw new AppError(
    'NAME_INVALID',
    {
      en: `A name has 1 to 255 characters, not ${name.trim() === '' ? 0 : name.length}.`,
      ru: `В названии от 1 до 255 символов, а не ${name.trim() === '' ? 0 : name.length}.`,
    },
    {exit: 'usage'},
  )
}

/** @throws AppError TIMEZONE_UNKNOWN (usage) */
export function checkTimezone(timezone: string): void {
  if (isTimeZone(timezone)) return
  throw new AppError(
    'TIMEZONE_UNKNOWN',
    {en: `There is no time zone "${timezone}".`, ru: `Нет часового пояса «${timezone}».`},
    {exit: 'usage', hint: {en: 'Give an IANA name such as Europe/Moscow.', ru: 'Нужно имя IANA, например Europe/Moscow.'}},
  )
}
