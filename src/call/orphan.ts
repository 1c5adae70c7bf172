import {AppError} from '../errors.ts'
import type {CallEvent, CallStarted, ProcessMark} from '../events/call-event.ts'
import {isGone, isSame, ownMark} from '../events/process-mark.ts'
import {readSpool, reopenSpool, type SpoolWriter} from '../events/spool.ts'

/** A call whose process is gone without having ended it. */
export interface Orphan {
  readonly callId: string
  readonly companyId: string
  readonly started: CallStarted
  readonly events: readonly CallEvent[]
}

/** Nothing when the call is alive, over, or has left no event. @throws AppError SPOOL_CORRUPT */
export function orphan(dir: string, callId: string): Orphan | undefined {
  const events = readSpool(dir, callId)
  const [first] = events
  if (first?.type !== 'call.started' || events.at(-1)!.type === 'call.ended') return undefined
  if (!isGone(ownerOf(events)!)) return undefined
  return {callId, companyId: first.companyId, started: first.payload, events}
}

/**
 * Writes the next event of an orphan. Several processes may try: the first line in the file counts.
 * @returns the writer, or nothing when another process was quicker
 */
export function takeOver(dir: string, {callId}: Orphan, event: CallEvent): SpoolWriter | undefined {
  const writer = reopenSpool(dir, callId)
  writer?.append(event)
  if (readSpool(dir, callId)[event.seq]?.id === event.id) return writer
  writer?.close()
  return undefined
}

/** Whether this process holds a call, and not one that was quicker to take it over. */
export function isOurs(dir: string, callId: string): boolean {
  const owner = ownerOf(readSpool(dir, callId))
  return owner !== undefined && isSame(owner, ownMark())
}

/** The process that holds the call, or held it last. */
export const ownerOf = (events: readonly CallEvent[]): ProcessMark | undefined =>
  events.findLast((event) => event.type === 'call.resumed' || event.type === 'call.started')?.payload.process

export const callTaken = (callId: string) =>
  new AppError(
    'CALL_TAKEN',
    {en: `Another process has taken up call ${callId}.`, ru: `Звонок ${callId} уже продолжил другой процесс.`},
    {exit: 'conflict'},
  )
