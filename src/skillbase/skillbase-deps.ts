import type {Clock} from '../clock.ts'
import type {SkillbaseRepository} from './stored.ts'

/** What the use cases of this area work with: one company's skillbases. */
export interface SkillbaseDeps {
  readonly skillbases: SkillbaseRepository
  readonly companyId: string
  readonly clock: Clock
}

/** From whatever holds the store and the company of a process. @throws AppError COMPANY_NOT_FOUND, COMPANY_INACTIVE */
export async function skillbaseDeps(deps: {
  readonly clock: Clock
  store(): Promise<{readonly skillbases: SkillbaseRepository}>
  company(): Promise<{readonly id: string}>
}): Promise<SkillbaseDeps> {
  const {skillbases} = await deps.store()
  return {skillbases, companyId: (await deps.company()).id, clock: deps.clock}
}

/** For what only reads: the skillbases of a company that is switched off can be looked at. @throws AppError COMPANY_NOT_FOUND */
export const skillbasesToRead = (
  deps: Omit<Parameters<typeof skillbaseDeps>[0], 'company'> & {companyToRead(): Promise<{readonly id: string}>},
): Promise<SkillbaseDeps> => skillbaseDeps({clock: deps.clock, store: () => deps.store(), company: () => deps.companyToRead()})

/** YYYY-MM-DD of this moment. */
export const todayOf = (clock: Clock): string => new Date(clock.now()).toISOString().slice(0, 10)
