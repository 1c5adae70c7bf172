import type {LineId} from '../../skillbase/schema/line-ids.ts'
import type {CommandOf} from './command.ts'
import type {Draft} from './draft.ts'
import {partsWanted} from './reading/read-name.ts'
import type {ScenarioField} from './scenario/scenario.ts'

/** The question for what is missing of a name, an address or a birth date. */
export function restLine(draft: Draft, field: ScenarioField, part: CommandOf<'partial'>['part']): LineId {
  if (part.kind === 'name') return restOfName(draft, field, part.name)
  if (part.kind === 'birth_day') return 'rest_of_birth_date'
  return part.kind === 'address' && part.address['street'] === undefined ? 'rest_of_address.street' : 'rest_of_address'
}

/** What alone is missing is asked for by its name, unless the skillbase words the question itself. */
function restOfName({scenario, state}: Draft, field: ScenarioField, name: Readonly<Record<string, string>>): LineId {
  const missing = partsWanted(field, Object.values(name).join(' ')).filter((part) => !(part in name))
  const isWorded = scenario.lines.get('rest_of_name')!.own[state.lang].length > 0
  return missing.length === 1 && !isWorded ? (`rest_of_name.${missing[0]}` as LineId) : 'rest_of_name'
}
