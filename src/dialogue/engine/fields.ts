import type {Command, CommandOf, Value} from './command.ts'
import {acceptedValues, clearField, type Draft, isKnown, note, patch, patchField, say} from './draft.ts'
import {answerReadBack, type ReadBack} from './read-back.ts'
import {formatAllowed} from './say-hours.ts'
import type {ScenarioField} from './scenario/scenario.ts'
import type {FieldState, RejectReason} from './state.ts'
import {applyPartial, keepDayPart} from './rest-of-value.ts'
import {refuse} from './validate.ts'
import {spokenInFull} from './voice.ts'

/** What became of the values in a turn. */
export interface FieldChanges {
  /** Accepted or waiting to be confirmed. */
  readonly taken: readonly string[]
  /** Of these, those that replaced another value. */
  readonly changed: readonly string[]
  readonly rejected: readonly string[]
  readonly partial: readonly string[]
  /** Not wanted, before it was asked for. */
  readonly passed: readonly string[]
  /** A value that was read back was turned down. */
  readonly denied: boolean
}

/** Validates and stores what was said, answers the read-back that was pending, and acknowledges it in one short line. */
export function applyFields(draft: Draft, commands: readonly Command[]): FieldChanges {
  const changes = {
    taken: [] as string[],
    changed: [] as string[],
    rejected: [] as string[],
    partial: [] as string[],
    passed: [] as string[],
    denied: false,
  }
  const sets = commands.filter((command) => command.kind === 'set')
  const answered = answerReadBack(draft, commands, sets)
  const refusals: Refusal[] = []
  // Dates before times: whether an hour is open depends on the day.
  for (const command of sets.toSorted((a, b) => order(draft, a) - order(draft, b))) {
    const done = applySet(draft, command, answered, refusals)
    if (done) changes[done].push(command.field)
    if (done === 'changed') changes.taken.push(command.field)
  }
  for (const command of commands) {
    if (command.kind === 'pass') changes.passed.push(...passOver(draft, command.field))
    if (command.kind !== 'reopen') continue
    reopen(draft, command.field)
    changes.taken.push(command.field)
  }
  const dates = changes.taken.filter((id) => draft.scenario.fields.get(id)!.type === 'date')
  if (dates.length > 0) for (const id of outdated(draft, changes.taken, refusals)) changes.rejected.push(id)
  if (answered?.accepted) changes.taken.push(answered.field)
  changes.denied = answered?.denied === true
  acknowledge(draft, changes.taken, changes.changed)
  for (const {reason, allowed} of refusals) say(draft, `reject.${reason}`, {value: formatAllowed(draft, reason, allowed)})
  // What is still missing of a value is asked for last, behind what was understood.
  for (const command of commands) {
    if (command.kind !== 'partial' || changes.taken.includes(command.field)) continue
    applyPartial(draft, command)
    changes.partial.push(command.field)
  }
  return changes
}

/** Said after what was understood: first what is settled, then what is not. */
interface Refusal {
  readonly reason: RejectReason
  readonly allowed: string | undefined
}

const order = ({scenario}: Draft, {field}: CommandOf<'set'>): number => (scenario.fields.get(field)!.type === 'date' ? 0 : 1)

function applySet(
  draft: Draft,
  command: CommandOf<'set'>,
  answered: ReadBack | undefined,
  refusals: Refusal[],
): 'taken' | 'changed' | 'rejected' | undefined {
  const field = draft.scenario.fields.get(command.field)!
  const held = draft.state.fields[field.id]!
  if (answered?.accepted && answered.field === field.id) return undefined
  if (held.value === command.value && held.status !== 'rejected') {
    if (held.status === 'candidate' || held.status === 'held') patchField(draft, field.id, {status: 'confirmed'})
    return 'taken'
  }
  // «На этот номер», where none is shown: the one that was given is meant.
  if (command.callerId && !command.value && isKnown(held)) return 'taken'
  if (command.callerId && !command.value) return reject(draft, field, {reason: 'no_caller_id', allowed: undefined}, refusals)
  const verdict = refuse(draft.scenario, field, command.value, draft.local, acceptedValues(draft.state))
  // Of several readings those that cannot be are not meant.
  const possible = command.alts.filter((alt) => !refuse(draft.scenario, field, alt, draft.local, acceptedValues(draft.state)))
  // What nobody asked for and cannot be does not wipe what is known: «двое вегетарианцев» are not the guests.
  const isStray = held.value !== undefined && !command.corrected && isAskedElsewhere(draft, field.id)
  if (verdict && possible.length === 0 && isStray) return undefined
  // «А можно в воскресенье?» at a summary: what cannot be takes nothing from what was agreed.
  if (verdict && possible.length === 0 && draft.state.pending.kind === 'confirm_state' && held.value !== undefined)
    return turnDown(draft, field, {reason: verdict.reason, allowed: verdict.allowed}, refusals)
  if (verdict && possible.length === 0) {
    reject(draft, field, {reason: verdict.reason, allowed: verdict.allowed}, refusals)
    keepDayPart(draft, field, command.raw, command.value)
    return 'rejected'
  }
  const value = verdict ? possible[0]! : command.value
  const alts = possible.length > 1 ? possible : []
  const replaces = held.value !== undefined && held.value !== value
  const {partial: _partial, alts: _alts, reason: _reason, ...rest} = held
  const next: FieldState = {
    ...rest,
    value,
    raw: command.raw,
    source: command.callerId ? 'caller_id' : command.source === 'timer' ? 'rule' : command.source,
    turn: draft.state.counters.turns,
    status: statusOf(field, command, alts, replaces),
    ...(alts.length > 0 && {alts}),
  }
  patch(draft, {fields: {...draft.state.fields, [field.id]: next}})
  note(draft, replaces ? 'correct' : 'set', `${field.id}=${field.pii ? '•' : String(value)} ${next.status}`)
  return replaces ? 'changed' : 'taken'
}

const isAskedElsewhere = ({state: {pending}}: Draft, id: string): boolean => pending.kind === 'ask' && pending.field !== id

/** How sure a value is once it was said. The number someone calls from needs no reading back; a doubtful reading always does. */
function statusOf(field: ScenarioField, command: CommandOf<'set'>, alts: readonly Value[], replaces: boolean): FieldState['status'] {
  if (command.callerId) return 'confirmed'
  // What only a model made of the words is asked at once: a summary at the end would have the whole call rest on it.
  if (command.source === 'llm' && command.confidence < 0.5) return 'candidate'
  if (field.policy === 'none') return 'accepted'
  // How a mailbox is written in Latin letters no reading aloud decides: the summary that reads it out is enough.
  if (alts.length > 1 && !(field.type === 'email' && field.policy === 'summary')) return 'candidate'
  if (field.policy === 'explicit') return 'candidate'
  if (command.source === 'llm' && (field.type === 'phone' || field.type === 'email')) return 'candidate'
  // A wrong number is another person's: until it was read out and agreed to it is nobody's.
  if (field.policy === 'summary') return field.type === 'phone' || field.type === 'email' ? 'held' : 'accepted'
  // What was misheard once may be misheard again; a summary will read it out anyway.
  const isCorrected = replaces || command.corrected
  const isMoment = field.type === 'date' || field.type === 'time'
  return isCorrected && (isMoment || command.confidence < 0.5) && !field.isReadBack ? 'candidate' : 'accepted'
}

/** A change that cannot be: said so, and the value stays. */
function turnDown(draft: Draft, {id}: ScenarioField, refusal: Refusal, refusals: Refusal[]): 'rejected' {
  patchField(draft, id, {attempts: draft.state.fields[id]!.attempts + 1})
  note(draft, 'rejected', `${id}: ${refusal.reason}, kept`)
  refusals.push(refusal)
  return 'rejected'
}

function reject(draft: Draft, field: ScenarioField, refusal: Refusal, refusals: Refusal[]): 'rejected' {
  const held = draft.state.fields[field.id]!
  clearField(draft, field.id)
  patchField(draft, field.id, {status: 'rejected', reason: refusal.reason, attempts: held.attempts + 1})
  note(draft, 'rejected', `${field.id}: ${refusal.reason}`)
  refusals.push(refusal)
  return 'rejected'
}

/** Hours that were fine until the day was known, or another: too late on a Saturday, past today. They are asked for again. */
function outdated(draft: Draft, taken: readonly string[], refusals: Refusal[]): string[] {
  const times = [...draft.scenario.fields.values()].filter(({id, type}) => type === 'time' && !taken.includes(id))
  return times.flatMap((field) => {
    const {value} = draft.state.fields[field.id]!
    const verdict = value === undefined ? undefined : refuse(draft.scenario, field, value, draft.local, acceptedValues(draft.state))
    if (!verdict) return []
    reject(draft, field, {reason: verdict.reason, allowed: verdict.allowed}, refusals)
    return [field.id]
  })
}

/** What may be left out, and was said not to be wanted, is not asked for. */
function passOver(draft: Draft, id: string): string[] {
  if (draft.scenario.fields.get(id)!.required || draft.state.fields[id]!.status !== 'empty') return []
  patchField(draft, id, {status: 'skipped'})
  note(draft, 'skip', id)
  return [id]
}

export function reopen(draft: Draft, id: string): void {
  clearField(draft, id)
  patch(draft, {pending: {kind: 'ask', field: id}})
  note(draft, 'reopen', id)
}

/** «Хорошо, стрижка, завтра, двенадцатого марта.»: what was taken without being read back, so that a mishearing is heard. */
function acknowledge(draft: Draft, taken: readonly string[], changed: readonly string[]): void {
  const echoed = taken.filter((id) => draft.state.fields[id]!.status === 'accepted' && shouldEcho(draft, id)).slice(0, 4)
  const spoken = echoed.map((id) => spokenInFull(draft.scenario, id, draft.state.fields[id]!.value!, draft.state.lang, draft.local.date))
  if (spoken.length === 0) return
  const isChange = changed.some((id) => draft.state.fields[id]!.status === 'accepted')
  const act = draft.acts.length
  say(draft, isChange ? 'changed' : 'noted', {kind: 'ack', value: spoken.join(', '), rephrase: true})
  // What was put right is heard as such, however soon a summary reads it out; an address is too long to be said twice.
  if (!isChange || echoed.every((id) => draft.scenario.fields.get(id)!.type === 'address'))
    draft.echo = {act: draft.acts[act]?.id ?? '', fields: echoed}
}

const shouldEcho = ({scenario}: Draft, id: string): boolean => {
  const {type, policy} = scenario.fields.get(id)!
  return policy !== 'none' && type !== 'text' && type !== 'yesno'
}
