import {isSlug, slugify} from '../ids.ts'
import type {Skillbase} from './schema/skillbase.ts'

/**
 * One place for everything: the identity stands at the top, not in the flow; a skillbase always has a name.
 * @param fallbackName for a document that names neither itself nor its company; the name of its file
 */
export function normalize(skillbase: Skillbase, fallbackName?: string): Skillbase {
  const {schema: _schema, id, ...flow} = skillbase.flow
  const given = skillbase.slug ?? id
  const slug = given === undefined ? undefined : slugOfId(given)
  const name = skillbase.name ?? flow.persona.company ?? flow.persona.name ?? slug ?? fallbackName
  return {...skillbase, ...(slug !== undefined && {slug}), ...(name !== undefined && {name}), flow}
}

/** A flow may have an id with underscores; what people type has hyphens only. */
export const slugOfId = (id: string): string => (isSlug(id) ? id : slugify(id))
