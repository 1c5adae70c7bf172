import type {SkillbaseDeps} from './skillbase-deps.ts'
import type {StoredSkillbase} from './stored.ts'
import {skillbaseNotFound} from './stored-errors.ts'

type Deps = Pick<SkillbaseDeps, 'skillbases' | 'companyId'>

/** By slug, id or unique beginning of an id. @throws AppError SKILLBASE_NOT_FOUND (not found), AMBIGUOUS_REFERENCE (usage) */
export async function getSkillbase(reference: string, {skillbases, companyId}: Deps): Promise<StoredSkillbase> {
  const stored = await skillbases.find(companyId, reference)
  if (stored) return stored
  throw skillbaseNotFound(
    reference,
    (await skillbases.list(companyId)).map(({slug}) => slug),
  )
}
