import type {Passage} from './answer.ts'
import {keepAskedAbout, wantedAfterAll} from './asked-about.ts'
import {backToBusiness} from './back-to-business.ts'
import {withAwaited} from './awaited-wishes.ts'
import {callOff} from './call-off.ts'
import type {Command} from './command.ts'
import {asksWhoCame, heedCallingOver} from './called-over.ts'
import {type Draft, note, patch} from './draft.ts'
import {applyFields, type FieldChanges} from './fields.ts'
import {finish, leave} from './finish.ts'
import {inFull} from './ellipsis.ts'
import {edgeIntents} from './edge-intents.ts'
import {giveUp, skip} from './give-up.ts'
import {takesBackIdentity} from './not-me.ts'
import {asksForOneMore} from './one-more.ts'
import {heedLanguage} from './language.ts'
import {notUnderstood} from './no-match.ts'
import {messageTold, wishAsMessage} from './message-told.ts'
import {fallBack, handOff} from './patterns.ts'
import {personFirst} from './person-first.ts'
import {answerQuestion} from './question.ts'
import {stop} from './stop.ts'
import {talk} from './talk.ts'
import {edgeOn, leads, nothingHeard} from './edges.ts'
import {advance, countTurn} from './transitions.ts'
import {agreesToUnasked} from './unasked.ts'
import {wanted} from './wanted-values.ts'
import type {Pending} from './state.ts'
import type {Understanding} from './reading/understand.ts'
import {isFirm, isGrave} from './reading/meaning.ts'
import {isInParticular} from './reading/wishes/somebody.ts'

type Kinds = ReadonlySet<string>

/** One turn of the caller. The order of the steps is the order of importance: the first that applies decides. */
export function heardUser(draft: Draft, heardAs: Understanding, passages: readonly Passage[], heard: number): void {
  countTurn(draft)
  const full = inFull(draft, heardAs)
  const personal = {...full, commands: personFirst(draft, full)}
  const awaited = {...personal, commands: withAwaited(draft, personal)}
  const understanding = {...awaited, commands: wishAsMessage(draft, awaited)}
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
  if (asksWhoCame(draft, understanding.utterance.text)) return finish(draft)
  if (heedCallingOver(draft, understanding.utterance.text)) return finish(draft)
  if (takesBackIdentity(draft, understanding.utterance.text)) return finish(draft)
  if (asksForOneMore(draft, understanding.utterance.text, commands)) return finish(draft)
  if (callOff(draft, understanding.utterance.text, kinds, commands)) return finish(draft)

  const before = draft.state.pending
  const asked = wantedAfterAll(draft, kinds, commands)
  const said = wanted(draft, understanding.utterance, commands).filter((command) => !agreesToUnasked(draft, command))
  const changes = applyFields(draft, messageTold(draft, understanding, kinds, [...said, ...asked]))
  const progressed = changes.denied || changes.taken.length + changes.rejected.length + changes.partial.length > 0
  backToBusiness(draft, kinds, commands, changes)
  const settled = settleChange(draft, understanding, kinds, changes)
  const hopeless = [...changes.rejected, ...changes.partial].find(
    (id) => draft.state.fields[id]!.attempts > draft.scenario.fields.get(id)!.max_retries,
  )
  if (hopeless !== undefined) giveUp(draft, hopeless)
  if (handOffWanted(draft, understanding, kinds, changes)) return finish(draft)
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
  // «Хватит спрашивать», which the flow has a way of its own for.
  if (draft.scenario.intents.some(({id}) => kinds.has(id) && leads(draft, id))) return false
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
  // «Ничего не надо, передумал» takes all of it back.
  if (/(?:^| )ничего (?:уже |больше )?не (?:надо|нужно|хочу|буду)|(?:^| )(?:передумал|отмен)/i.test(utterance.text)) return false
  const isSettled =
    taken.length > 0 ||
    kinds.has('affirm') ||
    /(?:^| )(?:ничего|nothing|всё верно|все верно|всё правильно|все правильно)(?: |$)/i.test(utterance.text)
  if (isSettled) patch(draft, {pending: {kind: 'open'}})
  return isSettled
}

function handOffWanted(draft: Draft, {commands, utterance}: Understanding, kinds: Kinds, {taken}: FieldChanges): boolean {
  if (kinds.has('complaint')) patch(draft, {sentiment: Math.max(-1, draft.state.sentiment - 0.7)})
  const intents = new Set([...kinds].filter((kind) => kind === 'handoff' || kind === 'complaint'))
  if (intents.size === 0) return false
  if (taken.length === 0 && intents.has('handoff') && isOutOfReach(draft, utterance)) {
    fallBack(draft)
    advance(draft, nothingHeard)
    return true
  }
  if (advance(draft, {intents, fields: []})) return true
  if (!intents.has('handoff') || commands.some((command) => command.kind === 'rule')) return false
  handOff(draft)
  advance(draft, nothingHeard)
  return true
}

/**
 * «Соедините с отделом кадров», where the flow would ask which of its own departments is meant: none of them. Nor does it help to ask once
 * more whoever has been asked, and wants a person all the same.
 */
function isOutOfReach(draft: Draft, utterance: Understanding['utterance']): boolean {
  const edge = edgeOn(draft, 'handoff')
  const [first] = edge ? draft.scenario.states.get(edge.to)!.collect : []
  if (!edge || first === undefined || draft.scenario.handoff.fallback === undefined) return false
  return draft.scenario.fields.get(first)!.type === 'enum' && (edge.to === draft.state.state || isInParticular(utterance))
}

const describe = (command: Command): string => {
  switch (command.kind) {
    case 'set':
    case 'partial':
    case 'reopen':
    case 'pass':
      return `${command.kind}:${command.field}`
    case 'intent':
    case 'rule':
      return `${command.kind}:${command.id}`
    default:
      return command.kind
  }
}
