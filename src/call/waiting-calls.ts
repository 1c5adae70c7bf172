import {AppError} from '../errors.ts'
import {ownCalls, type SpoolView} from '../events/own-calls.ts'
import {readSpool} from '../events/spool.ts'

/**
 * Calls in the spool that are over and not stored yet, because the database was away when they ended: it shows them as going on, or not at all.
 * @param reference beginning of an id; all when absent
 */
export const waitingCalls = (view: SpoolView, reference = ''): string[] =>
  ownCalls(view).filter((id) => id.startsWith(reference.toUpperCase()) && isOver(view.dir, id))

function isOver(dir: string, callId: string): boolean {
  try {
    return readSpool(dir, callId).at(-1)?.type === 'call.ended'
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}
