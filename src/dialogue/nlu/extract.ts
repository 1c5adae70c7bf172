import {extractAddress} from './address.ts'
import {extractChoice} from './choice.ts'
import {extractDate} from './date.ts'
import {extractDateTime} from './datetime.ts'
import {extractEmail} from './email.ts'
import {extractIntent} from './intents.ts'
import {detectLanguage, extractLanguage} from './language.ts'
import {extractNumber} from './number.ts'
import {extractPersonName} from './person-name.ts'
import {extractPhone} from './phone.ts'
import {extractTime} from './time.ts'
import {utterance} from './tokens.ts'
import type {ExtractContext, Extractor, Lang} from './types.ts'
import {type ValueType, valueTypes} from './value-types.ts'
import {extractYesNo} from './yes-no.ts'

export {type ValueType, valueTypes}

/** A value as JSON: the keys depend on the type, every type has a shape for "nothing found". */
export type ExtractedValue = Readonly<Record<string, unknown>>

export interface Extraction {
  readonly value: ExtractedValue
  /** 0 when nothing was found. */
  readonly confidence: number
  /** Other readings; when several were named and none was settled on, all that were named. */
  readonly alts?: readonly ExtractedValue[]
  readonly corrected?: boolean
}

/** What an utterance says, read as one type. Without `lang` the utterance itself tells. */
export function extractValue(type: ValueType, text: string, context: ExtractContext, lang?: Lang): Extraction {
  const {nothing, found: shape = asItIs} = shapes[type]
  const found = extractors[type](utterance(text, lang ?? detectLanguage(text).lang), context)
  if (!found) return {value: nothing, confidence: 0}
  const {value, confidence, alts = [], corrected, undecided} = found
  // Several that were named are several wishes, not one with another reading: none of them is the value.
  const others = (undecided ? [value, ...alts] : alts).map(shape)
  return {
    value: undecided ? agreed(others, nothing) : shape(value),
    confidence,
    ...(others.length > 0 && {alts: others}),
    ...(corrected && {corrected}),
  }
}

/** What several values say alike («завтра в три или в четыре»: the date), and nothing for the rest. */
function agreed(values: readonly ExtractedValue[], nothing: ExtractedValue): ExtractedValue {
  const keys = [...new Set(values.flatMap(Object.keys))]
  const differing = keys.filter((key) => values.some((value) => value[key] !== values[0]![key]))
  const said = keys.map((key) => [key, differing.includes(key) ? null : values[0]![key]] as const)
  // Of "saturday or sunday morning" only the day is open.
  if (differing.every((key) => key in nothing)) return Object.fromEntries(said)
  return {...nothing, ...Object.fromEntries(said.filter(([key]) => !differing.includes(key)))}
}

/** The extractors by type, as they are. */
export const extractors: Readonly<Record<ValueType, Extractor<object>>> = {
  date: extractDate,
  time: extractTime,
  datetime: extractDateTime,
  phone: extractPhone,
  email: extractEmail,
  number: extractNumber,
  yesno: extractYesNo,
  lang: extractLanguage,
  intent: extractIntent,
  name: extractPersonName,
  enum: extractChoice,
  address: extractAddress,
}

/** Makes every table and compiles every path once, so that the first caller of a process does not wait for it. */
export function warmExtractors(): void {
  const context: ExtractContext = {now: {date: '2026-01-01', minutes: 600}, asked: true, options: [{id: 'warm'}]}
  for (const text of ['здравствуйте, запишите меня на завтра в три', 'hello, call me at five']) {
    for (const extract of Object.values(extractors)) extract(utterance(text, detectLanguage(text).lang), context)
  }
}

interface Shape {
  readonly nothing: ExtractedValue
  readonly found?: (value: object) => ExtractedValue
}

const shapes: Readonly<Record<ValueType, Shape>> = {
  date: {nothing: {date: null}},
  time: {nothing: {time: null}},
  datetime: {nothing: {date: null, time: null}},
  phone: {nothing: {phone: null}},
  email: {nothing: {email: null}},
  number: {nothing: {number: null}},
  yesno: {nothing: {yesno: null}},
  lang: {nothing: {lang: null}},
  intent: {nothing: {intent: null}},
  name: {nothing: {name: null}, found: (name) => ({name: {...name}})},
  enum: {nothing: {option: null}},
  address: {nothing: {address: null}, found: (address) => ({address: {...address}})},
}

const asItIs = (value: object): ExtractedValue => ({...value})
