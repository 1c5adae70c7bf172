import type {Clock} from '../clock.ts'
import type {SkillbaseRepository} from './stored.ts'

/** What the use cases of this area work with: one company's skillbases. */
export interface SkillbaseDeps {
  readonly skillbases: SkillbaseRepository
  readonly companyId: string
  readonly clock: Clock
}

/** From whatever holds the store and the company of a process. */
export async function skillbaseDeps(deps: {
  readonly clock: Clock
  store(): Promise<{readonly skillbases: SkillbaseRepository}>
  company(): Promise<{readonly id: string}>
}): Promise<SkillbaseDeps> {
  const {skillbases} = await deps.store()
  return {skillbases, companyId: (await deps.company()).id, clock: deps.clock}
}

/** YYYY-MM-DD of this moment. */
export const todayOf = (clock: Clock): string => new Date(clock.now()).toISOString().slice(0, 10)
