import type {Bilingual} from '../bilingual.ts'
import type {Store} from '../store/store.ts'

/** What is looked at for outcomes to name. */
const newest = 1000

/**
 * What to tell who found no call by an outcome that no call has: a slip of the hand looks like an empty day. Skillbases say themselves which
 * outcomes there are, so that none can be refused. Nothing when some call has it.
 */
export async function unknownOutcome(
  outcome: string,
  {calls, companyId}: Pick<Store, 'calls'> & {readonly companyId: string},
): Promise<Bilingual | undefined> {
  if ((await calls.count(companyId, {outcome})) > 0) return undefined
  const seen = (await calls.list(companyId, {}, {limit: newest})).flatMap((call) => call.outcome ?? [])
  const known = [...new Set(seen)].toSorted().join(', ')
  return {
    en: `No call has the outcome "${outcome}".${known && ` Outcomes there are: ${known}.`}`,
    ru: `Ни у одного звонка нет исхода «${outcome}».${known && ` Бывают: ${known}.`}`,
  }
}
