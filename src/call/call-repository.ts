import type {Call, CallDirection, CallEnd, CallProgress, CallSnapshot, CallStatus, Message, NewCall, OutcomeKind, Turn} from './call.ts'

export interface CallFilter {
  readonly skillbaseId?: string | undefined
  readonly status?: CallStatus | undefined
  readonly direction?: CallDirection | undefined
  /** The id that a skillbase declares. */
  readonly outcome?: string | undefined
  readonly outcomeKind?: OutcomeKind | undefined
  /** Started at or after, milliseconds since the Unix epoch. */
  readonly since?: number | undefined
  /** Started before. */
  readonly until?: number | undefined
}

export interface CallPage {
  readonly limit: number
  /** The last call of the page before this one. */
  readonly after?: Pick<Call, 'startedAt' | 'id'> | undefined
}

/** Every method is confined to one company: what belongs to another company does not exist for it. */
export interface CallRepository {
  /** As active. @throws AppError CALL_EXISTS (conflict); VERSION_NOT_FOUND when the company has no such skillbase version. */
  insert(companyId: string, call: NewCall): Promise<Call>
  /** Undefined when there is no such call. */
  update(companyId: string, id: string, progress: CallProgress): Promise<Call | undefined>
  /** Ends an active call; undefined when it is not there or has ended already. */
  close(companyId: string, id: string, end: CallEnd): Promise<Call | undefined>
  /** By id or unique beginning of it. @throws AppError AMBIGUOUS_REFERENCE (usage) */
  find(companyId: string, reference: string): Promise<Call | undefined>
  /** Newest first. */
  list(companyId: string, filter: CallFilter, page: CallPage): Promise<Call[]>
  /** How many calls `list` would give without its page. */
  count(companyId: string, filter: CallFilter): Promise<number>
  /** Writing the same turn again replaces it. @throws AppError CALL_NOT_FOUND */
  putTurns(companyId: string, turns: readonly Turn[]): Promise<void>
  turns(companyId: string, callId: string): Promise<Turn[]>
  /** Writing the same message again replaces it. @throws AppError CALL_NOT_FOUND */
  putMessages(companyId: string, messages: readonly Message[]): Promise<void>
  messages(companyId: string, callId: string): Promise<Message[]>
  /** One per call; an older one than what is stored is ignored. @throws AppError CALL_NOT_FOUND */
  putSnapshot(companyId: string, snapshot: CallSnapshot): Promise<void>
  snapshot(companyId: string, callId: string): Promise<CallSnapshot | undefined>
}
