import {AppError} from '../errors.ts'
import {getSkillbase} from './get-skillbase.ts'
import {versionOf} from './get-version.ts'
import {requireNoErrors} from './lint-gate.ts'
import {onceMore} from './once-more.ts'
import {type SkillbaseDeps, todayOf} from './skillbase-deps.ts'
import {botOf} from './load-bot.ts'
import {archived} from './stored-errors.ts'
import type {StoredSkillbase} from './stored.ts'

export interface Published {
  readonly slug: string
  readonly version: number
  /** What answered calls before. */
  readonly previous: number | null
  /** False when it was the published version already. */
  readonly changed: boolean
}

/**
 * Makes a version the one that answers calls; calls in progress keep theirs.
 * @param number the newest version when absent
 * @throws AppError SKILLBASE_NOT_FOUND, VERSION_NOT_FOUND (not found), LINT_ERRORS, SKILLBASE_ARCHIVED (refused), SKILLBASE_BUSY (conflict)
 */
export const publishSkillbase = (reference: string, number: number | undefined, deps: SkillbaseDeps): Promise<Published> =>
  onceMore(reference, () => publishOnce(reference, number, deps))

async function publishOnce(reference: string, number: number | undefined, deps: SkillbaseDeps): Promise<Published> {
  const stored = await getSkillbase(reference, deps)
  if (stored.status === 'archived') throw archived(stored)
  const {version, skillbase} = await versionOf(stored, number ?? stored.headVersion, deps)
  requireNoErrors(stored.slug, skillbase, todayOf(deps.clock))
  return point(stored, version.version, deps)
}

/**
 * Goes back to a version that has answered calls before. Its errors are no obstacle, it is known how it behaves; but it has to run.
 * @throws AppError NEVER_PUBLISHED, SKILLBASE_BROKEN (refused) besides those of publishing
 */
export const rollbackSkillbase = (reference: string, number: number, deps: SkillbaseDeps): Promise<Published> =>
  onceMore(reference, () => rollBackOnce(reference, number, deps))

async function rollBackOnce(reference: string, number: number, deps: SkillbaseDeps): Promise<Published> {
  const stored = await getSkillbase(reference, deps)
  if (stored.status === 'archived') throw archived(stored)
  const found = await versionOf(stored, number, deps)
  if (found.version.publishedAt === null) throw neverPublished(stored, number)
  botOf(found)
  return point(stored, number, deps)
}

async function point({id, slug, publishedVersion}: StoredSkillbase, version: number, deps: SkillbaseDeps): Promise<Published> {
  const changed = publishedVersion !== version
  if (changed) await deps.skillbases.publish(deps.companyId, id, version, {at: deps.clock.now(), ifPublished: publishedVersion})
  return {slug, version, previous: publishedVersion, changed}
}

const neverPublished = ({slug}: StoredSkillbase, version: number) =>
  new AppError(
    'NEVER_PUBLISHED',
    {
      en: `Version ${version} of skillbase "${slug}" was never published.`,
      ru: `Версия ${version} скиллбейса «${slug}» никогда не публиковалась.`,
    },
    {
      exit: 'refused',
      hint: {
        en: `Publish it with \`voicectl skillbase publish ${slug} --version ${version}\`.`,
        ru: `Опубликовать: \`voicectl skillbase publish ${slug} --version ${version}\`.`,
      },
    },
  )
