import {askNext} from './ask.ts'
import type {Passage} from './answer.ts'
import type {Understanding} from './reading/understand.ts'
import {type Draft, note, patch, say, sayLine} from './draft.ts'
import {end} from './ending.ts'
import {wordingsFor} from './scenario/line.ts'
import type {TurnInput} from './input.ts'
import {fallBack} from './patterns.ts'
import {keyPressed} from './reduce-dtmf.ts'
import {heardSilence} from './reduce-silence.ts'
import {heardUser} from './reduce-user.ts'
import {heedAvailability, storeResult} from './tools.ts'
import {current, nothingHeard} from './edges.ts'
import {advance, enter} from './transitions.ts'
import {forgetUnagreed} from './unagreed.ts'

export interface Aids {
  /** What the words of a user turn mean. */
  readonly understanding?: Understanding | undefined
  /** Passages found for a question, when the skillbase has a knowledge base. */
  readonly passages?: readonly Passage[] | undefined
}

/** Applies one input. Deterministic: the same state, input and aids give the same turn. */
export function reduce(draft: Draft, input: TurnInput, {understanding, passages = []}: Aids): void {
  if (draft.state.ending && input.kind !== 'tool_result') return
  switch (input.kind) {
    case 'start':
      return greet(draft)
    case 'user':
      return heardUser(draft, understanding!, passages, input.heard ?? 1)
    case 'silence':
      return heardSilence(draft)
    case 'dtmf':
      return keyPressed(draft, input.digits)
    case 'tool_result':
      return gotResult(draft, input)
    case 'transfer_result':
      return transferred(draft, input.ok)
    case 'resume':
      say(draft, 'resume')
      return askNext(draft)
    case 'hangup':
      note(draft, 'hangup', 'caller')
      // «Посмотрим», and gone: what was read out was answered, and not with a yes.
      if (draft.state.counters.stateTurns > 0) forgetUnagreed(draft)
      return end(draft, 'caller_hangup')
    case 'limit':
      say(draft, 'max_duration', {interruptible: false})
      return end(draft, 'max_duration')
  }
}

/** Greets, says that a machine is speaking and that it records, then asks the first question in the same breath. */
function greet(draft: Draft): void {
  const {scenario, state} = draft
  const line =
    state.direction === 'outbound' && hasLine(scenario.greeting.outbound) ? scenario.greeting.outbound : scenario.greeting.inbound
  const spoken = sayLine(draft, line, {kind: 'say', key: 'greeting', interruptible: false}) || say(draft, 'greeting', {key: 'greeting'})
  const greeted = draft.acts.length
  if (scenario.greeting.disclose && !disclosesBot.test(spoken)) say(draft, 'disclosure', {interruptible: false})
  sayLine(draft, scenario.greeting.consent, {kind: 'say', key: 'consent', interruptible: false})
  if (draft.acts.length > greeted) askLast(draft, greeted - 1)
  enter(draft, scenario.start)
  advance(draft, nothingHeard)
  askNext(draft)
}

/** «…, здравствуйте! Чем могу помочь?» with more to say before the answer: the question of the greeting comes behind that. */
function askLast({acts, state}: Draft, at: number): void {
  const greeting = acts[at]
  const [, opening, question] = /^(.*[.!?…])\s+([^.!?…]+\?)$/s.exec(greeting?.text ?? '') ?? []
  if (!greeting || opening === undefined || question === undefined) return
  acts[at] = {...greeting, text: opening}
  acts.push({...greeting, id: `${state.seq}:${acts.length}`, text: question})
}

const hasLine = (line: Parameters<typeof wordingsFor>[0]): boolean => wordingsFor(line, 'ru').length > 0

/** A caller must know from the first line that it is a machine. */
export const disclosesBot =
  /виртуальн|робот|(?<![а-яё])бот(?![а-яё])|автоматическ|голосов\S* помощни|ассистент|virtual|robot|(?<![a-z])bot(?![a-z])|automated|(?<![a-z])ai(?![a-z])|assistant/i

function gotResult(draft: Draft, {key, result}: Extract<TurnInput, {kind: 'tool_result'}>): void {
  if (!storeResult(draft, key, result) || draft.state.ending) return
  const state = current(draft)
  const isAsked = draft.state.pending.kind === 'ask'
  if (state.type !== 'action') heedAvailability(draft, state)
  advance(draft, nothingHeard)
  if (state.type === 'action' && draft.state.state === state.id && !draft.state.ending) {
    if (draft.state.flags['transferred']) return end(draft, 'transfer')
    // No edge took the result: say that it did not work rather than pretend.
    say(draft, 'error')
    fallBack(draft, true)
    advance(draft, nothingHeard)
  }
  if (isAsked && draft.state.pending.kind === 'ask' && draft.acts.length === 0) return
  askNext(draft)
}

function transferred(draft: Draft, ok: boolean): void {
  if (ok) {
    patch(draft, {flags: {...draft.state.flags, transferring: false, transferred: true}})
    return end(draft, 'transfer')
  }
  patch(draft, {flags: {...draft.state.flags, transferring: false, transfer_failed: true}})
  say(draft, 'handoff_failed')
  fallBack(draft, true)
  advance(draft, nothingHeard)
  askNext(draft)
}
