import type {LocalDateTime} from '../nlu/types.ts'
import type {Act, Effect, Trace} from './act.ts'
import type {Draft} from './draft.ts'
import type {TurnInput} from './input.ts'
import {localTime} from './local-time.ts'
import {type Aids, reduce} from './reduce.ts'
import type {Scenario} from './scenario/scenario.ts'
import type {DialogueState, FieldState} from './state.ts'
import {understand} from './reading/understand.ts'

export interface Turn {
  readonly state: DialogueState
  readonly acts: readonly Act[]
  readonly effects: readonly Effect[]
  readonly trace: readonly Trace[]
  /** What is said, whole. */
  readonly text: string
}

export interface StartOptions {
  readonly callId: string
  readonly direction: 'inbound' | 'outbound'
  /** The other party's number, E.164; empty when withheld. */
  readonly caller: string
  readonly contact?: Readonly<Record<string, string>>
  readonly seed: number
  readonly now: number
}

const untouched: FieldState = {status: 'empty', attempts: 0, noInput: 0, asked: 0}

const noCounts = {
  turns: 0,
  stateTurns: 0,
  noMatch: 0,
  noInput: 0,
  repeats: 0,
  questions: 0,
  holds: 0,
  handoffs: 0,
  injections: 0,
  complaints: 0,
  llmFail: 0,
}

/** The state of a call in which nothing was said yet. */
export function initialState(scenario: Scenario, {callId, direction, caller, contact = {}, seed, now}: StartOptions): DialogueState {
  return {
    v: 1,
    callId,
    config: scenario.config,
    direction,
    caller,
    contact,
    seq: 0,
    state: scenario.start,
    visited: [],
    lang: scenario.languages.default,
    langVotes: 0,
    fields: Object.fromEntries([...scenario.fields.keys()].map((id) => [id, untouched])),
    pending: {kind: 'open'},
    counters: noCounts,
    flags: {},
    tools: {},
    toolKeys: {},
    intent: '',
    sentiment: 0,
    speed: 1,
    said: {},
    seed,
    startedAt: now,
  }
}

/**
 * One turn by rules alone: pure and synchronous, p99 below 5 ms. `aids` carries what others found out beforehand,
 * such as a model's reading of the same words.
 */
export function takeTurn(scenario: Scenario, before: DialogueState, input: TurnInput, aids: Aids = {}): Turn {
  const local: LocalDateTime = localTime(input.now, scenario.timezone)
  const draft: Draft = {scenario, now: input.now, local, state: {...before, seq: before.seq + 1}, acts: [], effects: [], trace: []}
  const understanding = input.kind === 'user' ? (aids.understanding ?? understand(scenario, draft.state, input.text, local)) : undefined
  reduce(draft, input, {...aids, understanding})
  const {state, acts, effects, trace} = draft
  return {state, acts, effects, trace, text: acts.map((act) => act.text).join(' ')}
}
