import {words} from '../../../nlu/tokens.ts'
import {extractYesNo} from '../../../nlu/yes-no.ts'
import {didAlready, echo, echoRoot, isComing} from './echo.ts'
import {claim, contextOf, explain, isAboutValue, push, rawOf, type Reader} from '../reader.ts'
import {asksIn, mentions} from '../field-words.ts'
import {toldInWords} from './told-yes-no.ts'
import {answersToName, asksWhoItIs, leavesItOpen, saysItIsThem} from '../names/answers-to-name.ts'
import type {ScenarioField} from '../../scenario/scenario.ts'
import {withoutFillers} from '../../../nlu/fillers.ts'

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
  // «Не хочу отвечать», «давайте пропустим» answer nothing.
  if (!field.required && passes.test(words(utterance.tokens))) return
  const told = toldInWords(reader, field)
  if (told === 'open') return
  if (told) {
    const raw = told.isWhole ? utterance.text : rawOf(reader, told)
    if (told.claims) claim(reader, told)
    else explain(reader, told)
    return push(reader, field, told, told.value, [], raw)
  }
  const coming = isComing(reader, field) ?? (aLittle.test(words(utterance.tokens)) ? true : undefined)
  const did = coming ?? (didAlready(reader, field) ? true : undefined)
  const found = did !== undefined ? undefined : extractYesNo(utterance, {...contextOf(reader, field, true), offer: true})
  // «Да я уже продлил его», to whether they would like to, is an intent of the flow's own.
  if (hints.custom && /(?:^| )(?:уже|давно|already)(?: |$)/.test(words(utterance.tokens)) && !aboutFacts.test(asksIn(field))) return
  // "Ok, book me in then", «ну ладно, присылайте» agree to something, and answer no question of fact.
  if (found && agreesOnly(reader, found) && aboutFacts.test(asksIn(field))) return
  // «Не интересует», «ладно», «да, знаю такую», to "is this you?"
  const isWho = asksWhoItIs(field, reader.state.lang)
  if (isWho && found?.value.yesno !== 'no' && saysItIsThem(reader, field)) {
    if (found) explain(reader, found)
    return push(reader, field, {value: true, from: 0, to: 0, confidence: 0.85}, true, [], utterance.text)
  }
  if (isWho && leavesItOpen(words(utterance.tokens))) return
  if (isWho && (hints.intents.has('refuse') || (found?.value.yesno === 'yes' && !saysItIsThem(reader, field)))) return
  // "Two child seats, yes"
  const isLast = found !== undefined && found.to === utterance.tokens.length && mentions(field, utterance.tokens) > 0
  const isFirst = found !== undefined && (leads(reader, found.from) || isLast)
  const isElsewhere = hints.custom || elsewhere.some((intent) => hints.intents.has(intent))
  const isPlain = found && isFirst && /^(?:да|нет|yes|no)$/.test(utterance.tokens[found.from]!.text)
  // «Заберу завтра» says the verb of the question again, whatever intent of the flow's own it is besides.
  const agrees = found === undefined || (found.value.yesno === 'yes' && echo(reader, field) === true)
  const isEcho = hints.custom && agrees && !elsewhere.some((intent) => hints.intents.has(intent))
  if ((isElsewhere && !isPlain && !isEcho && coming === undefined) || (found && isSomebodyAway(reader))) return
  const yesBut = /^(?:да|ага|угу|yes|yeah) (?:но|только|и|but|only|and)(?: |$)/.test(words(utterance.tokens))
  if (found && found.value.yesno !== 'unsure' && (yesBut || !isAboutValue(utterance)) && (isFirst || covers(reader, found))) {
    const raw = rawOf(reader, found)
    explain(reader, found)
    push(reader, field, found, found.value.yesno === 'yes', [], raw)
    return
  }
  const answersName = answersToName(reader, field)
  // Who speaks of them is left to an intent of the flow's own.
  const named = answersName === false ? undefined : answersName
  const echoed = found ? undefined : isWho ? named : (did ?? named ?? echo(reader, field) ?? echoRoot(reader, field))
  if (echoed !== undefined) push(reader, field, {value: echoed, from: 0, to: 0, confidence: 0.7}, echoed, [], utterance.text)
}

/**
 * «Да, слушаю», «да, алло», «да, кто это?» at the beginning of a call we placed is how people pick up. It is an answer only to a question
 * about just that: who they are and whether they can talk.
 */
function picksUp({state, utterance}: Reader, field: ScenarioField): boolean {
  if (state.direction !== 'outbound' || state.counters.turns > 2) return false
  const text = words(utterance.tokens)
  if (whoCalls.test(text)) return true
  return pickUp.test(text) && !field.askLine[state.lang].some((template) => aboutTalking.test(template.source))
}

const agreement = /^(?:ну|ok|okay|alright|right|sure|fine|good|great|well|хорошо|ладно|окей|ок|отлично|понятно|ясно)$/

/** A word of agreement in front of something else. */
const agreesOnly = ({utterance: {tokens}}: Reader, {from, to}: {readonly from: number; readonly to: number}): boolean =>
  from < 2 &&
  tokens.slice(from, to).every(({text}) => agreement.test(text)) &&
  withoutFillers({tokens: tokens.slice(to), lang: 'ru', text: ''}).utterance.tokens.length > 0

const aboutFacts = /have you|did you|are you (?:a|an|new|already)|были|бывали|есть ли|обращались|впервые|раньше|(?:ли|лись|лся|лась)\?/i

/** «Немного», to whether somebody can. */
const aLittle = /^(?:ну |да )*(?:немного|немножко|чуть[- ]чуть|капельку|a (?:little|bit)|a little bit|somewhat)$/

const passes =
  /(?:^| )(?:не (?:хочу|буду|стану) (?:отвечать|говорить|сообщать)|предпоч\S+ не|пропуст\S+|пропускаем|no comment|(?:don't|do not) want to (?:answer|say)|(?:rather|prefer) not|skip (?:that|it|this))(?: |$)/

/** «А если я не продлю?» */
const isCondition = /^(?:а |и |ну |but |and )*(?:если|можно|нельзя|what if|if|can i) /

const pickUp =
  /^(?:(?:ну|а) )*(?:да|да да|yes|yeah|ага) (?:(?:да|я|вас|вы|слушаю|алло|але|ало|здравствуйте|добрый|доброе|день|вечер|утро|говорите|у аппарата|на связи|hello|hi|speaking|good|morning|afternoon|evening|go ahead|i'm listening)(?: |$))+$/
const whoCalls =
  /^(?:(?:ну|а|алло|здравствуйте) )*(?:да|yes|yeah|ага)(?: а| алло| здравствуйте| слушаю)* (?:кто (?:это|вы|звонит|говорит|спрашивает)|что (?:вы )?хотели|что (?:вам )?(?:надо|нужно)|это кто|вы кто|что за (?!в)\S+|с кем|откуда|who is|who's|what is this)/
const aboutTalking =
  /это вы|(?:говорю|разговариваю) с|удобно (?:сейчас|ли |вам )?(?:говорить|разговаривать|общаться|сейчас)|(?:можете|готовы) (?:\S+ )?(?:говорить|разговаривать|поговорить|ответ|уделить)|есть (?:\S+ )?минут|уделить|ответ|вопрос|am i (?:speaking|talking)|is this|good time|do you have|can you|talk|questions?/i

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
