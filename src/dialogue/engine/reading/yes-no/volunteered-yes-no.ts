import {hasNoEmail} from '../../../nlu/email.ts'
import {numeral} from '../../../nlu/numerals.ts'
import {wantsDelivery} from './delivery.ts'
import {mentions} from '../field-words.ts'
import {openFields} from '../open-fields.ts'
import {type Told, toldOutright} from './possession.ts'
import {echoWhole} from './echo.ts'
import {claim, explain, isHere, push, rawOf, type Reader} from '../reader.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'

/** «Переговорная завтра в три, проектор не нужен»: the answer to a question that is still to come. */
export function readUnwanted(reader: Reader): void {
  const {unwanted} = reader.hints
  if (!unwanted) return
  const isNamed = (each: ScenarioField) => mentions(each, unwanted.thing) > 0 && !reader.done.has(each.id)
  const field = stillToCome(reader).find(isNamed)
  if (!field) return passOver(reader, [...reader.scenario.fields.values()].filter(isNamed))
  const found = {from: unwanted.from, to: unwanted.to, value: false, confidence: 0.8}
  push(reader, field, found, false, [], reader.utterance.text)
  explain(reader, found)
}

/** «Почта не нужна»: what the flow can do without need not be asked for. */
function passOver(reader: Reader, named: readonly ScenarioField[]): void {
  const [field, ...others] = named.filter(({required}) => !required)
  if (field && others.length === 0) reader.commands.push({source: 'rule', confidence: 0.8, kind: 'pass', field: field.id})
}

/** "…, no email", before any was asked for. */
export function readNoEmail(reader: Reader): void {
  if (reader.hints.isQuestion || reader.asked?.type === 'email' || !hasNoEmail(reader.utterance)) return
  passOver(
    reader,
    [...reader.scenario.fields.values()].filter(({type}) => type === 'email'),
  )
}

/** «А можно без доставки, я сама заберу», said where a text was asked for: what was answered with yes before is taken back. */
export function readTakenBack(reader: Reader): void {
  const {scenario, state, utterance, hints} = reader
  for (const field of scenario.fields.values()) {
    if (field.type !== 'yesno' || state.fields[field.id]!.value === undefined) continue
    const isNamed = hints.unwanted !== undefined && mentions(field, hints.unwanted.thing) > 0
    const value = isNamed ? false : (wantsDelivery(reader, field) ?? withNoun(reader, field)?.value)
    if (value === undefined || value === state.fields[field.id]!.value) continue
    const found = {value, from: 0, to: utterance.tokens.length, confidence: 0.8, corrected: true}
    push(reader, field, found, value, [], utterance.text)
    explain(reader, found)
  }
}

const stillToCome = (reader: Reader): ScenarioField[] => {
  const waiting = [...reader.scenario.fields.values()].filter(
    (field) =>
      field.type === 'yesno' &&
      field.id !== reader.asked?.id &&
      isHere(reader, field) &&
      reader.state.fields[field.id]!.value === undefined,
  )
  return [...new Set([...waiting, ...openFields(reader, 'yesno')])]
}

/** «Этаж третий, лифт есть»: answers to questions that are still to come. */
export function readPossessions(reader: Reader): void {
  if (reader.hints.isQuestion) return
  for (const field of stillToCome(reader)) {
    const told = toldOutright(reader, field) ?? withNoun(reader, field)
    if (!told) continue
    const found = {...told, confidence: 0.8}
    const raw = rawOf(reader, found)
    claim(reader, found)
    push(reader, field, found, told.value, [], raw)
  }
}

/** «Перфоратор без доставки», «с доставкой на завтра» */
function withNoun({utterance: {tokens}}: Reader, field: ScenarioField): Told | undefined {
  const at = tokens.findIndex(
    ({text}, index) => /^(?:без|с|со|without|with)$/.test(text) && mentions(field, tokens.slice(index + 1, index + 2)) > 0,
  )
  return at === -1 || /^\d|лет$/.test(tokens[at + 1]!.text)
    ? undefined
    : {value: /^(?:с|со|with)$/.test(tokens[at]!.text), from: at, to: at + 2}
}

/** «Да, только смс не надо», «нет, курьер не нужен»: a detail that was read out or asked about, put right at the summary. */
export function readDetails(reader: Reader): void {
  const {state, scenario, utterance, hints} = reader
  if ((state.pending.kind !== 'confirm_state' && state.pending.kind !== 'what_to_change') || reader.commands.length > 0 || hints.isQuestion)
    return
  const text = utterance.tokens.map(({text: word}) => word).join(' ')
  const isUnwanted = unwanted.test(text)
  if (!isUnwanted && !wanted.test(text)) return
  const named = [...scenario.fields.values()].filter(
    (field) => field.type === 'yesno' && state.fields[field.id]!.value !== undefined && mentions(field, utterance.tokens) > 0,
  )
  const [field, ...others] = named
  if (!field || others.length > 0 || state.fields[field.id]!.value === !isUnwanted) return
  const found = {value: !isUnwanted, from: 0, to: utterance.tokens.length, confidence: 0.8, corrected: true}
  push(reader, field, found, !isUnwanted, [], utterance.text)
  explain(reader, found)
}

const unwanted =
  /(?:^| )(?:не (?:надо|нужн[аоы]?|нужен|хочу|хотим)|без|уберите|отмените|исключите|вычеркните|don't (?:need|want)|do not (?:need|want)|no need|without)(?: |$)/
const wanted =
  /(?:^| )(?:(?:все[- ]таки |еще |тоже |вс[её] же )?(?:нужн[аоы]?|нужен|надо|добавьте|хочу|хотим)|(?:do )?(?:need|want)|add|after all)(?: |$)/

/** «Ой, машина не на ходу» at a summary puts right what was answered with yes or no, in the words of its question. */
export function readEchoes(reader: Reader): void {
  const {state, scenario, utterance} = reader
  if ((state.pending.kind !== 'confirm_state' && state.pending.kind !== 'what_to_change') || reader.commands.length > 0) return
  const words = utterance.tokens.filter((token) => !numeral(token, utterance.lang))
  for (const field of scenario.fields.values()) {
    if (field.type !== 'yesno' || state.fields[field.id]!.value === undefined || mentions(field, words) < 2) continue
    const said = echoWhole(reader, field)
    if (said !== undefined && said !== state.fields[field.id]!.value) {
      push(reader, field, {value: said, from: 0, to: 0, confidence: 0.8}, said, [], utterance.text)
      explain(reader, {value: said, from: 0, to: utterance.tokens.length, confidence: 0.8})
    }
  }
}
