import {numeral} from '../nlu/numerals.ts'
import {extractNumber} from '../nlu/number.ts'
import {stemKeys} from '../nlu/stem.ts'
import type {Found, Token} from '../nlu/types.ts'
import {mentionsField} from './field-words.ts'
import {openFields} from './open-fields.ts'
import {claim, contextOf, isAboutValue, push, rawOf, type Reader} from './reader.ts'
import type {ScenarioField} from './scenario.ts'

/**
 * Numbers. `asked`: any number will do. `counted`: only one that says what it counts («на двоих», "table for two", «две тысячи рублей»).
 * `any`: at a summary also a bare one, when just one number can be meant.
 */
export function readNumbers(reader: Reader, how: 'asked' | 'counted' | 'any'): void {
  if (how === 'asked') {
    if (reader.asked) take(reader, reader.asked, extractNumber(reader.utterance, contextOf(reader, reader.asked, true)))
    return
  }
  const fields = openFields(reader, 'number')
  const field = fields.find((each) => counts(reader, each))
  if (field) return take(reader, field, extractNumber(reader.utterance, contextOf(reader, field, false)))
  const {pending, fields: held} = reader.state
  // At a summary, and of «не шесть, а восемь», a bare number can only mean the one that is known.
  const isMeant = pending.kind === 'confirm_state' || pending.kind === 'what_to_change' || isAboutValue(reader.utterance)
  const [only, ...others] = fields.filter((each) => held[each.id]!.value !== undefined)
  if (how !== 'any' || !isMeant || !only || others.length > 0) return
  take(reader, only, extractNumber(reader.utterance, contextOf(reader, only, true)))
}

function take(reader: Reader, field: ScenarioField, found: Found<{readonly number: number}> | undefined): void {
  if (!found || reader.done.has(field.id)) return
  const raw = rawOf(reader, found)
  const alts = (found.alts ?? []).map((alt) => alt.number)
  claim(reader, found)
  push(reader, field, found, found.value.number, alts, raw)
}

/** Whether the number in the words counts what the field counts: by its own word beside it, by a unit of the same kind, by its form. */
function counts(reader: Reader, field: ScenarioField): boolean {
  const {tokens, lang} = reader.utterance
  const found = extractNumber(reader.utterance, contextOf(reader, field, false))
  if (!found) return false
  const near = [...tokens.slice(Math.max(0, found.from - 2), found.from), ...tokens.slice(found.to, found.to + 2)]
  if (mentionsField(field, near)) return true
  const kind = kindOf(field)
  if (!kind) return false
  if (near.some((token) => isUnit(token, kind))) return true
  if (kind === 'people')
    return tokens.slice(found.from, found.to).some((token) => numeral(token, lang)?.collective) || isForPeople(tokens, found)
  return (
    kind === 'money' &&
    found.value.number >= 100 &&
    tokens.slice(found.from, found.to).some((token) => numeral(token, lang)?.rank === 'scale')
  )
}

type Kind = keyof typeof units

const units = {
  people: 'человек люди персона гость место взрослый people person guest seat adult party',
  money: 'рубль руб тысяча доллар евро копейка rouble ruble dollar euro pound bucks',
  rating: 'балл оценка звезда point star score',
  age: 'лет год годик year',
}

const unitKeys = new Map(Object.entries(units).map(([kind, words]) => [kind, new Set(words.split(' ').flatMap((word) => stemKeys(word)))]))

const isUnit = ({text}: Token, kind: Kind): boolean => stemKeys(text).some((key) => unitKeys.get(kind)!.has(key))

/** What a field counts, by the words of its question and its name. */
const kindOf = (field: ScenarioField): Kind | undefined => {
  const own = [...field.keys, ...hints(field.id)]
  return (Object.keys(units) as Kind[]).find((kind) => own.some((key) => unitKeys.get(kind)!.has(key)))
}

const hints = (id: string): string[] =>
  /guest|people|person|party|seats?|pax/.test(id) ? ['people'] : /amount|sum|price|budget|payment/.test(id) ? stemKeys('рубль').slice() : []

/** "Table for two", «столик на двоих», «нас будет пятеро». */
function isForPeople(tokens: readonly Token[], {from, to}: Found<unknown>): boolean {
  const before = tokens.slice(Math.max(0, from - 2), from).map((token) => token.text)
  return (
    before.includes('нас') ||
    before.includes('вдвоем') ||
    (before.at(-1) === 'for' && tokens[to]?.text !== "o'clock") ||
    before.join(' ') === 'party of' ||
    before.join(' ') === 'there are'
  )
}
