import {extractAddress} from '../../../nlu/address.ts'
import {splitCorrection} from '../../../nlu/correction.ts'
import {extractNumber} from '../../../nlu/number.ts'
import {numeral} from '../../../nlu/numerals.ts'
import {utterance as toUtterance, words} from '../../../nlu/tokens.ts'
import type {ExtractContext, Found, Utterance} from '../../../nlu/types.ts'
import {claim, type Reader, strings} from '../reader.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'

/** An address, or a place everybody knows when one was asked for; of one that is known, the part that was put right. */
export const readAddress = (reader: Reader, field: ScenarioField, context: ExtractContext): Found<unknown> | undefined =>
  houseOf(reader, field, context) ??
  amended(reader, field, extractAddress(reader.utterance, context) ?? forgotten(reader, context), context) ??
  otherHouse(reader, field, context) ??
  (context.asked && reader.asked?.id === field.id ? knownPlace(reader) : undefined)

/** «А какой дом?» – «Девять», «девять, квартира три». */
function houseOf({utterance, state}: Reader, {id}: ScenarioField, context: ExtractContext): Found<unknown> | undefined {
  const known = state.fields[id]!.partial?.address
  const [first] = utterance.tokens
  if (!context.asked || !known?.['street'] || known['house'] || !first || !numeral(first, utterance.lang)) return undefined
  const house = {...first, text: utterance.lang === 'ru' ? 'дом' : 'house', raw: 'дом'}
  const found = extractAddress({...utterance, tokens: [house, ...utterance.tokens]}, context)
  return found?.value.house === undefined || found.value.street !== undefined ? undefined : {...found, from: 0, to: utterance.tokens.length}
}

/** «Ещё квартира двенадцать», once the address is known: a part that was left out. */
export const addsToAddress = ({tokens}: Utterance): boolean => {
  const text = words(tokens)
  return (
    /(?:^| )(?:квартир|подъезд|корпус|строени|офис|flat|apartment|building)/.test(text) && (tokens.length <= 3 || forgetting.test(text))
  )
}

const forgetting = /(?:^| )(?:забыл\S*|не (?:сказал\S*|назвал\S*)|ещё|еще|плюс|добавьте|forgot|also|add)(?: |$)/

/** «Квартиру забыл сказать двенадцать»: the excuse stands between the word and its number. */
function forgotten({utterance}: Reader, context: ExtractContext): ReturnType<typeof extractAddress> {
  const tokens = utterance.tokens.filter(
    ({text}) => !/^(?:забыл[аи]?|сказать|назвать|добавить|указать|ещ[её]|я|forgot|to|say|mention)$/.test(text),
  )
  const found = tokens.length < utterance.tokens.length ? extractAddress({...utterance, tokens}, context) : undefined
  return found && {...found, from: 0, to: utterance.tokens.length}
}

/** «Нет, двенадцать», «не десять, а двенадцать»: of an address that is known the house. */
function otherHouse({utterance, state, hints, asked}: Reader, {id}: ScenarioField, context: ExtractContext): Found<unknown> | undefined {
  const held = state.fields[id]!.value
  const answersOther = asked?.type === 'yesno' && state.pending.kind === 'ask'
  if (held === undefined || answersOther || !(hints.denies || hints.wantsChange) || utterance.tokens.length > 6) return undefined
  const split = splitCorrection(utterance.tokens)
  const {from, to} = split ? split.fresh : {from: 0, to: utterance.tokens.length}
  const found = extractNumber({...utterance, tokens: utterance.tokens.slice(from, to)}, {...context, asked: true})
  const before = extractAddress(toUtterance(String(held), state.lang), {...context, asked: true})?.value
  const isBare =
    found &&
    utterance.tokens
      .slice(from, to)
      .every(({text}, at) => (at >= found.from && at < found.to) || /^(?:нет|а|это|лучше|дом|no|it's|house)$/.test(text))
  // «Никого нет», "none" count nothing; no house has the number zero.
  if (!isBare || before?.house === undefined || found.value.number < 1) return undefined
  return {...found, value: {...before, house: String(found.value.number)}, from: found.from + from, to: found.to + from, corrected: true}
}

/** A street without a house brings nobody there, and less so a house without its street; what is missing is asked for once. True when that is so now. */
export function readPartOfAddress(
  reader: Reader,
  field: ScenarioField,
  found: Found<unknown>,
  value: Record<string, unknown>,
  raw: string,
): boolean {
  const {partial, attempts, value: held} = reader.state.fields[field.id]!
  const address = {...partial?.address, ...strings(value)}
  const asks = field.askLine[reader.state.lang].map(({source}) => source).join(' ')
  const isWhole = address['street'] === undefined ? !lacksStreet(address) : address['house'] !== undefined || onlyStreet.test(asks)
  if (isWhole || address['place'] !== undefined || attempts > 0 || held !== undefined || onlyHouse.test(asks)) {
    Object.assign(value, address)
    return false
  }
  claim(reader, found)
  reader.done.add(field.id)
  reader.commands.push({
    source: 'rule',
    confidence: found.confidence,
    kind: 'partial',
    field: field.id,
    raw,
    part: {kind: 'address', address},
  })
  return true
}

/** «Дом пять» is an address in a village, and nowhere else. */
const lacksStreet = ({city, house, flat, office}: Readonly<Record<string, string>>): boolean =>
  city === undefined && (house !== undefined || flat !== undefined || office !== undefined)

/** Questions that a house answers. */
const onlyHouse = /^(?!.*(?:улиц|адрес|куда|откуда|где|address|street|where)).*(?:дом|квартир|house|flat|apartment|number)/i

/** Questions that a street answers. */
const onlyStreet = /^(?!.*(?:дом|адрес|квартир|house|address|number)).*(?:улиц|район|город|остановк|street|city|district|area)/i

/** «нет, дом девять»: a part of an address that is known puts only that part right. */
function amended(
  {state}: Reader,
  {id}: ScenarioField,
  found: ReturnType<typeof extractAddress>,
  context: ExtractContext,
): Found<unknown> | undefined {
  const held = state.fields[id]!.value
  if (!found || held === undefined) return found
  const before = extractAddress(toUtterance(String(held), state.lang), {...context, asked: true})?.value
  const fresh = found.value as Record<string, unknown>
  const isWhole = fresh['street'] !== undefined && fresh['house'] !== undefined
  return before && !isWhole ? {...found, value: {...before, ...fresh}} : found
}

/** «В аэропорт Шереметьево», "the railway station": a place that everybody knows by its name. Of no use without the question for it. */
function knownPlace({utterance: {tokens}}: Reader): Found<{readonly place: string}> | undefined {
  const at = tokens.findIndex(({text}) => landmark.test(text))
  if (at === -1 || at > 3) return undefined
  const from = at > 0 && isAdjective(tokens[at - 1]!.text) ? at - 1 : at
  let to = at + 1
  while (
    to < tokens.length &&
    to - at <= 3 &&
    tokens[to - 1]!.stop === '' &&
    !/^(?:и|а|на|в|с|к|пожалуйста|please|and)$/.test(tokens[to]!.text)
  )
    to++
  return {
    value: {
      place: tokens
        .slice(from, to)
        .map(({text}) => text)
        .join(' '),
    },
    from,
    to,
    confidence: 0.6,
  }
}

const isAdjective = (word: string): boolean => /(?:ый|ий|ой|ая|ое|ого|ому)$/.test(word)

const landmark =
  /^(?:аэропорт|вокзал|автовокзал|метро|тц|трц|торговый|гостиниц|отел|больниц|поликлиник|роддом|университет|стадион|рынок|порт|терминал|жк|airport|station|mall|hotel|hospital|university|stadium|terminal)/
