import {fingerprint} from './fingerprint.ts'
import type {Skillbase} from './schema/skillbase.ts'
import type {StoredVersion} from './stored.ts'

/** A skillbase as a version keeps it: whole, so that a later change of a default changes no version; without the slug, which is the row's. */
export function storable(skillbase: Skillbase): Pick<StoredVersion, 'config' | 'sha256'> {
  const {slug: _, ...config} = skillbase
  return {config, sha256: fingerprint(skillbase)}
}
