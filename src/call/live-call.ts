import type {Clock} from '../clock.ts'
import {type Conversation, type ConversationOptions, createConversation, type Exchange} from '../dialogue/conversation/conversation.ts'
import type {Step} from '../dialogue/conversation/ports.ts'
import {acceptedValues} from '../dialogue/engine/draft.ts'
import type {Scenario} from '../dialogue/engine/scenario.ts'
import type {DialogueState} from '../dialogue/engine/state.ts'
import {initialState} from '../dialogue/engine/turn.ts'
import type {CallEvent, CallStarted, LeadFound, TurnTaken} from '../events/call-event.ts'
import type {DialogueMode, EndReason, TurnKind} from './call.ts'

/** Where the events of a call go: the spool in production, a list in tests. */
export interface EventSink {
  append(event: CallEvent): void
}

export interface LiveCallOptions extends Omit<ConversationOptions, 'state' | 'record' | 'mode'> {
  readonly callId: string
  readonly companyId: string
  readonly mode: DialogueMode
  /** As written into the first event. */
  readonly started: Omit<CallStarted, 'configSha256' | 'mode' | 'language'>
  /** The other party. */
  readonly caller: string
  readonly contact?: Readonly<Record<string, string>>
  readonly crmMapping?: Readonly<Record<string, string>>
  readonly sink: EventSink
  readonly clock: Clock
  readonly newEventId: () => string
  /** Set when the call goes on after its process was lost. */
  readonly resumeFrom?: {readonly state: DialogueState; readonly nextSeq: number; readonly nextTurn: number}
}

export interface LiveCall extends Omit<Conversation, 'resume'> {
  readonly id: string
  readonly steps: readonly Step[]
  readonly ended: boolean
  resume(): Promise<Exchange>
}

/** A call from the first word to the end, every step of it on record before anything irreversible happens. */
export function openCall(options: LiveCallOptions): LiveCall {
  const {callId, companyId, scenario, mode, started, sink, clock, newEventId, resumeFrom} = options
  const steps: Step[] = []
  let seq = resumeFrom?.nextSeq ?? 0
  let turn = resumeFrom?.nextTurn ?? 0
  let ended = false

  const write = (event: Pick<CallEvent, 'type' | 'payload'>): void => {
    sink.append({id: newEventId(), companyId, callId, seq: seq++, at: clock.now(), ...event} as CallEvent)
  }

  const state =
    resumeFrom?.state ??
    initialState(scenario, {
      callId,
      direction: started.direction,
      caller: options.caller,
      contact: options.contact ?? {},
      seed: started.seed,
      now: clock.now(),
    })

  const record = (step: Step): void => {
    steps.push(step)
    write({type: 'turn.taken', payload: turnPayload(step, turn++)})
    if (step.turn.state.ending && !ended) {
      ended = true
      write({type: 'call.ended', payload: endPayload(scenario, step.turn.state, options.crmMapping ?? {})})
    }
  }

  if (resumeFrom) write({type: 'call.resumed', payload: {process: started.process}})
  else write({type: 'call.started', payload: {...started, configSha256: scenario.config, mode, language: state.lang}})

  const conversation = createConversation({...options, state, record})
  return {
    ...conversation,
    get state() {
      return conversation.state
    },
    id: callId,
    steps,
    get ended() {
      return ended
    },
  }
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

/** How a call ends on record. Also for calls whose process was lost: then with what was established up to its last turn. */
export function endPayload(scenario: Scenario, state: DialogueState, crmMapping: Readonly<Record<string, string>>) {
  const ending = state.ending!
  return {
    status: statusOf(ending.reason),
    endReason: ending.reason,
    telephonyResult: ending.kind === 'voicemail' ? ('voicemail' as const) : ('answered' as const),
    outcome: ending.outcome,
    outcomeKind: ending.kind,
    outcomeEvidence: ending.evidence,
    fields: acceptedValues(state),
    statesVisited: state.visited,
    language: state.lang,
    lead: ending.kind === 'lead' ? leadOf(scenario, state, crmMapping) : null,
  }
}

const statusOf = (reason: EndReason): 'completed' | 'failed' | 'transferred' => {
  if (reason === 'transfer') return 'transferred'
  return reason === 'error' || reason === 'process_lost' ? 'failed' : 'completed'
}

/** Only what was accepted or confirmed goes into a lead: a number that nobody confirmed is somebody else's. */
function leadOf(scenario: Scenario, state: DialogueState, crmMapping: Readonly<Record<string, string>>): LeadFound {
  const values = acceptedValues(state)
  const first = (type: string): string | null => {
    const field = [...scenario.fields.values()].find((each) => each.type === type && values[each.id] !== undefined)
    return field ? String(values[field.id]) : null
  }
  const data = Object.fromEntries(Object.entries(values).map(([id, value]) => [crmMapping[id] ?? id, value]))
  return {name: first('person_name'), phone: first('phone'), email: first('email'), data}
}
