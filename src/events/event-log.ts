/** One entry of the log under everything. What `payload` holds is told by `type`; the log does not look inside. */
export interface StoredEvent {
  /** Given by whoever wrote the event first, so that a second delivery is recognised. */
  readonly id: string
  readonly callId: string
  /** Position within the call, without gaps from the writer. */
  readonly seq: number
  readonly type: string
  /** Milliseconds since the Unix epoch. */
  readonly at: number
  readonly payload: unknown
}

/** Append-only. Every method is confined to one company. */
export interface EventLog {
  /**
   * Events that are in the log already are passed over: appending twice is appending once.
   * @returns how many were new
   * @throws AppError EVENT_SEQUENCE_TAKEN (conflict) when another event holds that place in the call; nothing is appended then
   */
  append(companyId: string, events: readonly StoredEvent[]): Promise<number>
  /** In order of `seq`. */
  list(companyId: string, callId: string, range?: {readonly after?: number; readonly limit?: number}): Promise<StoredEvent[]>
}
