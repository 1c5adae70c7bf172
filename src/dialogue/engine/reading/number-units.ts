import type {Utterance} from '../../nlu/types.ts'
import {type FoundNumber, isOneUnit, kindOf, week} from './counted.ts'
import {explain, push, type Reader} from './reader.ts'
import type {ScenarioField} from '../scenario/scenario.ts'

/** A week is seven nights. */
export function inNights({tokens}: Utterance, field: ScenarioField, found: FoundNumber): FoundNumber {
  if (kindOf(field) !== 'nights' || !week.test(tokens[found.to]?.text ?? '')) return found
  return {...found, to: found.to + 1, value: {number: found.value.number * 7}}
}

/** «Килограмм» answers "how many kilograms?" */
export const oneUnit = ({utterance}: Reader, field: ScenarioField): FoundNumber | undefined =>
  isOneUnit(field, utterance) ? {value: {number: 1}, from: 0, to: utterance.tokens.length, confidence: 0.8} : undefined

/** «В двухкомнатной квартире», where rooms are counted. */
export function readCompound(reader: Reader, fields: readonly ScenarioField[]): void {
  for (const [at, token] of reader.utterance.tokens.entries()) {
    const [, count, thing] = /^(одно|двух|трех|четырех|пяти|шести)(\p{L}{4,})$/u.exec(token.text) ?? []
    const field =
      thing &&
      fields.find(
        (each) =>
          !reader.done.has(each.id) && [...each.keys].some((key) => key.length > 3 && thing.startsWith(key.replace(/^~/, '').slice(0, 5))),
      )
    if (!field) continue
    const number = ['одно', 'двух', 'трех', 'четырех', 'пяти', 'шести'].indexOf(count!) + 1
    // The word may be a part of an option's name as well.
    explain(reader, {value: {}, from: at, to: at + 1, confidence: 0.8})
    push(reader, field, {value: {}, from: at, to: at + 1, confidence: 0.8}, number, [], token.raw)
  }
}

/** «На неделю» answers "how many nights" without a number. */
export function aWeek({utterance: {tokens}}: Reader, field: ScenarioField): FoundNumber | undefined {
  const at = kindOf(field) === 'nights' ? tokens.findIndex((token) => week.test(token.text)) : -1
  return at === -1 ? undefined : {value: {number: 7}, from: at, to: at + 1, confidence: 0.8}
}
