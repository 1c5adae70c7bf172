import {asksIn} from '../field-words.ts'
import {type FoundNumber, kindOf} from './counted.ts'
import {claim, push, rawOf, type Reader} from '../reader.ts'
import {inOwnUnit} from './number-units.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'

/** The number is the value of the field. */
export function take(reader: Reader, field: ScenarioField, said: FoundNumber | undefined): void {
  if (!said || reader.done.has(field.id)) return
  const found = inPercent(field, inThousands(field, inOwnUnit(reader, field, said)))
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

/** «Половина», where per cent are asked for. */
function inPercent({askLine, max}: ScenarioField, found: FoundNumber): FoundNumber {
  const {number} = found.value
  const asks = asksIn({askLine})
  const isShare = number > 0 && number < 1 && Number(max ?? 100) > 1 && /процент|per ?cent/i.test(asks)
  return isShare && found.to - found.from === 1 ? {...found, value: {number: number * 100}, alts: []} : found
}
