import {numeral} from '../../nlu/numerals.ts'
import {extractNumber} from '../../nlu/number.ts'
import {stemKeys} from '../../nlu/stem.ts'
import {tokenize} from '../../nlu/tokens.ts'
import type {Found, Token, Utterance} from '../../nlu/types.ts'
import {mentionsField} from './field-words.ts'
import {openFields} from './open-fields.ts'
import {blanked, claim, contextOf, isAboutValue, push, rawOf, type Reader, used} from './reader.ts'
import type {ScenarioField} from '../scenario/scenario.ts'

/**
 * Numbers. `asked`: any number will do. `counted`: only one that says what it counts («на двоих», "table for two", «две тысячи рублей»).
 * `any`: at a summary also a bare one, when just one number can be meant.
 */
export function readNumbers(reader: Reader, how: 'asked' | 'counted' | 'any'): void {
  if (how === 'counted') return readCounted(reader)
  if (how === 'asked') {
    const {asked} = reader
    if (!asked || reader.done.has(asked.id)) return
    const found = extractNumber(withoutYear(reader.utterance, asked), contextOf(reader, asked, true)) ?? aWeek(reader, asked)
    if (found && !countsOther(reader, asked, found)) take(reader, asked, asYear(asked, found))
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

/** «Семь», "the fourth": nothing but a number, so it is no day and no hour. */
export function isBareNumber({utterance, now}: Reader): boolean {
  const found = extractNumber(utterance, {now, asked: true})
  return found !== undefined && utterance.tokens.every(({text}, at) => (at >= found.from && at < found.to) || besideNumber.test(text))
}

const besideNumber =
  /^(?:the|a|it's|is|это|ну|где-то|примерно|около|наверное|пожалуйста|please|about|around|just|думаю|всего|просто|\u0000)$/

/** A time or a date that the summary read out, which a bare number may put right. */
const hasMoment = ({scenario, state}: Reader): boolean =>
  [...scenario.fields.values()].some(
    (field) => (field.type === 'time' || field.type === 'date') && field.isReadBack && state.fields[field.id]!.value !== undefined,
  )

/** «На три ночи для двоих»: every number that says what it counts, each for the field that counts it. */
function readCounted(reader: Reader): void {
  const {asked, utterance} = reader
  const fields = [...(asked?.type === 'number' && !reader.done.has(asked.id) ? [asked] : []), ...openFields(reader, 'number')]
  if (fields.length === 0) return
  const units = [...(fields.some((field) => kindOf(field) === 'nights') ? [nightWord] : []), ...(fields.some(isYear) ? [yearWord] : [])]
  const pairs = numbersIn(reader, units).flatMap((found) =>
    fields.map((field) => ({field, found, weight: weigh(utterance, field, found) || (isCounted(reader, field, found) ? 2 : 0)})),
  )
  const free = new Set(pairs.map(({found}) => found))
  for (const {field, found, weight} of pairs.toSorted((a, b) => b.weight - a.weight)) {
    if (weight === 0 || !free.has(found) || reader.done.has(field.id)) continue
    free.delete(found)
    take(reader, field, asYear(field, inNights(utterance, field, found)))
  }
}

/** «Пятнадцать роз»: as many of what is chosen, where the flow asks how many. */
function isCounted({scenario, utterance: {tokens}}: Reader, field: ScenarioField, {from, to}: FoundNumber): boolean {
  const next = tokens[to]
  if (!next || kindOf(field) !== undefined || /^(?:в|во|к|at|дом|house)$/.test(tokens[from - 1]?.text ?? '')) return false
  const keys = stemKeys(next.text)
  return [...scenario.fields.values()].some(({choices}) =>
    choices.some(({ru, en}) =>
      [...(ru ?? []), ...(en ?? [])].some((name) =>
        tokenize(name).some((word) => word.text.length > 2 && stemKeys(word.text).some((key) => keys.includes(key))),
      ),
    ),
  )
}

type FoundNumber = Found<{readonly number: number}>

/** All numbers of an utterance, one by one: another number is no other reading of the first. */
function numbersIn({utterance, now}: Reader, units: readonly RegExp[]): FoundNumber[] {
  const all: FoundNumber[] = []
  const read = (tokens: readonly Token[]) => extractNumber({...utterance, tokens}, {now, asked: true})
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

function take(reader: Reader, field: ScenarioField, found: FoundNumber | undefined): void {
  if (!found || reader.done.has(field.id)) return
  const raw = rawOf(reader, found)
  const alts = (found.alts ?? []).map((alt) => alt.number)
  claim(reader, found)
  push(reader, field, found, found.value.number, alts, raw)
}

/** How clearly a number counts what the field counts: by its own word beside it, by a unit of the same kind, by its form. */
function weigh({tokens, lang}: Utterance, field: ScenarioField, {from, to, value}: FoundNumber): number {
  const kind = kindOf(field)
  const isOwn = (token: Token | undefined) =>
    token !== undefined && (mentionsField(field, [token]) || (kind !== undefined && isUnit(token, kind)))
  // «в три ночи» is an hour.
  if (/^(?:в|во|к|at)$/.test(tokens[from - 1]?.text ?? '')) return 0
  if (isOwn(tokens[to])) return 4
  if (tokens[to] && isOtherUnit(tokens[to], kind)) return kind === 'nights' && week.test(tokens[to].text) ? 4 : 0
  const said = tokens.slice(from, to)
  if (kind === 'people' && (said.some((token) => numeral(token, lang)?.collective) || isForPeople(tokens, {from, to}))) return 3
  if (kind === 'money' && value.number >= 100 && said.some((token) => numeral(token, lang)?.rank === 'scale')) return 3
  if (isOwn(tokens[from - 1])) return 2
  return isOwn(tokens[from - 2]) || isOwn(tokens[to + 1]) ? 1 : 0
}

/** Whether the number is a day («до двадцать третьего») or counts something else («две недели»). */
function countsOther({utterance: {tokens}}: Reader, field: ScenarioField, {from, to}: FoundNumber): boolean {
  const next = tokens[to]
  const isDay = /^(?:до|с|со|по)$/.test(tokens[from - 1]?.text ?? '') && /[ое]го$/.test(tokens[to - 1]!.text)
  return isDay || (next !== undefined && !mentionsField(field, [next]) && isOtherUnit(next, kindOf(field)))
}

const nightWord = /^(?:ноч(?:ь|и|ей)|сут(?:ки|ок)|nights?)$/
const yearWord = /^(?:год(?:а|у|ом)?|year)$/

/** Whether the field is a year rather than a count of years. */
const isYear = ({type, min, max}: ScenarioField): boolean =>
  type === 'number' && ((typeof min === 'number' && min >= 1000) || (typeof max === 'number' && max > 1900 && max < 2200))

const withoutYear = (utterance: Utterance, field: ScenarioField): Utterance =>
  isYear(field)
    ? {...utterance, tokens: utterance.tokens.map((token) => (yearWord.test(token.text) ? {...token, text: used} : asOrdinal(token)))}
    : utterance

/** «Две тысячи восемнадцатого»: of a year the last word may be in any case. */
function asOrdinal(token: Token): Token {
  const stem = /^(\p{L}+?)(?:ого|его|ому|ем|ом)$/u.exec(token.text)?.[1]
  if (stem === undefined || !numeral(token, 'ru')?.ordinal) return token
  const text = ['ый', 'ой', 'ий'].map((ending) => stem + ending).find((word) => numeral({...token, text: word}, 'ru')?.ordinal)
  return text === undefined ? token : {...token, text}
}

/** «Пятнадцатого года» is 2015. */
function asYear(field: ScenarioField, found: FoundNumber): FoundNumber {
  const {number} = found.value
  if (!isYear(field) || number >= 100 || !Number.isInteger(number)) return found
  const fits = [2000 + number, 1900 + number].find(
    (year) => (typeof field.min !== 'number' || year >= field.min) && (typeof field.max !== 'number' || year <= field.max),
  )
  return fits === undefined ? found : {...found, value: {number: fits}, alts: []}
}

/** A week is seven nights. */
function inNights({tokens}: Utterance, field: ScenarioField, found: FoundNumber): FoundNumber {
  if (kindOf(field) !== 'nights' || !week.test(tokens[found.to]?.text ?? '')) return found
  return {...found, to: found.to + 1, value: {number: found.value.number * 7}}
}

/** «На неделю» answers "how many nights" without a number. */
function aWeek({utterance: {tokens}}: Reader, field: ScenarioField): FoundNumber | undefined {
  const at = kindOf(field) === 'nights' ? tokens.findIndex((token) => week.test(token.text)) : -1
  return at === -1 ? undefined : {value: {number: 7}, from: at, to: at + 1, confidence: 0.8}
}

const week = /^(?:недел\p{L}*|weeks?)$/u
const spans = /^(?:недел\p{L}*|месяц\p{L}*|час(?:а|ов|ик)?|минут\p{L}*|weeks?|months?|hours?|minutes?)$/u

const isOtherUnit = (token: Token, kind: Kind | undefined): boolean =>
  spans.test(token.text) || (Object.keys(units) as Kind[]).some((other) => other !== kind && isUnit(token, other))

type Kind = keyof typeof units

const units = {
  people: 'человек люди персона гость место взрослый people person guest seat adult party',
  money: 'рубль руб тысяча доллар евро копейка rouble ruble dollar euro pound bucks',
  rating: 'балл оценка звезда point star score',
  age: 'лет год годик year',
  nights: 'ночь сутки ночевка night',
}

const unitKeys = new Map(Object.entries(units).map(([kind, words]) => [kind, new Set(words.split(' ').flatMap((word) => stemKeys(word)))]))

const isUnit = ({text}: Token, kind: Kind): boolean => stemKeys(text).some((key) => unitKeys.get(kind)!.has(key))

export const countsNights = (field: ScenarioField): boolean => field.type === 'number' && kindOf(field) === 'nights'

/** What a field counts, by the words of its question and its name. */
const kindOf = (field: ScenarioField): Kind | undefined => {
  const own = [...field.keys, ...hints(field.id)]
  return (Object.keys(units) as Kind[]).find((kind) => own.some((key) => unitKeys.get(kind)!.has(key)))
}

const hints = (id: string): string[] =>
  /guest|people|person|party|seats?|pax/.test(id) ? ['people'] : /amount|sum|price|budget|payment/.test(id) ? stemKeys('рубль').slice() : []

/** "Table for two", «столик на двоих», «нас будет пятеро». */
function isForPeople(tokens: readonly Token[], {from, to}: {readonly from: number; readonly to: number}): boolean {
  const before = tokens.slice(Math.max(0, from - 2), from).map((token) => token.text)
  return (
    before.includes('нас') ||
    before.includes('вдвоем') ||
    (before.at(-1) === 'for' && tokens[to]?.text !== "o'clock") ||
    before.join(' ') === 'party of' ||
    before.join(' ') === 'there are'
  )
}
