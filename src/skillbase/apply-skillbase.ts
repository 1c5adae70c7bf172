import {AppError} from '../errors.ts'
import {newId, slugify} from '../ids.ts'
import {type Change, changes} from './changes.ts'
import {versionOf} from './get-skillbase.ts'
import {requireNoErrors} from './lint-gate.ts'
import type {Skillbase} from './schema/skillbase.ts'
import {type SkillbaseDeps, todayOf} from './skillbase-deps.ts'
import {requireRunnable} from './runnable.ts'
import {storable} from './storable.ts'
import type {StoredSkillbase} from './stored.ts'
import {versionConflict} from './stored-errors.ts'

export interface ApplyOptions {
  /** Also make it the version that answers calls; refused when it has errors. */
  readonly publish?: boolean
  /** The version the author started from; 0 for none yet. Anything else there is a conflict. */
  readonly ifVersion?: number | undefined
  /** Tell what would be done and do nothing. */
  readonly dryRun?: boolean
  readonly author?: string | undefined
  readonly note?: string | undefined
}

export interface Applied {
  readonly slug: string
  /** Absent when nothing was stored. */
  readonly id?: string
  readonly version: number
  readonly status: 'created' | 'changed' | 'unchanged'
  readonly published: boolean
  readonly sha256: string
  /** Against the version before; empty for a new skillbase. */
  readonly changes: readonly Change[]
  readonly dryRun: boolean
}

/**
 * Makes the stored skillbase be what the file says: creates it, adds a version, or does nothing when the newest version already says the same.
 * Versions never change. An archived skillbase comes back.
 *
 * @throws SkillbaseInvalid when it cannot run; AppError SLUG_MISSING (usage), VERSION_CONFLICT (conflict), LINT_ERRORS (refused) with `publish`
 */
export async function applySkillbase(skillbase: Skillbase, options: ApplyOptions, deps: SkillbaseDeps): Promise<Applied> {
  const slug = slugOf(skillbase)
  requireRunnable(slug, skillbase)
  if (options.publish) requireNoErrors(slug, skillbase, todayOf(deps.clock))
  try {
    return await applyOnce(slug, skillbase, options, deps)
  } catch (error) {
    // Someone else stored it in between. Whoever named no version wants their content to be the newest, so look again.
    const raced = error instanceof AppError && (error.code === 'SKILLBASE_EXISTS' || error.code === 'VERSION_CONFLICT')
    if (!raced || options.ifVersion !== undefined) throw error
    return applyOnce(slug, skillbase, options, deps)
  }
}

async function applyOnce(slug: string, skillbase: Skillbase, options: ApplyOptions, deps: SkillbaseDeps): Promise<Applied> {
  const {ifVersion, dryRun = false, publish = false} = options
  const stored = await deps.skillbases.find(deps.companyId, slug)
  const known = stored?.slug === slug ? stored : undefined
  if (ifVersion !== undefined && ifVersion !== (known?.headVersion ?? 0)) throw versionConflict(slug, known?.headVersion ?? 0, ifVersion)

  const written = known ? await addIfChanged(known, skillbase, options, deps) : await create(slug, skillbase, options, deps)
  const isPublished = known?.publishedVersion === written.version
  if (publish && !dryRun && !isPublished && written.id !== undefined) {
    await deps.skillbases.publish(deps.companyId, written.id, written.version, {at: deps.clock.now()})
  }
  return {...written, published: publish || isPublished, dryRun}
}

type Written = Omit<Applied, 'published' | 'dryRun'>

async function create(slug: string, skillbase: Skillbase, {dryRun, author, note}: ApplyOptions, deps: SkillbaseDeps): Promise<Written> {
  const at = deps.clock.now()
  const content = storable(skillbase)
  const summary = {slug, version: 1, status: 'created', sha256: content.sha256, changes: []} as const
  if (dryRun) return summary
  const stored = await deps.skillbases.create(deps.companyId, {
    id: newId(at),
    slug,
    name: skillbase.name ?? slug,
    description: skillbase.description ?? null,
    ...content,
    author: author ?? null,
    note: note ?? null,
    at,
  })
  return {...summary, id: stored.id}
}

async function addIfChanged(stored: StoredSkillbase, skillbase: Skillbase, options: ApplyOptions, deps: SkillbaseDeps): Promise<Written> {
  const {slug, id, headVersion} = stored
  const head = await versionOf(stored, headVersion, deps)
  const content = storable(skillbase)
  const at = deps.clock.now()
  const common = {slug, id, sha256: content.sha256}
  if (stored.status === 'archived' && !options.dryRun) await deps.skillbases.update(deps.companyId, id, {status: 'active'}, at)
  if (head.version.sha256 === content.sha256) return {...common, version: headVersion, status: 'unchanged', changes: []}

  const found = changes(head.skillbase, skillbase)
  if (options.dryRun) return {...common, version: headVersion + 1, status: 'changed', changes: found}
  const version = {...content, author: options.author ?? null, note: options.note ?? null, at}
  const added = await deps.skillbases.addVersion(deps.companyId, id, version, headVersion)
  const {name = stored.name, description = null} = skillbase
  if (name !== stored.name || description !== stored.description) {
    await deps.skillbases.update(deps.companyId, id, {name, description}, at)
  }
  return {...common, version: added.version, status: 'changed', changes: found}
}

function slugOf({slug, name}: Skillbase): string {
  const made = slug ?? (name === undefined ? '' : slugify(name))
  if (made !== '') return made
  throw new AppError(
    'SLUG_MISSING',
    {en: 'The skillbase has neither a slug nor a name.', ru: 'У скиллбейса нет ни slug, ни name.'},
    {exit: 'usage', hint: {en: 'Add `slug: my-bot` at its top.', ru: 'Добавьте в начало `slug: my-bot`.'}},
  )
}
