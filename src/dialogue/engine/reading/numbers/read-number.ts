import {splitCorrection} from '../../../nlu/correction.ts'
import {extractNumber, extractOneNumber} from '../../../nlu/number.ts'
import {numeral} from '../../../nlu/numerals.ts'
import {fleetingKey, stemKeys} from '../../../nlu/stem.ts'
import {words} from '../../../nlu/tokens.ts'
import type {Token, Utterance} from '../../../nlu/types.ts'
import {asksIn, mentionsField} from '../field-words.ts'
import {child, countsChildren, countsOther, countsTime, type FoundNumber, kindOf, nightWord, weigh} from './counted.ts'
import {take} from './take-number.ts'
import {lowestInWords} from './read-score.ts'
import {aWeek, inNights, inOneWord, oneUnit, readCompound} from './number-units.ts'
import {named, nobody, readOneChild} from './read-people.ts'
import {openFields} from '../open-fields.ts'
import {blanked, contextOf, isAboutValue, isHere, type Reader, used} from '../reader.ts'
import {asOrdinal, asYear, isYear, withoutYear, yearWord} from './read-year.ts'
import {codeLength, readCode, readDictated} from './read-code.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'

/**
 * Numbers. `asked`: any number will do. `counted`: only one that says what it counts («на двоих», "table for two", «две тысячи рублей»).
 * `any`: at a summary also a bare one, when just one number can be meant.
 */
export function readNumbers(reader: Reader, how: 'asked' | 'counted' | 'any'): void {
  if (isBetweenTwo(reader)) return
  if (how === 'counted') return readCounted(reader)
  if (how === 'asked') {
    const {asked} = reader
    if (!asked || reader.done.has(asked.id)) return
    const code = readCode(reader, asked)
    if (code || codeLength(asked) !== undefined) return take(reader, asked, code)
    const found =
      readDictated(reader, asked) ??
      lowestInWords(reader, asked) ??
      extractorOf(reader)(withoutYear(reader.utterance, asked), contextOf(reader, asked, true)) ??
      aWeek(reader, asked) ??
      oneUnit(reader, asked) ??
      inOneWord(reader, asked)
    const counted = found && !countsOther(reader, asked, found) ? found : (nobody(reader, asked) ?? named(reader, asked))
    if (counted) take(reader, asked, asYear(asked, counted))
    return
  }
  const {pending, fields: held} = reader.state
  // At a summary, and of «не шесть, а восемь», a bare number can only mean the one that is known.
  const isMeant = pending.kind === 'confirm_state' || pending.kind === 'what_to_change' || isAboutValue(reader.utterance)
  const filled = openFields(reader, 'number').filter((each) => held[each.id]!.value !== undefined)
  // What the summary did not read out nobody puts right.
  const read = pending.kind === 'confirm_state' ? filled.filter((each) => each.isReadBack) : filled
  const [only, ...others] = read.length > 0 ? read : hasMoment(reader) ? [] : filled
  if (!isMeant || !only || others.length > 0) return
  const found = extractNumber(reader.utterance, contextOf(reader, only, true))
  if (found && !countsOther(reader, only, found)) take(reader, only, found)
}

/** «Восемь или девять», «семь-восемь», for a score: neither is one. */
function isBetweenTwo({asked, utterance: {tokens, lang}}: Reader): boolean {
  if (!asked || asked.type !== 'number' || kindOf(asked) !== 'rating') return false
  // «За обслуживание десять, а за цену три»
  if (/(?:^| )за \S+ (?:\S+ )*?(?:а|но) за /.test(words(tokens)) && !splitCorrection(tokens)) return true
  // «Мама поставила бы десять, а я восемь»
  if (/(?:^| )(?:а|но) (?:я|мне) /.test(words(tokens)) && tokens.filter((token) => numeral(token, lang) !== undefined).length > 1)
    return true
  if (tokens.length > 5) return false
  // «Пять из пяти», of ten
  if (/(?:^| )из (?:пяти|5)(?: |$)|(?:^| )out of (?:five|5)(?: |$)/.test(words(tokens)) && !/из пяти|out of five/i.test(asksIn(asked)))
    return true
  const said = tokens.filter(({text}) => !/^(?:ну|наверное|где-то|может|может|или|or|maybe|about|either)$/.test(text))
  const marks = said.map((token) => numeral(token, lang)?.value ?? 99)
  return marks.length === 2 && marks[0] !== marks[1] && marks.every((mark) => mark <= 10)
}

/** «Семь», "the fourth": nothing but a number, so it is no day and no hour. */
export function isBareNumber({utterance, now, asked}: Reader): boolean {
  const found = extractNumber(utterance, {now, asked: true})
  if (!found) return false
  const isOwn = ({text}: Token) => asked !== undefined && countsChildren(asked) && child.test(text)
  return utterance.tokens.every((token, at) => (at >= found.from && at < found.to) || besideNumber.test(token.text) || isOwn(token))
}

const besideNumber =
  /^(?:the|a|it's|is|это|их|у|нас|будет|ну|до|от|не|больше|меньше|максимум|минимум|up|to|где-то|примерно|около|наверное|пожалуйста|please|about|around|just|думаю|всего|просто|\u0000)$/

/** A time or a date that the summary read out, which a bare number may put right. */
const hasMoment = ({scenario, state}: Reader): boolean =>
  [...scenario.fields.values()].some(
    (field) => (field.type === 'time' || field.type === 'date') && field.isReadBack && state.fields[field.id]!.value !== undefined,
  )

/** «На три ночи для двоих»: every number that says what it counts, each for the field that counts it. */
function readCounted(reader: Reader): void {
  const {asked, utterance} = reader
  const all = [...(asked?.type === 'number' && !reader.done.has(asked.id) ? [asked] : []), ...openFields(reader, 'number')]
  // «Лицевой счёт сто двадцать три четыреста пятьдесят шесть»: a code is dictated, and counts nothing.
  for (const field of all)
    if (codeLength(field) !== undefined && mentionsField(field, utterance.tokens)) take(reader, field, readCode(reader, field))
  const fields = all.filter((field) => codeLength(field) === undefined)
  if (fields.length === 0) return
  const units = [...(fields.some((field) => kindOf(field) === 'nights') ? [nightWord] : []), ...(fields.some(isYear) ? [yearWord] : [])]
  const numbers = numbersIn(reader, units)
  const namedFirst = isNamedFirst(reader, fields, numbers)
  // «Два детских кресла», where a yes or no was asked for, is not how many travel; «двести тысяч рублей» to the next question no new price.
  const {hints, state} = reader
  const isSettled = (field: ScenarioField) =>
    (asked?.type === 'yesno' || (asked?.type === 'number' && asked.id !== field.id)) &&
    state.fields[field.id]!.value !== undefined &&
    !hints.denies &&
    !hints.wantsChange
  const pairs = numbers.flatMap((found) =>
    (isHourAsked(reader, found) ? [] : isOfAddress(reader, found) ? fields.filter((field) => isHere(reader, field)) : fields).map(
      (field) => ({
        field,
        found,
        weight:
          weigh(namedFirst ? before(utterance, found) : utterance, field, found, field.id === asked?.id) ||
          (isCounted(reader, field, found) ? 2 : 0),
      }),
    ),
  )
  const free = new Set(pairs.map(({found}) => found))
  for (const {field, found, weight} of pairs.toSorted((a, b) => b.weight - a.weight)) {
    if (
      weight === 0 ||
      (isSettled(field) &&
        !mentionsField(field, asked?.type === 'number' ? utterance.tokens : utterance.tokens.slice(found.to, found.to + 1))) ||
      !free.has(found) ||
      reader.done.has(field.id)
    )
      continue
    free.delete(found)
    take(reader, field, asYear(field, inNights(utterance, field, found)))
  }
  readOneChild(reader, fields)
  readCompound(reader, fields)
}

/** «Дом восемь, квартира двадцать», where an address is still to be told and no number of them was asked for. */
const isOfAddress = (reader: Reader, {from}: FoundNumber): boolean =>
  reader.asked?.type !== 'number' &&
  /^(?:дом|дома|квартира|квартиры|кв|корпус|строение|flat|apartment|house)$/.test(reader.utterance.tokens[from - 1]?.text ?? '') &&
  openFields(reader, 'address').some((field) => reader.state.fields[field.id]!.value === undefined)

/** «На три часа», where the hour was asked for, is three o'clock; «в три на два часа» tells both. */
const isHourAsked = ({asked, utterance: {tokens, lang}}: Reader, {from, to}: FoundNumber): boolean =>
  asked?.type === 'time' &&
  tokens[from - 1]?.text === 'на' &&
  /^час(?:а|ов)?$/.test(tokens[to]?.text ?? '') &&
  !tokens.some(({text}, at) => /^(?:в|с|со|к)$/.test(text) && numeral(tokens[at + 1], lang) !== undefined)

/** «Холодная четыреста, горячая двести»: the name stands before each number, and what stands behind one belongs to the next. */
const isNamedFirst = ({utterance: {tokens}, asked}: Reader, fields: readonly ScenarioField[], numbers: readonly FoundNumber[]): boolean => {
  const places = numbers.toSorted((a, b) => a.from - b.from)
  const named = fields.filter((field) => mentionsField(field, tokens))
  const isName = (token: Token) => named.some((field) => mentionsField(field, [token]))
  return (
    places.length > 1 &&
    (named.length > 1
      ? tokens.slice(0, places[0]!.from).some(isName)
      : named.length === 1 && asked?.type === 'number' && named[0]!.id !== asked.id) &&
    !tokens.slice(places.at(-1)!.to).some(isName)
  )
}

const before = (utterance: Utterance, {to}: FoundNumber): Utterance => ({...utterance, tokens: utterance.tokens.slice(0, to)})

/** «Пятнадцать роз»: as many of what is chosen, where the flow asks how many. */
function isCounted({scenario, utterance: {tokens}}: Reader, field: ScenarioField, {from, to}: FoundNumber): boolean {
  const [previous, next] = [tokens[from - 1], tokens[to]]
  if (kindOf(field) !== undefined || countsTime(field) || measures(field)) return false
  if (/^(?:в|во|к|после|около|at|дом|house)$/.test(previous?.text ?? '') || ofAddress.test(next?.text ?? '')) return false
  const isOption = (token: Token | undefined) => {
    if (token && /^(?:после|около|перед|before|after)$/.test(token.text)) return false
    const fleeting = token && fleetingKey(token.text)
    const keys = token ? [...stemKeys(token.text), ...(fleeting === undefined ? [] : [fleeting])] : []
    return [...scenario.fields.values()].some(({optionKeys}) => keys.some((key) => optionKeys.has(key)))
  }
  // «Роз штук девять», «девять штук»
  if (isPiece.test(previous?.text ?? '') || isPiece.test(next?.text ?? '')) return true
  const isOrdinal = /(?:ого|его)$/.test(tokens[to - 1]!.text)
  // «Окна два»: behind the thing it counts a number says no more than that.
  return (
    isOption(next) ||
    (isOption(previous) &&
      previous!.text.length > 3 &&
      !ofAddress.test(previous!.text) &&
      (next === undefined || !/^\p{L}{4,}$/u.test(next.text)) &&
      !isOrdinal)
  )
}

const isPiece = /^(?:штук|штуки|штука|штучки|штучек|шт|pieces?)$/

/** «Чайка на завтра два в партер»: the one number left among other values, where the flow has still to ask how many, and for no hour. */
export function readLeftOver(reader: Reader): void {
  const {commands, hints, state, scenario, utterance} = reader
  if (hints.isQuestion || !commands.some((command) => command.kind === 'set')) return
  const isOpen = ({id}: ScenarioField) => state.fields[id]!.value === undefined
  const [field, ...rivals] = openFields(reader, 'number').filter(isOpen)
  const [found, ...others] = numbersIn(reader, [])
  const after = utterance.tokens[found?.to ?? 0]?.text ?? ''
  const hasHour = [...scenario.fields.values()].some((each) => each.type === 'time' && isOpen(each) && !reader.done.has(each.id))
  // «Два велика» is no hour, whatever is counted.
  const isOfThings = /^\p{L}{4,}$/u.test(after) && !ofClock.test(after)
  if (!field || rivals.length > 0 || (hasHour && !isOfThings) || codeLength(field) !== undefined || isMeasure(field)) return
  if (!found || others.length > 0 || countsOther(reader, field, found) || !Number.isInteger(found.value.number)) return
  // "A small one"
  if (utterance.tokens[found.from]!.text === 'one') return
  if (
    /^(?:в|во|к|ко|на|до|после|около|с|со|по|за|через|дом|номер|at|by|in|on|after|before|number)$/.test(
      utterance.tokens[found.from - 1]?.text ?? '',
    )
  )
    return
  // «Тринадцатого, после обеда», «садовая пятнадцать, квартира сорок»
  if (
    /[ое]го$/.test(utterance.tokens[found.to - 1]!.text) ||
    utterance.tokens.slice(Math.max(0, found.from - 2), found.to + 2).some(({raw}) => ofAddress.test(raw.toLowerCase()))
  )
    return
  take(reader, field, found)
}

const ofClock =
  /^(?:час\p{L}*|утра|дня|вечера|ночи|минут\p{L}*|числа|январ\p{L}*|феврал\p{L}*|март\p{L}*|апрел\p{L}*|ма[йя]|июн\p{L}*|июл\p{L}*|август\p{L}*|сентябр\p{L}*|октябр\p{L}*|ноябр\p{L}*|декабр\p{L}*|после|пожалуйста|если|можно|o'clock|morning|evening|afternoon|thirty|fifteen)$/u

const ofAddress = /^(?:улиц|ул$|дом$|дома$|квартир|корпус|подъезд|офис|проспект|переул|street|avenue|lane|road|flat|apartment|house)/

const measures = ({askLine}: ScenarioField): boolean =>
  /килограмм|кило|вес(?:ит|ом)?(?: |\?)|литр|метр|площад|рост|размер|how (?:big|heavy|tall|high)|size|weigh/i.test(asksIn({askLine}))

/** What nobody counts on their fingers. */
const isMeasure = (field: ScenarioField): boolean =>
  /^(?:money|rating|age|nights)$/.test(kindOf(field) ?? '') || isYear(field) || countsTime(field) || measures(field)

/** All numbers of an utterance, one by one: another number is no other reading of the first. */
function numbersIn(reader: Reader, units: readonly RegExp[]): FoundNumber[] {
  const {utterance, now} = reader
  const extract = extractorOf(reader)
  const all: FoundNumber[] = []
  const read = (tokens: readonly Token[]) => extract({...utterance, tokens}, {now, asked: true})
  // «Четыре ночи» is an hour where nobody counts nights, «2018 года» a date where nobody asks for a year.
  let tokens: readonly Token[] = utterance.tokens.map((token) =>
    units.some((unit) => unit.test(token.text))
      ? {...token, text: yearWord.test(token.text) ? used : 'раз'}
      : units.includes(yearWord)
        ? asOrdinal(token)
        : token,
  )
  const spelled = tokens
  for (let found = read(tokens); found; found = read(tokens)) {
    const {from, to} = found
    if (found.undecided) all.push(found)
    else {
      const alone = read(spelled.slice(from, to))
      if (alone) all.push({...alone, from, to})
    }
    tokens = blanked(tokens, found)
  }
  return all
}

/** «Двое взрослых и двое детей» are four guests, unless the flow asks for the children by themselves. */
const extractorOf = ({scenario, utterance: {tokens}}: Reader): typeof extractNumber =>
  [...scenario.fields.values()].some(countsChildren) && tokens.some(({text}) => child.test(text)) ? extractOneNumber : extractNumber
