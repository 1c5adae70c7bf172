import {AppError} from '../errors.ts'
import {personalName} from './schema/primitives.ts'

/** A name that comes from the command line instead of a file. @throws AppError NAME_INVALID (usage) */
export function requireName(name: string): void {
  // U+FFFD is what Node makes of bytes that are no UTF-8.
  if (personalName.safeParse(name).success && !name.includes('\uFFFD')) return
  throw new AppError(
    'NAME_INVALID',
    {
      en: 'A name has 1 to 255 characters, in UTF-8, without line breaks and control characters.',
      ru: 'В названии от 1 до 255 символов, в UTF-8, без переводов строки и управляющих символов.',
    },
    {exit: 'usage'},
  )
}
