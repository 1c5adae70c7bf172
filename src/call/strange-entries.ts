import {foreignEntries, type ForeignEntry} from '../events/foreign-entries.ts'
import type {Store} from '../store/store.ts'

/**
 * What is in the spool and can be used by nobody, as far as it is this company's business: the file of a call that the database knows as another
 * company's is neither named here nor to be moved away by anybody here.
 */
export async function strangeEntries(
  companyId: string,
  dir: string,
  {calls, companies}: Pick<Store, 'calls' | 'companies'>,
): Promise<ForeignEntry[]> {
  const found = foreignEntries(dir)
  // Nearly always: then nobody has to be asked.
  if (found.length === 0) return []
  const others = (await companies.list()).filter(({id}) => id !== companyId)
  const isOthers = async ({callId}: ForeignEntry) =>
    (await Promise.all(others.map(({id}) => calls.find(id, callId)))).some((call) => call !== undefined)
  const theirs = await Promise.all(found.map(isOthers))
  return found.filter((_, index) => !theirs[index])
}
