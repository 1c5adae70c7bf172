import {nameCase, sayAddress, sayDate, sayEmail, sayMoney, sayName, sayNumber, sayPhone, sayTime, spell} from '../speech/index.ts'
import type {Lang} from '../nlu/types.ts'
import type {Value} from './command.ts'
import {codeLength} from './reading/numbers/read-code.ts'
import type {Scenario} from './scenario/scenario.ts'
import {FieldValue, type SpokenFilter, type Voice} from './scenario/template.ts'

/** A field's value in words: the option's name, `двенадцатого марта`, `восемь, девятьсот три, сто двадцать три …`. */
export function spokenValue(scenario: Scenario, id: string, value: Value, lang: Lang, today?: string): string {
  const field = scenario.fields.get(id)
  const text = String(value)
  switch (field?.type) {
    case 'enum':
      return field.optionSay.get(text)?.[lang] ?? text
    case 'date':
      return sayDate(text, {lang, past: field.isBirth, ...(today !== undefined && {today})})
    case 'time':
      return spokenTime(text, lang)
    case 'phone':
      return sayPhone(text, {lang})
    case 'email':
      return sayEmail(text, {lang})
    case 'number':
      if (codeLength(field) !== undefined) return sayPhone(text, {lang})
      return asNumber(value, (number) => sayNumber(number, {lang}))
    case 'yesno':
      return lang === 'ru' ? (value === true ? 'да' : 'нет') : value === true ? 'yes' : 'no'
    case 'address':
      return sayAddress(text, {lang})
    case 'person_name':
      return sayName(text, {lang})
    case 'text':
    case undefined:
      return text
  }
}

/** As it is taken down: a day with its name, so that a wrong one is heard. */
export function spokenInFull(scenario: Scenario, id: string, value: Value, lang: Lang, today: string): string {
  const field = scenario.fields.get(id)
  if (field?.type !== 'date' || field.isBirth) return spokenValue(scenario, id, value, lang, today)
  return sayDate(String(value), {lang, today, style: 'full'})
}

/** An hour as people say it: «в три часа дня», and «в пятнадцать тридцать» when minutes matter. */
export const spokenTime = (time: string | {readonly from: string; readonly to: string}, lang: Lang): string =>
  sayTime(time, {lang, style: typeof time !== 'string' || /^\d{2}:00$/.test(time) ? 'day' : 'clock'})

/** Templates heard by the caller. */
export function spokenVoice(scenario: Scenario, lang: Lang, today?: string): Voice {
  const say = (value: unknown): string =>
    value instanceof FieldValue ? spokenValue(scenario, value.field, value.value, lang, today) : text(value)
  return {
    field: say,
    filter(name, value, args) {
      if (value === undefined || value === null || value === '') return ''
      const bare = value instanceof FieldValue ? value.value : value
      return filters[name]?.(bare as Value, lang, args, today) ?? say(value)
    },
  }
}

/** Templates that fill in requests: bare values, whatever the filter. */
export const dataVoice: Voice = {
  field: (value) => text(value.value),
  filter: (_name, value) => text(value instanceof FieldValue ? value.value : value),
}

type Filter = (value: Value, lang: Lang, args: readonly unknown[], today?: string) => string

const filters: Partial<Record<SpokenFilter, Filter>> = {
  say_date: (value, lang, _args, today) => sayDate(String(value), {lang, ...(today !== undefined && {today})}),
  say_time: (value, lang) => spokenTime(String(value), lang),
  say_phone: (value, lang) => sayPhone(String(value), {lang}),
  say_money: (value, lang, args) => asNumber(value, (amount) => sayMoney(amount, String(args[0] ?? 'RUB'), {lang})),
  say_number: (value, lang, args) => asNumber(value, (number) => sayNumber(number, {lang, ...grammar(args)})),
  say_email: (value, lang) => sayEmail(String(value), {lang}),
  name_case: (value, _lang, args) => nameCase(String(value), String(args[0] ?? 'nominative')),
  spell: (value, lang) => spell(String(value), {lang}),
}

/** What is no number comes back as it is: a tool that answers in words has said it already. */
function asNumber(value: Value, say: (number: number) => string): string {
  const number = Number(value)
  return Number.isNaN(number) ? String(value) : say(number)
}

const grammar = (args: readonly unknown[]) => ({
  ...(args[0] !== undefined && {case: String(args[0])}),
  ...(args[1] !== undefined && {gender: String(args[1])}),
})

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value))
