import {AppError} from '../errors.ts'
import {personalName} from './schema/primitives.ts'

/** A name that comes from the command line instead of a file. @throws AppError NAME_INVALID (usage) */
export function requireName(name: string): void {
  if (personalName.safeParse(name).success) return
  throw new AppError(
    'NAME_INVALID',
    {
      en: 'A name has 1 to 255 characters, without line breaks and control characters.',
      ru: 'В названии от 1 до 255 символов, без переводов строки и управляющих символов.',
    },
    {exit: 'usage'},
  )
}
