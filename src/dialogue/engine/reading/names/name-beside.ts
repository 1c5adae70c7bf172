import {extractPersonName} from '../../../nlu/person-name.ts'
import {words} from '../../../nlu/tokens.ts'
import type {ExtractContext, Token} from '../../../nlu/types.ts'
import {isGivenName, russianFirstName} from '../../../nlu/names/lexicon.ts'
import {asksIn, isOfAnother} from '../field-words.ts'
import type {Reader} from '../reader.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'

/** «Директор Иванов», "my brother Mark": who it is stands beside the name. */
export function besideRole({utterance, hints}: Reader, context: ExtractContext): ReturnType<typeof extractPersonName> {
  if (!context.asked || hints.isQuestion || hints.denies) return undefined
  const {tokens} = utterance
  const from = tokens.findIndex(({text}) => !role.test(text))
  const to = tokens.findLastIndex(({text}) => !role.test(text)) + 1
  if (from === -1 || (from === 0 && to === tokens.length) || to - from > 3) return undefined
  const found = extractPersonName({...utterance, tokens: tokens.slice(from, to)}, context)
  return found && {...found, from: found.from + from, to: found.to + from}
}

/** «Лесная четыре, для Ирины», «получатель Ирина», where the flow asks whom something is for. */
export function forWhom({utterance, hints}: Reader, field: ScenarioField): ReturnType<typeof extractPersonName> {
  if (hints.isQuestion || !(isOfAnother(field) || /кому|для кого|дарим|who is it for|who it is for/i.test(asksIn(field)))) return undefined
  const at = utterance.tokens.findIndex(({text}) => /^(?:для|получатель|получательница|for|recipient)$/.test(text))
  const said = at === -1 ? [] : utterance.tokens.slice(at + 1, at + 3)
  const found = said.length === 0 ? undefined : extractPersonName({...utterance, tokens: said}, {now: {date: '', minutes: 0}, asked: true})
  return found && found.from === 0 && isKnownFirst(found.value.first) ? {...found, from: at + 1, to: found.to + at + 1} : undefined
}

/** «Фролов Илья, двадцать лет, хочу на легковую»: surname and name before anything else, as one fills in a form. */
export function atTheStart({utterance, hints, state}: Reader, context: ExtractContext): ReturnType<typeof extractPersonName> {
  if (context.asked || hints.isQuestion || state.pending.kind === 'confirm_state' || utterance.tokens.length < 4) return undefined
  const found = extractPersonName({...utterance, tokens: utterance.tokens.slice(0, 2)}, {...context, asked: true})
  const {first, last} = found?.value ?? {}
  const isFull = last !== undefined && isKnownFirst(first)
  return isFull && found!.from === 0 && found!.to === 2 && surname.test(last.toLowerCase()) ? found : undefined
}

const isKnownFirst = (name: string | undefined): boolean => {
  const word = name?.toLowerCase().replaceAll('ё', 'е')
  return word !== undefined && (russianFirstName(word) !== undefined || isGivenName(word))
}

const surname = /(?:[ое]ва?|[ёе]ва?|[иы]на?|[сц]кий|[сц]кая|енко|чук|ук|юк|ян|дзе|швили)$/

/** «Жене Кате», «бабушке Вере»: whose name it is, and then the name. */
export function kinFirst({utterance}: Reader, context: ExtractContext): ReturnType<typeof extractPersonName> {
  if (!context.asked) return undefined
  const from = utterance.tokens.findIndex(({text}) => !kin.test(text))
  if (from === -1 || from === 0 || !utterance.tokens.slice(0, from).some(({text}) => ofKin.test(text))) return undefined
  const said = utterance.tokens.slice(from)
  const plain = extractPersonName({...utterance, tokens: said}, context)
  if (plain) return {...plain, from: plain.from + from, to: plain.to + from}
  const found = extractPersonName({...utterance, tokens: inGenitive(said)}, context)
  return found && {...found, from, to: Math.min(found.to - 1 + from, utterance.tokens.length)}
}

/** «Кате» in the case behind «для»: «для Кати». */
const inGenitive = ([name, ...rest]: readonly Token[]): Token[] =>
  name?.text.endsWith('е')
    ? [
        {...name, text: 'для', raw: 'для'},
        {...name, text: name.text.replace(/е$/, /(?:[гкхжчшщтлн]|н[иа])е$/.test(name.text) ? 'и' : 'ы')},
        ...rest,
      ]
    : []

/** «Жене», and no name: that is asked for. */
export const namesOnlyKin = ({utterance: {tokens}}: Reader): boolean =>
  tokens.some(({text}) => ofKin.test(text)) && tokens.every(({text}) => kin.test(text))

const ofKin =
  /^(?:муж(?:у|а|ем)?|жен(?:е|а|у|ой)|сестр(?:е|а|у)|брат(?:у|а)?|мам(?:е|а|у)|пап(?:е|а|у)|сын(?:у|а|ок)?|дочк?(?:е|а|ь|ери|у)|подруг(?:е|а|у)|друг(?:у)?|бабушк(?:е|а|у)|дедушк(?:е|а|у)|внук(?:у)?|внучк(?:е|а|у)|коллег(?:е|а|у)|тещ(?:е|а|у)|свекров(?:и|ь)|тет(?:е|я)|дяд(?:е|я)|начальниц(?:е|а)|начальник(?:у)?|учительниц(?:е|а))$/
const kin = new RegExp(`^(?:для|это|мо(?:й|я|ей|ему)|наш(?:а|ей|ему)?|любим(?:ой|ому|ая))$|${ofKin.source}`)

const role =
  /^(?:(?:директор|начальни|бухгалтер|кладовщи|охранни|водител|менеджер|секретар|прораб|бригадир|заместител|управляющ|завхоз|мастер|врач|доктор)\p{L}*|зам|смены|склада|отдела|магазина|цеха|главн\p{L}*|старш\p{L}*|мо[йяюегму]+|наш\p{L}*|муж\p{L}?|жен[аыеу]|брат\p{L}?|сестр\p{L}|мам[аыеу]|пап[аыеу]|отец|отца|мать|сын\p{L}?|доч\p{L}+|друг|подруг\p{L}|сосед\p{L}*|коллег\p{L}|бабушк\p{L}|дедушк\p{L}|тещ\p{L}|свекров\p{L}|это|будет|его|ее|зовут|my|our|the|his|her|name|is|it's|brother|sister|husband|wife|mother|mum|mom|father|dad|son|daughter|friend|neighbou?r|colleague|boss|manager|director|assistant|partner|driver|grandson|grandmother|grandma)$/u

/** «Света», to "your telephone?": a first name and nothing else, where a name is still wanted. */
export function loneName({utterance, asked, hints, state}: Reader, context: ExtractContext): ReturnType<typeof extractPersonName> {
  if (context.asked || hints.isQuestion || state.pending.kind !== 'ask' || !/^(?:phone|email|number|date|time)$/.test(asked?.type ?? ''))
    return undefined
  const said = utterance.tokens.filter(({text}) => !/^(?:ну|это|я|меня|зовут|да|it's|i'm|this|is)$/.test(text))
  const [only] = said
  if (said.length !== 1 || !only || !isKnownFirst(only.text)) return undefined
  const found = extractPersonName({...utterance, tokens: [only]}, {...context, asked: true})
  return found && {...found, from: 0, to: utterance.tokens.length}
}

/** «Мне нужен мастер Виктор», «мне тут Коля говорит»: somebody who is spoken of, and not who calls. */
export const namesOthers = ({utterance: {tokens}}: Reader, field: ScenarioField): boolean =>
  tokens.length >= 4 && !isOfAnother(field) && ofSomebody.test(words(tokens))

const ofSomebody =
  /(?:^| )(?:мастер\S*|врач\S*|доктор\S*|администратор\S*|тренер\S*) [а-яё]+(?: |$)|(?:^| )[а-яё]+ (?:говорит|сказал|сказала|советовал\S*|рекомендовал\S*|просил\S*|хочет|решает)(?: |$)|(?:^| )как [а-яё]+ [а-яё]+$|(?:^| )(?:жена|муж|сын|дочь|брат|сестра|подруга|друг) [а-яё]+ (?:всё|все|за|у|мне|меня|не)(?: |$)/
