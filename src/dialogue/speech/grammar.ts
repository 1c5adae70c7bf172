import {type Case, cases} from '../nlu/names/decline.ts'
import type {Lang} from '../nlu/types.ts'

export type {Case, Lang}
export type Gender = 'm' | 'f' | 'n'

/** How a template author names a case (`genitive`, `gen`, `родительный`); what is no case counts as the nominative. */
export function toCase(name: string | undefined): Case {
  const wish = name?.toLowerCase().trim() ?? ''
  const index = names.findIndex((list) => list.includes(wish))
  return index < 0 ? (cases.find((known) => known === wish) ?? 'nom') : cases[index]!
}

const names: readonly (readonly string[])[] = [
  ['nominative', 'именительный', 'кто'],
  ['genitive', 'родительный', 'кого'],
  ['dative', 'дательный', 'кому'],
  ['accusative', 'винительный'],
  ['instrumental', 'творительный', 'кем'],
  ['prepositional', 'locative', 'предложный', 'о ком'],
]

/** `f`, `feminine`, `ж` and the like; masculine unless told. */
export const toGender = (name: string | undefined): Gender =>
  /^(?:f|ж)/i.test(name ?? '') ? 'f' : /^(?:n|с)/i.test(name ?? '') ? 'n' : 'm'

export type PluralForm = 'one' | 'few' | 'many'

/** Which of the three Russian plural forms goes with a whole number: 21 one, 22 few, 25 many, 11 many. */
export function pluralForm(count: number): PluralForm {
  const tens = Math.abs(count) % 100
  const units = tens % 10
  if (tens > 10 && tens < 20) return 'many'
  return units === 1 ? 'one' : units > 1 && units < 5 ? 'few' : 'many'
}

/** `pluralRu(5, 'звонок', 'звонка', 'звонков')` → `звонков`. A fraction takes the second form: 2,5 звонка. */
export const pluralRu = (count: number, one: string, few: string, many: string): string =>
  Number.isInteger(count) ? {one, few, many}[pluralForm(count)] : few

/** A noun as it is counted: six forms of the singular, six of the plural, in the order of `cases`. */
export interface Noun {
  readonly gender: Gender
  readonly one: readonly string[]
  readonly many: readonly string[]
}

export const noun = (gender: Gender, one: string, many: string): Noun => ({gender, one: one.split(' '), many: many.split(' ')})

/** The noun's form beside a number in a case: пять рублей, от пяти рублей, пятью рублями; `fraction`: два с половиной рубля. */
export function counted({one, many}: Noun, count: number, to: Case, fraction = false): string {
  if (fraction) return one[1]!
  const form = pluralForm(count)
  const at = cases.indexOf(to)
  if (to === 'nom' || to === 'acc') return form === 'one' ? one[at]! : form === 'few' ? one[1]! : many[1]!
  return form === 'one' ? one[at]! : many[at]!
}
