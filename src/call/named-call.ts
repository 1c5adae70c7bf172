import {ownCalls} from '../events/own-calls.ts'
import {isIdBeginning} from '../ids.ts'
import type {Store} from '../store/store.ts'
import {ambiguousReference} from '../store/reference.ts'
import {type Adopting, strandedCalls} from './adopt-calls.ts'
import {callNotFound} from './list-calls.ts'

/**
 * The id of the one call that a reference names, be it in the database, in the spool or in both.
 * @param reference id, or the beginning of one that no other call of the company has
 * @throws AppError CALL_NOT_FOUND (not found), AMBIGUOUS_REFERENCE (usage)
 */
export async function namedCall(reference: string, view: Adopting, {calls}: Pick<Store, 'calls'>): Promise<string> {
  if (!isIdBeginning(reference)) throw callNotFound(reference)
  const stored = await calls.find(view.companyId, reference)
  const beginning = reference.toUpperCase()
  const spooled = [...ownCalls(view), ...strandedCalls(view)].filter((id) => id.startsWith(beginning))
  const [id, ...others] = new Set([...(stored ? [stored.id] : []), ...spooled])
  if (id === undefined) throw callNotFound(reference)
  if (others.length > 0) throw ambiguousReference(reference)
  return id
}
