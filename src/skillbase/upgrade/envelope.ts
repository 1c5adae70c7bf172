import {clip} from './limits.ts'
import type {LegacyObject, Report} from './legacy.ts'
import {optional} from './tools.ts'
import {upgradeSlug} from './slug.ts'
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
  const slug = upgradeSlug(given, ['slug'], report)
  const knowledgeBase = root.text('knowledge_base_id')
  if (wrapped) for (const key of rowKeys) root.raw(key)
  if (wrapped && root.texts('phone_numbers').length > 0)
    report.lossy(['phone_numbers'], 'numbers do not belong to a skillbase', 'номера не относятся к скиллбейсу')
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
const rowKeys = ['id', 'company_id', 'version', 'is_active', 'is_published', 'created_at', 'updated_at']
