import {extractAddress} from '../nlu/address.ts'
import {extractChoice} from '../nlu/choice.ts'
import {extractEmail} from '../nlu/email.ts'
import {extractPersonName} from '../nlu/person-name.ts'
import {extractPhone} from '../nlu/phone.ts'
import {joinPhoneDigits} from '../nlu/phone-join.ts'
import {utterance as toUtterance} from '../nlu/tokens.ts'
import type {ExtractContext, Found} from '../nlu/types.ts'
import type {Value} from './command.ts'
import {formatAddress, formatName} from './format.ts'
import {knownPlace} from './read-addresses.ts'
import {readYesNo} from './read-yes-no.ts'
import {claim, contextOf, explain, push, rawOf, type Reader} from './reader.ts'
import {speaks} from './wishes.ts'
import type {ScenarioField} from './scenario.ts'

/** Reads one value for one field. `asked`: the question was for this field, so a bare answer counts. */
export function readValue(reader: Reader, field: ScenarioField, asked: boolean): void {
  if (field.type === 'yesno') {
    if (asked) readYesNo(reader, field)
    return
  }
  const found = extract(reader, field, contextOf(reader, field, asked))
  if (!found) return
  const raw = rawOf(reader, found)
  const value = {...(found.value as Record<string, unknown>)}
  if (field.type === 'person_name' && asked && readPartOfName(reader, field, found, value, raw)) return
  if (field.type === 'address' && asked && readPartOfAddress(reader, field, found, value, raw)) return
  if (field.type === 'phone' && value['phone'] === null) return readUnfinished(reader, field, found, value, asked, raw)
  const alts = (found.alts ?? []).map((alt) => plainValue(field, alt as Record<string, unknown>)).filter((alt) => alt !== undefined)
  // Of two options that were named none is the value; they are what to choose from.
  const plain = plainValue(field, value) ?? alts[0]
  if (plain === undefined) return
  // «Ко времени, завтра к восьми»: the day is an option here and a day all the same.
  if (field.type === 'enum' && temporal.test(raw)) explain(reader, found)
  else claim(reader, found)
  push(reader, field, found, plain, alts, raw)
}

function extract(reader: Reader, field: ScenarioField, context: ExtractContext): Found<unknown> | undefined {
  const {utterance} = reader
  switch (field.type) {
    case 'phone':
      return context.asked ? joinPhoneDigits(digitsSoFar(reader, field), utterance, context) : extractPhone(utterance, context)
    case 'email':
      return extractEmail(utterance, context)
    case 'enum':
      return option(reader, context)
    case 'person_name':
      return renamed(reader, field, extractPersonName(utterance, context) ?? inFull(reader, context), context)
    case 'address':
      return amended(reader, field, extractAddress(utterance, context), context) ?? (context.asked ? knownPlace(reader) : undefined)
    case 'number':
    case 'yesno':
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

/** «Тот же, с которого звоню», or digits with more to come. */
function readUnfinished(
  reader: Reader,
  field: ScenarioField,
  found: Found<unknown>,
  value: Record<string, unknown>,
  asked: boolean,
  raw: string,
): void {
  const base = {source: 'rule', confidence: found.confidence, field: field.id, raw} as const
  if (value['callerId'] === true) {
    claim(reader, found)
    reader.done.add(field.id)
    reader.commands.push({...base, kind: 'set', value: reader.state.caller, alts: [], corrected: false, callerId: true})
  } else if (asked && typeof value['digits'] === 'string') {
    claim(reader, found)
    reader.commands.push({...base, kind: 'partial', part: {kind: 'digits', digits: value['digits']}})
  }
}

/** Of a name that is wanted in full, one word is a beginning; it is asked for the rest of it once. True when that is so now. */
function readPartOfName(reader: Reader, field: ScenarioField, found: Found<unknown>, value: Record<string, unknown>, raw: string): boolean {
  const {partial, attempts} = reader.state.fields[field.id]!
  const name = {...partial?.name, ...strings(value)}
  if ((field.parts?.length ?? 0) < 2 || Object.keys(name).length >= 2 || attempts > 0) {
    Object.assign(value, name)
    return false
  }
  claim(reader, found)
  reader.done.add(field.id)
  reader.commands.push({source: 'rule', confidence: found.confidence, kind: 'partial', field: field.id, raw, part: {kind: 'name', name}})
  return true
}

/** A street without a house brings nobody there; it is asked for the house once. True when that is so now. */
function readPartOfAddress(
  reader: Reader,
  field: ScenarioField,
  found: Found<unknown>,
  value: Record<string, unknown>,
  raw: string,
): boolean {
  const {partial, attempts, value: held} = reader.state.fields[field.id]!
  const address = {...partial?.address, ...strings(value)}
  const isWhole = address['house'] !== undefined || address['place'] !== undefined || address['street'] === undefined
  if (
    isWhole ||
    attempts > 0 ||
    held !== undefined ||
    onlyStreet.test(field.askLine[reader.state.lang].map(({source}) => source).join(' '))
  ) {
    Object.assign(value, address)
    return false
  }
  claim(reader, found)
  reader.done.add(field.id)
  reader.commands.push({
    source: 'rule',
    confidence: found.confidence,
    kind: 'partial',
    field: field.id,
    raw,
    part: {kind: 'address', address},
  })
  return true
}

/** Questions that a street answers. */
const onlyStreet = /улиц|район|город|остановк|street|city|district|area/i

const strings = (value: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))

/** An option that is also a plain answer («да», «нет», «любой») counts only when it was asked for; and never out of a mere question. */
function option(reader: Reader, context: ExtractContext): Found<unknown> | undefined {
  if (!context.asked && reader.hints.isQuestion) return undefined
  const found =
    (reader.hints.wantsChange ? afterChange(reader, context) : undefined) ??
    extractChoice(reader.utterance, context) ??
    timeOption(reader, context)
  if (!found) return undefined
  const said = reader.utterance.tokens.slice(found.from, found.to).map((token) => token.text)
  // «Вы говорите по-английски?» chooses no subject to learn.
  if (reader.hints.intents.has('switch_language') && speaks(reader.utterance.text) && said.some((word) => languageName.test(word)))
    return undefined
  if (context.asked) return found
  // Half a name of an option is a guess, and nobody asked.
  if (found.confidence < 0.7 && !found.alts) return undefined
  return said.every((word) => plainAnswers.has(word)) ? undefined : found
}

/** An option in the words of a day or an hour, which the calendar has read before. */
function timeOption({timed}: Reader, context: ExtractContext): Found<unknown> | undefined {
  const found = timed && extractChoice(timed, context)
  const said = timed?.tokens.slice(found?.from, found?.to).map((token) => token.text)
  return found && temporal.test(said!.join(' ')) ? found : undefined
}

const temporal =
  /(?:^| )(?:сегодня|(?:после)?завтра|сейчас|утр|вечер|дн[её]м|день|обед|ноч|понедельн|вторник|сред[ауы]|четверг|пятниц|суббот|воскресен|будн|выходн|today|tomorrow|morning|afternoon|evening|night|noon|weekend|weekday)/i

const languageName = /англ|инглиш|русск|english|russian/

const plainAnswers = new Set(['да', 'нет', 'не', 'никак', 'любой', 'любая', 'другое', 'yes', 'no', 'none', 'any', 'other'])

/** «Зал поменяйте на веранду»: what it is to be changed to stands behind the verb. */
function afterChange({utterance}: Reader, context: ExtractContext): Found<unknown> | undefined {
  const at = utterance.tokens.findIndex((token) => /^(?:(?:по|за|из)?мен|перенес|перепи|исправ|chang|switch|mak)/.test(token.text))
  if (at === -1) return undefined
  const found = extractChoice({...utterance, tokens: utterance.tokens.slice(at + 1)}, context)
  return found && {...found, from: found.from + at + 1, to: found.to + at + 1, corrected: true}
}

/** «… в три часа Иванов Иван Иванович»: surname, name and patronymic together need no "my name is". */
function inFull({utterance}: Reader, context: ExtractContext): ReturnType<typeof extractPersonName> {
  if (context.asked) return undefined
  const found = extractPersonName(utterance, {...context, asked: true})
  const isWhole = found && found.value.last !== undefined && found.value.first !== undefined && found.value.patronymic !== undefined
  const before = utterance.tokens[(found?.from ?? 0) - 1]?.text ?? ''
  return isWhole && !/^(?:к|у|от|для|с|доктор|врач|мастер)/.test(before) ? found : undefined
}

/** «нет, фамилия Петров»: one part of a full name puts only that part right. */
function renamed(
  {state, hints}: Reader,
  {id}: ScenarioField,
  found: ReturnType<typeof extractPersonName>,
  context: ExtractContext,
): Found<unknown> | undefined {
  const held = state.fields[id]!.value
  if (!found || held === undefined || !(hints.denies || hints.wantsChange)) return found
  const before: object = extractPersonName(toUtterance(String(held), state.lang), {...context, asked: true})?.value ?? {}
  const isPart = Object.keys(found.value).length === 1 && Object.keys(before).length > 1
  return isPart ? {...found, value: {...before, ...found.value}} : found
}

/** «нет, дом девять»: a part of an address that is known puts only that part right. */
function amended(
  {state}: Reader,
  {id}: ScenarioField,
  found: ReturnType<typeof extractAddress>,
  context: ExtractContext,
): Found<unknown> | undefined {
  const held = state.fields[id]!.value
  if (!found || held === undefined) return found
  const before = extractAddress(toUtterance(String(held), state.lang), {...context, asked: true})?.value
  const fresh = found.value as Record<string, unknown>
  const isWhole = fresh['street'] !== undefined && fresh['house'] !== undefined
  return before && !isWhole ? {...found, value: {...before, ...fresh}} : found
}

function plainValue(field: ScenarioField, value: Record<string, unknown>): Value | undefined {
  switch (field.type) {
    case 'phone':
      return textOf(value['phone'])
    case 'email':
      return textOf(value['email'])
    case 'enum':
      return textOf(value['option'])
    case 'person_name':
      return formatName(value, field.parts)
    case 'address':
      return formatAddress(value)
    case 'number':
    case 'yesno':
    case 'date':
    case 'time':
    case 'text':
      return undefined
  }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
