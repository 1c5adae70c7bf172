import {extractChoice} from '../../nlu/choice.ts'
import {type Span, splitCorrection} from '../../nlu/correction.ts'
import {extractNumber} from '../../nlu/number.ts'
import {namesEnd} from '../../nlu/phone-join.ts'
import {countsChildren, countsOther} from './numbers/counted.ts'
import {take} from './numbers/take-number.ts'
import {byPerson} from './names/read-person.ts'
import {byDirection} from './values/read-way.ts'
import {numeral} from '../../nlu/numerals.ts'
import {openFields} from './open-fields.ts'
import {addsToAddress} from './values/read-address.ts'
import {readMoment} from './moments/read-moment.ts'
import {isBareNumber, readNumbers} from './numbers/read-number.ts'
import {readValue} from './read-value.ts'
import {mentionsField} from './field-words.ts'
import {claim, contextOf, isAboutValue, type Reader} from './reader.ts'
import type {ScenarioField} from '../scenario/scenario.ts'

/** The value of the field that the question was for. */
export function readAsked(reader: Reader, field: ScenarioField): void {
  switch (field.type) {
    case 'date':
    case 'time':
      // A day and an hour in one breath are read together, or the day would eat the hour.
      readNumbers(reader, 'counted')
      return readMoment(reader)
    case 'number':
      // «в семь» is an hour, whatever was asked; «семь» is what was asked, and «семь ночей» is no hour.
      if (readCorrectedNumber(reader, field)) return readMoment(reader)
      // «Цветочная девять», to «Сколько пустых?», is where to bring them.
      if (isStreet(reader)) return readVolunteered(reader, 'address')
      // «Радиус не пятнадцать, а шестнадцать»: no hour.
      if (isAboutValue(reader.utterance) && mentionsField(field, reader.utterance.tokens)) readNumbers(reader, 'asked')
      // «Сто тысяч» is what was asked for, whatever else in the flow is counted in thousands; «двое» are people wherever people are counted.
      if (isBareNumber(reader) && (countsChildren(field) || !hasCollective(reader))) readNumbers(reader, 'asked')
      readNumbers(reader, 'counted')
      if (isBareNumber(reader)) readNumbers(reader, 'asked')
      readMoment(reader)
      // «Улица Полевая, дом шесть» counts nothing.
      if (reader.state.pending.kind === 'ask' && !reader.hints.denies && !reader.hints.wantsChange) readVolunteered(reader, 'address')
      return readNumbers(reader, 'asked')
    default:
      return readValue(reader, field, true)
  }
}

/** One word of a street and its house, and nothing else, where an address is still wanted. */
function isStreet({utterance: {tokens, lang}, state, scenario}: Reader): boolean {
  const [street, ...house] = tokens
  if (!street || house.length === 0 || house.length > 3 || !streetWord.test(street.text)) return false
  const isOpen = [...scenario.fields.values()].some(({id, type}) => type === 'address' && state.fields[id]!.value === undefined)
  return isOpen && house.every((token) => numeral(token, lang) !== undefined)
}

const streetWord =
  /^[а-яё]{3,}(?:[сц]кая|ная|вая|тая|чная|чья|ова|ева|ина|ского|ов|ев)$|^(?:ленина|мира|пушкина|гагарина|победы|кирова|чехова|горького)$/

const hasCollective = ({utterance: {tokens, lang}}: Reader): boolean => tokens.some((token) => numeral(token, lang)?.collective)

/** «Полтора килограмма, нет, лучше два»: what stands behind the correction counts, whichever of the two has the unit. */
function readCorrectedNumber(reader: Reader, field: ScenarioField): boolean {
  const {utterance} = reader
  const split = splitCorrection(utterance.tokens)
  if (split?.kind !== 'restart' || reader.state.pending.kind !== 'ask') return false
  const within = ({from, to}: Span) =>
    extractNumber({...utterance, tokens: utterance.tokens.slice(from, to)}, contextOf(reader, field, true))
  const [old, fresh] = [within(split.old), within(split.fresh)]
  if (!old || !fresh || fresh.alts || split.fresh.to - split.fresh.from > 3) return false
  const found = {...fresh, from: fresh.from + split.fresh.from, to: fresh.to + split.fresh.from, corrected: true}
  if (countsOther(reader, field, found)) return false
  claim(reader, {...old, from: old.from + split.old.from, to: old.to + split.old.from})
  take(reader, field, found)
  return true
}

/** "No, seven thirty": two numbers and nothing else are an hour, and no house. */
const isBareHour = ({utterance: {tokens, lang}}: Reader): boolean => {
  const said = tokens.filter(({text}) => !/^(?:нет|ой|а|лучше|давайте|no|oh|sorry|make|it)$/.test(text))
  return (
    lang === 'en' &&
    said.length > 1 &&
    said.every((token) => numeral(token, lang) !== undefined || /^(?:am|pm|o'clock|a|p|m)$/.test(token.text))
  )
}

/** One value of a type, for the first field it may belong to; options are looked for in every field that has them. */
export function readVolunteered(reader: Reader, type: 'phone' | 'email' | 'enum' | 'person_name' | 'address'): void {
  const {hints, state, asked} = reader
  // «Нет, не Иванов, а Иваньков» to an address of a mailbox is about that.
  if (type === 'person_name' && state.pending.kind === 'confirm' && asked?.type === 'email') return
  // «Последние две цифры восемьдесят» are of the number, and no street.
  if (type === 'address' && (namesEnd(reader.utterance) || /(?:^| )цифр/.test(reader.utterance.text))) return
  // «Время другое»: what is to be changed was named, so the words belong to that.
  if (type === 'enum' && hints.wantsChange && asked && state.pending.kind !== 'ask') return
  const open = openFields(reader, type)
  const fields = type === 'address' ? byDirection(reader, open) : type === 'person_name' ? byPerson(reader, open) : open
  for (const field of type === 'enum' ? fields : fields.slice(0, 1)) {
    // «нет, дом девять»: a part of what is known, put right.
    const amends =
      type === 'address' &&
      ((hints.denies && asked?.type !== 'yesno') || hints.wantsChange || addsToAddress(reader.utterance)) &&
      state.fields[field.id]!.value !== undefined &&
      !isBareHour(reader)
    // «No, it's Rob», "yes, Rob", "wait, it's Rob": at a summary a short answer with nothing else in it puts a name right.
    const renames =
      type === 'person_name' &&
      (hints.denies || (mayRename(reader) && !isAddressed(reader))) &&
      state.pending.kind === 'confirm_state' &&
      reader.commands.length === 0 &&
      reader.utterance.tokens.length <= 5
    readValue(reader, field, amends || renames)
  }
}

/** «Нет интернета, Ленина двадцать»: an option that is named in full by several words is no street. */
export function readNamedInFull(reader: Reader): void {
  if (reader.hints.isQuestion || reader.hints.wantsChange || openFields(reader, 'address').length === 0) return
  for (const field of openFields(reader, 'enum')) {
    const found = extractChoice(reader.utterance, contextOf(reader, field, false))
    if (found && !found.alts && found.to - found.from > 1 && found.confidence > 0.9) readValue(reader, field, false)
  }
}

const mayRename = ({hints: {agrees, intents}, utterance: {tokens, text: whole}}: Reader): boolean =>
  !/(?:^| )(?:if|when|если|когда)(?: |$)/.test(whole) &&
  (agrees || intents.has('hold') || /^(?:it's|это)$/.test(tokens[0]?.text ?? '')) &&
  // "Good, I will decide later" has no name in it, for all the Wills there are.
  tokens.filter(({text}) => /\p{L}/u.test(text) && !besideName.test(text)).length === 1

const besideName =
  /^(?:да|нет|ой|а|это|я|на|имя|моё|мое|зовут|меня|верно|только|подождите|погодите|yes|yeah|ok|okay|no|oh|wait|hold|on|it's|it|is|my|name|the|actually|but|that's|right|correct|please|sorry)$/

/** «Да, Вера», «спасибо, Вера»: said to the bot by its name, or by what the caller takes for it. */
const isAddressed = ({scenario: {persona}, hints: {intents}, utterance: {tokens}}: Reader): boolean =>
  intents.has('thanks') || tokens.some(({text}) => text === persona.name.toLowerCase().replaceAll('ё', 'е'))
