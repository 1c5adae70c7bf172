import {type FoundNumber, kindOf} from './counted.ts'
import {claim, push, rawOf, type Reader} from './reader.ts'
import type {ScenarioField} from '../scenario/scenario.ts'

/** The number is the value of the field. */
export function take(reader: Reader, field: ScenarioField, said: FoundNumber | undefined): void {
  if (!said || reader.done.has(field.id)) return
  const found = inThousands(field, said)
  const raw = rawOf(reader, found)
  const alts = (found.alts ?? []).map((alt) => alt.number)
  claim(reader, found)
  push(reader, field, found, found.value.number, alts, raw)
}

/** «До двухсот», where sums of less than a thousand make no sense: thousands are meant. */
function inThousands(field: ScenarioField, found: FoundNumber): FoundNumber {
  const {number} = found.value
  const [min, max] = [Number(field.min), Number(field.max)]
  const isMeant = kindOf(field) === 'money' && number < 1000 && min >= 1000 && number < min && number * 1000 >= min && number * 1000 <= max
  return isMeant ? {...found, value: {number: number * 1000}} : found
}
