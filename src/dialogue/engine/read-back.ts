import type {Command, CommandOf} from './command.ts'
import {clearField, type Draft, note, patch, patchField} from './draft.ts'

/** What became of the value that was read back. */
export interface ReadBack {
  readonly field: string
  readonly accepted: boolean
  readonly denied: boolean
}

/** A yes or no to "…, верно?". A new value instead of an answer replaces the old one; anything else leaves the question open. */
export function answerReadBack(draft: Draft, commands: readonly Command[], sets: readonly CommandOf<'set'>[]): ReadBack | undefined {
  const {pending} = draft.state
  if (pending.kind !== 'confirm') return undefined
  const {field} = pending
  const again = sets.find((command) => command.field === field)
  const held = draft.state.fields[field]!
  if (commands.some((command) => command.kind === 'deny') && !(again && again.value === held.value)) {
    note(draft, 'denied', field)
    if (!again) {
      clearField(draft, field)
      // Turning down the offer of the caller's own number is no failed try.
      if (held.source !== 'caller_id') patchField(draft, field, {attempts: held.attempts + 1})
      // An optional field, too, is asked for again: there was something to tell.
      patch(draft, {pending: {kind: 'ask', field}})
    }
    return {field, accepted: false, denied: true}
  }
  const repeated = again !== undefined && again.value === held.value
  if (repeated || (!again && commands.some((command) => command.kind === 'affirm'))) {
    patchField(draft, field, {status: 'confirmed'})
    note(draft, 'confirmed', field)
    return {field, accepted: true, denied: false}
  }
  return undefined
}
