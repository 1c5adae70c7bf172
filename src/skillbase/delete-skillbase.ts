import {AppError} from '../errors.ts'
import type {SkillbaseDeps} from './skillbase-deps.ts'
import type {StoredSkillbase} from './stored.ts'

export interface Deleted {
  readonly slug: string
  /** What calls refer to stays readable, in the archive. */
  readonly result: 'deleted' | 'archived'
}

/** Deletes a skillbase with all its versions; one that calls refer to is archived: it answers no calls any more. */
export async function deleteSkillbase({id, slug}: StoredSkillbase, {skillbases, companyId, clock}: SkillbaseDeps): Promise<Deleted> {
  try {
    await skillbases.delete(companyId, id)
    return {slug, result: 'deleted'}
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'SKILLBASE_IN_USE') throw error
    await skillbases.update(companyId, id, {status: 'archived'}, clock.now())
    return {slug, result: 'archived'}
  }
}
