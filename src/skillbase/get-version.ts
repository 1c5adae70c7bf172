import {AppError} from '../errors.ts'
import {getSkillbase} from './get-skillbase.ts'
import {type Skillbase, skillbase as schema} from './schema/skillbase.ts'
import type {SkillbaseDeps} from './skillbase-deps.ts'
import type {StoredSkillbase, StoredVersion} from './stored.ts'
import {versionNotFound} from './stored-errors.ts'

export interface VersionOfSkillbase {
  readonly stored: StoredSkillbase
  readonly version: StoredVersion
  readonly skillbase: Skillbase
}

type Deps = Pick<SkillbaseDeps, 'skillbases' | 'companyId'>

/** @param number the newest version when absent @throws AppError SKILLBASE_NOT_FOUND, VERSION_NOT_FOUND, SKILLBASE_BROKEN */
export async function getVersion(reference: string, number: number | undefined, deps: Deps): Promise<VersionOfSkillbase> {
  const stored = await getSkillbase(reference, deps)
  return versionOf(stored, number ?? stored.headVersion, deps)
}

export async function versionOf(stored: StoredSkillbase, number: number, {skillbases, companyId}: Deps): Promise<VersionOfSkillbase> {
  const version = await skillbases.version(companyId, stored.id, number)
  if (!version) throw versionNotFound(stored.slug, number)
  return {stored, version, skillbase: readStored(stored, version)}
}

/** The configuration of a version; its slug is that of the row, which a clone has of its own. */
function readStored(stored: StoredSkillbase, version: StoredVersion): Skillbase {
  const parsed = schema.safeParse(version.config)
  if (parsed.success) return {...parsed.data, slug: stored.slug, name: parsed.data.name ?? stored.name}
  throw new AppError(
    'SKILLBASE_BROKEN',
    {
      en: `Version ${version.version} of skillbase "${stored.slug}" was stored by another version of voicectl and cannot be read.`,
      ru: `Версию ${version.version} скиллбейса «${stored.slug}» сохранила другая версия voicectl, прочитать её нельзя.`,
    },
    {cause: parsed.error, hint: {en: 'Apply its file again.', ru: 'Примените её файл ещё раз.'}},
  )
}
