import {AppError} from '../errors.ts'
import {newId, slugify} from '../ids.ts'
import {type Change, changes} from './changes.ts'
import {versionOf} from './get-version.ts'
import {requireNoErrors} from './lint-gate.ts'
import {onceMore} from './once-more.ts'
import type {Skillbase} from './schema/skillbase.ts'
import {type SkillbaseDeps, todayOf} from './skillbase-deps.ts'
import {requireRunnable} from './runnable.ts'
import {storable} from './storable.ts'
import type {StoredSkillbase} from './stored.ts'
import {archived, versionConflict} from './stored-errors.ts'

export interface ApplyOptions {
  /** Also make it the version that answers calls; refused when it has errors. */
  readonly publish?: boolean
  /** The version the author started from; 0 for none yet. Anything else there is a conflict. */
  readonly ifVersion?: number | undefined
  /** Tell what would be done and do nothing. */
  readonly dryRun?: boolean
  /** Refuse a skillbase in the archive instead of bringing it back. */
  readonly keepArchived?: boolean
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
  /** It was in the archive and is (or, in a dry run, would be) back. */
  readonly broughtBack?: true
  /** The version that answers calls now; null when none does. */
  readonly answering: number | null
  readonly dryRun: boolean
}

/**
 * Makes the stored skillbase be what the file says: creates it, adds a version, or does nothing when the newest version already says the same.
 * Versions never change. An archived skillbase comes back, unless `keepArchived`. All of it happens, or nothing.
 *
 * @throws SkillbaseInvalid when it cannot run; AppError SLUG_MISSING (usage), VERSION_CONFLICT, SKILLBASE_BUSY (conflict), LINT_ERRORS (refused) with
 * `publish`, SKILLBASE_ARCHIVED (refused) with `keepArchived`
 */
export async function applySkillbase(skillbase: Skillbase, options: ApplyOptions, deps: SkillbaseDeps): Promise<Applied> {
  const slug = slugOf(skillbase)
  requireRunnable(slug, skillbase)
  if (options.publish) requireNoErrors(slug, skillbase, todayOf(deps.clock))
  const attempt = () => applyOnce(slug, skillbase, options, deps)
  // Whoever named no version wants their content to be the newest, whoever else stores it in between.
  return options.ifVersion === undefined ? onceMore(slug, attempt) : attempt()
}

async function applyOnce(slug: string, skillbase: Skillbase, options: ApplyOptions, deps: SkillbaseDeps): Promise<Applied> {
  const {ifVersion, dryRun = false, publish = false, keepArchived = false} = options
  const stored = await deps.skillbases.find(deps.companyId, slug)
  const known = stored?.slug === slug ? stored : undefined
  if (ifVersion !== undefined && ifVersion !== (known?.headVersion ?? 0)) throw versionConflict(slug, known?.headVersion ?? 0, ifVersion)
  const isArchived = known?.status === 'archived'
  if (isArchived && keepArchived) throw archived(known)

  const plan = known ? await planned(known, skillbase, deps) : creation(slug, skillbase)
  const isPublished = known?.publishedVersion === plan.version
  const told = {...plan, published: publish || isPublished, answering: publish ? plan.version : (known?.publishedVersion ?? null), dryRun}
  const isDone = plan.status === 'unchanged' && !isArchived && (isPublished || !publish)
  const id =
    dryRun || isDone
      ? known?.id
      : await deps.skillbases.atomically((tx) => write({plan, known, skillbase}, options, {...deps, skillbases: tx}))
  return {...told, ...(id !== undefined && {id}), ...(isArchived && {broughtBack: true as const})}
}

type Plan = Pick<Applied, 'slug' | 'version' | 'status' | 'sha256' | 'changes'>

const creation = (slug: string, skillbase: Skillbase): Plan => ({
  slug,
  version: 1,
  status: 'created',
  sha256: storable(skillbase).sha256,
  changes: [],
})

async function planned(known: StoredSkillbase, skillbase: Skillbase, deps: SkillbaseDeps): Promise<Plan> {
  const {slug, headVersion} = known
  const head = await versionOf(known, headVersion, deps)
  const {sha256} = storable(skillbase)
  if (head.version.sha256 === sha256) return {slug, version: headVersion, status: 'unchanged', sha256, changes: []}
  return {slug, version: headVersion + 1, status: 'changed', sha256, changes: changes(head.skillbase, skillbase)}
}

interface Wanted {
  readonly plan: Plan
  readonly known: StoredSkillbase | undefined
  readonly skillbase: Skillbase
}

/** In one transaction: nobody finds it back from the archive without what it came back for. Returns the id. */
async function write({plan, known, skillbase}: Wanted, options: ApplyOptions, deps: SkillbaseDeps): Promise<string> {
  const {skillbases, companyId} = deps
  const at = deps.clock.now()
  const version = {...storable(skillbase), author: options.author ?? null, note: options.note ?? null, at}
  const {name = known?.name ?? plan.slug, description = null} = skillbase
  const {id} = known ?? (await skillbases.create(companyId, {id: newId(at), slug: plan.slug, name, description, ...version}))
  if (known?.status === 'archived') await skillbases.update(companyId, id, {status: 'active'}, at)
  if (known && plan.status === 'changed') {
    await skillbases.addVersion(companyId, id, version, known.headVersion)
    if (name !== known.name || description !== known.description) await skillbases.update(companyId, id, {name, description}, at)
  }
  if (options.publish && known?.publishedVersion !== plan.version) await skillbases.publish(companyId, id, plan.version, {at})
  return id
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
