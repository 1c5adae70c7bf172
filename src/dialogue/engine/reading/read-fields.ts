import type {LocalDateTime, Utterance} from '../../nlu/types.ts'
import {splitCorrection} from '../../nlu/correction.ts'
import {numeral} from '../../nlu/numerals.ts'
import type {Command} from '../command.ts'
import {contradicted} from './contradicted.ts'
import {mentions, mostMentioned} from './field-words.ts'
import {openFields} from './open-fields.ts'
import {endOfPhone} from './read-phone.ts'
import {byDirection, otherEnd, readWay} from './read-way.ts'
import {readMoment} from './read-moment.ts'
import {isBareNumber, readNumbers} from './read-number.ts'
import {readText} from './read-text.ts'
import {readValue} from './read-value.ts'
import {toldOutright} from './possession.ts'
import {claim, explain, push, rawOf, type Reader, type ReadingHints} from './reader.ts'
import {echoWhole} from './read-yes-no.ts'
import type {Scenario, ScenarioField} from '../scenario/scenario.ts'
import type {DialogueState} from '../state.ts'

export interface FieldReading {
  readonly commands: readonly Command[]
  /** Tokens that some value explains. */
  readonly explained: ReadonlySet<number>
  /** The whole utterance was taken as the answer to an open question. */
  readonly isText: boolean
}

/** Reads every field value the caller volunteers: the one asked for first, then the long and unmistakable kinds. */
export function readFields(
  scenario: Scenario,
  state: DialogueState,
  utterance: Utterance,
  now: LocalDateTime,
  hints: ReadingHints,
): FieldReading {
  const pending = askedField(scenario, state)
  const blank = {
    scenario,
    state,
    now,
    asked: pending,
    hints,
    commands: [],
    explained: new Set<number>(),
    done: new Set<string>(),
    utterance,
  }
  const meant = endOfPhone(blank) ?? (pending?.type === 'text' ? undefined : (contradicted(blank) ?? slipOfTongue(blank, pending)))
  const asked =
    meant ??
    (pending && (rivalOf(blank, pending) ?? otherEnd(blank, pending))) ??
    pending ??
    (hints.wantsChange ? namedField(scenario, utterance) : undefined)
  const reader: Reader = {...blank, asked}
  if (asked?.type === 'text') return freeAnswer(reader, asked)
  // «Пятнадцать роз»: once the flower is taken out nothing tells what is counted.
  if (asked?.type === 'enum') readNumbers(reader, 'counted')
  if (!meant && readWay(reader)) readNumbers(reader, 'counted')
  else if (asked) readAsked(reader, asked)
  // What was asked for is taken down first.
  if (asked?.type === 'enum') reader.commands.sort((a, b) => Number(isOf(b, asked)) - Number(isOf(a, asked)))
  if (meant && reader.done.has(meant.id)) takeBack(reader)
  for (const type of ['phone', 'email'] as const) readVolunteered(reader, type)
  readNumbers(reader, 'counted')
  readMoment(reader)
  readEchoes(reader)
  readPossessions(reader)
  for (const type of ['address', 'enum', 'person_name'] as const) readVolunteered(reader, type)
  readNumbers(reader, 'any')
  if (hints.denies && reader.commands.length === 0) readCorrectionOfLast(reader)
  return {commands: reader.commands, explained: reader.explained, isText: false}
}

const isOf = (command: Command, {id}: ScenarioField): boolean => command.kind === 'set' && command.field === id

/** «Куда едем – на Мира десять», while the other end was asked for: the words name another field of the kind. */
function rivalOf({scenario: {fields}, state, utterance}: Reader, asked: ScenarioField): ScenarioField | undefined {
  const words = utterance.tokens.filter((token) => !ofMoment.test(token.text) && !numeral(token, utterance.lang))
  if (state.pending.kind !== 'ask' || !pairs.has(asked.type) || mentions(asked, words) > 0) return undefined
  const rivals = [...fields.values()].filter((field) => field.type === asked.type && field.id !== asked.id)
  return mostMentioned(rivals, words)
}

/** Parts of a day or an hour name no field, even where its question has them too. */
const ofMoment =
  /^(?:утр\S*|веч\S*|дн[яе]\S*|день|ноч\S*|час\S*|минут\S*|сегодня|завтра|послезавтра|понедельник\S*|вторник\S*|сред[ауы]|четверг\S*|пятниц\S*|суббот\S*|воскресень\S*|morning|evening|afternoon|day|today|tomorrow|night|hour|o'clock|am|pm)$/

const pairs: ReadonlySet<ScenarioField['type']> = new Set(['address', 'date', 'time'])

/** What was taken back is no value of anything else. */
function takeBack(reader: Reader): void {
  const split = splitCorrection(reader.utterance.tokens)
  if (split) claim(reader, {value: {}, from: Math.max(0, split.old.from - 1), to: split.old.to, confidence: 1})
}

/** «Ой, Мира двенадцать», right after «Мира десять» was taken down: what was said last is put right, not what is asked for now. */
function slipOfTongue(reader: Reader, asked: ScenarioField | undefined): ScenarioField | undefined {
  const {state, utterance} = reader
  if (
    state.pending.kind !== 'ask' ||
    !/^(?:ой|ай|ошиб|огов|перепутал|точнее|вернее|простите|извините|oops|sorry|actually)/.test(utterance.tokens[0]?.text ?? '')
  )
    return undefined
  const last = lastTaken(reader)
  if (!last || last.id === asked?.id) return undefined
  const trial: Reader = {...reader, asked: last, commands: [], explained: new Set(), done: new Set()}
  readAsked(trial, last)
  return trial.commands.some(
    (command) => command.kind === 'set' && command.field === last.id && command.value !== state.fields[last.id]!.value,
  )
    ? last
    : undefined
}

/** What was taken down in the turn before. */
function lastTaken({state, scenario}: Reader): ScenarioField | undefined {
  const id = Object.keys(state.fields).find((each) => state.fields[each]!.turn === state.counters.turns)
  const last = id === undefined ? undefined : scenario.fields.get(id)!
  return last && last.type !== 'text' && last.type !== 'yesno' ? last : undefined
}

/** «Так, три. Куда везти?» – «Нет, четыре.»: a "no" with a value puts right what was acknowledged just before. */
function readCorrectionOfLast(reader: Reader): void {
  const last = lastTaken(reader)
  if (!last || last.id === reader.asked?.id) return
  reader.done.delete('#moment')
  readAsked({...reader, asked: last}, last)
}

/** An open answer is content: of other values only what is unmistakable and still missing is taken out of it. */
function freeAnswer(reader: Reader, asked: ScenarioField): FieldReading {
  const missing = (type: ScenarioField['type']) =>
    openFields(reader, type).filter((field) => reader.state.fields[field.id]!.value === undefined && isHere(reader, field))
  if (missing('phone').length > 0) readVolunteered(reader, 'phone')
  if (missing('date').length > 0 || missing('time').length > 0 || movesMoment(reader)) readMoment(reader)
  if (missing('number').length > 0) readNumbers(reader, 'counted')
  if (movesMoment(reader) && reader.commands.some((command) => command.kind === 'set'))
    return {commands: reader.commands, explained: reader.explained, isText: false}
  const isText = readText(reader, asked)
  return {commands: reader.commands, explained: reader.explained, isText}
}

/** «Привезите лучше в четыре», said where an open answer was wanted, moves what is known. */
const movesMoment = ({utterance, scenario, state}: Reader): boolean =>
  utterance.tokens.length <= 6 &&
  /(?:^| )(?:лучше|перенес\S+|поменя\S+|rather|instead|make it|change)(?: |$)/.test(
    utterance.tokens.map((token) => token.text).join(' '),
  ) &&
  [...scenario.fields.values()].some(
    (field) => (field.type === 'time' || field.type === 'date') && state.fields[field.id]!.value !== undefined,
  )

const isHere = ({scenario, state}: Reader, {id}: ScenarioField): boolean => scenario.states.get(state.state)!.collect.includes(id)

const askedField = ({fields}: Scenario, {pending}: DialogueState): ScenarioField | undefined =>
  pending.kind === 'ask' || pending.kind === 'confirm' || pending.kind === 'choose' ? fields.get(pending.field) : undefined

const namedField = ({fields}: Scenario, {tokens}: Utterance): ScenarioField | undefined =>
  mostMentioned(
    [...fields.values()].filter((field) => field.type !== 'text'),
    tokens,
  )

function readAsked(reader: Reader, field: ScenarioField): void {
  switch (field.type) {
    case 'date':
    case 'time':
      // A day and an hour in one breath are read together, or the day would eat the hour.
      readNumbers(reader, 'counted')
      return readMoment(reader)
    case 'number':
      // «в семь» is an hour, whatever was asked; «семь» is what was asked, and «семь ночей» is no hour.
      readNumbers(reader, 'counted')
      if (isBareNumber(reader)) readNumbers(reader, 'asked')
      readMoment(reader)
      return readNumbers(reader, 'asked')
    default:
      return readValue(reader, field, true)
  }
}

/** «Этаж третий, лифт есть»: answers to questions that are still to come. */
function readPossessions(reader: Reader): void {
  if (reader.hints.isQuestion) return
  const waiting = [...reader.scenario.fields.values()].filter(
    (field) =>
      field.type === 'yesno' &&
      field.id !== reader.asked?.id &&
      isHere(reader, field) &&
      reader.state.fields[field.id]!.value === undefined,
  )
  for (const field of new Set([...waiting, ...openFields(reader, 'yesno')])) {
    const told = toldOutright(reader, field)
    if (!told) continue
    const found = {...told, confidence: 0.8}
    const raw = rawOf(reader, found)
    claim(reader, found)
    push(reader, field, found, told.value, [], raw)
  }
}

/** «Ой, машина не на ходу» at a summary puts right what was answered with yes or no, in the words of its question. */
function readEchoes(reader: Reader): void {
  const {state, scenario, utterance} = reader
  if ((state.pending.kind !== 'confirm_state' && state.pending.kind !== 'what_to_change') || reader.commands.length > 0) return
  for (const field of scenario.fields.values()) {
    if (field.type !== 'yesno' || state.fields[field.id]!.value === undefined || mentions(field, utterance.tokens) < 2) continue
    const said = echoWhole(reader, field)
    if (said !== undefined && said !== state.fields[field.id]!.value) {
      push(reader, field, {value: said, from: 0, to: 0, confidence: 0.8}, said, [], utterance.text)
      explain(reader, {value: said, from: 0, to: utterance.tokens.length, confidence: 0.8})
    }
  }
}

/** One value of a type, for the first field it may belong to; options are looked for in every field that has them. */
function readVolunteered(reader: Reader, type: 'phone' | 'email' | 'enum' | 'person_name' | 'address'): void {
  const {hints, state, asked} = reader
  // «Нет, не Иванов, а Иваньков» to an address of a mailbox is about that.
  if (type === 'person_name' && state.pending.kind === 'confirm' && asked?.type === 'email') return
  // «Время другое»: what is to be changed was named, so the words belong to that.
  if (type === 'enum' && hints.wantsChange && asked && state.pending.kind !== 'ask') return
  const fields = type === 'address' ? byDirection(reader, openFields(reader, type)) : openFields(reader, type)
  for (const field of type === 'enum' ? fields : fields.slice(0, 1)) {
    // «нет, дом девять»: a part of what is known, put right.
    const amends = type === 'address' && (hints.denies || hints.wantsChange) && state.fields[field.id]!.value !== undefined
    // «No, it's Rob»: at a summary a short "no" with nothing else in it puts a name right.
    const renames =
      type === 'person_name' &&
      hints.denies &&
      state.pending.kind === 'confirm_state' &&
      reader.commands.length === 0 &&
      reader.utterance.tokens.length <= 5
    readValue(reader, field, amends || renames)
  }
}
