import type {Clock} from '../clock.ts'
import {type Conversation, type ConversationOptions, createConversation, type Exchange} from '../dialogue/conversation/conversation.ts'
import type {Step} from '../dialogue/conversation/ports.ts'
import {endCall} from '../dialogue/engine/end-call.ts'
import type {Scenario} from '../dialogue/engine/scenario/scenario.ts'
import type {DialogueState} from '../dialogue/engine/state.ts'
import {initialState} from '../dialogue/engine/turn.ts'
import type {CallEvent, CallStarted, TurnTaken} from '../events/call-event.ts'
import type {DialogueMode, TurnKind} from './call.ts'
import {endPayload} from './end-of-call.ts'

/** Where the events of a call go: the spool in production, a list in tests. */
export interface EventSink {
  append(event: CallEvent): void
}

export interface LiveCallOptions extends Omit<ConversationOptions, 'state' | 'record' | 'mode'> {
  readonly callId: string
  readonly companyId: string
  readonly mode: DialogueMode
  /** As written into the first event. */
  readonly started: Omit<CallStarted, 'configSha256' | 'mode' | 'language' | 'contact'>
  /** The other party. */
  readonly caller: string
  readonly contact?: Readonly<Record<string, string>>
  readonly crmMapping?: Readonly<Record<string, string>>
  readonly sink: EventSink
  readonly clock: Clock
  readonly newEventId: () => string
  /** Set when the call goes on after its process was lost. */
  readonly resumeFrom?: ResumePoint
}

/** Where a call that was cut off stood. */
export interface ResumePoint {
  /** Undefined when it was cut off before the first word. */
  readonly state: DialogueState | undefined
  readonly nextSeq: number
  readonly nextTurn: number
}

export interface LiveCall extends Conversation {
  readonly id: string
  readonly steps: readonly Step[]
  readonly ended: boolean
  /** Seconds of silence after which the bot notices: timers stand still for as long as the bot has promised to wait. */
  readonly patience: number
  /** @param seconds how long the caller has been silent; nothing happens while the bot has promised to wait, without it the timer went off */
  silence(seconds?: number): Promise<Exchange>
  /** Ends the call because something of ours broke. */
  fail(): void
}

/**
 * A call from the first word to the end, every step of it on record before anything irreversible happens.
 * Whatever reaches it after its end is ignored.
 */
export function openCall(options: LiveCallOptions): LiveCall {
  const {callId, companyId, scenario, mode, started, contact = {}, sink, clock, newEventId, resumeFrom} = options
  const steps: Step[] = []
  let seq = resumeFrom?.nextSeq ?? 0
  let turn = resumeFrom?.nextTurn ?? 0
  let ended = false
  /** Seconds left of what the bot has promised to wait. */
  let held = 0

  const write = (event: Pick<CallEvent, 'type' | 'payload'>): void => {
    sink.append({id: newEventId(), companyId, callId, seq: seq++, at: clock.now(), ...event} as CallEvent)
  }

  const {direction, seed} = started
  const state = resumeFrom?.state ?? initialState(scenario, {callId, direction, caller: options.caller, contact, seed, now: clock.now()})

  const end = (last: DialogueState): void => {
    ended = true
    write({type: 'call.ended', payload: endPayload(scenario, last, options.crmMapping ?? {})})
  }

  const record = (step: Step): void => {
    if (ended) return
    steps.push(step)
    held = heldAfter(step, held)
    write({type: 'turn.taken', payload: turnPayload(step, turn++)})
    if (step.turn.state.ending) end(step.turn.state)
  }

  if (resumeFrom) write({type: 'call.resumed', payload: {process: started.process}})
  else write({type: 'call.started', payload: {...started, contact, configSha256: scenario.config, mode, language: state.lang}})

  const conversation = createConversation({...options, state, record})
  const nothing = (): Exchange => ({steps: [], text: '', effects: [], state: conversation.state})
  const unlessEnded = async (act: () => Promise<Exchange>): Promise<Exchange> => (ended ? nothing() : act())
  return {
    get state() {
      return conversation.state
    },
    id: callId,
    steps,
    get ended() {
      return ended
    },
    start: () => unlessEnded(() => conversation.start()),
    hear: (text, heard) => unlessEnded(() => conversation.hear(text, heard)),
    get patience() {
      return held + patienceOf(scenario, conversation.state)
    },
    silence: (seconds) =>
      unlessEnded(async () => {
        if (seconds === undefined || seconds > held) return conversation.silence(seconds)
        held -= seconds
        return nothing()
      }),
    press: (digits) => unlessEnded(() => conversation.press(digits)),
    resume: () => unlessEnded(() => conversation.resume()),
    hangUp: () => unlessEnded(() => conversation.hangUp()),
    limit: (limit) => unlessEnded(() => conversation.limit(limit)),
    fail() {
      if (!ended) end(endCall(scenario, conversation.state, 'error', clock.now()))
    },
  }
}

const patienceOf = ({silence}: Scenario, {counters}: DialogueState): number => silence.after[Math.min(counters.noInput, 2)]!

/** Whoever does something ends the wait, whoever asks for a moment begins one; what tools say comes in between. */
function heldAfter({input, turn: {effects}}: Step, before: number): number {
  const asked = effects.find(({kind}) => kind === 'hold')
  if (asked?.kind === 'hold') return asked.seconds
  return input.kind === 'tool_result' || input.kind === 'transfer_result' ? before : 0
}

function turnPayload({input, before, turn, text, understanding, engineUs, model, modelFault}: Step, index: number): TurnTaken {
  return {
    turn: index,
    kind: kindOf(input),
    state: before.state,
    nextState: turn.state.state,
    lang: turn.state.lang,
    callerText: input.kind === 'user' ? input.text : input.kind === 'dtmf' ? `[${input.digits}]` : null,
    botText: text,
    acts: turn.acts.map(({kind, key, text: words}) => ({kind, key, text: words})),
    commands: understanding?.commands ?? [],
    effects: turn.effects,
    trace: turn.trace,
    interrupted: input.kind === 'user' && (input.heard ?? 1) < 0.9,
    engineUs,
    model: model ? {name: model.model, ms: model.ms, tokensIn: model.tokensIn, tokensOut: model.tokensOut} : null,
    modelFault: modelFault ?? null,
    snapshot: turn.state,
  }
}

function kindOf(input: Step['input']): TurnKind {
  switch (input.kind) {
    case 'user':
      return (input.heard ?? 1) < 0.9 ? 'barge_in' : 'user'
    case 'start':
    case 'resume':
      return 'start'
    case 'silence':
    case 'dtmf':
    case 'tool_result':
    case 'hangup':
      return input.kind
    case 'transfer_result':
      return 'tool_result'
    case 'limit':
      return 'hangup'
  }
}
