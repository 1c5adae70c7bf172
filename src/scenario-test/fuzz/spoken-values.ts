import {dateLimit, openWindow, refuse} from '../../dialogue/engine/validate.ts'
import {clock, minutes} from '../../dialogue/engine/scenario/hours.ts'
import type {Scenario, ScenarioField} from '../../dialogue/engine/scenario/scenario.ts'
import {addDays} from '../../dialogue/nlu/plain-date.ts'
import type {Lang, LocalDateTime} from '../../dialogue/nlu/types.ts'
import {sayDate, sayNumber, sayTime} from '../../dialogue/speech/index.ts'
import type {Value} from '../../dialogue/engine/command.ts'
import type {Dice} from './dice.ts'
import {exampleNumber} from './example-number.ts'
import {addresses, emails, names, phones, texts, yesNo} from './word-lists.ts'

export interface SpeakingContext {
  readonly scenario: Scenario
  readonly lang: Lang
  readonly now: LocalDateTime
  /** Accepted so far: an hour that has passed is no answer today. */
  readonly known: Readonly<Record<string, Value>>
  readonly dice: Dice
}

/** Something a caller may say that answers the question for a field, in the ways people say it. */
export function spokenAnswer(field: ScenarioField, context: SpeakingContext): string {
  const {lang, dice} = context
  switch (field.type) {
    case 'enum':
      return optionSaid(field, context)
    case 'date':
      return spokenDate(field, context)
    case 'time':
      return spokenTime(field, context)
    case 'number':
      return spokenNumber(field, context)
    case 'phone':
      return spokenPhone(field, context)
    case 'email':
      return dice.pick(emails[lang])
    case 'person_name':
      return dice.pick(field.parts && field.parts.length > 1 ? names[lang].full : [...names[lang].short, ...names[lang].full])
    case 'address':
      return dice.pick(addresses[lang])
    case 'yesno':
      return dice.pick(yesNo[lang])
    case 'text':
      return spokenText(field, context)
  }
}

function spokenPhone({region = 'RU'}: ScenarioField, {dice}: SpeakingContext): string {
  const known = phones[region.toUpperCase()]
  return known ? dice.pick(known) : (exampleNumber(region.toUpperCase()) ?? dice.pick(phones['RU']!))
}

/** As long and as short as the field has it. */
function spokenText({min_len: least = 0, max_len: most = Infinity}: ScenarioField, {lang, dice}: SpeakingContext): string {
  let text = dice.pick(texts[lang])
  while (text.length < least) text += `, ${dice.pick(texts[lang])}`
  return text.length > most ? text.slice(0, most).trim().padEnd(least, '.') : text
}

function optionSaid({choices}: ScenarioField, {lang, dice}: SpeakingContext): string {
  const choice = dice.pick(choices)
  return dice.pick(choice[lang]?.length ? choice[lang] : [choice.id])
}

function spokenDate(field: ScenarioField, context: SpeakingContext): string {
  const {scenario, lang, now, known, dice} = context
  const far = field.past ? -30_000 : 60
  const first = field.min === undefined ? now.date : dateLimit(field.min, now.date)
  // Most past days are those of a birth; whatever else is over («когда потеряли?») was not long ago.
  const day = (attempt: number) =>
    field.past
      ? addDays(now.date, -(attempt < 20 ? dice.int(400, -far) : dice.int(0, 30)))
      : addDays(first, dice.int(0, attempt < 20 ? 14 : attempt < 40 ? far : 3))
  for (let attempt = 0; attempt < 60; attempt++) {
    const date = day(attempt)
    if (refuse(scenario, field, date, now, known)) continue
    if (date === addDays(now.date, 1) && dice.chance(0.7)) return lang === 'ru' ? 'завтра' : 'tomorrow'
    return sayDate(date, {lang, past: field.past === true, year: field.past === true, ...(field.past !== true && {today: now.date})})
  }
  return lang === 'ru' ? 'завтра' : 'tomorrow'
}

function spokenTime(field: ScenarioField, context: SpeakingContext): string {
  const {scenario, lang, now, known, dice} = context
  const at = lang === 'en' ? 'at ' : ''
  const said = (time: string) => (dice.chance(0.2) ? time : `${at}${sayTime(time, {lang, style: dice.pick(['clock', 'day'])})}`)
  for (let attempt = 0; attempt < 60; attempt++) {
    // Most are open by day; whoever is not is called about an hour of the night.
    const hour = attempt < 30 ? dice.int(7, 21) : dice.int(0, 23)
    const time = `${String(hour).padStart(2, '0')}:${dice.pick(['00', '30', '15'])}`
    if (refuse(scenario, field, time, now, known) || minutes(time) <= 0) continue
    return said(time)
  }
  const window = openWindow(scenario, field, undefined)
  return window ? said(clock(window.from)) : lang === 'ru' ? 'в двенадцать' : 'at noon'
}

function spokenNumber({min, max}: ScenarioField, {lang, dice}: SpeakingContext): string {
  const from = typeof min === 'number' ? Math.ceil(min) : 1
  const to = typeof max === 'number' ? Math.floor(max) : from + 20
  const value = dice.int(from, Math.max(from, to))
  return dice.chance(0.3) ? String(value) : sayNumber(value, {lang})
}

/** Half an answer: digits without their end, a month without its day, a part of the day. */
export function partialAnswer(field: ScenarioField, {lang, dice}: SpeakingContext): string {
  const ru = lang === 'ru'
  switch (field.type) {
    case 'phone':
      return dice.pick(
        ru ? ['восемь девятьсот двадцать шесть', '926 123', 'начинается на девятьсот'] : ['four one five', 'it starts with 0 7 9'],
      )
    case 'date':
      return dice.pick(ru ? ['в марте', 'на следующей неделе', 'числа двадцатого или позже'] : ['in March', 'next week'])
    case 'time':
      return dice.pick(
        ru ? ['утром', 'после обеда', 'после трёх', 'с двух до пяти'] : ['in the morning', 'after three', 'between two and five'],
      )
    case 'email':
      return ru ? 'собака мейл точка ру' : 'at gmail dot com'
    case 'person_name':
      return ru ? 'на букву эс' : 'it starts with an S'
    case 'address':
      return ru ? 'дом пять' : 'number five'
    case 'number':
      return ru ? 'несколько' : 'a few'
    case 'enum':
    case 'yesno':
    case 'text':
      return ru ? 'ну этот который' : 'well the one'
  }
}
