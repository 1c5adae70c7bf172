import {soonestDay} from '../../../nlu/calendar/soon.ts'
import {splitCorrection} from '../../../nlu/correction.ts'
import {extractDate} from '../../../nlu/date.ts'
import {extractDateTime} from '../../../nlu/datetime.ts'
import {numeral} from '../../../nlu/numerals.ts'
import {momentWords} from '../../../nlu/moment/words.ts'
import {addDays} from '../../../nlu/plain-date.ts'
import {extractTime} from '../../../nlu/time.ts'
import {words} from '../../../nlu/tokens.ts'
import type {Found} from '../../../nlu/types.ts'
import type {Command} from '../../command.ts'
import {asksIn, mentionsField, mostMentioned} from '../field-words.ts'
import {clock, minutes} from '../../scenario/hours.ts'
import {openFields} from '../open-fields.ts'
import {claim, contextOf, dayParts, halfOf, isAboutValue, push, rawOf, type Reader} from '../reader.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'
import {noticeBirthDate, readBirthDate} from './read-birth-date.ts'
import {readOtherBirthDay} from './other-birth-day.ts'
import {countsNights, countsTime} from '../numbers/counted.ts'
import {readAgo, readRecentDate} from './read-recent.ts'
import {proposed} from './proposal.ts'
import {readBound} from './read-bound.ts'
import {readChoice} from './read-choice.ts'
import {inHeldMonth} from './day-shift.ts'
import {isVagueMoment} from './vague-moment.ts'
import {isOfferedDay} from './suits.ts'
import {isEnd} from '../../scenario/moment-kind.ts'
import {bothEnds, endField, lastDay} from './stay.ts'
import {readDayShift, readShift} from './read-shift.ts'
import {altsOf, isStart, type Parts, pushTime} from './take-time.ts'

/** Days and hours, together where the flow wants both. */
export function readMoment(reader: Reader): void {
  if (reader.done.has('#moment')) return
  reader.done.add('#moment')
  if (readOtherHalf(reader)) return
  readNamed(reader)
  readVague(reader)
}

/** «В восемь.» – «Хорошо, в восемь утра. Сколько вас?» – «Вечера.»: the other half of the day of the hour just taken down. */
function readOtherHalf(reader: Reader): boolean {
  const {scenario, state, utterance, asked} = reader
  if (asked?.type === 'time' || asked?.type === 'date' || asked?.type === 'text') return false
  const said = utterance.tokens.filter(({text}) => !/^(?:ой|ай|нет|это|да|в|во|на|не|oh|no|in|the|at|sorry|p|a|m|i|mean|meant)$/.test(text))
  const half = said.length === 1 ? halfOf(said[0]!.text) : undefined
  const time = [...scenario.fields.values()].find(({id, type}) => type === 'time' && state.fields[id]!.turn === state.counters.turns)
  const held = time && state.fields[time.id]!.value
  if (!half || !time || typeof held !== 'string') return false
  const {from, to} = dayParts[half]!
  const other = (minutes(held) + 720) % 1440
  if ((minutes(held) >= from && minutes(held) <= to) || other < from || other > to) return false
  push(reader, time, {value: {}, from: 0, to: utterance.tokens.length, confidence: 0.85, corrected: true}, clock(other), [], utterance.text)
  for (const at of utterance.tokens.keys()) reader.explained.add(at)
  return true
}

/** What names no day and no hour, where one was asked for. */
function readVague({asked, state, timed, utterance, commands, explained}: Reader): void {
  const said = timed ?? utterance
  if (
    !asked ||
    state.pending.kind !== 'ask' ||
    commands.some((command) => !isAnyTime(command) || ('field' in command && command.field === asked.id)) ||
    !isVagueMoment(said, asked)
  )
    return
  for (const at of said.tokens.keys()) explained.add(at)
  // "I'm flexible", of a day that may be left open
  if (!asked.required && leavesOpen.test(words(said.tokens))) {
    commands.splice(0, commands.length, ...commands.filter((command) => !isAnyTime(command)))
    commands.push({source: 'rule', confidence: 0.8, kind: 'skip'})
    return
  }
  commands.push({source: 'rule', confidence: 0.8, kind: 'partial', field: asked.id, raw: said.text, part: {kind: 'vague'}})
}

const leavesOpen =
  /(?:^| )(?:(?:вс[её] )?равно|без разницы|не принципиально|неважно|не важно|doesn't matter|don't (?:mind|care)|no preference|flexible|any ?time|whenever)(?: |$)/

/** «Когда удобно» is any part of the day as well. */
const isAnyTime = (command: Command): boolean =>
  command.kind === 'partial' && command.part.kind === 'day_part' && command.part.part === 'any'

function readNamed(reader: Reader): void {
  reader.timed = reader.utterance
  if (readChoice(reader)) return
  if (readOtherBirthDay(reader)) return
  noticeBirthDate(reader)
  const date = momentField(reader, 'date')
  const time = momentField(reader, 'time')
  if (date && readDayShift(reader, date)) return
  if (date && readStay(reader, date)) return
  if (time && readShift(reader, time)) {
    if (date) readDate(reader, date, date.id === reader.asked?.id)
    return
  }
  const putsRight = mayPutRight(reader)
  if (putsRight) reader.utterance = proposed(reader.utterance) ?? reader.utterance
  const isAsked = (field: ScenarioField | undefined) => field !== undefined && (field.id === reader.asked?.id || putsRight)
  if (date && isAsked(date) && readBound(reader, date)) return
  if (date && isAsked(date) && readYesterday(reader, date)) return
  if (time && readAgo(reader, time)) return date && readDate(reader, date, isAsked(date))
  if (date && time && !date.past) readBoth(reader, date, time, isAsked(time) || isAsked(date))
  else if (date?.past && !date.isBirth && time) {
    readDate(reader, date, isAsked(date))
    readTime(reader, time, isAsked(time))
  } else if (date) readDate(reader, date, isAsked(date))
  else if (time) readTime(reader, time, isAsked(time))
}

/** «Нет, лучше шесть», "no, not at three, make it four" at a summary: a bare number is an hour there, unless it reads out a number too. */
function mayPutRight({scenario, state, hints, utterance}: Reader): boolean {
  const {kind} = state.pending
  if (kind !== 'confirm_state' && kind !== 'what_to_change') return false
  const isReadOut = [...scenario.fields.values()].some(({id, type, isReadBack}) => {
    return type === 'time' && isReadBack && state.fields[id]!.value !== undefined
  })
  const changes =
    isAboutValue(utterance) ||
    proposed(utterance) !== undefined ||
    ((hints.denies || kind === 'what_to_change') && utterance.tokens.length <= 5)
  // "Can we do eleven instead", "make it ten" are said of an hour, where one was read out.
  const ofHour = isReadOut && ofHours.test(words(utterance.tokens))
  // «Нет, четырнадцатое» is a day, where one was read out.
  const ofDay = utterance.tokens.some((token) => numeral(token, utterance.lang)?.ordinal && /(?:ое|го|е)$/.test(token.text))
  return (
    changes &&
    (ofHour ||
      ofDay ||
      ![...scenario.fields.values()].some((field) => isHeldNumber(field, state.fields[field.id]!.value !== undefined, kind)))
  )
}

const ofHours =
  /(?:^| )(?:make (?:it|that)|(?:can|could) (?:we|you|i) (?:do|make it)|let's (?:do|make it)|how about|do \S+(?: \S+)? instead)(?: |$)/

const isHeldNumber = (field: ScenarioField, isHeld: boolean, kind: string): boolean =>
  field.type === 'number' && isHeld && (field.isReadBack || kind === 'what_to_change')

/** Which date or time is meant: the one asked for; a birth date only when it was asked for or named. */
function momentField(reader: Reader, type: 'date' | 'time'): ScenarioField | undefined {
  const {asked} = reader
  if (asked?.type === type) return asked
  if (asked?.isBirth) return undefined
  const fields = openFields(reader, type).filter((field) => !field.isBirth || mentionsField(field, reader.utterance.tokens))
  // «Посмотреть в субботу, а переехать в мае»: the words of the question tell of two days which it is.
  const named = fields.length > 1 && asked === undefined ? mostMentioned(fields, reader.utterance.tokens) : undefined
  return fields.find((field) => field.isBirth) ?? named ?? fields[0]
}

function readBoth(reader: Reader, date: ScenarioField, time: ScenarioField, asked: boolean): void {
  const found = extractDateTime(reader.utterance, contextOf(reader, time, asked))
  // «Как можно скорее» is a day where one was asked for; of the hour it says nothing about the day.
  if (!found)
    return readDate(reader, date, asked && (date.id === reader.asked?.id || soonestDay(momentWords(reader.utterance)) === undefined))
  if (!('date' in found.value) && isStart(date)) readDate(reader, date, true)
  const hour = 'time' in found.value || 'from' in found.value ? undefined : hourBehindOn(reader, time)
  if (hour) {
    readDate(reader, date, asked)
    claim(reader, hour)
    return pushTime(reader, time, {...hour.value}, hour, reader.utterance.text)
  }
  const value: Parts = {...found.value}
  const raw = rawOf(reader, found)
  claimApart(reader, {date, time, asked}, found)
  if (typeof value['date'] === 'string' && !isOfferedDay(reader, value['date']))
    push(reader, date, found, inHeldMonth(reader, date, value['date'], raw), altsOf(found, 'date'), raw)
  pushTime(reader, time, value, found, raw)
}

/** «На завтра, на стрижку, на три часа»: an hour, where no hours are counted. */
function hourBehindOn(reader: Reader, time: ScenarioField): ReturnType<typeof extractTime> {
  const {utterance, scenario, state} = reader
  if (state.fields[time.id]!.value !== undefined || [...scenario.fields.values()].some(countsTime)) return undefined
  const at = utterance.tokens.findIndex(
    ({text}, place) => text === 'на' && /^(?:час|часа|часов|дня|утра|вечера)$/.test(utterance.tokens[place + 2]?.text ?? ''),
  )
  if (at === -1) return undefined
  const found = extractTime({...utterance, tokens: utterance.tokens.slice(at, at + 3)}, contextOf(reader, time, true))
  return found && {...found, from: found.from + at, to: found.to + at}
}

/** «На завтра, на стрижку, в три»: what stands between the day and the hour is free for other values. */
function claimApart(
  reader: Reader,
  {date, time, asked}: {readonly date: ScenarioField; readonly time: ScenarioField; readonly asked: boolean},
  whole: Found<unknown>,
): void {
  const value: Parts = {...(whole.value as Parts)}
  const day = extractDate(reader.utterance, contextOf(reader, date, asked))
  const hour = extractTime(reader.utterance, contextOf(reader, time, asked))
  const isSame = (found: Found<unknown> | undefined, key: string): found is Found<unknown> =>
    value[key] !== undefined && ((found?.value ?? {}) as Parts)[key] === value[key]
  if (!isSame(day, 'date') || !isSame(hour, 'time')) return claim(reader, whole)
  claim(reader, day)
  claim(reader, hour)
}

function readDate(reader: Reader, date: ScenarioField, asked: boolean): void {
  // It is only looked for when it was asked for or named.
  if (date.isBirth) return readBirthDate(reader, date)
  if (date.past && !date.isBirth) return readRecentDate(reader, date, asked)
  const found = extractDate(reader.utterance, contextOf(reader, date, asked))
  // «Я был у вас десятого», «сегодня какое число»: a day that is over, or that is asked for.
  if (found && !date.past && ofOther.test(words(reader.utterance.tokens))) return
  // «По выходным», where that is one of the options, names no day.
  if (
    found &&
    date.id !== reader.asked?.id &&
    /^(?:\S+ )*(?:выходн\S*|будн\S*|weekends?|weekdays?)$/i.test(rawOf(reader, found)) &&
    isAnOption(reader)
  )
    return
  const isBound = /^(?:после|позже|не раньше|after)(?: |$)/i.test(found ? rawOf(reader, found) : '')
  const value: Parts = lastOf(date, firstDay({...found?.value}, !isBound && (asked || lasts(reader) || isStart(date))))
  if (!found || typeof value['date'] !== 'string' || isOfferedDay(reader, value['date'])) return
  const raw = rawOf(reader, found)
  claim(reader, found)
  push(reader, date, found, inHeldMonth(reader, date, value['date'], raw), altsOf(found, 'date'), raw)
}

function readTime(reader: Reader, time: ScenarioField, asked: boolean): void {
  const found = extractTime(reader.utterance, contextOf(reader, time, asked))
  if (!found) return
  const raw = rawOf(reader, found)
  claim(reader, found)
  pushTime(reader, time, {...found.value}, found, raw)
}

const ofOther =
  /(?:^| )(?:был|была|были|ходил[аи]?|приходил[аи]?|делал[аи]?|стриг\S+|записан[аы]? к вам|was there|came in)(?: |$).*|как(?:ое|ого) (?:сегодня |завтра )?числ|(?:сегодня|завтра) какое число/

const isAnOption = ({scenario}: Reader): boolean =>
  [...scenario.fields.values()].some(({choices}) =>
    choices.some(({id, ru = [], en = []}) => [id, ...ru, ...en].some((name) => /выходн|будн|weekend|weekday/i.test(name))),
  )

/** «С двадцатого марта»: of a stay the first day is the answer. */
const firstDay = (value: Parts, isStay: boolean): Parts =>
  isStay && typeof value['date'] !== 'string' && typeof value['from'] === 'string' ? {...value, date: value['from']} : value

/** «Какого числа оплатите?» – «До пятницы.» */
const pays = /оплат|заплат|внес[её]т|погас|pay/i

/** «До какого числа действует?» – «До двадцатого.» */
const lastOf = (date: ScenarioField, value: Parts): Parts =>
  (isEnd(date) || pays.test(asksIn(date))) &&
  typeof value['to'] === 'string' &&
  (typeof value['date'] !== 'string' || value['date'] === value['from'])
    ? {...value, date: value['to']}
    : value

/** Where nights, weeks or months are counted, a day with «с» or "from" is the first of them. */
const lasts = ({scenario}: Reader): boolean =>
  [...scenario.fields.values()].some((field) => countsNights(field) || (field.type === 'number' && period.test(asksIn(field))))

const period = /(?:сколько|какое количество|какой срок).*(?:суток|дней|недел|месяц)|how (?:many|long).*(?:days|weeks|months|years)/i

/** The end of a stay, where it was asked for or named; and both ends, said in one breath. True when the days are read. */
function readStay(reader: Reader, date: ScenarioField): boolean {
  const take = (field: ScenarioField, value: string, {from, to}: {from: number; to: number}) =>
    push(
      reader,
      field,
      {value: {}, from, to, confidence: 0.85, corrected: reader.hints.wantsChange || reader.hints.denies},
      value,
      [],
      reader.utterance.text,
    )
  const end = endField(reader, date)
  if (end && reader.state.fields[end.id]!.value === undefined) {
    const found = extractDate(reader.utterance, contextOf(reader, date, true))
    const {from, to}: Parts = {...found?.value}
    const [first, last] =
      found && typeof from === 'string' && typeof to === 'string'
        ? [from, to]
        : (bothEnds(reader.utterance, contextOf(reader, date, true)) ?? [])
    if (first === undefined || last === undefined || last <= first) return false
    const whole = found ?? {value: {}, from: 0, to: reader.utterance.tokens.length, confidence: 0.85}
    claim(reader, typeof from === 'string' ? whole : {...whole, from: 0, to: reader.utterance.tokens.length})
    take(date, first, whole)
    take(end, last, whole)
    return true
  }
  if (date.id !== reader.asked?.id && !(isEnd(date) && (reader.hints.denies || reader.hints.wantsChange))) return false
  const last = lastDay(reader, date)
  if (!last) return false
  claim(reader, {value: {}, confidence: 1, ...last})
  take(date, last.date, last)
  return true
}

/** «На вчера» is a day, and a wrong one: it deserves its reason rather than "I did not understand". */
function readYesterday(reader: Reader, date: ScenarioField): boolean {
  const at = reader.utterance.tokens.findIndex((token) => /^(?:поза)?вчера$|^yesterday$/.test(token.text))
  if (at === -1 || date.past || splitCorrection(reader.utterance.tokens)) return false
  const found = {value: {}, from: at, to: at + 1, confidence: 0.9}
  const raw = rawOf(reader, found)
  claim(reader, found)
  push(reader, date, found, addDays(reader.now.date, raw.toLowerCase() === 'позавчера' ? -2 : -1), [], raw)
  return true
}
