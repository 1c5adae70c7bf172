import {extractPhone} from '../../nlu/phone.ts'
import {joinPhoneDigits} from '../../nlu/phone-join.ts'
import type {ExtractContext, Found} from '../../nlu/types.ts'
import {isOfAnother} from './field-words.ts'
import {claim, type Reader} from './reader.ts'
import type {ScenarioField} from '../scenario/scenario.ts'

/** A number, with what was dictated of it before. */
export const readPhone = (reader: Reader, field: ScenarioField, context: ExtractContext): Found<unknown> | undefined =>
  context.asked ? joinPhoneDigits(digitsSoFar(reader, field), reader.utterance, context) : extractPhone(reader.utterance, context)

/** What was dictated of a number in earlier turns; of a number being read back, all of it, so that its end can be put right. */
function digitsSoFar({state}: Reader, {id}: ScenarioField): string {
  const {partial, value} = state.fields[id]!
  if (partial?.digits !== undefined) return partial.digits
  if (state.pending.kind !== 'confirm' || state.pending.field !== id || value === undefined) return ''
  return String(value).replace(/^\+7/, '8').replace(/^\+/, '')
}

/** «Тот же, с которого звоню», or digits with more to come. */
export function readUnfinished(
  reader: Reader,
  field: ScenarioField,
  found: Found<unknown>,
  value: Record<string, unknown>,
  asked: boolean,
  raw: string,
): void {
  const base = {source: 'rule', confidence: found.confidence, field: field.id, raw} as const
  if (value['callerId'] === true) {
    // The number somebody calls from is their own, and no recipient's unless that was asked for.
    if (!asked && isOfAnother(field)) return
    claim(reader, found)
    reader.done.add(field.id)
    reader.commands.push({...base, kind: 'set', value: reader.state.caller, alts: [], corrected: false, callerId: true})
  } else if (asked && typeof value['digits'] === 'string') {
    claim(reader, found)
    reader.commands.push({...base, kind: 'partial', part: {kind: 'digits', digits: value['digits']}})
  }
}
