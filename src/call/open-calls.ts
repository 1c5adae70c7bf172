import {ownCalls, type SpoolView} from '../events/own-calls.ts'
import type {Store} from '../store/store.ts'

/** As many as anybody reads. */
const most = 100

/** Ids of a company's calls that go on, were cut off or are not stored yet: those the database shows as active, and those that left a file. */
export async function openCalls(companyId: string, view: Omit<SpoolView, 'companyId'>, {calls}: Pick<Store, 'calls'>): Promise<string[]> {
  const active = await calls.list(companyId, {status: 'active'}, {limit: most})
  return [...new Set([...active.map(({id}) => id), ...ownCalls({...view, companyId})])].toSorted()
}
