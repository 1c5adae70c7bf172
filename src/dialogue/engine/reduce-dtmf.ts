import {isValidPhone, nationalPhone} from './keypad.ts'
import type {Command, Value} from './command.ts'
import {askAgain} from './ask.ts'
import {type Draft, note, patch, patchField} from './draft.ts'
import {applyFields} from './fields.ts'
import {finish} from './finish.ts'
import type {ScenarioField} from './scenario/scenario.ts'
import {advance, countTurn} from './transitions.ts'

/** Keys answer the pending question: digits of a number, the n-th option, 1 for yes and 2 for no. */
export function keyPressed(draft: Draft, pressed: string): void {
  countTurn(draft)
  patch(draft, {counters: {...draft.state.counters, noInput: 0}})
  note(draft, 'dtmf', '•'.repeat(pressed.length))
  const command = interpret(draft, pressed)
  if (command === 'more') return
  if (!command) return askAgain(draft)
  const before = draft.state.pending
  const changes = applyFields(draft, [command])
  const intents = new Set(before.kind === 'confirm_state' ? [command.kind === 'affirm' ? 'yes_answer' : 'no_answer_given'] : [])
  advance(draft, {intents, fields: changes.taken})
  finish(draft)
}

function interpret(draft: Draft, pressed: string): Command | 'more' | undefined {
  const {pending} = draft.state
  const base = {source: 'dtmf', confidence: 1} as const
  if (pending.kind === 'confirm' || pending.kind === 'confirm_state') {
    if (pressed[0] === '1') return {...base, kind: 'affirm'}
    return pressed[0] === '2' || pressed[0] === '0' ? {...base, kind: 'deny'} : undefined
  }
  if (pending.kind !== 'ask') return undefined
  const field = draft.scenario.fields.get(pending.field)!
  if (field.type === 'phone') return phoneKeys(draft, field, pressed)
  const value = valueOf(field, pressed.replaceAll(/[#*]/g, ''))
  return value === undefined ? undefined : {...base, kind: 'set', field: field.id, value, alts: [], raw: pressed, corrected: false}
}

function phoneKeys(draft: Draft, field: ScenarioField, pressed: string): Command | 'more' | undefined {
  // Keys after spoken digits begin anew: whoever reaches for the keypad has given up on being heard.
  const {partial} = draft.state.fields[field.id]!
  const digits = (partial?.keyed ? (partial.digits ?? '') : '') + pressed.replaceAll(/\D/g, '')
  const phone = nationalPhone(digits, field.region ?? 'RU')
  if (phone && isValidPhone(phone)) {
    return {source: 'dtmf', confidence: 1, kind: 'set', field: field.id, value: phone, alts: [], raw: digits, corrected: false}
  }
  const isDone = pressed.includes('#') || digits.length > 15
  patchField(draft, field.id, {partial: isDone ? {} : {digits, keyed: true}})
  return isDone ? undefined : 'more'
}

function valueOf(field: ScenarioField, digits: string): Value | undefined {
  if (digits === '') return undefined
  switch (field.type) {
    case 'enum':
      return field.choices[Number(digits) - 1]?.id
    case 'number':
      return Number(digits)
    case 'yesno':
      return digits === '1' ? true : digits === '2' || digits === '0' ? false : undefined
    case 'phone':
    case 'person_name':
    case 'date':
    case 'time':
    case 'email':
    case 'address':
    case 'text':
      return undefined
  }
}
