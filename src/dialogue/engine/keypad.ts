import {parsePhoneNumberFromString as parse, type CountryCode} from 'libphonenumber-js/max'

/** Digits from a keypad as E.164, read as dialled in the country; nothing while they make no number. */
export function nationalPhone(digits: string, region: string): string | undefined {
  return parse(digits, region as CountryCode)?.number
}

export const isValidPhone = (e164: string): boolean => parse(e164)?.isValid() === true
