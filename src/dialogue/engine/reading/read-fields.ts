import {words} from '../../nlu/tokens.ts'
import type {LocalDateTime, Utterance} from '../../nlu/types.ts'
import {extractChoice} from '../../nlu/choice.ts'
import {numeral} from '../../nlu/numerals.ts'
import type {Command} from '../command.ts'
import {readChangedMind} from './wishes/changed-mind.ts'
import {contradicted, takenBackAlone} from './contradicted.ts'
import {mentions, mostMentioned} from './field-words.ts'
import {openFields} from './open-fields.ts'
import {endOfPhone} from './values/read-phone.ts'
import {otherEnd, readWay} from './values/read-way.ts'
import {proposed} from './moments/proposal.ts'
import {readMoment} from './moments/read-moment.ts'
import {readLeftOver, readNumbers} from './numbers/read-number.ts'
import {readPeriod} from './moments/read-period.ts'
import {readText} from './values/read-text.ts'
import {addPatronymic, namesAnother, readTwoNames} from './names/read-person.ts'
import {readAsked, readNamedInFull, readVolunteered} from './read-asked.ts'
import {readRenamed} from './names/read-renamed.ts'
import {lateScore, namedChange, readCorrectionOfLast, slipOfTongue, takeBack} from './corrections.ts'
import {contextOf, isHere, type Reader, type ReadingHints} from './reader.ts'
import {readDetails, readEchoes, readNoEmail, readPossessions, readTakenBack, readUnwanted} from './yes-no/volunteered-yes-no.ts'
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
  const waiting = askedField(scenario, state)
  const first = {
    scenario,
    state,
    now,
    asked: waiting,
    hints,
    commands: [],
    explained: new Set<number>(),
    done: new Set<string>(),
    utterance,
  }
  // «Позвоните завтра, скажу» to "which day?" is the day to call.
  const isToCall =
    (waiting?.type === 'date' || waiting?.type === 'time') && hints.intents.has('callback') && asksToCall.test(utterance.text)
  const pending = waiting && (isToCall || namesAnother(first, waiting)) ? undefined : waiting
  const blank = {...first, asked: pending}
  const meant =
    endOfPhone(blank) ??
    contradicted(blank) ??
    namedChange(blank, pending) ??
    lateScore(blank, pending) ??
    (mayBeSlip(blank, pending) ? slipOfTongue(blank, pending) : undefined)
  const asked =
    meant ??
    (pending && (rivalOf(blank, pending) ?? otherEnd(blank, pending))) ??
    pending ??
    (hints.wantsChange ? namedField(scenario, utterance) : undefined)
  const reader: Reader = {...blank, asked}
  if (asked?.type === 'text' && !hints.turnsAside) return freeAnswer(reader, asked)
  readChangedMind(reader)
  readTwoNames(reader)
  readDetails(reader)
  readPeriod(reader)
  // «Пятнадцать роз»: once the flower is taken out nothing tells what is counted.
  if (asked?.type === 'enum' && !hasNumberedName(reader, asked)) readNumbers(reader, 'counted')
  if (!meant && readWay(reader)) readNumbers(reader, 'counted')
  else if (asked && !reader.done.has(asked.id)) readAsked(reader, asked)
  // What was asked for is taken down first.
  if (asked?.type === 'enum') reader.commands.sort((a, b) => Number(isOf(b, asked)) - Number(isOf(a, asked)))
  if (meant && reader.done.has(meant.id)) takeBack(reader)
  // «Иван, и давайте не два кило, а три» answers as well.
  if (meant && pending?.type === 'person_name' && meant.id !== pending.id) readAsked(reader, pending)
  for (const type of ['phone', 'email'] as const) readVolunteered(reader, type)
  readNumbers(reader, 'counted')
  readMoment(reader)
  readEchoes(reader)
  readUnwanted(reader)
  readNoEmail(reader)
  readPossessions(reader)
  addPatronymic(reader)
  readRenamed(reader)
  readNamedInFull(reader)
  for (const type of ['address', 'enum', 'person_name'] as const) readVolunteered(reader, type)
  readNumbers(reader, 'any')
  readLeftOver(reader)
  if (hints.denies && reader.commands.length === 0) readCorrectionOfLast(reader)
  const wrong = reader.commands.length === 0 ? takenBackAlone(first) : undefined
  if (wrong) reader.commands.push({kind: 'reopen', field: wrong.id, source: 'rule', confidence: 0.8})
  return {commands: reader.commands, explained: reader.explained, isText: false}
}

/** "One bedroom flat" is an option of that name, and counts nothing. */
function hasNumberedName(reader: Reader, asked: ScenarioField): boolean {
  const {utterance} = reader
  const found = extractChoice(utterance, contextOf(reader, asked, true))
  return found !== undefined && utterance.tokens.slice(found.from, found.to).some((token) => numeral(token, utterance.lang) !== undefined)
}

const asksToCall = /перезвон|позвон|наберите|call (?:me|us|back)|ring me/i

/** A long answer to an open question may begin with «ой» and be one all the same. */
const mayBeSlip = ({utterance}: Reader, pending: ScenarioField | undefined): boolean =>
  pending?.type !== 'text' || utterance.tokens.length <= 5

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

/** An open answer is content: of other values only what is unmistakable and still missing is taken out of it. */
function freeAnswer(reader: Reader, asked: ScenarioField): FieldReading {
  readTakenBack(reader)
  if (reader.commands.some((command) => command.kind === 'set'))
    return {commands: reader.commands, explained: reader.explained, isText: false}
  // A number of people who eat no fish is not how many come.
  if (!reader.hints.wantsChange)
    for (const field of reader.scenario.fields.values())
      if (field.type === 'number' && reader.state.fields[field.id]!.value !== undefined) reader.done.add(field.id)
  const missing = (type: ScenarioField['type']) =>
    openFields(reader, type).filter((field) => reader.state.fields[field.id]!.value === undefined && isHere(reader, field))
  // "Eleven", to what may be left out: an hour, where one is still missing.
  const [time] = missing('time')
  const hour = !asked.required && time ? proposed(reader.utterance) : undefined
  if (hour) {
    readAsked({...reader, asked: time, utterance: hour}, time!)
    if (reader.commands.some((command) => isOf(command, time!)))
      return {commands: reader.commands, explained: new Set(hour.tokens.keys()), isText: false}
  }
  if (missing('phone').length > 0) readVolunteered(reader, 'phone')
  if (missing('date').length > 0 || missing('time').length > 0 || movesMoment(reader)) readMoment(reader)
  if (missing('number').length > 0) readNumbers(reader, 'counted')
  if (movesMoment(reader) && reader.commands.some((command) => command.kind === 'set'))
    return {commands: reader.commands, explained: reader.explained, isText: false}
  // «Запишите на узи», «хирург», while symptoms are asked for: another choice, and none of them.
  if (!asked.required && choosesAgain(reader)) {
    readVolunteered(reader, 'enum')
    if (reader.commands.some((command) => command.kind === 'set'))
      return {commands: reader.commands, explained: reader.explained, isText: false}
  }
  const isText = readText(reader, asked)
  return {commands: reader.commands, explained: reader.explained, isText}
}

/** Whether an option is named in full, by a booking or by nothing else. */
function choosesAgain(reader: Reader): boolean {
  const {utterance, hints, scenario} = reader
  // «Наверное, лучше к кардиологу», "actually I'd rather see a cardiologist"
  const prefers = /(?:^| )(?:лучше|передумал[аи]?|мне бы|а можно(?: сразу)?|запишите|rather|instead|actually)(?: |$)/.test(
    words(utterance.tokens),
  )
  if ((hints.isQuestion && !prefers) || (!hints.intents.has('book') && !prefers && utterance.tokens.length > 2)) return false
  return [...scenario.fields.values()].some(({id, choices}) => {
    const found =
      choices.length > 0 && isHere(reader, scenario.fields.get(id)!)
        ? extractChoice(utterance, {...contextOf(reader, scenario.fields.get(id)!, false)})
        : undefined
    // «Простыл», to a therapist chosen already, is what is wrong.
    return (
      found !== undefined && !found.alts && found.confidence > 0.9 && !isKnownAlready(scenario.fields.get(id)!, reader, found.value.option)
    )
  })
}

/** What was chosen and is told in other words than its name: «простыл», to a therapist. */
function isKnownAlready({id, optionSay}: ScenarioField, {state, utterance}: Reader, option: string): boolean {
  const names = new Set(Object.values(optionSay.get(option) ?? {}).map((name) => name.toLowerCase()))
  return state.fields[id]!.value === option && !utterance.tokens.some(({text}) => names.has(text))
}

/** «Привезите лучше в четыре», said where an open answer was wanted, moves what is known. */
const movesMoment = ({utterance, scenario, state}: Reader): boolean =>
  utterance.tokens.length <= 6 &&
  /(?:^| )(?:лучше|перенес\S+|поменя\S+|rather|instead|make it|change)(?: |$)/.test(words(utterance.tokens)) &&
  [...scenario.fields.values()].some(
    (field) => (field.type === 'time' || field.type === 'date') && state.fields[field.id]!.value !== undefined,
  )

const askedField = ({fields}: Scenario, {pending}: DialogueState): ScenarioField | undefined =>
  pending.kind === 'ask' || pending.kind === 'confirm' || pending.kind === 'choose' ? fields.get(pending.field) : undefined

const namedField = ({fields}: Scenario, {tokens}: Utterance): ScenarioField | undefined =>
  mostMentioned(
    [...fields.values()].filter((field) => field.type !== 'text'),
    tokens,
  )
