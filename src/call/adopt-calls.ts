import {isGone} from '../events/process-mark.ts'
import {handSpoolOver, salvageSpool, spooledCalls, spoolOwner} from '../events/spool.ts'
import {ownerOf} from './orphan.ts'

export interface Adopting {
  readonly dir: string
  /** The database that takes the calls. */
  readonly database: string
  readonly companyId: string
}

/**
 * Calls of a company in the spool that were begun in another database and are nobody's any more: over, or their process is gone.
 * @param reference beginning of an id; all when absent
 */
export const strandedCalls = ({dir, database, companyId}: Adopting, reference = ''): string[] =>
  spooledCalls(dir)
    .filter((id) => id.startsWith(reference.toUpperCase()))
    .filter((id) => {
      const owner = spoolOwner(dir, id)
      return owner.companyId === companyId && owner.database !== undefined && owner.database !== database && isLeft(dir, id)
    })

/** Makes them calls of this database, because it has taken the place of theirs: after a copy or a restore elsewhere. */
export function adoptCalls(adopting: Adopting, reference?: string): string[] {
  const ids = strandedCalls(adopting, reference)
  for (const id of ids) handSpoolOver(adopting.dir, id, adopting.database)
  return ids
}

function isLeft(dir: string, callId: string): boolean {
  const events = salvageSpool(dir, callId)
  const owner = ownerOf(events)
  return events.at(-1)?.type === 'call.ended' || (owner !== undefined && isGone(owner))
}
