import type {IntentMatch} from '../../nlu/intents.ts'
import {words} from '../../nlu/tokens.ts'
import type {LocalDateTime, Utterance} from '../../nlu/types.ts'
import {extractYesNo, wantsNoMore} from '../../nlu/yes-no.ts'
import type {Command} from '../command.ts'
import type {DialogueState} from '../state.ts'
import {isFirm} from './meaning.ts'
import {blanked} from './reader.ts'

/** What a turn answers to the question in the air. */
export interface Answers {
  readonly commands: readonly Command[]
  /** Places of the words that answer. */
  readonly explained: readonly number[]
  /** Agreed to all that was read out but something: what stands behind the reserve is to be changed. */
  readonly isReserved: boolean
  /** The utterance to read values from: what agrees to the rest is no part of the change. */
  readonly rest: Utterance
}

/** Yes, no or neither, when something was asked that can be answered so. */
export function answersIn(state: DialogueState, spoken: Utterance, now: LocalDateTime): Answers {
  const isReadBack = readsBack(state)
  const reserve = isReadBack ? reserveIn(spoken) : undefined
  if (reserve !== undefined && !agreesOn(spoken, reserve, now))
    return {commands: [], explained: [], isReserved: true, rest: behind(spoken, reserve)}
  const whole = {isReserved: false, rest: spoken}
  if (isReadBack && wantsNoMore(spoken))
    return {...whole, commands: [{kind: 'affirm', source: 'rule', confidence: 0.8}], explained: [...spoken.tokens.keys()]}
  const found = extractYesNo(spoken, {now, offer: !isReadBack})
  if (!found) return {...whole, commands: [], explained: []}
  const {yesno} = found.value
  const kind = yesno === 'yes' ? 'affirm' : yesno === 'no' ? 'deny' : 'unsure'
  const {from, to, confidence} = found
  return {...whole, commands: [{kind, source: 'rule', confidence}], explained: [...spoken.tokens.keys()].slice(from, to)}
}

/** Whether values were read out and wait for a yes; the caller's own number is offered, and was never said. */
const readsBack = ({pending, fields}: DialogueState): boolean =>
  pending.kind === 'confirm_state' ||
  pending.kind === 'what_to_change' ||
  (pending.kind === 'confirm' && fields[pending.field]!.source !== 'caller_id')

/** «Да, только время на три», «всё верно, кроме времени», «да, если мама разрешит»: where the word stands behind which something is not agreed to. */
function reserveIn({tokens}: Utterance): number | undefined {
  const found = reserved.exec(words(tokens))
  if (found) return found[0].split(' ').length - 1
  // «Всё, кроме времени, верно»
  const except = tokens.findIndex(({text}) => /^(?:кроме|except)$/.test(text))
  return except !== -1 &&
    tokens.slice(except + 1).some(({text}) => /^(?:верно|правильно|так|хорошо|нормально|right|correct|fine)$/.test(text))
    ? except
    : undefined
}

const reserved =
  /^(?:\S+ ){0,3}?(?:да|ага|угу|так|верно|правильно|точно|хорошо|ладно|нормально|отлично|согласен|согласна|yes|yeah|yep|sure|right|correct|fine|good|okay|ok|perfect) (?:\S+ ){0,3}?(?:только|но|кроме|за исключением|при условии|but|only|except|just|если(?! (?:можно|возможно|не (?:трудно|сложно|ошибаюсь)|получится|вам|что|вдруг)(?: |$))|if(?! (?:possible|you|that's|i may|anything|something|i'm not)(?: |$)))(?= |$)/

/** "Yes, just book it": what stands behind it agrees as well. */
function agreesOn(spoken: Utterance, reserve: number, now: LocalDateTime): boolean {
  const tokens = spoken.tokens.slice(reserve + 1)
  const told = words(tokens)
  // «Да, но хотелось бы не завтра»
  if (/(?:^| )(?:не|not|don't)(?: |$)/.test(told) && !/ничего|менять|надо|нужно|против|возража|change|anything|nothing|mind/.test(told))
    return false
  const found = extractYesNo({...spoken, tokens}, {now})
  return found?.value.yesno === 'yes' && found.to - found.from === tokens.length
}

/** «Всё верно, кроме времени» names what is wrong; "right except make it five" tells what is right. */
function behind(spoken: Utterance, reserve: number): Utterance {
  const {tokens} = spoken
  const excepts = /^(?:кроме|исключением|except)$/.test(tokens[reserve]!.text) && !tells.test(tokens[reserve + 1]?.text ?? '')
  return excepts ? spoken : {...spoken, tokens: blanked(tokens, {from: 0, to: reserve + 1})}
}

const tells = /^(?:make|put|change|it's|let's|i|давайте|давай|поставьте|сделайте|запишите|пусть)$/

/** «Верно, но не сегодня»: what is wrong was not understood, and that something is was. */
export const objects = ({isReserved, rest}: Answers): boolean =>
  isReserved &&
  rest.tokens.some(({text}) =>
    /^(?:не|нет|no|not|isn't|don't|doesn't|wrong|ошибка|неверно|неудобн\p{L}*|(?:по)?позже|(?:по)?раньше|later|earlier)$/u.test(text),
  )

/** «Да, но звоните после шести»: one value was read back, and what stands behind the reserve is not about it. */
export function agreesToValue({isReserved, rest}: Answers, {pending}: DialogueState, commands: readonly Command[]): boolean {
  if (!isReserved || pending.kind !== 'confirm') return false
  return (
    !commands.some((command) => 'field' in command && command.field === pending.field) && !rest.tokens.some(({text}) => doubts.test(text))
  )
}

const doubts =
  /^(?:не|нет|no|not|isn't|don't|doesn't|wrong|ошибк\p{L}*|неверн\p{L}*|неправильн\p{L}*|друг\p{L}*|последн\p{L}*|предпоследн\p{L}*|конец|конце|начал\p{L}|код\p{L}?|цифр\p{L}*|букв\p{L}*|last|first|end|code|digits?|letters?)$/u

/** «Нет, спасибо, всё верно»: words of the answer, which turn nothing down and take no leave. */
export const isPartOfAnswer = ({id, from, to}: IntentMatch, {commands, explained, isReserved}: Answers, {text}: Utterance): boolean => {
  if (!partOfAnswers.has(id) || isFirm(text)) return false
  if (isReserved) return id === 'refuse'
  return commands.some(({kind}) => kind === 'affirm') && explained.includes(from) && explained.includes(to - 1)
}

const partOfAnswers = new Set(['refuse', 'deny', 'goodbye'])

/** «Да, но завтра мне неудобно», «верно, но можно попозже» ask for another day or hour, and not for a call. */
export const asksAnotherTime = ({id}: IntentMatch, {isReserved}: Answers, {text}: Utterance): boolean =>
  isReserved && id === 'callback' && !/перезвон|набер|позвон|call/i.test(text)
