import {type FoundNumber, kindOf} from './counted.ts'
import {claim, push, rawOf, type Reader} from './reader.ts'
import type {ScenarioField} from '../scenario/scenario.ts'

/** The number is the value of the field. */
export function take(reader: Reader, field: ScenarioField, said: FoundNumber | undefined): void {
  if (!said || reader.done.has(field.id)) return
  const found = inThousands(field, inOwnUnit(reader, field, said))
  const raw = rawOf(reader, found)
  const alts = (found.alts ?? []).map((alt) => alt.number)
  claim(reader, found)
  push(reader, field, found, found.value.number, alts, raw)
}

/** «Триста граммов», «полторы тонны» to "how many kilograms?" */
function inOwnUnit({utterance: {tokens}}: Reader, {askLine}: ScenarioField, found: FoundNumber): FoundNumber {
  const asks = [...askLine.ru, ...askLine.en].map(({source}) => source).join(' ')
  const said = tokens[found.to]?.text ?? ''
  const scale = scales.find(({asked, unit}) => asked.test(asks) && unit.test(said))
  if (!scale) return found
  return {...found, value: {number: Number((found.value.number * scale.factor).toPrecision(12))}, alts: [], to: found.to + 1}
}

const scales: readonly {readonly asked: RegExp; readonly unit: RegExp; readonly factor: number}[] = [
  {asked: /килограмм|(?<![а-я])кг|кило(?![а-я])|kilo|kg/i, unit: /^(?:грамм\p{L}*|grams?)$/u, factor: 0.001},
  {asked: /килограмм|(?<![а-я])кг|кило(?![а-я])|kilo|kg/i, unit: /^(?:тонн\p{L}*|tons?|tonnes?)$/u, factor: 1000},
  {asked: /(?:в|сколько) метр|metres|meters/i, unit: /^(?:километр\p{L}*|km|kilomet\p{L}*)$/u, factor: 1000},
]

/** «До двухсот», where sums of less than a thousand make no sense: thousands are meant. */
function inThousands(field: ScenarioField, found: FoundNumber): FoundNumber {
  const {number} = found.value
  const [min, max] = [Number(field.min), Number(field.max)]
  const isMeant = kindOf(field) === 'money' && number < 1000 && min >= 1000 && number < min && number * 1000 >= min && number * 1000 <= max
  return isMeant ? {...found, value: {number: number * 1000}} : found
}
