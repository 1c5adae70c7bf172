import {type Change, changes} from './changes.ts'
import {getSkillbase} from './get-skillbase.ts'
import {getVersion, versionOf} from './get-version.ts'
import type {Skillbase} from './schema/skillbase.ts'
import type {SkillbaseDeps} from './skillbase-deps.ts'

export interface VersionsCompared {
  readonly slug: string
  readonly from: number
  /** Null for a file. */
  readonly to: number | null
  readonly changes: readonly Change[]
}

/** @throws AppError SKILLBASE_NOT_FOUND, VERSION_NOT_FOUND */
export async function compareVersions(
  reference: string,
  {from, to}: {readonly from?: number | undefined; readonly to?: number | undefined},
  deps: SkillbaseDeps,
): Promise<VersionsCompared> {
  const stored = await getSkillbase(reference, deps)
  const {slug, headVersion, publishedVersion} = stored
  const newer = to ?? headVersion
  const before = publishedVersion !== null && publishedVersion !== newer ? publishedVersion : Math.max(1, newer - 1)
  const older = from ?? before
  const [left, right] = [await versionOf(stored, older, deps), await versionOf(stored, newer, deps)]
  return {slug, from: older, to: newer, changes: changes(left.skillbase, right.skillbase)}
}

/** What applying a file would change, of the newest version or of another. @throws AppError SKILLBASE_NOT_FOUND, VERSION_NOT_FOUND */
export async function compareWithFile(
  reference: string,
  from: number | undefined,
  file: Skillbase,
  deps: SkillbaseDeps,
): Promise<VersionsCompared> {
  const {stored, version, skillbase} = await getVersion(reference, from, deps)
  return {slug: stored.slug, from: version.version, to: null, changes: changes(skillbase, file)}
}
