import {type Draft, note, patch, patchField} from './draft.ts'
import {nothingHeard} from './edges.ts'
import {asksWhoItIs} from './reading/names/answers-to-name.ts'
import {forgetAnswers, notMe} from './somebody-else.ts'
import {advance, enter} from './transitions.ts'

/**
 * «Ой, это не я, это мама», said after a yes to "is this you?": what was meant for one person goes no further, and the flow takes the way it
 * has for somebody else. True when that was so.
 */
export function takesBackIdentity(draft: Draft, text: string): boolean {
  if (!notMe.test(text.toLowerCase())) return false
  for (const field of draft.scenario.fields.values()) {
    if (field.type !== 'yesno' || draft.state.fields[field.id]!.value !== true || !asksWhoItIs(field, draft.state.lang)) continue
    const state = [...draft.scenario.states.values()].find(({collect}) => collect.includes(field.id))
    if (!state) continue
    forgetAnswers(draft)
    patchField(draft, field.id, {value: false, raw: text, source: 'rule', status: 'accepted', turn: draft.state.counters.turns})
    note(draft, 'correct', `${field.id}=false accepted`)
    patch(draft, {pending: {kind: 'open'}})
    enter(draft, state.id)
    return advance(draft, nothingHeard)
  }
  return false
}
