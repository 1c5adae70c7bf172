import {peopleNamed} from '../../../nlu/number-people.ts'
import {numeral} from '../../../nlu/numerals.ts'
import {words} from '../../../nlu/tokens.ts'
import {child, countsChildren, type FoundNumber, kindOf} from './counted.ts'
import {asksIn, mentionsField} from '../field-words.ts'
import {take} from './take-number.ts'
import type {Reader} from '../reader.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'

/** «Нет», «без детей», «только взрослые», where none is an answer. */
export function nobody(reader: Reader, field: ScenarioField): FoundNumber | undefined {
  const {utterance, hints, state} = reader
  const text = words(utterance.tokens)
  if (field.min !== 0 || kindOf(field) === 'rating' || state.pending.kind !== 'ask' || state.pending.field !== field.id || hints.isQuestion)
    return undefined
  const isNone =
    (hints.denies && !utterance.tokens.some((token) => numeral(token, utterance.lang))) ||
    (/(?:^| )(?:без|нет|нету|no|without|none)(?: |$)/.test(text) && mentionsField(field, utterance.tokens)) ||
    (countsChildren(field) && /^(?:(?:нас|мы|у нас|едут) )?(?:только|одни|just|only) (?:взрослые|мы|adults|us)/.test(text))
  return isNone ? {value: {number: 0}, from: 0, to: utterance.tokens.length, confidence: 0.8} : undefined
}

/** «Я и муж», «мы с сестрой»: people that are named and not counted. */
export function named({utterance}: Reader, field: ScenarioField): FoundNumber | undefined {
  const isOfPeople =
    kindOf(field) === 'people' || /водител|участник|ученик|посетител|игрок|drivers|players|participants/i.test(asksIn(field))
  const number = isOfPeople ? peopleNamed(utterance.tokens) : undefined
  return number === undefined ? undefined : {value: {number}, from: 0, to: utterance.tokens.length, confidence: 0.7}
}

/** «Нас двое и ребёнок»: one child beside people that were counted. */
export function readOneChild(reader: Reader, fields: readonly ScenarioField[]): void {
  const field = fields.find((each) => countsChildren(each) && !reader.done.has(each.id))
  const {tokens} = reader.utterance
  const without = tokens.findIndex(({text}, place) => /^(?:без|without|no)$/.test(text) && child.test(tokens[place + 1]?.text ?? ''))
  if (field?.min === 0 && without !== -1) return take(reader, field, {value: {number: 0}, from: without, to: without + 2, confidence: 0.8})
  const at = tokens.findIndex(({text}) => /^(?:ребен(?:ок|ком)|малыш(?:ом)?|child|kid|baby|toddler)$/.test(text))
  if (!field || at < 1 || !reader.commands.some((command) => command.kind === 'set')) return
  if (!/^(?:и|с|плюс|еще|and|with|plus|a|one)$/.test(tokens[at - 1]!.text)) return
  take(reader, field, {value: {number: 1}, from: at, to: at + 1, confidence: 0.7})
}
