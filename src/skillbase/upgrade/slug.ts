import {slugify} from '../../ids.ts'
import type {Path} from '../issue.ts'
import type {Report} from './legacy.ts'

/** The slug that an older id becomes; undefined when nothing usable is left of it. */
export function upgradeSlug(given: string | undefined, path: Path, report: Report): string | undefined {
  if (given === undefined) return undefined
  const slug = slugify(given) || undefined
  if (slug !== given) report.lossy(path, `slug "${given}" became "${slug ?? ''}"`, `слаг «${given}» стал «${slug ?? ''}»`)
  return slug
}
