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

/**
 * Calls in the spool of another database and of companies that this one does not have: the database they were begun with is gone, and nobody
 * can store them here before it is back.
 * @param companies ids of all that this database has
 */
export const homelessCalls = ({dir, database}: Pick<Adopting, 'dir' | 'database'>, companies: ReadonlySet<string>): string[] =>
  spooledCalls(dir).filter((id) => {
    const owner = spoolOwner(dir, id)
    const isStrange = owner.companyId !== undefined && !companies.has(owner.companyId)
    return isStrange && owner.database !== database && isLeft(dir, id)
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
