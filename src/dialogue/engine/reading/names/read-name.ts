import {extractPersonName} from '../../../nlu/person-name.ts'
import {utterance as toUtterance, words} from '../../../nlu/tokens.ts'
import type {ExtractContext, Found, Utterance} from '../../../nlu/types.ts'
import {isEverydayGivenName, isGivenName, russianFirstName} from '../../../nlu/names/lexicon.ts'
import {capitalise} from '../../../nlu/names/capitalise.ts'
import {isStopWord} from '../../../nlu/names/stop-words.ts'
import {withoutFillers} from '../../../nlu/fillers.ts'
import {atTheStart, besideRole, forWhom, kinFirst, loneName, namesOnlyKin, namesOthers} from './name-beside.ts'
import {claim, type Reader, strings, used} from '../reader.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'

/** A name; of one that is known, the part that was put right. */
export const readName = (reader: Reader, field: ScenarioField, context: ExtractContext): Found<unknown> | undefined =>
  context.asked && (namesOnlyKin(reader) || namesOthers(reader, field))
    ? undefined
    : renamed(
        reader,
        field,
        kinFirst(reader, context) ??
          extractPersonName(reader.utterance, context) ??
          inFull(reader, context) ??
          atTheEnd(reader, context) ??
          lastName(reader, field) ??
          forWhom(reader, field) ??
          atTheStart(reader, context) ??
          loneName(reader, context) ??
          besideRole(reader, context),
        context,
      )

/** «А фамилия?» – «Лебедь.»: the one word that answers is a surname, whatever else it means. */
function lastName({state, hints, utterance}: Reader, {id, parts = []}: ScenarioField): ReturnType<typeof extractPersonName> {
  const known = state.fields[id]!.partial?.name
  if (state.pending.kind !== 'ask' || state.pending.field !== id || !known?.['first'] || known['last'] || !parts.includes('last'))
    return undefined
  const {at, utterance: clean} = withoutFillers(utterance)
  const [word, ...others] = clean.tokens.filter(({text}) => !/^(?:фамилия|моя|surname|last|name|my|is|it's)$/.test(text))
  const isWord = word !== undefined && others.length === 0 && /^\p{L}{2,}(?:-\p{L}+)?$/u.test(word.text) && !isStopWord(word.text)
  if (!isWord || hints.denies || hints.isQuestion || [...hints.intents].some((intent) => intent !== 'greeting')) return undefined
  const from = at[clean.tokens.indexOf(word)]!
  return {value: {last: capitalise(word.text, word.raw)}, from, to: from + 1, confidence: 0.6}
}

/** Of a name that is wanted in full, one word is a beginning; it is asked for the rest of it once. True when that is so now. */
export function readPartOfName(
  reader: Reader,
  field: ScenarioField,
  found: Found<unknown>,
  value: Record<string, unknown>,
  raw: string,
): boolean {
  const {partial, attempts} = reader.state.fields[field.id]!
  const name = withLast(reader, field, partial?.name, strings(value))
  const wanted = partsWanted(field, raw)
  if (wanted.length < 2 || wanted.every((part) => part in name) || attempts > 0) {
    Object.assign(value, name)
    return false
  }
  claim(reader, found)
  reader.done.add(field.id)
  reader.commands.push({source: 'rule', confidence: found.confidence, kind: 'partial', field: field.id, raw, part: {kind: 'name', name}})
  return true
}

/** "Ann." – "And the last name?" – "Lee.": what else is a first name is the last one here. */
function withLast(
  {state: {pending}, hints}: Reader,
  {id, parts = []}: ScenarioField,
  known: Readonly<Record<string, string>> = {},
  said: Readonly<Record<string, string>>,
): Record<string, string> {
  const isRest =
    pending.kind === 'ask' && pending.field === id && parts.includes('last') && known['first'] !== undefined && known['last'] === undefined
  const {first, ...others} = said
  const isSurname =
    isRest && first !== undefined && first !== known['first'] && Object.keys(others).length === 0 && !hints.denies && !hints.wantsChange
  return isSurname ? {...known, last: first} : {...known, ...said}
}

const asksPatronymic = /отчеств/i

/** A patronymic only where the question has it, and of a name that may have one. */
export const partsWanted = ({parts = [], askLine}: ScenarioField, raw: string): readonly string[] =>
  asksPatronymic.test(askLine.ru.map(({source}) => source).join(' ')) && /[а-яё]/i.test(raw)
    ? parts
    : parts.filter((part) => part !== 'patronymic')

/** «Отчества нет», to the question for the rest of a name. */
export const hasNoMoreName = ({tokens}: Utterance): boolean =>
  /^(?:(?:ну|да|а|просто|у|меня|моё|мое|well|i) )*(?:(?:отчества|отчество|фамилии|его|ее|её) (?:у меня )?(?:нет|нету|не надо|без)|(?:нет|нету|без) (?:отчества|отчество|фамилии|его|ее|её)|(?:do not|don't) have (?:one|a \S+(?: name)?)|no (?:patronymic|last name|surname|middle name))(?: у меня| вообще| совсем)?$/.test(
    words(tokens),
  )

/** «… в три часа Иванов Иван Иванович»: surname, name and patronymic together need no "my name is". */
function inFull({utterance}: Reader, context: ExtractContext): ReturnType<typeof extractPersonName> {
  if (context.asked) return undefined
  const found = extractPersonName(utterance, {...context, asked: true})
  const isWhole = found && found.value.last !== undefined && found.value.first !== undefined && found.value.patronymic !== undefined
  const before = utterance.tokens[(found?.from ?? 0) - 1]?.text ?? ''
  return isWhole && !/^(?:к|у|от|для|с|доктор|врач|мастер)/.test(before) ? found : undefined
}

/** «…завтра в три, этот же номер, Олег»: a first name after a row of values is one more of them. */
function atTheEnd({utterance, commands}: Reader, context: ExtractContext): ReturnType<typeof extractPersonName> {
  const last = utterance.tokens.at(-1)
  if (context.asked || !last || commands.length < 2 || utterance.tokens.at(-2)?.text !== used) return undefined
  const name = russianFirstName(last.text)
  const isName = name ? !name.everyday : isGivenName(last.text) && !isEverydayGivenName(last.text)
  const from = utterance.tokens.length - 1
  const found = isName ? extractPersonName({...utterance, tokens: [last]}, {...context, asked: true}) : undefined
  return found && {...found, from, to: from + 1}
}

/** «нет, фамилия Петров»: one part of a full name puts only that part right. */
function renamed(
  {state, hints, utterance}: Reader,
  {id}: ScenarioField,
  found: ReturnType<typeof extractPersonName>,
  context: ExtractContext,
): Found<unknown> | undefined {
  const held = state.fields[id]!.value
  const isLabelled = utterance.tokens.some(({text}) => /^(?:отчеств|фамили|имя$|surname|patronymic|last$|first$)/.test(text))
  // "It's Smyth, not Smith", of Jane Smith: the part that is denied.
  const [, denied] = /(?:^| )(?:не|not) (\S+)/.exec(words(utterance.tokens)) ?? []
  const parts = String(held ?? '').split(' ')
  const wrong = parts.findIndex((part) => part.toLowerCase() === denied)
  const right = found && Object.values(found.value)
  if (found && wrong !== -1 && parts.length > 1 && right?.length === 1) {
    const known: object = extractPersonName(toUtterance(String(held), state.lang), {...context, asked: true})?.value ?? {}
    const key = Object.entries(known).find(([, part]) => String(part).toLowerCase() === denied)?.[0]
    if (key !== undefined) return {...found, value: {...known, [key]: right[0]}}
  }
  if (!found || held === undefined || !(hints.denies || hints.agrees || hints.wantsChange || isLabelled)) return found
  const before: object = extractPersonName(toUtterance(String(held), state.lang), {...context, asked: true})?.value ?? {}
  const isPart = Object.keys(found.value).length === 1 && Object.keys(before).length > 1
  return isPart ? {...found, value: {...before, ...found.value}} : found
}
