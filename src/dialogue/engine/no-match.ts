import {askAgain, askField} from './ask.ts'
import {clearField, count, type Draft, note, patch, patchField, say} from './draft.ts'
import {captureCallback, askNextOrRepeat, handOff, sayGoodbye} from './patterns.ts'
import {skip} from './talk.ts'
import {advance, current, enter, nothingHeard} from './transitions.ts'
import type {Understanding} from './understand.ts'

/** How often a question that is no field's may go unanswered. */
const patience = 2

/** Nothing of the turn made sense here: try another way, and give up in good time. */
export function notUnderstood(draft: Draft, {utterance}: Understanding, kinds: ReadonlySet<string>): void {
  const {pending, counters} = draft.state
  note(draft, 'no_match', utterance.text === '' ? 'empty' : pending.kind)
  // A "yes" or a "thank you" that answers nothing is no failed try, the first times.
  const isHarmless = kinds.size > 0 && [...kinds].every((kind) => kind === 'affirm' || kind === 'greeting' || kind === 'thanks')
  if (isHarmless && counters.noMatch < patience) {
    count(draft, 'noMatch')
    return askNextOrRepeat(draft)
  }
  if (pending.kind === 'ask') return fieldNotUnderstood(draft, pending.field)
  if ((pending.kind === 'confirm' || pending.kind === 'choose') && counters.noMatch >= patience) {
    // Neither yes nor no, again and again: the value is not worth insisting on.
    clearField(draft, pending.field)
    return fieldNotUnderstood(draft, pending.field)
  }
  if (counters.noMatch + 1 >= draft.scenario.limits.noMatch && !current(draft).onMaxTurns) {
    handOff(draft)
    advance(draft, nothingHeard)
    return
  }
  askAgain(draft)
}

function fieldNotUnderstood(draft: Draft, id: string): void {
  const field = draft.scenario.fields.get(id)!
  const attempts = draft.state.fields[id]!.attempts + 1
  patchField(draft, id, {attempts})
  if (attempts > field.max_retries) return giveUp(draft, id)
  count(draft, 'noMatch')
  say(draft, 'not_understood')
  askField(draft, field)
}

/** A field nobody could make out: what the skillbase says, else skip what is optional, else a person. */
export function giveUp(draft: Draft, id: string): void {
  const field = draft.scenario.fields.get(id)!
  const wanted = field.on_fail ?? (field.required ? 'handoff' : 'skip')
  note(draft, 'on_fail', `${id}: ${wanted}`)
  switch (wanted) {
    case 'skip':
      return skip(draft, id)
    case 'callback':
      patchField(draft, id, {status: 'skipped'})
      return captureCallback(draft)
    case 'handoff':
      return leave(draft, id)
    case 'end':
      return sayGoodbye(draft)
    case 'dtmf':
      // The keys get as many tries as the voice had.
      if (draft.state.fields[id]!.attempts > field.max_retries * 2 + 1) return leave(draft, id)
      patch(draft, {pending: {kind: 'ask', field: id}})
      say(draft, 'dial_it', {kind: 'ask', key: `ask.${id}`})
      return
    default:
      if (!draft.scenario.states.has(wanted)) return leave(draft, id)
      patchField(draft, id, {status: 'skipped'})
      enter(draft, wanted)
      advance(draft, nothingHeard)
  }
}

function leave(draft: Draft, id: string): void {
  // A number that could not be made out is not asked for once more to be called back on.
  if (draft.scenario.fields.get(id)!.type === 'phone') patchField(draft, id, {status: 'skipped'})
  handOff(draft)
  advance(draft, nothingHeard)
}
