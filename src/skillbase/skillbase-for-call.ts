import {AppError} from '../errors.ts'
import {getSkillbase} from './get-skillbase.ts'
import {versionOf, type VersionOfSkillbase} from './get-version.ts'
import type {SkillbaseDeps} from './skillbase-deps.ts'
import {archived} from './stored-errors.ts'

/**
 * The skillbase that may answer or place a call: active, and the version that is published.
 * @throws AppError SKILLBASE_NOT_FOUND (not found), SKILLBASE_ARCHIVED, NOT_PUBLISHED (refused)
 */
export async function skillbaseForCall(
  reference: string,
  deps: Pick<SkillbaseDeps, 'skillbases' | 'companyId'>,
): Promise<VersionOfSkillbase> {
  const stored = await getSkillbase(reference, deps)
  if (stored.status !== 'active') throw archived(stored)
  if (stored.publishedVersion === null) {
    throw new AppError(
      'NOT_PUBLISHED',
      {en: `Skillbase "${stored.slug}" has no published version.`, ru: `У скиллбейса «${stored.slug}» нет опубликованной версии.`},
      {
        exit: 'refused',
        hint: {
          en: `Publish one with \`voicectl skillbase publish ${stored.slug}\`.`,
          ru: `Опубликовать: \`voicectl skillbase publish ${stored.slug}\`.`,
        },
      },
    )
  }
  return versionOf(stored, stored.publishedVersion, deps)
}
