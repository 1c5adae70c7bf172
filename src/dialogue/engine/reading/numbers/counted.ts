import {numeral} from '../../../nlu/numerals.ts'
import {stemKeys} from '../../../nlu/stem.ts'
import type {Found, Token, Utterance} from '../../../nlu/types.ts'
import {asksIn, mentionsField} from '../field-words.ts'
import type {Reader} from '../reader.ts'
import {isYear} from './read-year.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'

export type FoundNumber = Found<{readonly number: number}>

/** How clearly a number counts what the field counts: by its own word beside it, by a unit of the same kind, by its form. */
export function weigh({tokens, lang}: Utterance, field: ScenarioField, {from, to, value}: FoundNumber, isAsked = false): number {
  const kind = kindOf(field)
  const forChildren = countsChildren(field)
  const isOwn = (token: Token | undefined) =>
    token !== undefined &&
    (mentionsField(field, [token]) ||
      (countsDays(field) && ofDays.test(token.text)) ||
      countsUnit(field, token) ||
      (kind !== undefined && isUnit(token, kind)) ||
      (forChildren && child.test(token.text)))
  // «Он в пятом классе»
  if (
    tokens[from - 1]?.text === 'в' &&
    tokens[to - 1]!.text.endsWith('ом') &&
    tokens[to] !== undefined &&
    mentionsField(field, [tokens[to]])
  )
    return 4
  // «в три ночи» is an hour, «через две недели» a day.
  if (/^(?:в|во|к|at)$/.test(tokens[from - 1]?.text ?? '') || isMoment(tokens, {from, to})) return 0
  if (isOwn(tokens[to])) return 4
  if (tokens[to] && isOtherUnit(tokens[to], kind) && !(countsDays(field) && ofDays.test(tokens[to].text)))
    return kind === 'nights' && week.test(tokens[to].text) ? 4 : 0
  const said = tokens.slice(from, to)
  if (kind === 'age' && /^(?:мне|ему|ей|сыну|дочке|дочери|ребенку|i'm|he's|she's|is|am|aged)$/.test(tokens[from - 1]?.text ?? '')) return 3
  if (forChildren && isAsked && said.some((token) => numeral(token, lang)?.collective)) return 3.5
  if (kind === 'people' && (said.some((token) => numeral(token, lang)?.collective) || isForPeople(tokens, {from, to}))) return 3
  if (kind === 'money' && value.number >= 100 && said.some((token) => numeral(token, lang)?.rank === 'scale')) return 3
  if (isOwn(tokens[from - 1])) return 2
  return isOwn(tokens[from - 2]) || isOwn(tokens[to + 1]) ? 1 : 0
}

/** Whether the number is a day («до двадцать третьего») or counts something else («две недели»). */
export function countsOther({utterance: {tokens}, asked}: Reader, field: ScenarioField, {from, to}: FoundNumber): boolean {
  const next = tokens[to]
  const isDay = /^(?:до|с|со|по)$/.test(tokens[from - 1]?.text ?? '') && /[ое]го$/.test(tokens[to - 1]!.text)
  if (isMoment(tokens, {from, to})) return true
  // «Один раз в неделю», «первое занятие», where nothing is counted
  const ofTimes = next !== undefined && /^(?:раза?|заняти\p{L}+|урок\p{L}*|lessons?|times?)$/u.test(next.text)
  if (ofTimes && !mentionsField(field, [next]) && !/сколько|how (?:many|often)/i.test(asksIn(field))) return true
  // «Тысяча рублей» to «сколько готовы потратить?»
  if (next !== undefined && asked?.id === field.id && kindOf(field) === undefined && isUnit(next, 'money') && !countsTime(field))
    return false
  return (
    (isDay && !mentionsFloor(field) && !isYear(field)) ||
    (next !== undefined &&
      !mentionsField(field, [next]) &&
      !(countsDays(field) && ofDays.test(next.text)) &&
      isOtherUnit(next, kindOf(field)))
  )
}

/** «Через две недели», "two weeks from now", «три дня назад» */
const isMoment = (tokens: readonly Token[], {from, to}: {readonly from: number; readonly to: number}): boolean =>
  tokens[to] !== undefined &&
  (spans.test(tokens[to].text) || /^(?:дн|день|сут|days?$)/.test(tokens[to].text)) &&
  (/^(?:через|спустя|in|within)$/.test(tokens[from - 1]?.text ?? '') || /^(?:назад|ago|from)$/.test(tokens[to + 1]?.text ?? ''))

/** «На сколько дней?»: days and «сутки» are one unit there. */
const countsDays = ({askLine}: ScenarioField): boolean => /сколько (?:\S+ )?(?:дн|сут)|how many (?:\S+ )?days/i.test(asksIn({askLine}))

const ofDays = /^(?:день|дня|дней|дн[её]м|сутки|суток|days?)$/

/** Whether the field asks how many of the unit the word names, whichever of its names the question has. */
const countsUnit = (field: ScenarioField, token: Token): boolean => {
  const unit = spelled.find((forms) => forms.test(token.text))
  const asks = asksIn(field).toLowerCase()
  return unit !== undefined && asks.split(/[^\p{L}]+/u).some((word) => unit.test(word))
}

/** «Килограмм», to "how many kilograms?": one. */
export const isOneUnit = (field: ScenarioField, {tokens}: Utterance): boolean =>
  tokens.length <= 3 &&
  tokens.some((token) => countsUnit(field, token)) &&
  tokens.every((token) => countsUnit(field, token) || /^(?:на|где-то|примерно|ну|да|about|a|an)$/.test(token.text))

/** «Кг», «кило» and «килограмм» are one unit. */
const spelled: readonly RegExp[] = [
  /^(?:кг|кило|кил[оа]|килограмм\p{L}*|kg|kilos?|kilograms?)$/u,
  /^(?:литр\p{L}*|л)$/u,
  /^(?:м|метр\p{L}*|квадрат\p{L}*|кв|m|met(?:er|re)s?)$/u,
]

/** How many months, weeks, hours: no things are counted. */
export const countsTime = ({askLine}: ScenarioField): boolean => timed.test(asksIn({askLine}))

const timed = /сколько (?:\S+ )?(?:месяц|недел|дн|час|лет)|на какой срок|how many (?:\S+ )?(?:months|weeks|days|hours|years)|how long/i

/** Whether the flow asks for the children by themselves. */
export const countsChildren = ({type, id, askLine}: ScenarioField): boolean =>
  type === 'number' && children.test([id, asksIn({askLine})].join(' '))

const children = /(?:^|[^а-яё])(?:дет(?:ей|и|ям|ок)|реб[её]н|малыш)|child|kids|infants/i
export const child = /^(?:дет|реб[её]н|малыш|kid|child|младен|infant|bab)/

const mentionsFloor = ({keys}: ScenarioField): boolean => ['этаж', 'floor'].some((word) => stemKeys(word).some((key) => keys.has(key)))

export const nightWord = /^(?:ноч(?:ь|и|ей)|сут(?:ки|ок)|nights?)$/
export const week = /^(?:недел\p{L}*|weeks?)$/u
const spans = /^(?:недел\p{L}*|месяц\p{L}*|час(?:а|ов|ик)?|минут\p{L}*|weeks?|months?|hours?|minutes?)$/u

/** Of a field that counts something without a name of ours, people and things may be the name. */
const isOtherUnit = (token: Token, kind: Kind | undefined): boolean =>
  spans.test(token.text) ||
  ((kind !== undefined || isUnit(token, 'money') || isUnit(token, 'nights')) &&
    (Object.keys(units) as Kind[]).some((other) => other !== kind && isUnit(token, other)))

type Kind = keyof typeof units

const units = {
  people: 'человек люди персона гость место взрослый people person guest seat adult party passenger пассажир',
  money: 'бюджет рубль руб тысяча доллар евро копейка rouble ruble dollar euro pound bucks',
  rating: 'балл оценка звезда point star score',
  age: 'лет год годик возраст year age',
  nights: 'ночь сутки ночевка night',
}

const unitKeys = new Map(Object.entries(units).map(([kind, words]) => [kind, new Set(words.split(' ').flatMap((word) => stemKeys(word)))]))

const isUnit = ({text}: Token, kind: Kind): boolean => stemKeys(text).some((key) => unitKeys.get(kind)!.has(key))

export const countsNights = (field: ScenarioField): boolean => field.type === 'number' && kindOf(field) === 'nights'

/** What a field counts, by the words of its question and its name. */
export const kindOf = (field: ScenarioField): Kind | undefined => {
  const kindIn = (own: readonly string[]) => (Object.keys(units) as Kind[]).find((kind) => own.some((key) => unitKeys.get(kind)!.has(key)))
  // «Бюджет на гостя» counts no guests.
  const ask = asksIn(field)
  if (/сколько (?:\S+ ){0,2}лет|возраст|how old|what age/i.test(ask)) return 'age'
  return kindIn(hints(field.id)) ?? kindIn([...field.keys])
}

const hints = (id: string): string[] =>
  /guest|people|person|party|passenger|seats?|pax/.test(id)
    ? stemKeys('people').slice()
    : /amount|sum|price|budget|payment/.test(id)
      ? stemKeys('рубль').slice()
      : []

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
