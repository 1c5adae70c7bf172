import type {
  CallChannel,
  CallDirection,
  CallLanguage,
  DialogueMode,
  EndReason,
  OutcomeKind,
  TelephonyResult,
  TurnKind,
} from '../call/call.ts'

/** What every event of a call has. Written once, by the process that holds the call; `seq` counts from 0 without gaps. */
interface Envelope {
  readonly id: string
  readonly companyId: string
  readonly callId: string
  readonly seq: number
  /** Milliseconds since the Unix epoch. */
  readonly at: number
}

export interface CallStarted {
  readonly skillbaseId: string
  readonly skillbaseVersion: number
  readonly configSha256: string
  readonly direction: CallDirection
  readonly channel: CallChannel
  readonly callerNumber: string | null
  readonly calleeNumber: string | null
  /** What is known of the other party. */
  readonly contact?: Readonly<Record<string, string>>
  readonly mode: DialogueMode
  readonly seed: number
  readonly language: CallLanguage
  /** IANA zone that its days and hours are of; calls of earlier versions do not say. */
  readonly timezone?: string
  /** The call has a clock of its own, which only the call moves. */
  readonly isVirtualTime?: true
  /** Who writes: a call whose process is gone is an orphan. */
  readonly process: ProcessMark
}

export interface ProcessMark {
  readonly host: string
  readonly pid: number
  /** Start of the process, as the system counts it: pids are used again. */
  readonly started: string
}

export interface SpokenAct {
  readonly kind: string
  readonly key: string
  readonly text: string
}

export interface TurnTaken {
  readonly turn: number
  readonly kind: TurnKind
  readonly state: string
  readonly nextState: string
  readonly lang: CallLanguage
  readonly callerText: string | null
  readonly botText: string
  readonly acts: readonly SpokenAct[]
  readonly commands: readonly unknown[]
  readonly effects: readonly unknown[]
  readonly trace: readonly unknown[]
  readonly interrupted: boolean
  /** Microseconds in the engine. */
  readonly engineUs: number
  readonly model: {readonly name: string; readonly ms: number; readonly tokensIn: number; readonly tokensOut: number} | null
  readonly modelFault: string | null
  /** State of the dialogue after the turn: enough to go on from here. */
  readonly snapshot: unknown
}

export interface CallEnded {
  readonly status: 'completed' | 'failed' | 'transferred'
  readonly endReason: EndReason
  readonly telephonyResult: TelephonyResult | null
  readonly outcome: string | null
  readonly outcomeKind: OutcomeKind | null
  readonly outcomeEvidence: Readonly<Record<string, unknown>> | null
  readonly fields: Readonly<Record<string, unknown>>
  readonly statesVisited: readonly string[]
  readonly language: CallLanguage
  readonly lead: LeadFound | null
}

export interface LeadFound {
  readonly name: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly data: Readonly<Record<string, unknown>>
}

/** Everything that is known of a call, in order. The tables are projections of this and can be made anew from it. */
export type CallEvent = Envelope &
  (
    | {readonly type: 'call.started'; readonly payload: CallStarted}
    | {readonly type: 'call.resumed'; readonly payload: {readonly process: ProcessMark}}
    | {readonly type: 'turn.taken'; readonly payload: TurnTaken}
    | {readonly type: 'call.ended'; readonly payload: CallEnded}
  )
