import {isSlug, slugify} from '../../ids.ts'
import {clip} from './limits.ts'
import type {LegacyObject, Report} from './legacy.ts'
import {optional} from './tools.ts'
import type {Body} from './body.ts'

export interface Envelope {
  readonly config: LegacyObject
  readonly identity: Pick<Body, 'slug' | 'name' | 'description'>
  readonly knowledgeBase: string | undefined
}

/** An exported row has the configuration inside and a name around it; a configuration alone may carry the same keys. */
export function openEnvelope(root: LegacyObject, report: Report): Envelope {
  const wrapped = root.has('config')
  const config = wrapped ? root.object('config') : root
  const given = root.text('slug')
  const slug = given !== undefined && !isSlug(given) ? slugify(given) || undefined : given
  if (given !== undefined && slug !== given)
    report.lossy(['slug'], `slug "${given}" became "${slug ?? ''}"`, `слаг «${given}» стал «${slug ?? ''}»`)
  const knowledgeBase = root.text('knowledge_base_id')
  if (wrapped) for (const key of rowKeys) root.raw(key)
  return {
    config,
    identity: {
      ...optional('slug', slug),
      ...optional('name', clip(root.text('name'), 255, ['name'], report)),
      ...optional('description', clip(root.text('description'), 2000, ['description'], report)),
    },
    knowledgeBase,
  }
}

/** What the database adds to a row; none of it is configuration. */
const rowKeys = ['id', 'company_id', 'version', 'is_active', 'is_published', 'created_at', 'updated_at', 'phone_numbers']
