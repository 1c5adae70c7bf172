import {z} from 'zod'
import {skillbase} from './schema/skillbase.ts'

/** JSON Schema 2020-12 of a skillbase file as people write it: what has a default may be left out. */
export function skillbaseJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(skillbase, {target: 'draft-2020-12', io: 'input', unrepresentable: 'any'})
}
