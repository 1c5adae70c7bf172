export const callDirections = ['inbound', 'outbound'] as const
export type CallDirection = (typeof callDirections)[number]

export const callChannels = ['simulated', 'phone'] as const
export type CallChannel = (typeof callChannels)[number]

export const dialogueModes = ['off', 'assist', 'full'] as const
export type DialogueMode = (typeof dialogueModes)[number]

export const callLanguages = ['ru', 'en'] as const
export type CallLanguage = (typeof callLanguages)[number]

export const callStatuses = ['active', 'completed', 'failed', 'transferred'] as const
export type CallStatus = (typeof callStatuses)[number]

/** What the phone network said. Never mixed with the business outcome. */
export const telephonyResults = [
  'answered',
  'busy',
  'no_answer',
  'rejected',
  'invalid_number',
  'unreachable',
  'trunk_error',
  'voicemail',
  'machine',
] as const
export type TelephonyResult = (typeof telephonyResults)[number]

/** The closed set behind the outcome ids that a skillbase declares. */
export const outcomeKinds = [
  'lead',
  'callback',
  'info_only',
  'refused',
  'do_not_call',
  'wrong_number',
  'voicemail',
  'emergency',
  'transferred',
  'not_target',
  'failed',
] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

export const endReasons = [
  'bot_hangup',
  'caller_hangup',
  'transfer',
  'max_duration',
  'max_turns',
  'silence',
  'voicemail',
  'error',
  'process_lost',
] as const
export type EndReason = (typeof endReasons)[number]

export const turnKinds = ['user', 'silence', 'dtmf', 'tool_result', 'barge_in', 'hangup', 'start'] as const
export type TurnKind = (typeof turnKinds)[number]

export const messageRoles = ['caller', 'bot', 'system'] as const
export type MessageRole = (typeof messageRoles)[number]

/** A call and what came of it. Times are milliseconds since the Unix epoch. */
export interface Call {
  readonly id: string
  readonly companyId: string
  readonly skillbaseId: string
  /** Pinned when the call begins: a later publication does not touch it. */
  readonly skillbaseVersion: number
  readonly direction: CallDirection
  readonly channel: CallChannel
  readonly callerNumber: string | null
  readonly calleeNumber: string | null
  readonly mode: DialogueMode
  /** Of everything random in the dialogue, so that a replay says the same. */
  readonly seed: number
  readonly status: CallStatus
  readonly telephonyResult: TelephonyResult | null
  /** An id that the skillbase declares. */
  readonly outcome: string | null
  readonly outcomeKind: OutcomeKind | null
  readonly outcomeEvidence: Readonly<Record<string, unknown>> | null
  readonly fields: Readonly<Record<string, unknown>>
  readonly endReason: EndReason | null
  readonly language: CallLanguage
  readonly statesVisited: readonly string[]
  readonly turnCount: number
  readonly startedAt: number
  readonly answeredAt: number | null
  readonly endedAt: number | null
  readonly createdAt: number
}

export type NewCall = Pick<
  Call,
  'id' | 'skillbaseId' | 'skillbaseVersion' | 'direction' | 'channel' | 'mode' | 'seed' | 'language' | 'startedAt' | 'createdAt'
> &
  Partial<Pick<Call, 'callerNumber' | 'calleeNumber' | 'answeredAt' | 'fields'>>

/** What is learnt while a call goes on. An absent key stays as it is. */
export type CallProgress = Partial<
  Pick<
    Call,
    | 'mode'
    | 'language'
    | 'fields'
    | 'statesVisited'
    | 'turnCount'
    | 'answeredAt'
    | 'telephonyResult'
    | 'outcome'
    | 'outcomeKind'
    | 'outcomeEvidence'
  >
>

export interface CallEnd extends CallProgress {
  readonly status: Exclude<CallStatus, 'active'>
  readonly endReason: EndReason
  readonly endedAt: number
}

/** One turn of the dialogue engine, with what it cost. */
export interface Turn {
  readonly callId: string
  /** From 0 within the call. */
  readonly seq: number
  readonly kind: TurnKind
  readonly state: string | null
  readonly nextState: string | null
  readonly lang: CallLanguage | null
  readonly callerText: string | null
  readonly botText: string | null
  readonly commands: readonly unknown[]
  readonly trace: unknown
  /** Time inside the engine, microseconds. */
  readonly engineUs: number
  readonly llmMs: number | null
  readonly llmModel: string | null
  readonly tokensIn: number | null
  readonly tokensOut: number | null
  readonly interrupted: boolean
  readonly at: number
}

/** One line of the transcript. */
export interface Message {
  readonly callId: string
  readonly seq: number
  readonly role: MessageRole
  readonly text: string
  readonly state: string | null
  readonly lang: CallLanguage | null
  readonly at: number
}

/** Enough to take up a dialogue where a lost process left it. */
export interface CallSnapshot {
  readonly callId: string
  /** The last event that is in it. */
  readonly seq: number
  readonly configSha256: string
  readonly snapshot: unknown
  readonly at: number
}
