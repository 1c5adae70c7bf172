import {numeral} from '../../nlu/numerals.ts'
import {stemKeys} from '../../nlu/stem.ts'
import {tokenize, words} from '../../nlu/tokens.ts'
import {extractYesNo} from '../../nlu/yes-no.ts'
import type {Token} from '../../nlu/types.ts'
import {contextOf, explain, isAboutValue, push, rawOf, type Reader} from './reader.ts'
import {mentions} from './field-words.ts'
import {toldOutright} from './possession.ts'
import {hasAlready} from './own-already.ts'
import {answersToName} from './answers-to-name.ts'
import type {ScenarioField} from '../scenario/scenario.ts'
import {withoutFillers} from '../../nlu/fillers.ts'

/** Requests that sound like a "no" and answer no question: «вы ошиблись номером», «мне неудобно, перезвоните». */
const elsewhere = [
  'wrong_number',
  'do_not_call',
  'callback',
  'handoff',
  'cancel',
  'cant_hear',
  'repeat',
  'hold',
  'are_you_robot',
  'voicemail',
  'switch_language',
]

/** Yes or no to the question that was asked; a "не" somewhere in the sentence is none. */
export function readYesNo(reader: Reader, field: ScenarioField): void {
  // The answer to a read-back is an answer to that, not to the question before.
  if (reader.state.pending.kind === 'confirm' || reader.state.pending.kind === 'choose') return
  const {utterance, hints} = reader
  if (picksUp(reader, field) || (hints.isQuestion && isCondition.test(words(utterance.tokens)))) return
  const has = hasAlready(reader, field) ? {value: false, from: 0, to: utterance.tokens.length} : undefined
  const told = has ?? toldOutright(reader, field, true)
  if (told) {
    const found = {...told, confidence: 0.85}
    const raw = rawOf(reader, found)
    explain(reader, found)
    push(reader, field, found, told.value, [], raw)
    return
  }
  const said = echoWhole(reader, field)
  if (said !== undefined) {
    push(reader, field, {value: said, from: 0, to: 0, confidence: 0.8}, said, [], utterance.text)
    explain(reader, {value: said, from: 0, to: utterance.tokens.length, confidence: 0.8})
    return
  }
  const did = didAlready(reader, field) ? true : undefined
  const found = did ? undefined : extractYesNo(utterance, {...contextOf(reader, field, true), offer: true})
  // "Two child seats, yes"
  const isLast = found !== undefined && found.to === utterance.tokens.length && mentions(field, utterance.tokens) > 0
  const isFirst = found !== undefined && (leads(reader, found.from) || isLast)
  const isElsewhere = hints.custom || elsewhere.some((intent) => hints.intents.has(intent))
  const isPlain = found && isFirst && /^(?:да|нет|yes|no)$/.test(utterance.tokens[found.from]!.text)
  if ((isElsewhere && !isPlain) || (found && isSomebodyAway(reader))) return
  if (found && found.value.yesno !== 'unsure' && !isAboutValue(utterance) && (isFirst || covers(reader, found))) {
    const raw = rawOf(reader, found)
    explain(reader, found)
    push(reader, field, found, found.value.yesno === 'yes', [], raw)
    return
  }
  const echoed = found ? undefined : (did ?? answersToName(reader, field) ?? echo(reader, field))
  if (echoed !== undefined) push(reader, field, {value: echoed, from: 0, to: 0, confidence: 0.7}, echoed, [], utterance.text)
}

/**
 * «Да, слушаю», «да, алло», «да, кто это?» at the beginning of a call we placed is how people pick up. It is an answer only to a question
 * about just that: who they are and whether they can talk.
 */
function picksUp({state, utterance}: Reader, field: ScenarioField): boolean {
  if (state.direction !== 'outbound' || state.counters.turns > 1) return false
  const text = words(utterance.tokens)
  if (whoCalls.test(text)) return true
  return pickUp.test(text) && !field.askLine[state.lang].some((template) => aboutTalking.test(template.source))
}

/** «А если я не продлю?» */
const isCondition = /^(?:а |и |ну |but |and )*(?:если|можно|нельзя|what if|if|can i) /

const pickUp =
  /^(?:(?:ну|а) )*(?:да|да да|yes|yeah|ага) (?:(?:да|я|вас|вы|слушаю|алло|але|ало|здравствуйте|добрый|доброе|день|вечер|утро|говорите|у аппарата|на связи|hello|hi|speaking|good|morning|afternoon|evening|go ahead|i'm listening)(?: |$))+$/
const whoCalls =
  /^(?:(?:ну|а|алло|здравствуйте) )*(?:да|yes|yeah|ага)(?: а| алло| здравствуйте| слушаю)* (?:кто (?:это|вы|звонит|говорит)|это кто|вы кто|что за (?!в)\S+|с кем|откуда|who is|who's|what is this)/
const aboutTalking =
  /это вы|(?:говорю|разговариваю) с|удобно|можете|готовы|есть (?:\S+ )?минут|уделить|ответ|вопрос|am i (?:speaking|talking)|is this|good time|do you have|can you|talk|questions?/i

/** «Её нет дома», «Ольги нет»: who is asked for is away, which answers nothing else. */
const isSomebodyAway = ({utterance: {tokens}}: Reader): boolean => {
  const at = tokens.findIndex(({text}) => text === 'нет')
  return (
    at > 0 &&
    tokens.length <= 4 &&
    /^(?:его|ее|их|\p{L}{2,}[иыеа])$/u.test(tokens[at - 1]!.text) &&
    !/^(?:да|тогда|всегда|пока|еще|лучше|наверное|а|ой|конечно|видимо|правда)$/.test(tokens[at - 1]!.text)
  )
}

/** Whether it stands where answers stand: at the beginning, fillers aside. */
const leads = ({utterance}: Reader, from: number): boolean => withoutFillers(utterance).at.slice(0, 2).includes(from)

const covers = ({utterance}: Reader, {from, to}: {readonly from: number; readonly to: number}): boolean =>
  (to - from) * 2 >= utterance.tokens.length

/** «Машина на ходу?» – «На ходу.», «Не на ходу.»: nothing but words of the question, and perhaps a "not". */
export function echoWhole({utterance, state}: Reader, field: ScenarioField): boolean | undefined {
  const {utterance: clean} = withoutFillers(utterance)
  const words = clean.tokens.map((token) => token.text).filter((word) => !beside.test(word))
  const rest = words.filter((word) => !negation.test(word))
  if (rest.length === 0 || rest.length > 4) return undefined
  const asked = field.askLine[state.lang].flatMap((template) => tokenize(template.source)).map((token) => token.text)
  const keys = new Set(asked.flatMap(echoKeys))
  const isEcho = rest.every((word) => asked.includes(word) || echoKeys(word).some((key) => keys.has(key)))
  // Little words alone echo nothing: «у вас», «я».
  const says = rest.some((word) => word.length > 3 || /^(?:ходу|есть|now)$/.test(word))
  if (!isEcho || !says) return undefined
  if (words.some((word) => /^(?:не|not|isn't|doesn't|don't|never)$/.test(word))) return false
  // «Нет, на ходу» may mean either.
  return rest.length === words.length ? true : undefined
}

const negation = /^(?:не|нет|not|no|isn't|doesn't|don't|never)$/
const beside =
  /^(?:ой|ай|хотя|простите|извините|oh|sorry|да|это|я|мы|она|он|оно|они|уже|конечно|точно|сейчас|yes|it|it's|is|they|we|i|the)$/

/** The word by its stems, and by what means the same in an answer. */
const echoKeys = (word: string): string[] => [...stemKeys(word), ...(alike.find((group) => group.includes(word)) ?? []).slice(0, 1)]
const alike = [
  ['впервые', 'первый', 'первая', 'раз', 'разу'],
  ['сказать', 'говорите', 'скажите', 'говорить'],
  ['паспорт', 'возьму', 'захвачу'],
]

/** «Перезагружали?» – «Перезагружала, не помогло»: the verb comes first, what came of it is another matter. */
function didAlready(reader: Reader, field: ScenarioField): boolean {
  const {utterance} = withoutFillers(reader.utterance)
  const [first] = utterance.tokens
  if (first === undefined) return false
  const isPast = field.askLine.ru.some(({source}) => /(?:ли|лись|лся|лась)(?: |\?|,)/.test(questionIn(source)))
  if (isPast && again.test(words(utterance.tokens))) return true
  return utterance.tokens.length > 1 && echo({...reader, utterance: {...utterance, tokens: [first]}}, field) === true
}

/** «Уже сто раз», «пробовал», «делала уже» */
const again =
  /^(?:(?:да|конечно|я|мы|уже) )*(?:(?:пробовал|делал|сделал|пытал)\S*|(?:сто|много|несколько|два|три|пять|десять|кучу) раза?|неоднократно|уже)(?: уже| конечно| все| всё| это| не помогло| не помогает| бесполезно)*$/

/** The verb of the question, or another of its root: «продлить» – «продлевайте». */
const isSaid = (key: string, verbs: ReadonlySet<string>): boolean =>
  verbs.has(key) || (key.startsWith('~') && [...verbs].some((verb) => verb.startsWith('~') && verb.length >= 5 && key.startsWith(verb)))

/**
 * «Вы оплатили?» – «Оплатил вчера.»: saying the verb of the question again is a yes, with «не» before it a no. A question with the verb in it
 * («а когда она кончилась?»), a condition, and what is done already or will be done some time answer nothing.
 */
function echo({utterance: {tokens}, state, hints}: Reader, field: ScenarioField): boolean | undefined {
  const text = words(tokens)
  const asked = field.askLine[state.lang].map(({source}) => questionIn(source)).join(' ')
  const isOver = /(?:ли|лись|лся|лась)(?: |\?|,)|\b(?:did|have|has|was|were)\b/.test(asked)
  if (hints.isQuestion || unsettled.test(text) || (!isOver && /(?:^| )(?:уже|already)(?: |$)/.test(text))) return undefined
  const question = tokenize(asked).filter((token) => token.text.length > 4 && !numeral(token, state.lang))
  const verbs = new Set(question.flatMap((token) => stemKeys(token.text)).filter((key) => key.startsWith('~') || /^[a-z]/.test(key)))
  const at = tokens.findIndex((token) => token.text.length > 4 && stemKeys(token.text).some((key) => isSaid(key, verbs)))
  if (at === -1 || (state.lang === 'en' && isNoun(tokens, at))) return isComing(asked, text)
  return !tokens.slice(Math.max(0, at - 2), at).some((token) => /^(?:не|ни|not|never|didn't|don't|haven't|won't)$/.test(token.text))
}

/** "The insurance", "my own insurance": a noun of the question says nothing; the verb stands in front, behind nobody but the speaker. */
const isNoun = (tokens: readonly Token[], at: number): boolean =>
  at > 3 || /^(?:a|an|the|my|our|own|this|that|any|some|your|of|for|much|what|child)$/.test(tokens[at - 1]?.text ?? '')

/** Of all that is said before it only the sentence that asks. */
const questionIn = (source: string): string => source.match(/[^.!?]*\?/g)?.join(' ') ?? source

const unsettled = /(?:^| )(?:если|разве|неужели|потом|попозже|как-нибудь|сам|сама|if|whether|maybe later|someday)(?: |$)/

/** «Сможете прийти?» – «Подойду», «приду, но опоздаю»: one word for another. */
const isComing = (asked: string, text: string): true | undefined =>
  /прийти|прид[её]те|подойти|подъехать|приехать|приед[еу]|будете|жд[её]м/i.test(asked) && coming.test(text) ? true : undefined

const coming =
  /^(?:(?:да|ну|понятно|хорошо|конечно|ок|я|мы|постараюсь|обязательно) )*(?:приду|прид[её]м|подойду|подойд[её]м|подъеду|приеду|приедем|подъеду|буду|будем|явлюсь|вс[её] в силе|в силе|прийти|быть)(?: |$)/
