import {withoutFillers} from '../../../nlu/fillers.ts'
import {readNumber} from '../../../nlu/numerals.ts'
import type {Utterance} from '../../../nlu/types.ts'
import {type FoundNumber, isOneUnit, kindOf, week} from './counted.ts'
import {asksIn} from '../field-words.ts'
import {explain, push, type Reader} from '../reader.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'

/** A week is seven nights. */
export function inNights({tokens}: Utterance, field: ScenarioField, found: FoundNumber): FoundNumber {
  if (kindOf(field) !== 'nights' || !week.test(tokens[found.to]?.text ?? '')) return found
  return {...found, to: found.to + 1, value: {number: found.value.number * 7}}
}

/** «Килограмм» answers "how many kilograms?" */
export const oneUnit = ({utterance}: Reader, field: ScenarioField): FoundNumber | undefined =>
  isOneUnit(field, utterance) ? {value: {number: 1}, from: 0, to: utterance.tokens.length, confidence: 0.8} : undefined

/** «В двухкомнатной квартире», where rooms are counted. */
export function readCompound(reader: Reader, fields: readonly ScenarioField[]): void {
  for (const [at, token] of reader.utterance.tokens.entries()) {
    const [, count, thing] = /^(одно|двух|трех|четырех|пяти|шести|семи|восьми|девяти|десяти)(\p{L}{4,})$/u.exec(token.text) ?? []
    const field =
      thing &&
      fields.find(
        (each) =>
          !reader.done.has(each.id) && [...each.keys].some((key) => key.length > 3 && thing.startsWith(key.replace(/^~/, '').slice(0, 5))),
      )
    if (!field) continue
    const number = ['одно', 'двух', 'трех', 'четырех', 'пяти', 'шести', 'семи', 'восьми', 'девяти', 'десяти'].indexOf(count!) + 1
    // The word may be a part of an option's name as well.
    explain(reader, {value: {}, from: at, to: at + 1, confidence: 0.8})
    push(reader, field, {value: {}, from: at, to: at + 1, confidence: 0.8}, number, [], token.raw)
  }
}

/** «На неделю» answers "how many nights" without a number. */
export function aWeek({utterance: {tokens}}: Reader, field: ScenarioField): FoundNumber | undefined {
  const at = kindOf(field) === 'nights' ? tokens.findIndex((token) => week.test(token.text)) : -1
  return at === -1 ? undefined : {value: {number: 7}, from: at, to: at + 1, confidence: 0.8}
}

/** «Триста граммов», «граммов триста», «полторы тонны», «два килограмма триста граммов» to "how many kilograms?" */
export function inOwnUnit({utterance: {tokens, lang}}: Reader, field: ScenarioField, found: FoundNumber): FoundNumber {
  const asks = asksIn(field)
  const measure = measures.find(({own}) => own.test(asks))
  if (!measure) return found
  const textAt = (place: number) => tokens[place]?.text ?? ''
  const isOwn = (place: number) => measure.own.test(textAt(place))
  const factorAt = (place: number) => measure.others.find(({unit}) => unit.test(textAt(place)))?.factor
  const of = (value: number, from: number, to: number): FoundNumber => ({
    ...found,
    value: {number: Number(value.toPrecision(12))},
    alts: [],
    from,
    to,
  })
  const {from, to, value} = found
  if (isOwn(to)) {
    const rest = readNumber(tokens, to + 1, lang)
    const part = rest && factorAt(rest.to)
    return part !== undefined && part < 1 ? of(value.number + rest!.value * part, from, rest!.to + 1) : found
  }
  const behind = factorAt(to)
  if (behind !== undefined) {
    // «Килограмм двести граммов»
    const whole = behind < 1 && isOwn(from - 1) ? 1 : 0
    return of(whole + value.number * behind, from - whole, to + 1)
  }
  // «Кило двести», and not «килограммов двести»
  if (/^(?:кило|килограмм)$/.test(textAt(from - 1)) && value.number >= 100 && value.number < 1000)
    return of(1 + value.number / 1000, from - 1, to)
  const ahead = factorAt(from - 1)
  return ahead === undefined ? found : of(value.number * ahead, from - 1, to)
}

interface Measure {
  readonly own: RegExp
  readonly others: readonly {readonly unit: RegExp; readonly factor: number}[]
}

const measures: readonly Measure[] = [
  {
    own: /килограмм|(?<![а-я])кг|кило(?![а-я])|kilo|kg/i,
    others: [
      {unit: /^(?:грамм\p{L}*|grams?)$/u, factor: 0.001},
      {unit: /^(?:тонн\p{L}*|tons?|tonnes?)$/u, factor: 1000},
    ],
  },
  {own: /(?:в|сколько) метр|metres|meters/i, others: [{unit: /^(?:километр\p{L}*|km|kilomet\p{L}*)$/u, factor: 1000}]},
  {own: /сот(?:ок|ки|ках)(?![а-я])/i, others: [{unit: /^гектар\p{L}*$/u, factor: 100}]},
  {own: /(?:сколько|в) минут|how many minutes/i, others: [{unit: /^(?:час|часа|часов|часик|hours?)$/u, factor: 60}]},
]

/** «Полтонны», «километр», «пол гектара», «полчаса»: a unit with its number in it, or one of it; «полгода», where years are counted. */
export function inOneWord({utterance}: Reader, field: ScenarioField): FoundNumber | undefined {
  const clean = withoutFillers(utterance).utterance.tokens.filter(
    ({text}) => !/^(?:где-то|примерно|около|около|об|about|всего|целый|целая|на|a|an)$/.test(text),
  )
  const found = (number: number): FoundNumber => ({value: {number}, from: 0, to: utterance.tokens.length, confidence: 0.8})
  const asks = asksIn(field)
  const said = clean.map(({text}) => text).join(' ')
  const often = /сколько раз в неделю|раз(?:а)? в неделю|times a week/i.test(asks) ? oftenIn(said) : undefined
  if (often !== undefined) return found(often)
  if (/комнат/i.test(asks)) {
    const rooms = ['одн', 'дв', 'тр', 'четыр', 'пят'].findIndex((stem) => new RegExp(`^${stem}(?:уш|[еёо]ш|еш)к`).test(said))
    if (rooms !== -1) return found(rooms + 1)
  }
  if (kindOf(field) === 'age' || /стаж|опыт|experience/i.test(asks))
    return /^(?:пол ?года|half a year|six months)$/.test(said) ? found(0.5) : undefined
  const [, half, unit] = /^(пол ?|half )?(\S+)$/.exec(said) ?? []
  const measure = measures.find(({own}) => own.test(asks))
  const factor = unit === undefined ? undefined : measure?.others.find((each) => each.unit.test(unit))?.factor
  return factor === undefined || factor < 1 ? undefined : found(half ? factor / 2 : factor)
}

/** «Каждый день» is seven times a week. */
const oftenIn = (said: string): number | undefined =>
  /^(?:каждый день|ежедневно|все дни|every day|daily)$/.test(said)
    ? 7
    : /^(?:по будням|в будни|по рабочим дням|каждый будний день|weekdays)$/.test(said)
      ? 5
      : /^(?:по выходным|в выходные|on weekends|weekends)$/.test(said)
        ? 2
        : undefined
