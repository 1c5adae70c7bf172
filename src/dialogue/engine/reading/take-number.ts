import {type FoundNumber, kindOf} from './counted.ts'
import {claim, push, rawOf, type Reader} from './reader.ts'
import {readNumber} from '../../nlu/numerals.ts'
import type {ScenarioField} from '../scenario/scenario.ts'

/** The number is the value of the field. */
export function take(reader: Reader, field: ScenarioField, said: FoundNumber | undefined): void {
  if (!said || reader.done.has(field.id)) return
  const found = inPercent(field, inThousands(field, inOwnUnit(reader, field, said)))
  const raw = rawOf(reader, found)
  const alts = (found.alts ?? []).map((alt) => alt.number)
  claim(reader, found)
  push(reader, field, found, found.value.number, alts, raw)
}

/** «Триста граммов», «граммов триста», «полторы тонны», «два килограмма триста граммов» to "how many kilograms?" */
function inOwnUnit({utterance: {tokens, lang}}: Reader, {askLine}: ScenarioField, found: FoundNumber): FoundNumber {
  const asks = [...askLine.ru, ...askLine.en].map(({source}) => source).join(' ')
  const own = scales.find(({asked}) => asked.test(asks))?.asked ?? /$^/
  const scaleAt = (place: number) => scales.find(({asked, unit}) => asked.test(asks) && unit.test(tokens[place]?.text ?? ''))
  const inScale = (number: number, factor: number) => Number((number * factor).toPrecision(12))
  const of = (number: number, from: number, to: number): FoundNumber => ({...found, value: {number}, alts: [], from, to})
  const {number} = found.value
  const isOwn = (place: number) => own.test(tokens[place]?.text ?? '')
  if (isOwn(found.to)) {
    const rest = readNumber(tokens, found.to + 1, lang)
    const scale = rest && scaleAt(rest.to)
    return scale && scale.factor < 1 ? of(inScale(number + rest.value * scale.factor, 1), found.from, rest.to + 1) : found
  }
  const behind = scaleAt(found.to)
  if (behind) {
    // «Килограмм двести граммов»
    const whole = behind.factor < 1 && isOwn(found.from - 1) ? 1 : 0
    return of(inScale(whole + number * behind.factor, 1), found.from - whole, found.to + 1)
  }
  // «Кило двести», and not «килограммов двести»
  if (/^(?:кило|килограмм)$/.test(tokens[found.from - 1]?.text ?? '') && isOwn(found.from - 1) && number >= 100 && number < 1000)
    return of(inScale(1 + number * 0.001, 1), found.from - 1, found.to)
  const ahead = scaleAt(found.from - 1)
  return ahead ? of(inScale(number, ahead.factor), found.from - 1, found.to) : found
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

/** «Половина», where per cent are asked for. */
function inPercent({askLine, max}: ScenarioField, found: FoundNumber): FoundNumber {
  const {number} = found.value
  const asks = [...askLine.ru, ...askLine.en].map(({source}) => source).join(' ')
  const isShare = number > 0 && number < 1 && Number(max ?? 100) > 1 && /процент|per ?cent/i.test(asks)
  return isShare && found.to - found.from === 1 ? {...found, value: {number: number * 100}, alts: []} : found
}
