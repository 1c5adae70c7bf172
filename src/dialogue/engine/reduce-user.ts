import {isAnswerable, type Passage} from './answer.ts'
import {keepAskedAbout, wantedAfterAll} from './asked-about.ts'
import {backToBusiness} from './back-to-business.ts'
import {callOff} from './call-off.ts'
import type {Command, CommandOf} from './command.ts'
import {type Draft, note, patch} from './draft.ts'
import {applyFields, type FieldChanges} from './fields.ts'
import {finish, leave} from './finish.ts'
import {inFull} from './ellipsis.ts'
import {giveUp, skip} from './give-up.ts'
import {heedLanguage} from './language.ts'
import {asksNothingMore, notUnderstood} from './no-match.ts'
import {handOff} from './patterns.ts'
import {answerQuestion} from './question.ts'
import {stop} from './stop.ts'
import {talk} from './talk.ts'
import {current, edgeOn, leads, nothingHeard} from './edges.ts'
import {advance, countTurn} from './transitions.ts'
import {ahead} from './reading/open-fields.ts'
import type {Edge} from './scenario/scenario.ts'
import type {Pending} from './state.ts'
import type {Understanding} from './reading/understand.ts'
import {isFirm, isGrave} from './reading/meaning.ts'

type Kinds = ReadonlySet<string>

/** One turn of the caller. The order of the steps is the order of importance: the first that applies decides. */
export function heardUser(draft: Draft, heardAs: Understanding, passages: readonly Passage[], heard: number): void {
  countTurn(draft)
  const understanding = inFull(draft, heardAs)
  patch(draft, {counters: {...draft.state.counters, noInput: 0}, intent: understanding.intents[0] ?? ''})
  const {commands} = understanding
  const kinds: Kinds = new Set(commands.map((command) => (command.kind === 'intent' ? command.id : command.kind)))
  note(draft, 'heard', commands.map(describe).join(' ') || 'nothing')

  if (interruptedByNod(draft, understanding, heard)) return finish(draft)
  if (heedLanguage(draft, understanding)) return finish(draft)
  if (stop(draft, kinds, commands)) {
    keepAskedAbout(draft, understanding.utterance)
    return finish(draft)
  }
  if (callOff(draft, understanding.utterance.text, kinds, commands)) return finish(draft)

  const before = draft.state.pending
  const asked = wantedAfterAll(draft, kinds, commands)
  const changes = applyFields(draft, [...wanted(draft, understanding.utterance, commands), ...asked])
  const progressed = changes.denied || changes.taken.length + changes.rejected.length + changes.partial.length > 0
  backToBusiness(draft, kinds, commands, changes)
  const settled = settleChange(draft, understanding, kinds, changes)
  const hopeless = changes.rejected.find((id) => draft.state.fields[id]!.attempts > draft.scenario.fields.get(id)!.max_retries)
  if (hopeless !== undefined) giveUp(draft, hopeless)
  if (handOffWanted(draft, kinds, commands)) return finish(draft)
  if (!progressed && !hopeless && passedOver(draft, understanding, kinds)) return finish(draft)
  if (callsBackOn(draft, before, kinds, changes) && talk(draft, understanding, new Set(['callback']))) return finish(draft)
  const answered = answerQuestion(draft, understanding, changes, passages)
  if (answered.spoken) keepAskedAbout(draft, understanding.utterance)
  const moved = answered.inState
    ? false
    : advance(draft, {intents: edgeIntents(draft, understanding, kinds, changes), fields: changes.taken})
  if (moved || progressed || settled || answered.spoken) {
    patch(draft, {counters: {...draft.state.counters, noMatch: 0, ...(progressed && {repeats: 0})}})
    return finish(draft)
  }
  // Whoever is angry is not sent through the rest of the form first.
  if (kinds.has('complaint') && isGrave(understanding.utterance.text) && talk(draft, understanding, new Set(['complaint'])))
    return finish(draft)
  if (leave(draft)) return finish(draft)
  if (!talk(draft, understanding, kinds)) notUnderstood(draft, understanding, kinds)
  finish(draft)
}

/** «До скольки вы в воскресенье?» is answered where nothing is being booked yet; the Sunday in it asks for no booking. */
function wanted(draft: Draft, {text}: Understanding['utterance'], commands: readonly Command[]): readonly Command[] {
  // «Врач криво поставил пломбу, буду жаловаться» books no filling. «Отвратительно, два балла» to the question for a mark gives one.
  if (commands.some((command) => command.kind === 'complaint') && isGrave(text))
    return commands.filter((command) => command.kind !== 'set' || isPlainAnswer(draft, command))
  const own = ownWay(draft, commands)
  if (own) return commands.filter((command) => command.kind !== 'set' || !isBeside(draft, own, command))
  const question = commands.find((command) => command.kind === 'ask')
  const {type} = current(draft)
  if (!question || type === 'collect' || type === 'confirm' || !isAnswerable(draft, question.question)) return commands
  return commands.filter((command) => command.kind !== 'set' && command.kind !== 'partial')
}

/** What was asked for, and nothing that a complaint would mention: a mark, a yes, the reason in so many words. */
const isPlainAnswer = ({scenario, state: {pending}}: Draft, {field}: CommandOf<'set'>): boolean =>
  pending.kind === 'ask' && pending.field === field && /^(?:number|yesno|text)$/.test(scenario.fields.get(field)!.type)

/** The edge of an intent of the skillbase's own, when nothing else is wanted in the same breath. */
function ownWay(draft: Draft, commands: readonly Command[]): Edge | undefined {
  const [intent, ...others] = commands.filter((command) => command.kind === 'intent')
  if (!intent || others.length > 0 || !draft.scenario.intents.some(({id}) => id === intent.id)) return undefined
  return edgeOn(draft, intent.id)
}

/** «Где мои окна?» orders no windows: an option named beside a wish that leads where nobody asks for it. */
function isBeside({scenario, state}: Draft, {to}: Edge, {field, confidence}: CommandOf<'set'>): boolean {
  const isAnswer = state.pending.kind === 'ask' && state.pending.field === field && confidence >= 0.8
  if (scenario.fields.get(field)!.type !== 'enum' || isAnswer) return false
  return ![...scenario.states.get(to)!.collect, ...ahead(scenario, to)].includes(field)
}

/** «угу» over the bot's own words is no answer to a question that was not heard yet. */
function interruptedByNod(draft: Draft, {commands, utterance}: Understanding, heard: number): boolean {
  if (heard >= 0.9 || utterance.tokens.length > 2) return false
  const isNod =
    commands.length > 0 &&
    commands.every(
      (command) =>
        command.kind === 'affirm' ||
        command.kind === 'greeting' ||
        command.kind === 'cant_hear' ||
        (command.kind === 'set' && draft.scenario.fields.get(command.field)!.type === 'yesno'),
    )
  if (!isNod) return false
  const {lastNod, counters} = draft.state
  // Whoever nods at the same question again has heard it before: that is the answer.
  if (lastNod !== undefined && lastNod === counters.turns - 1) return false
  patch(draft, {lastNod: counters.turns})
  note(draft, 'barge_in', 'back-channel')
  return true
}

/** «Не надо» to what may be left out leaves that out, and calls nothing else off. */
function passedOver(draft: Draft, {utterance}: Understanding, kinds: Kinds): boolean {
  const {pending} = draft.state
  const asked = pending.kind === 'ask' ? draft.scenario.fields.get(pending.field)! : undefined
  const passes = ['refuse', 'deny', 'skip'].some((kind) => kinds.has(kind))
  if (!asked || asked.required || !passes || isFirm(utterance.text)) return false
  if (['ask', 'handoff', 'cancel', 'callback'].some((kind) => kinds.has(kind))) return false
  skip(draft, asked.id)
  return true
}

/** «Перезвоните мне на этот номер», where no edge waits for it: a wish with its number, unless the number was what was asked for. */
const callsBackOn = (draft: Draft, asked: Pending, kinds: Kinds, {taken}: FieldChanges): boolean =>
  kinds.has('callback') &&
  !leads(draft, 'callback') &&
  taken.length > 0 &&
  taken.every((id) => draft.scenario.fields.get(id)!.type === 'phone' && !('field' in asked && asked.field === id))

/** «Что нужно исправить?» is answered by a new value, by a field to ask anew, or by "nothing after all". */
function settleChange(draft: Draft, {utterance}: Understanding, kinds: Kinds, {taken}: FieldChanges): boolean {
  if (draft.state.pending.kind !== 'what_to_change') return false
  const isSettled =
    taken.length > 0 ||
    kinds.has('affirm') ||
    /(?:^| )(?:ничего|nothing|всё верно|все верно|всё правильно|все правильно)(?: |$)/i.test(utterance.text)
  if (isSettled) patch(draft, {pending: {kind: 'open'}})
  return isSettled
}

function handOffWanted(draft: Draft, kinds: Kinds, commands: readonly Command[]): boolean {
  if (kinds.has('complaint')) patch(draft, {sentiment: Math.max(-1, draft.state.sentiment - 0.7)})
  const intents = new Set([...kinds].filter((kind) => kind === 'handoff' || kind === 'complaint'))
  if (intents.size === 0) return false
  if (advance(draft, {intents, fields: []})) return true
  if (!intents.has('handoff') || commands.some((command) => command.kind === 'rule')) return false
  handOff(draft)
  advance(draft, nothingHeard)
  return true
}

/** Intents as edges name them. */
function edgeIntents(draft: Draft, {commands, utterance}: Understanding, kinds: Kinds, changes: FieldChanges): ReadonlySet<string> {
  const intents = new Set(kinds)
  if (kinds.has('affirm')) intents.add('yes_answer')
  if (commands.some((command) => command.kind === 'deny' && isAnswer(command, utterance))) intents.add('no_answer_given')
  if (current(draft).type === 'talk') heedWish(draft, intents)
  if (takesLeave(draft, utterance.text, kinds)) intents.delete('yes_answer')
  // «Слушаю» to "may I talk to you now?" says yes to just that.
  if (isListening.test(utterance.text) && asksForTime.test(draft.state.lastQuestion ?? '')) intents.add('yes_answer')
  // «Давайте в воскресенье», which cannot be, agrees to nothing.
  if (changes.rejected.length > 0) intents.delete('yes_answer')
  // Whoever changes something has not agreed to the rest yet.
  if (changes.changed.length > 0 || kinds.has('reopen')) {
    intents.add('correction')
    intents.delete('yes_answer')
  }
  return intents
}

/** «Ладно, спасибо, до свидания», once a question was answered, agrees to nothing more, unless it says «да» to an offer. */
function takesLeave(draft: Draft, text: string, kinds: Kinds): boolean {
  const {pending, lastQuestion} = draft.state
  const agrees = /^(?:да|yes)(?: |$)/i.test(text) && isOffer.test(lastQuestion ?? '')
  return kinds.has('goodbye') && !kinds.has('book') && !agrees && pending.kind === 'open' && /^(?:talk|answer)$/.test(current(draft).type)
}

const isOffer = /запис|оформ|хотите|заброни|would you like|shall i|book/i

const isListening =
  /^(?:(?:да|ну|алло|так|я|вас|здравствуйте|yes|hello) )*(?:слушаю|говорите|внимательно|весь внимание|i'm listening|go ahead|speaking)(?: (?:вас|внимательно|да))*$/i
const asksForTime =
  /(?:удобно|можете|есть (?:\S+ )?минут).*(?:говорить|разговаривать|уделить|поговорить|минут)|can you talk|good time|have a minute/i

/** «Я никогда не сдавал кровь, хочу попробовать» tells something with a "not" in it; it says no to nothing. */
const isAnswer = ({confidence}: Command, {tokens, text}: Understanding['utterance']): boolean =>
  !asksNothingMore(text) && (confidence > 0.6 || tokens.length < 6 || /^(?:нет|не|ну|ой|да|no|nope|not|don't)$/.test(tokens[0]!.text))

/** A wish in so many words says more than the yes or no that it also is. */
function heedWish(draft: Draft, intents: Set<string>): void {
  const isOwn = draft.scenario.intents.some(({id}) => intents.has(id) && leads(draft, id))
  const refuses = intents.has('refuse') && leads(draft, 'refuse')
  if (isOwn || refuses) intents.delete('no_answer_given')
  if (isOwn) intents.delete('yes_answer')
  // «Хочу записаться» agrees to be booked where the flow has no other name for it.
  if (intents.has('book') && !isOwn && !intents.has('no_answer_given') && !leads(draft, 'book')) intents.add('yes_answer')
}

const describe = (command: Command): string => {
  switch (command.kind) {
    case 'set':
    case 'partial':
    case 'reopen':
      return `${command.kind}:${command.field}`
    case 'intent':
    case 'rule':
      return `${command.kind}:${command.id}`
    default:
      return command.kind
  }
}
