import {askField} from './ask.ts'
import {type Draft, note, patch, patchField, say} from './draft.ts'
import {captureCallback, giveUpTalking, sayGoodbye} from './patterns.ts'
import {formatAddress, formatName} from './format.ts'
import {nothingHeard} from './edges.ts'
import {advance, enter} from './transitions.ts'

export function skip(draft: Draft, field: string): void {
  patchField(draft, field, {status: 'skipped'})
  note(draft, 'skip', field)
  patch(draft, {pending: {kind: 'open'}})
  advance(draft, nothingHeard)
}

/** The caller would rather not say what the flow cannot do without: why it is asked, and once more. */
export function insist(draft: Draft, id: string, isRefused = true): void {
  if (takePart(draft, id)) return void advance(draft, nothingHeard)
  const field = draft.scenario.fields.get(id)!
  const attempts = draft.state.fields[id]!.attempts + 1
  patchField(draft, id, {attempts})
  if (attempts > field.max_retries) return giveUp(draft, id)
  // Whoever is just not sure is asked once more, and not told off.
  if (isRefused) say(draft, 'need_it')
  askField(draft, field)
}

/** The street is better than nothing when the house cannot be had, and a name without its patronymic. True when there was one. */
export function takePart(draft: Draft, id: string): boolean {
  const {partial, ...field} = draft.state.fields[id]!
  const {policy, parts} = draft.scenario.fields.get(id)!
  const text = partial?.address?.['street'] ? formatAddress(partial.address) : partial?.name && formatName(partial.name, parts)
  if (!text) return false
  const status = policy === 'explicit' ? 'candidate' : 'accepted'
  patch(draft, {
    fields: {...draft.state.fields, [id]: {...field, value: text, raw: text, source: 'rule', status, turn: draft.state.counters.turns}},
  })
  patch(draft, {pending: {kind: 'open'}})
  note(draft, 'set', `${id} in part ${status}`)
  return true
}

/** A field nobody could make out: what the skillbase says, else skip what is optional, else a person. */
export function giveUp(draft: Draft, id: string): void {
  const field = draft.scenario.fields.get(id)!
  const wanted = field.on_fail ?? (field.required ? 'handoff' : 'skip')
  note(draft, 'on_fail', `${id}: ${wanted}`)
  // Nobody waits any more for what has just been asked once again.
  draft.acts.splice(0, draft.acts.length, ...draft.acts.filter(({kind, key}) => kind !== 'ask' || key !== `ask.${id}`))
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
      // The keys get two tries; then neither voice nor keys will do.
      if (draft.state.fields[id]!.attempts > field.max_retries + 2) return leave(draft, id)
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
  // Where nobody could be reached already, the flow ends with what it has, and promises nobody once more.
  if (draft.state.state === draft.scenario.handoff.fallback && advance(draft, nothingHeard)) return
  giveUpTalking(draft)
  advance(draft, nothingHeard)
}
