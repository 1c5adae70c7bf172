import {repeatOf} from './ask.ts'
import {count, type Draft, note, patchField, say} from './draft.ts'
import {end} from './ending.ts'

/** A short re-ask, then "do you hear me?", then goodbye. */
export function heardSilence(draft: Draft): void {
  count(draft, 'noInput')
  const {noInput} = draft.state.counters
  const {pending, lastQuestion} = draft.state
  if ('field' in pending) patchField(draft, pending.field, {noInput: draft.state.fields[pending.field]!.noInput + 1})
  note(draft, 'silence', String(noInput))
  if (noInput === 1 && lastQuestion) draft.acts.push(repeatOf(draft, lastQuestion))
  else if (noInput <= 2) say(draft, 'still_there', {kind: 'ask'})
  else {
    say(draft, 'goodbye_silence', {interruptible: false})
    end(draft, 'silence')
  }
}
