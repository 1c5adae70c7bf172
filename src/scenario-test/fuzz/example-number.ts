import {createRequire} from 'node:module'
import type * as PhoneNumbers from 'libphonenumber-js/max'

const load = createRequire(import.meta.url)

/** A mobile number of a country that nobody has, in E.164: of the numbering plans, which are only loaded when they are asked. */
export function exampleNumber(region: string): string | undefined {
  const {getExampleNumber, isSupportedCountry} = load('libphonenumber-js/max') as typeof PhoneNumbers
  if (!isSupportedCountry(region)) return undefined
  return getExampleNumber(region, load('libphonenumber-js/examples.mobile.json') as PhoneNumbers.Examples)?.number
}
