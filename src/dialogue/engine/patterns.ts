import type {LineId} from '../../skillbase/schema/line-ids.ts'
import type {Simple} from './command.ts'
import {askField, askNext, nextMissing, repeatOf} from './ask.ts'
import {count, type Draft, flag, isAccepted, note, patch, patchField, say, sayLine} from './draft.ts'
import {end} from './ending.ts'
import {summary} from './tools.ts'
import {isOfAnother} from './reading/field-words.ts'
import {current} from './edges.ts'
import {enter} from './transitions.ts'
import {forgetUnagreed} from './unagreed.ts'

/**
 * What every bot does with a request that is not the business of its flow. A skillbase can word these lines and can catch the intent
 * with an edge or a rule of its own; it cannot take them away.
 */
export function stopCall(draft: Draft, kind: 'emergency' | 'do_not_call' | 'wrong_number' | 'voicemail'): void {
  flag(draft, kind)
  note(draft, 'pattern', kind)
  say(draft, kind === 'wrong_number' ? whoCalled(draft, kind) : kind, {
    interruptible: false,
    ...(kind === 'emergency' && {value: emergencyNumber(draft)}),
  })
  end(draft, kind === 'voicemail' ? 'voicemail' : 'bot_hangup')
}

/** Who was called does not apologise for calling; a wording of the skillbase's own stands for both ways. */
function whoCalled({scenario, state}: Draft, line: 'wrong_number' | 'refused'): LineId {
  const own = scenario.lines.get(line)?.own
  const isWorded = own !== undefined && own[state.lang].length > 0
  return state.direction === 'inbound' && !isWorded ? `${line}.inbound` : line
}

/** 112 works across Europe and from any mobile phone of GSM; in America it is 911, in Britain 999. */
export const emergencyNumber = ({scenario, state}: Draft): string =>
  scenario.timezone === 'Europe/London'
    ? state.lang === 'ru'
      ? 'девять девять девять'
      : 'nine nine nine'
    : scenario.timezone.startsWith('America/')
      ? state.lang === 'ru'
        ? 'девять один один'
        : 'nine one one'
      : state.lang === 'ru'
        ? 'сто двенадцать'
        : 'one one two'

/** The bot gets no further by itself: a person, whom nobody has asked for. */
export function giveUpTalking(draft: Draft): void {
  const isReachable = draft.scenario.handoff.target !== undefined && !draft.state.flags['transfer_failed']
  if (!isReachable) say(draft, 'gave_up')
  handOff(draft, !isReachable)
}

/** A person is wanted: transfer, else what the flow falls back to, else a promise to call back that we can keep. */
export function handOff(draft: Draft, spoken = false): void {
  const {scenario} = draft
  count(draft, 'handoffs')
  flag(draft, 'handoff')
  note(draft, 'pattern', 'handoff')
  if (scenario.handoff.target !== undefined && !draft.state.flags['transfer_failed']) {
    if (!spoken && !sayLine(draft, scenario.handoff.say, {kind: 'say', key: 'handoff'})) say(draft, 'handoff')
    patch(draft, {pending: {kind: 'open'}, flags: {...draft.state.flags, transferring: true}})
    const key = `${draft.state.callId}:transfer:${draft.state.counters.handoffs}`
    draft.effects.push({kind: 'transfer', target: scenario.handoff.target, summary: summary(draft), key})
    return
  }
  fallBack(draft, spoken)
}

/** Nobody can be reached: what the flow falls back to, else a number to call back on. */
export function fallBack(draft: Draft, spoken = false): void {
  const {fallback} = draft.scenario.handoff
  if (!spoken) say(draft, 'handoff_unavailable')
  if (fallback !== undefined && draft.state.state !== fallback) {
    flag(draft, 'callback')
    enter(draft, fallback)
  } else captureCallback(draft)
}

/** Somebody is to call back. That is promised once a number is there, and never without one. */
export function captureCallback(draft: Draft): void {
  const phone = [...draft.scenario.fields.values()].find((field) => field.type === 'phone' && !isOfAnother(field))
  if (!phone && !promisesCallbacks(draft)) return askOnce(draft)
  flag(draft, 'callback')
  // «Пусть перезвонят», to «Что передать?»: that is under way, and more is wanted for it than the number.
  const next = phone && current(draft).collect.includes(phone.id) ? nextMissing(draft, current(draft)) : undefined
  if (next && next.id !== phone?.id && next.type === 'text') return askField(draft, next)
  if (draft.state.direction === 'outbound' && phone && !isAccepted(draft.state.fields[phone.id])) {
    // We called them: the number is known to work.
    patchField(draft, phone.id, {value: draft.state.caller, status: 'confirmed', source: 'caller_id', turn: draft.state.counters.turns})
  }
  const isKnown = phone ? isAccepted(draft.state.fields[phone.id]) : draft.state.caller !== ''
  if (isKnown) return closeCallback(draft)
  if (phone && draft.state.fields[phone.id]!.status !== 'skipped') {
    flag(draft, 'capturing')
    if (!draft.acts.some((act) => act.key === 'line.callback_offer')) say(draft, 'callback_offer')
    return askField(draft, phone)
  }
  sayGoodbye(draft)
}

/** Whether anybody would ever see that a call back is wanted. */
const promisesCallbacks = ({scenario}: Draft): boolean => scenario.outcomes.some(({kind}) => kind === 'callback')

/** Nobody can be reached and nothing promised: on with what the bot can do, and goodbye when that is not wanted. */
function askOnce(draft: Draft): void {
  if (draft.state.counters.handoffs > 1) return sayGoodbye(draft)
  askNextOrRepeat(draft)
}

/** The number is there: now it can be promised. */
export function closeCallback(draft: Draft): void {
  forgetUnagreed(draft)
  say(draft, 'callback')
  say(draft, farewell(draft), {interruptible: false})
  end(draft, 'bot_hangup')
}

/** A short line of its own, then back to what was being asked. */
export function aside(
  draft: Draft,
  line: 'are_you_robot' | 'thanks' | 'injection' | 'cannot_do' | 'greeting' | 'language' | 'language_changed',
): void {
  note(draft, 'pattern', line)
  if (line !== 'greeting') say(draft, line)
  askNextOrRepeat(draft)
}

/** The pending question once more, word for word; a state without one asks what is wanted. */
export function askNextOrRepeat(draft: Draft): void {
  const {pending, lastQuestion} = draft.state
  if (lastQuestion && pending.kind === 'open' && current(draft).type !== 'collect') draft.acts.push(repeatOf(draft, lastQuestion))
  else askNext(draft)
}

/** First time word for word, then slower and another way, then a person. */
export function repeat(draft: Draft, kind: Extract<Simple, 'repeat' | 'slower' | 'cant_hear'>): void {
  count(draft, 'repeats')
  note(draft, 'pattern', kind)
  const {counters, lastQuestion, pending} = draft.state
  if (kind === 'slower' || counters.repeats === 2) {
    patch(draft, {speed: 0.85})
    draft.effects.push({kind: 'set_speed', speed: 0.85})
  }
  if (counters.repeats > 3) {
    giveUpTalking(draft)
    return
  }
  // An open question has no other wording that still asks the same.
  if (lastQuestion && (counters.repeats !== 2 || pending.kind === 'open')) {
    say(draft, kind === 'cant_hear' ? 'hear_you' : 'repeat_intro')
    draft.acts.push(repeatOf(draft, lastQuestion))
    return
  }
  askNext(draft)
  if (draft.acts.length === 0 && lastQuestion) draft.acts.push(repeatOf(draft, lastQuestion))
}

export function hold(draft: Draft): void {
  count(draft, 'holds')
  note(draft, 'pattern', 'hold')
  say(draft, draft.state.counters.holds > 1 ? 'hold_more' : 'hold')
  draft.effects.push({kind: 'hold', seconds: draft.scenario.silence.hold})
}

export const hasBusiness = ({state}: Draft): boolean => Object.values(state.fields).some((field) => isAccepted(field))

/** They do not want it: say so politely and stop. */
export function refuseAll(draft: Draft, kind: 'refused' | 'cancelled'): void {
  flag(draft, 'refused')
  if (kind === 'cancelled') flag(draft, 'cancelled')
  note(draft, 'pattern', kind)
  forgetUnagreed(draft)
  say(draft, kind === 'refused' ? whoCalled(draft, kind) : kind, {interruptible: false})
  end(draft, 'bot_hangup')
}

/** Nobody is thanked for a call that we placed; a wording of the skillbase's own stands for both ways. */
function farewell({scenario, state}: Draft): LineId {
  const own = scenario.lines.get('goodbye')?.own
  const isWorded = own !== undefined && own[state.lang].length > 0
  return state.direction === 'outbound' && !isWorded ? 'goodbye.outbound' : 'goodbye'
}

export function sayGoodbye(draft: Draft): void {
  note(draft, 'pattern', 'goodbye')
  say(draft, farewell(draft), {interruptible: false})
  end(draft, 'bot_hangup')
}
