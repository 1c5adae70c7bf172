import {count, type Draft, patch, say} from './draft.ts'
import {agrees} from './call-off.ts'
import {aside, askNextOrRepeat, captureCallback, fallBack, handOff, hasBusiness, hold, refuseAll, repeat, sayGoodbye} from './patterns.ts'
import {insist, skip} from './give-up.ts'
import {mentionsField} from './reading/field-words.ts'
import type {Understanding} from './reading/understand.ts'
import {isAboutWaiting, isFirm} from './reading/meaning.ts'
import type {ScenarioField} from './scenario/scenario.ts'
import type {Utterance} from '../nlu/types.ts'
import {namesBooking} from './reading/wishes/older-booking.ts'
import {current, nothingHeard} from './edges.ts'
import {advance} from './transitions.ts'

/** Requests about the conversation itself, once nothing of its business was in the turn. True when there was one. */
export function talk(draft: Draft, {utterance}: Understanding, kinds: ReadonlySet<string>): boolean {
  const {pending} = draft.state
  const asked = pending.kind === 'ask' ? draft.scenario.fields.get(pending.field) : undefined
  const isSkipped =
    asked && !asked.required && !isFirm(utterance.text) && ['skip', 'dont_know', 'refuse', 'deny', 'unsure'].some((kind) => kinds.has(kind))
  for (const kind of ['repeat', 'slower', 'cant_hear'] as const) if (kinds.has(kind)) return done(() => repeat(draft, kind))
  if (kinds.has('hold')) return done(() => hold(draft))
  if (kinds.has('are_you_robot')) return done(() => aside(draft, 'are_you_robot'))
  if (kinds.has('callback')) return done(() => captureCallback(draft))
  if (kinds.has('cancel')) return done(() => cancel(draft, utterance))
  // «Мне всё равно», where one of several is to be chosen
  if (asked?.required && asked.type === 'enum' && anyhow.test(utterance.text)) return done(() => insist(draft, asked.id, false))
  // «Я подумаю», «подумаю и перезвоню»
  if (asked && kinds.has('unsure') && (kinds.has('goodbye') || thinksOver.test(utterance.text))) return done(() => sayGoodbye(draft))
  if (asked && !asked.required && kinds.has('skip')) return done(() => skip(draft, asked.id))
  // «Не буду заказывать», whatever is asked for at the moment.
  if (isFirm(utterance.text) && ['deny', 'skip', 'refuse'].some((kind) => kinds.has(kind)))
    return done(() => refuseAll(draft, hasBusiness(draft) ? 'cancelled' : 'refused'))
  if (isSkipped) return done(() => skip(draft, asked.id))
  if (asked && (kinds.has('skip') || kinds.has('dont_know') || refusesJust(asked, kinds, utterance) || prefersNot.test(utterance.text)))
    return done(() => insist(draft, asked.id, !kinds.has('dont_know')))
  if (kinds.has('refuse') && pending.kind === 'confirm_state' && agrees.test(utterance.text)) return done(() => askWhatToChange(draft))
  if (kinds.has('refuse')) return done(() => refuseAll(draft, hasBusiness(draft) ? 'cancelled' : 'refused'))
  if (kinds.has('goodbye')) return done(() => sayGoodbye(draft))
  if (asked?.type === 'phone' && dictates.test(utterance.text) && draft.state.counters.noMatch === 0)
    return done(() => say(draft, 'listening', {kind: 'ask', key: `ask.${asked.id}`}))
  if (asked?.type === 'phone' && isAnother.test(utterance.text))
    return done(() => say(draft, 'reask.phone', {kind: 'ask', key: `ask.${asked.id}`}))
  if (kinds.has('complaint')) return done(() => complain(draft, utterance))
  // «Ладно, спасибо», once the question was answered
  if (kinds.has('thanks') && !asked && kinds.has('affirm') && draft.state.counters.questions > 0) return done(() => sayGoodbye(draft))
  // «Всё понятно, спасибо», where nothing was begun, once the question was answered
  if (kinds.has('thanks') && !hasBusiness(draft) && draft.state.counters.questions > 0 && knowsNow.test(utterance.text))
    return done(() => sayGoodbye(draft))
  if (kinds.has('thanks') && !asked) return done(() => aside(draft, 'thanks'))
  if (kinds.has('greeting') && draft.state.counters.turns <= 2) return done(() => aside(draft, 'greeting'))
  return false
}

const anyhow =
  /^(?:(?:мне|нам|да|ну|в общем|а|в) )*(?:вс[её] равно|без разницы|не важно|неважно|не принципиально|люб(?:ой|ая|ое|ую)|(?:в )?любое время|как (?:вам )?удобно|any|either|whatever|it doesn't matter|doesn't matter|i don't (?:mind|care)|no preference)(?: (?:мне|нам|вам|абсолютно|is fine|works))*$/i

const knowsNow = /(?:^| )(?:вс[её]|учту|буду знать|that's all|that is all|got it|good to know)(?: |$)/i

/** "I'd rather not", to a question: not to say that, and to have what was agreed all the same. */
const prefersNot =
  /^(?:(?:no|well|sorry|нет|ну|простите) )*(?:i'd|i would) rather not(?: (?:say|answer|tell))?$|^(?:(?:нет|ну|я) )*(?:предпоч\S+ не (?:говорить|отвечать)|не (?:хочу|буду|стану) (?:\S+ ){0,2}(?:говорить|отвечать|называть|сообщать))(?: |$)/i

const thinksOver =
  /^(?:(?:понятно|ясно|хорошо|ладно|ну|я|мы|тогда|спасибо|надо|нужно|okay|ok|i) )*(?:еще )?(?:подумаю|подумаем|подумать|(?:'ll |need to |have to )?think about it)(?: (?:еще|спасибо|пока|тогда))*$/i

/** «Пишите», «записывайте», before the digits */
const dictates =
  /^(?:(?:да|ну|так|хорошо|ок|okay|ok|yes) )*(?:пиши|пишите|записывай|записывайте|диктую|готовы|go ahead|are you ready|ready)(?: \S+)?$/i

/** «Другой», to a question that offers the number of the call: then which? */
const isAnother =
  /^(?:(?:нет|давайте|лучше|на|по|no) )*(?:другой|другому|другого|не этот|a different|another|different|not this)(?: (?:номер|номеру|телефон|number|one))?$/i

/** «Не надо номер»: it is the number that is refused, and not what was agreed so far. */
const refusesJust = (asked: ScenarioField, kinds: ReadonlySet<string>, {text, tokens}: Utterance): boolean =>
  kinds.has('refuse') && !isFirm(text) && mentionsField(asked, tokens)

/** Something is not wanted, and what was not understood. */
function askWhatToChange(draft: Draft): void {
  patch(draft, {pending: {kind: 'what_to_change'}})
  say(draft, 'what_to_change', {kind: 'ask'})
}

function done(act: () => void): true {
  act()
  return true
}

/** Taking back what was begun ends it; asking to cancel something older is beyond a bot without that business: a person is. */
function cancel(draft: Draft, {text, tokens}: Utterance): void {
  // «Передумал», «отмените всё» in the midst of a form can mean nothing older.
  const isBegun = isFirm(text) || (current(draft).type === 'collect' && !namesBooking(tokens))
  if (hasBusiness(draft) || isBegun) return refuseAll(draft, 'cancelled')
  say(draft, 'cannot_do')
  say(draft, 'callback_offer')
  fallBack(draft, true)
  advance(draft, nothingHeard)
}

/** An angry caller is not to be asked the same again: somebody who can do something about it is wanted. */
function complain(draft: Draft, {text}: Utterance): void {
  say(draft, 'sorry')
  count(draft, 'complaints')
  if (isAboutWaiting(text) && draft.state.counters.complaints < 2) return askNextOrRepeat(draft)
  handOff(draft)
  advance(draft, nothingHeard)
}
