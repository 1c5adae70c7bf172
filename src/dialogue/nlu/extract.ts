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
import type {ExtractContext, Extractor, Found, Lang, Utterance} from './types.ts'
import {type ValueType, valueTypes} from './value-types.ts'
import {extractYesNo} from './yes-no.ts'

export {type ValueType, valueTypes}

/** A value as JSON: the keys depend on the type, every type has a shape for "nothing found". */
export type ExtractedValue = Readonly<Record<string, unknown>>

export interface Extraction {
  readonly value: ExtractedValue
  /** 0 when nothing was found. */
  readonly confidence: number
  readonly alts?: readonly ExtractedValue[]
  readonly corrected?: boolean
}

/** What an utterance says, read as one type. Without `lang` the utterance itself tells. */
export function extractValue(type: ValueType, text: string, context: ExtractContext, lang?: Lang): Extraction {
  const {extract, shape, nothing} = readers[type]
  const found = extract(utterance(text, lang ?? detectLanguage(text).lang), context)
  if (!found) return {value: nothing, confidence: 0}
  const {value, confidence, alts = [], corrected} = found
  return {
    value: isChoiceOfSeveral(type, found) ? nothing : shape(value),
    confidence,
    ...(alts.length > 0 && {alts: [...(isChoiceOfSeveral(type, found) ? [shape(value)] : []), ...alts.map(shape)]}),
    ...(corrected && {corrected}),
  }
}

/** Two options named are two wishes, not one with an alternative reading: none of them is the value. */
const isChoiceOfSeveral = (type: ValueType, {alts = []}: Found<unknown>): boolean => type === 'enum' && alts.length > 0

interface Reader {
  readonly extract: (utterance: Utterance, context: ExtractContext) => Found<object> | undefined
  readonly shape: (value: object) => ExtractedValue
  readonly nothing: ExtractedValue
}

const asItIs = (value: object): ExtractedValue => ({...value})

const reader = (extract: Extractor<object>, nothing: ExtractedValue, shape = asItIs): Reader => ({extract, shape, nothing})

const readers: Readonly<Record<ValueType, Reader>> = {
  date: reader(extractDate, {date: null}),
  time: reader(extractTime, {time: null}),
  datetime: reader(extractDateTime, {date: null, time: null}),
  phone: reader(extractPhone, {phone: null}),
  email: reader(extractEmail, {email: null}),
  number: reader(extractNumber, {number: null}),
  yesno: reader(extractYesNo, {yesno: null}),
  lang: reader(extractLanguage, {lang: null}),
  intent: reader(extractIntent, {intent: null}),
  name: reader(extractPersonName, {name: null}, (name) => ({name: asItIs(name)})),
  enum: reader(extractChoice, {option: null}),
  address: reader(extractAddress, {address: null}, (address) => ({address: asItIs(address)})),
}
