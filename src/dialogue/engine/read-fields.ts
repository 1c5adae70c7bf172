import {extractAddress} from '../nlu/address.ts'
import {extractChoice} from '../nlu/choice.ts'
import {extractDate} from '../nlu/date.ts'
import {extractDateTime} from '../nlu/datetime.ts'
import {extractEmail} from '../nlu/email.ts'
import {extractNumber} from '../nlu/number.ts'
import {extractPersonName} from '../nlu/person-name.ts'
import {extractPhone} from '../nlu/phone.ts'
import {joinPhoneDigits} from '../nlu/phone-join.ts'
import {extractTime} from '../nlu/time.ts'
import type {ExtractContext, Found, LocalDateTime, Utterance} from '../nlu/types.ts'
import {extractYesNo} from '../nlu/yes-no.ts'
import type {Command, Value} from './command.ts'
import {mentionsField} from './field-words.ts'
import {formatAddress, formatName} from './format.ts'
import {freeText} from './free-text.ts'
import type {Scenario, ScenarioField} from './scenario.ts'
import type {DialogueState} from './state.ts'
import {openWindow} from './validate.ts'

export interface FieldReading {
  readonly commands: Command[]
  /** Tokens that some value explains. */
  readonly explained: ReadonlySet<number>
}

export interface ReadingHints {
  /** A question names things without wanting them: «сколько стоит стрижка» is no booking yet. */
  readonly isQuestion: boolean
  /** Something said before is to be changed: the field named is as good as asked for. */
  readonly wantsChange: boolean
  /** All of it is yes, no or about the call: no content for a free answer. */
  readonly isOnlyTalk: boolean
}

interface Reader {
  readonly scenario: Scenario
  readonly state: DialogueState
  readonly now: LocalDateTime
  readonly asked: ScenarioField | undefined
  readonly hints: ReadingHints
  readonly commands: Command[]
  readonly explained: Set<number>
  readonly done: Set<string>
  utterance: Utterance
}

/** Reads every field value the caller volunteers: the one asked for first, then the long and unmistakable kinds. */
export function readFields(
  scenario: Scenario,
  state: DialogueState,
  utterance: Utterance,
  now: LocalDateTime,
  hints: ReadingHints,
): FieldReading {
  const asked = askedField(scenario, state) ?? (hints.wantsChange ? namedField(scenario, utterance) : undefined)
  const reader: Reader = {scenario, state, now, asked, hints, commands: [], explained: new Set(), done: new Set(), utterance}
  if (asked) readAsked(reader, asked)
  for (const type of ['phone', 'email'] as const) readType(reader, type)
  readMoment(reader)
  for (const type of ['enum', 'person_name', 'address', 'number'] as const) readType(reader, type)
  return {commands: reader.commands, explained: reader.explained}
}

const namedField = ({fields}: Scenario, {tokens}: Utterance): ScenarioField | undefined =>
  [...fields.values()].find((field) => field.type !== 'text' && mentionsField(field, tokens))

const askedField = ({fields}: Scenario, {pending}: DialogueState): ScenarioField | undefined =>
  pending.kind === 'ask' || pending.kind === 'confirm' || pending.kind === 'choose' ? fields.get(pending.field) : undefined

function readAsked(reader: Reader, field: ScenarioField): void {
  // A day and an hour in one breath are read together, or the day would eat the hour.
  if (field.type === 'date' || field.type === 'time') readMoment(reader)
  else if (field.type === 'text') readText(reader, field)
  else read(reader, field, true)
}

/** The fields of a type a volunteered value may belong to: the next one wanted, else one that is filled and may be corrected. */
function readType(reader: Reader, type: ScenarioField['type']): void {
  for (const field of candidates(reader, type)) {
    if (reader.done.has(field.id)) continue
    if (type === 'enum') read(reader, field, false)
    else {
      read(reader, field, false)
      return
    }
  }
}

function candidates({scenario, state, asked}: Reader, type: ScenarioField['type']): ScenarioField[] {
  const here = scenario.states.get(state.state)?.collect ?? []
  const rank = (field: ScenarioField) =>
    (here.includes(field.id) ? here.indexOf(field.id) : 1000) + (state.fields[field.id]!.status === 'empty' ? 0 : 2000)
  const fields = [...scenario.fields.values()].filter((field) => field.type === type && field.id !== asked?.id)
  return fields.toSorted((a, b) => rank(a) - rank(b))
}

const contextOf = (reader: Reader, field: ScenarioField, asked: boolean): ExtractContext => {
  const date = [...reader.scenario.fields.values()].find((each) => each.type === 'date' && !each.past)
  const known = date && reader.state.fields[date.id]!.value
  return {
    now: reader.now,
    asked,
    past: field.past,
    region: field.region ?? 'RU',
    options: field.choices,
    window: field.type === 'time' ? hourWindow(reader, field, known === undefined ? undefined : String(known)) : undefined,
  }
}

/** Half past six of which half of the day: as the hours are open, narrowed by what was said of the part of the day. */
function hourWindow(reader: Reader, field: ScenarioField, date: string | undefined) {
  const part = dayParts[reader.state.fields[field.id]!.partial?.dayPart ?? '']
  return part ?? openWindow(reader.scenario, field, date)
}

const dayParts: Readonly<Record<string, {readonly from: number; readonly to: number}>> = {
  morning: {from: 360, to: 779},
  day: {from: 720, to: 1079},
  afternoon: {from: 720, to: 1079},
  evening: {from: 960, to: 1439},
}

function read(reader: Reader, field: ScenarioField, asked: boolean): void {
  const found = extract(reader, field, contextOf(reader, field, asked))
  if (!found) return
  const reading = interpret(reader, field, found, asked)
  if (!reading) return
  claim(reader, found)
  reader.done.add(field.id)
  reader.commands.push(reading)
}

function extract(reader: Reader, field: ScenarioField, context: ExtractContext): Found<unknown> | undefined {
  const {utterance} = reader
  switch (field.type) {
    case 'phone':
      return context.asked ? joinPhoneDigits(digitsSoFar(reader, field), utterance, context) : extractPhone(utterance, context)
    case 'email':
      return extractEmail(utterance, context)
    case 'enum':
      return enumFound(reader, field, context)
    case 'person_name':
      return extractPersonName(utterance, context)
    case 'address':
      return extractAddress(utterance, context)
    case 'number':
      return numberFound(reader, field, context)
    case 'yesno':
      return context.asked ? extractYesNo(utterance, context) : undefined
    case 'date':
    case 'time':
    case 'text':
      return undefined
  }
}

/** What was dictated of a number in earlier turns; of a number being read back, all of it, so that its end can be put right. */
function digitsSoFar({state}: Reader, {id}: ScenarioField): string {
  const {partial, value} = state.fields[id]!
  if (partial?.digits !== undefined) return partial.digits
  if (state.pending.kind !== 'confirm' || state.pending.field !== id || value === undefined) return ''
  return String(value).replace(/^\+7/, '8').replace(/^\+/, '')
}

/** An option that is also a plain answer («да», «нет», «любой») counts only when it was asked for; and never out of a mere question. */
function enumFound(reader: Reader, field: ScenarioField, context: ExtractContext): Found<unknown> | undefined {
  if (!context.asked && reader.hints.isQuestion) return undefined
  const found = extractChoice(reader.utterance, context)
  if (!found || context.asked) return found
  const yesNo = extractYesNo(reader.utterance, context)
  return yesNo && yesNo.from === found.from && yesNo.to === found.to ? undefined : found
}

/** A bare number may mean anything: without the question it needs a counting word or the field's own word beside it. */
function numberFound(reader: Reader, field: ScenarioField, context: ExtractContext): Found<unknown> | undefined {
  const found = extractNumber(reader.utterance, context)
  if (!found || context.asked) return found
  const {tokens} = reader.utterance
  const near = tokens.slice(Math.max(0, found.from - 1), found.to + 2)
  return mentionsField(field, near) ? found : undefined
}

function interpret(reader: Reader, field: ScenarioField, found: Found<unknown>, asked: boolean): Command | undefined {
  const raw = reader.utterance.tokens
    .slice(found.from, found.to)
    .map((token) => token.raw)
    .join(' ')
  const base = {source: 'rule', confidence: found.confidence, field: field.id, raw} as const
  const value = found.value as Record<string, unknown>
  if (field.type === 'phone' && value['phone'] === null) {
    if (value['callerId'] === true) return {...base, kind: 'set', value: reader.state.caller, alts: [], corrected: false, callerId: true}
    return asked && typeof value['digits'] === 'string'
      ? {...base, kind: 'partial', part: {kind: 'digits', digits: value['digits']}}
      : undefined
  }
  const plain = plainValue(field, value)
  if (plain === undefined) return undefined
  const alts = (found.alts ?? []).map((alt) => plainValue(field, alt as Record<string, unknown>)).filter((alt) => alt !== undefined)
  return {
    ...base,
    kind: 'set',
    value: plain,
    alts: alts.length > 0 ? [...new Set([plain, ...alts])] : [],
    corrected: found.corrected === true,
  }
}

function plainValue(field: ScenarioField, value: Record<string, unknown>): Value | undefined {
  switch (field.type) {
    case 'phone':
      return textOf(value['phone'])
    case 'email':
      return textOf(value['email'])
    case 'enum':
      return textOf(value['option'])
    case 'number':
      return typeof value['number'] === 'number' ? value['number'] : undefined
    case 'yesno':
      return value['yesno'] === 'unsure' ? undefined : value['yesno'] === 'yes'
    case 'person_name':
      return formatName(value, field.parts)
    case 'address':
      return formatAddress(value)
    case 'date':
    case 'time':
    case 'text':
      return undefined
  }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Days and hours, together where the flow wants both. */
function readMoment(reader: Reader): void {
  if (reader.done.has('#moment')) return
  reader.done.add('#moment')
  const date = momentField(reader, 'date')
  const time = momentField(reader, 'time')
  const {utterance} = reader
  const asked = (field: ScenarioField | undefined) => field !== undefined && field.id === reader.asked?.id
  if (date && time && !date.past) {
    const found = extractDateTime(utterance, {...contextOf(reader, time, asked(time) || asked(date))})
    if (!found) return
    claim(reader, found)
    const value = found.value as Record<string, unknown>
    if (typeof value['date'] === 'string') pushDate(reader, date, value['date'], found, altsOf(found, 'date'))
    pushTime(reader, time, value, found)
    return
  }
  if (date) {
    const found = extractDate(utterance, contextOf(reader, date, asked(date)))
    const value = found?.value as Record<string, unknown> | undefined
    if (!found || typeof value?.['date'] !== 'string') return
    claim(reader, found)
    pushDate(reader, date, value['date'], found, altsOf(found, 'date'))
  } else if (time) {
    const found = extractTime(utterance, contextOf(reader, time, asked(time)))
    if (!found) return
    claim(reader, found)
    pushTime(reader, time, found.value, found)
  }
}

/** Which date or time is meant: the one asked for; a birth date only when it was asked for or named. */
function momentField(reader: Reader, type: 'date' | 'time'): ScenarioField | undefined {
  const {asked} = reader
  if (asked?.type === type) return asked
  if (asked?.type === 'date' && asked.past) return undefined
  const named = candidates(reader, type).filter((field) => !field.past || mentionsField(field, reader.utterance.tokens))
  return named.find((field) => field.past) ?? named[0]
}

const altsOf = (found: Found<unknown>, key: 'date' | 'time'): string[] =>
  (found.alts ?? []).map((alt) => (alt as Record<string, unknown>)[key]).filter((value) => typeof value === 'string')

const rawOf = ({utterance}: Reader, {from, to}: Found<unknown>): string =>
  utterance.tokens
    .slice(from, to)
    .map((token) => token.raw)
    .join(' ')

function pushDate(reader: Reader, field: ScenarioField, value: string, found: Found<unknown>, alts: readonly string[]): void {
  const all = alts.length > 0 ? [...new Set([value, ...alts])] : []
  reader.done.add(field.id)
  reader.commands.push(setOf(field, value, all.length > 1 ? all : [], found, rawOf(reader, found)))
}

function pushTime(reader: Reader, field: ScenarioField, value: Record<string, unknown>, found: Found<unknown>): void {
  const raw = rawOf(reader, found)
  const base = {source: 'rule', confidence: found.confidence, field: field.id, raw} as const
  if (typeof value['time'] === 'string') {
    const all = [...new Set([value['time'], ...altsOf(found, 'time')])]
    reader.done.add(field.id)
    reader.commands.push(setOf(field, value['time'], all.length > 1 ? all : [], found, raw))
  } else if (typeof value['part'] === 'string') {
    reader.commands.push({...base, kind: 'partial', part: {kind: 'day_part', part: value['part']}})
  } else if (value['from'] !== undefined || value['to'] !== undefined) {
    reader.commands.push({...base, kind: 'partial', part: {kind: 'range', from: textOf(value['from']), to: textOf(value['to'])}})
  }
}

const setOf = (field: ScenarioField, value: Value, alts: readonly Value[], found: Found<unknown>, raw: string): Command => ({
  source: 'rule',
  confidence: found.confidence,
  kind: 'set',
  field: field.id,
  value,
  alts,
  raw,
  corrected: found.corrected === true,
})

function readText(reader: Reader, field: ScenarioField): void {
  if (reader.hints.isOnlyTalk) return
  const text = freeText(reader.utterance)
  if (text === undefined) return
  reader.done.add(field.id)
  reader.commands.push({source: 'rule', confidence: 0.5, kind: 'set', field: field.id, value: text, alts: [], raw: text, corrected: false})
}

/** Words that made a value are used up: the digits of a phone are not also a time. */
function claim(reader: Reader, {from, to}: Found<unknown>): void {
  for (let at = from; at < to; at++) reader.explained.add(at)
  reader.utterance = {
    ...reader.utterance,
    tokens: reader.utterance.tokens.map((token, at) => (at >= from && at < to ? {...token, text: used} : token)),
  }
}

/** No word: grammars neither match it nor read past it. */
const used = '\u0000'
