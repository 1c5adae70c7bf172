import {extractPersonName} from '../../nlu/person-name.ts'
import {utterance as toUtterance, words} from '../../nlu/tokens.ts'
import type {ExtractContext, Found, Utterance} from '../../nlu/types.ts'
import {isEverydayGivenName, isGivenName, russianFirstName} from '../../nlu/names/lexicon.ts'
import {capitalise} from '../../nlu/names/capitalise.ts'
import {isStopWord} from '../../nlu/names/stop-words.ts'
import {withoutFillers} from '../../nlu/fillers.ts'
import {asksIn, isOfAnother} from './field-words.ts'
import {claim, type Reader, strings, used} from './reader.ts'
import type {ScenarioField} from '../scenario/scenario.ts'

/** A name; of one that is known, the part that was put right. */
export const readName = (reader: Reader, field: ScenarioField, context: ExtractContext): Found<unknown> | undefined =>
  renamed(
    reader,
    field,
    kinFirst(reader, context) ??
      extractPersonName(reader.utterance, context) ??
      inFull(reader, context) ??
      atTheEnd(reader, context) ??
      lastName(reader, field) ??
      forWhom(reader, field) ??
      atTheStart(reader, context) ??
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

/** «Директор Иванов», "my brother Mark": who it is stands beside the name. */
function besideRole({utterance, hints}: Reader, context: ExtractContext): ReturnType<typeof extractPersonName> {
  if (!context.asked || hints.isQuestion || hints.denies) return undefined
  const {tokens} = utterance
  const from = tokens.findIndex(({text}) => !role.test(text))
  const to = tokens.findLastIndex(({text}) => !role.test(text)) + 1
  if (from === -1 || (from === 0 && to === tokens.length) || to - from > 3) return undefined
  const found = extractPersonName({...utterance, tokens: tokens.slice(from, to)}, context)
  return found && {...found, from: found.from + from, to: found.to + from}
}

/** «Лесная четыре, для Ирины», «получатель Ирина», where the flow asks whom something is for. */
function forWhom({utterance, hints}: Reader, field: ScenarioField): ReturnType<typeof extractPersonName> {
  if (hints.isQuestion || !(isOfAnother(field) || /кому|для кого|дарим|who is it for|who it is for/i.test(asksIn(field)))) return undefined
  const at = utterance.tokens.findIndex(({text}) => /^(?:для|получатель|получательница|for|recipient)$/.test(text))
  const said = at === -1 ? [] : utterance.tokens.slice(at + 1, at + 3)
  const found = said.length === 0 ? undefined : extractPersonName({...utterance, tokens: said}, {now: {date: '', minutes: 0}, asked: true})
  const first = found?.value.first?.toLowerCase().replaceAll('ё', 'е')
  return found && first !== undefined && found.from === 0 && isGivenName(first) ? {...found, from: at + 1, to: found.to + at + 1} : undefined
}

/** «Фролов Илья, двадцать лет, хочу на легковую»: surname and name before anything else, as one fills in a form. */
function atTheStart({utterance, hints, state}: Reader, context: ExtractContext): ReturnType<typeof extractPersonName> {
  if (context.asked || hints.isQuestion || state.pending.kind === 'confirm_state' || utterance.tokens.length < 4) return undefined
  const found = extractPersonName({...utterance, tokens: utterance.tokens.slice(0, 2)}, {...context, asked: true})
  const {first, last} = found?.value ?? {}
  const isFull = first !== undefined && last !== undefined && isGivenName(first.toLowerCase().replaceAll('ё', 'е'))
  return isFull && found!.from === 0 && found!.to === 2 && surname.test(last.toLowerCase()) ? found : undefined
}

const surname = /(?:[ое]ва?|[ёе]ва?|[иы]на?|[сц]кий|[сц]кая|енко|чук|ук|юк|ян|дзе|швили)$/

/** «Жене Кате», «бабушке Вере»: whose name it is, and then the name. */
function kinFirst({utterance}: Reader, context: ExtractContext): ReturnType<typeof extractPersonName> {
  if (!context.asked) return undefined
  const from = utterance.tokens.findIndex(({text}) => !kin.test(text))
  if (from === -1 || from === 0 || !utterance.tokens.slice(0, from).some(({text}) => ofKin.test(text))) return undefined
  const found = extractPersonName({...utterance, tokens: utterance.tokens.slice(from)}, context)
  return found && {...found, from: found.from + from, to: found.to + from}
}

const ofKin =
  /^(?:муж(?:у|а|ем)?|жен(?:е|а|у|ой)|сестр(?:е|а|у)|брат(?:у|а)?|мам(?:е|а|у)|пап(?:е|а|у)|сын(?:у|а|ок)?|дочк?(?:е|а|ь|ери|у)|подруг(?:е|а|у)|друг(?:у)?|бабушк(?:е|а|у)|дедушк(?:е|а|у)|внук(?:у)?|внучк(?:е|а|у)|коллег(?:е|а|у)|тещ(?:е|а|у)|свекров(?:и|ь)|тет(?:е|я)|дяд(?:е|я)|начальниц(?:е|а)|начальник(?:у)?|учительниц(?:е|а))$/
const kin = new RegExp(`^(?:для|это|мо(?:й|я|ей|ему)|наш(?:а|ей|ему)?|любим(?:ой|ому|ая))$|${ofKin.source}`)

const role =
  /^(?:(?:директор|начальни|бухгалтер|кладовщи|охранни|водител|менеджер|секретар|прораб|бригадир|заместител|управляющ|завхоз|мастер|врач|доктор)\p{L}*|зам|смены|склада|отдела|магазина|цеха|главн\p{L}*|старш\p{L}*|мо[йяюегму]+|наш\p{L}*|муж\p{L}?|жен[аыеу]|брат\p{L}?|сестр\p{L}|мам[аыеу]|пап[аыеу]|отец|отца|мать|сын\p{L}?|доч\p{L}+|друг|подруг\p{L}|сосед\p{L}*|коллег\p{L}|бабушк\p{L}|дедушк\p{L}|тещ\p{L}|свекров\p{L}|это|будет|его|ее|зовут|my|our|the|his|her|name|is|it's|brother|sister|husband|wife|mother|mum|mom|father|dad|son|daughter|friend|neighbou?r|colleague|boss|manager|director|assistant|partner|driver|grandson|grandmother|grandma)$/u

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
