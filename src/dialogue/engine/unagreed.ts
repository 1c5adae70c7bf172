import {ahead} from './reading/open-fields.ts'
import {clearField, type Draft, isKnown, note, patch, say} from './draft.ts'
import {current} from './edges.ts'
import type {ScenarioState} from './scenario/scenario.ts'

/**
 * The only value that a confirm state has read out. A "no" to it, or a way out that is no "yes", can be about nothing else; of several a "no"
 * does not tell which, and they are kept.
 */
function onlyReadBack({state, scenario: {fields}}: Draft, {type, say: line}: ScenarioState): string | undefined {
  if (type !== 'confirm') return undefined
  const read = new Set([...line.ru, ...line.en].flatMap(({variables}) => variables.filter((name) => name.startsWith('f.'))))
  const [only, ...others] = [...read].map((name) => name.slice(2)).filter((id) => isKnown(state.fields[id]))
  // A number is what to call back on, agreed to or not.
  return others.length === 0 && only !== undefined && fields.get(only)!.type !== 'phone' ? only : undefined
}

/** «Нет, не заплачу», where «оплатите в пятницу, правильно?» was read out: whoever goes another way has agreed to no Friday. */
export function forgetUnagreed(draft: Draft, to?: string): void {
  const id = onlyReadBack(draft, current(draft))
  if (id === undefined) return
  const {states} = draft.scenario
  if (to !== undefined && [...states.get(to)!.collect, ...ahead(draft.scenario, to)].includes(id)) return
  clearField(draft, id)
  note(draft, 'unagreed', id)
}

/** «Нет.» alone, to the one value that was read out: it is taken back at once, and asked for anew. True when there was one. */
export function askUnagreed(draft: Draft, from: ScenarioState): boolean {
  const id = onlyReadBack(draft, from)
  if (id === undefined || !current(draft).collect.includes(id)) return false
  clearField(draft, id)
  note(draft, 'unagreed', id)
  patch(draft, {pending: {kind: 'ask', field: id}})
  say(draft, 'what_to_change', {kind: 'ask'})
  return true
}
