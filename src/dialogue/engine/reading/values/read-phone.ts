import {type Span, splitCorrection} from '../../../nlu/correction.ts'
import {atomsOf} from '../../../nlu/phone-atoms.ts'
import {ordinalEnd} from '../../../nlu/phone-moment.ts'
import {extractPhone} from '../../../nlu/phone.ts'
import {endsNumber, joinPhoneDigits, namesEnd} from '../../../nlu/phone-join.ts'
import {putPhoneRight} from '../../../nlu/phone-put-right.ts'
import {readings} from '../../../nlu/phone-lattice.ts'
import {extractYesNo} from '../../../nlu/yes-no.ts'
import type {ExtractContext, Found, Utterance} from '../../../nlu/types.ts'
import {isOfAnother} from '../field-words.ts'
import {claim, type Reader} from '../reader.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'

/** A number, with what was dictated of it before. */
export const readPhone = (reader: Reader, field: ScenarioField, context: ExtractContext): Found<unknown> | undefined =>
  patched(reader, field) ??
  offered(reader, context) ??
  (context.asked ? dictated(reader, field, context) : extractPhone(reader.utterance, context))

/** What goes on with the digits of earlier turns, or puts right some of those that were read back. */
function dictated(reader: Reader, field: ScenarioField, context: ExtractContext): Found<unknown> | undefined {
  const {utterance, state} = reader
  const alone = extractPhone(utterance, context)
  const isWhole = alone !== undefined && !('digits' in alone.value)
  const {value} = state.fields[field.id]!
  // «Номер не тот, последние цифры семьдесят девять», at a summary
  const atEnd =
    value !== undefined && !isWhole && endsNumber(utterance) ? putPhoneRight(String(value), endOf(utterance), context) : undefined
  if (atEnd) return {...atEnd, from: 0, to: utterance.tokens.length}
  return (
    (isReadBack(reader, field) && !isWhole ? putPhoneRight(String(state.fields[field.id]!.value), utterance, context) : undefined) ??
    joinPhoneDigits(digitsSoFar(reader, field), utterance, context)
  )
}

/** What is right at the end, without what is wrong: «в конце не семьдесят восемь, а семьдесят девять». */
function endOf(utterance: Utterance): Utterance {
  const split = splitCorrection(utterance.tokens)
  const tokens = split?.kind === 'negated' ? utterance.tokens.slice(split.fresh.from, split.fresh.to) : utterance.tokens
  const right = tokens.filter(({text}) => !wrongly.test(text))
  if (right.some(({text}) => /^последн|^last$/.test(text))) return {...utterance, tokens: right}
  const word = (text: string) => ({...utterance.tokens[0]!, text, raw: text, stop: '' as const})
  // A number right behind «последние» would tell how many digits follow.
  return {...utterance, tokens: [word('последние'), word('цифры'), ...right]}
}

const wrongly = /^(?:не|нет|тот|та|так|та?м|номер\S*|телефон\S*|ошибк\S*|неправильн\S*|неверн\S*|wrong|not|the)$/

const isReadBack = ({state: {pending}}: Reader, {id}: ScenarioField): boolean => pending.kind === 'confirm' && pending.field === id

/** «Не шестьсот один, а шестьсот два»: a group of the number being read back for another. */
function patched(reader: Reader, field: ScenarioField): Found<unknown> | undefined {
  const {utterance, state} = reader
  const {value} = state.fields[field.id]!
  const split = isReadBack(reader, field) ? splitCorrection(utterance.tokens) : undefined
  if (split?.kind !== 'negated' || value === undefined) return undefined
  const held = String(value)
  for (const old of digitsOf(utterance, split.old)) {
    const at = held.indexOf(old)
    const fresh = digitsOf(utterance, split.fresh).find((digits) => digits.length === old.length)
    if (at === -1 || held.includes(old, at + 1) || fresh === undefined) continue
    const phone = held.slice(0, at) + fresh + held.slice(at + old.length)
    return {value: {phone}, from: 0, to: utterance.tokens.length, confidence: 0.8, corrected: true}
  }
  return undefined
}

function digitsOf({tokens}: Utterance, {from, to}: Span): string[] {
  const said = tokens.slice(from, to)
  // «Не двадцать пятого, а двадцать шестого» is about a day.
  if (said.some((_, at) => ordinalEnd(said, at) !== undefined)) return []
  const atoms = said.flatMap((token, at) => atomsOf(token, at, 'likely'))
  return atoms.length > 0 ? readings(atoms).map(({digits}) => digits) : []
}

/** «Контактный телефон? Можно этот же.» – «Да.» Nothing else may be in it: «давайте завтра» is about the day. */
function offered({utterance: {tokens}, utterance, state}: Reader, {asked, now}: ExtractContext): Found<unknown> | undefined {
  if (!asked || state.pending.kind !== 'ask' || !offersThis.test(state.lastQuestion ?? '')) return undefined
  const found = extractYesNo(utterance, {now, offer: true})
  // «Пишите» begins to dictate.
  if (tokens.some(({text}) => /^(?:пиши|пишите|записывай|записывайте|диктую|ahead|ready)$/.test(text))) return undefined
  const isAll = found?.value.yesno === 'yes' && tokens.every(({text}, at) => (at >= found.from && at < found.to) || besideYes.test(text))
  return isAll ? {value: {phone: null, callerId: true}, from: 0, to: tokens.length, confidence: 0.8} : undefined
}

const besideYes = /^(?:ну|а|пожалуйста|на|по|него|нему|его|этот|этому|конечно|можно|please|that|is|fine|this|one|number)$/
const offersThis = /этот|этому|этого|с которого|this (?:one|number)|same number|calling from/i

/** What was dictated of a number in earlier turns; of a number being read back, all of it, so that its end can be put right. */
function digitsSoFar(reader: Reader, field: ScenarioField): string {
  const {partial, value} = reader.state.fields[field.id]!
  if (partial?.digits !== undefined) return partial.digits
  if (value === undefined || !(isReadBack(reader, field) || namesEnd(reader.utterance))) return ''
  return String(value).replace(/^\+7/, '8').replace(/^\+/, '')
}

/** «Нет, последние тридцать четыре»: of the number that is known, whatever is asked for now. */
export const endOfPhone = ({utterance, scenario, state}: Reader): ScenarioField | undefined =>
  namesEnd(utterance) || (/^(?:confirm_state|what_to_change)$/.test(state.pending.kind) && endsNumber(utterance))
    ? [...scenario.fields.values()].find(({id, type}) => type === 'phone' && state.fields[id]!.value !== undefined)
    : undefined

/** «Тот же, с которого звоню», or digits with more to come. */
export function readUnfinished(
  reader: Reader,
  field: ScenarioField,
  found: Found<unknown>,
  value: Record<string, unknown>,
  asked: boolean,
  raw: string,
): void {
  const base = {source: 'rule', confidence: found.confidence, field: field.id, raw} as const
  if (value['callerId'] === true) {
    // «На тот же», asked for an address, is the same address.
    if (!asked && reader.asked?.type === 'address' && !/номер|телефон|звон|number|phone|call/i.test(reader.utterance.text)) return
    // The number somebody calls from is their own, and no recipient's unless that was asked for.
    if (!asked && isOfAnother(field)) return
    claim(reader, found)
    reader.done.add(field.id)
    reader.commands.push({...base, kind: 'set', value: reader.state.caller, alts: [], corrected: false, callerId: true})
  } else if (asked && typeof value['digits'] === 'string') {
    claim(reader, found)
    reader.commands.push({...base, kind: 'partial', part: {kind: 'digits', digits: value['digits']}})
  }
}
