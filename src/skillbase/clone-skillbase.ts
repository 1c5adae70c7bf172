import {AppError} from '../errors.ts'
import {isSlug, newId} from '../ids.ts'
import {getVersion} from './get-version.ts'
import type {SkillbaseDeps} from './skillbase-deps.ts'
import {requireName} from './require-name.ts'
import {requireRunnable} from './runnable.ts'
import {storable} from './storable.ts'
import type {StoredSkillbase} from './stored.ts'

export interface CloneSkillbase {
  readonly source: string
  readonly slug: string
  readonly name?: string | undefined
  /** The newest when absent. */
  readonly version?: number | undefined
  readonly author?: string | undefined
}

/** A new skillbase whose version 1 says what the source says, under its own name. @throws AppError SLUG_INVALID, SKILLBASE_EXISTS; SkillbaseInvalid */
export async function cloneSkillbase({source, slug, name, version, author}: CloneSkillbase, deps: SkillbaseDeps): Promise<StoredSkillbase> {
  requireSlug(slug)
  if (name !== undefined) requireName(name)
  const from = await getVersion(source, version, deps)
  const skillbase = {...from.skillbase, slug, name: name ?? from.skillbase.name}
  requireRunnable(`${from.stored.slug} version ${from.version.version}`, skillbase)
  const at = deps.clock.now()
  return deps.skillbases.create(deps.companyId, {
    id: newId(at),
    slug,
    name: skillbase.name ?? slug,
    description: skillbase.description ?? null,
    ...storable(skillbase),
    author: author ?? null,
    note: `copy of ${from.stored.slug} version ${from.version.version}`,
    at,
  })
}

export function requireSlug(slug: string): void {
  if (isSlug(slug)) return
  throw new AppError(
    'SLUG_INVALID',
    {en: `"${slug}" is not a slug.`, ru: `«${slug}» не годится как слаг.`},
    {
      exit: 'usage',
      hint: {
        en: 'A slug has 1 to 40 of a-z, 0-9 and hyphens, and does not begin or end with a hyphen.',
        ru: 'В слаге от 1 до 40 символов a-z, 0-9 и дефисов; дефис не первый и не последний.',
      },
    },
  )
}
