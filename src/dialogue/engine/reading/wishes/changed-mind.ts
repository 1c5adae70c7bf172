import type {Utterance} from '../../../nlu/types.ts'
import type {Scenario, ScenarioField} from '../../scenario/scenario.ts'
import type {DialogueState} from '../../state.ts'
import {mostMentioned} from '../field-words.ts'
import {explain, push, type Reader} from '../reader.ts'

/** "I changed my mind about the insurance", «насчёт доставки передумал»: one thing that was said is to be otherwise, and nothing is called off. */
export function changedMind({fields}: Scenario, {fields: held}: DialogueState, {tokens, text}: Utterance): ScenarioField | undefined {
  if (!changes.test(text)) return undefined
  const at = tokens.findIndex((token) => /^(?:about|regarding|насч[её]т|поводу|про|касательно)$/.test(token.text))
  const known = [...fields.values()].filter(({id}) => held[id]!.value !== undefined)
  return at === -1 ? undefined : mostMentioned(known, tokens.slice(at + 1))
}

const changes = /передумал|changed? my mind|change of mind/i

/** Of a plain yes or no the other one is meant. */
export function readChangedMind(reader: Reader): void {
  const field = changedMind(reader.scenario, reader.state, reader.utterance)
  const value = field && reader.state.fields[field.id]!.value
  if (!field || typeof value !== 'boolean' || reader.done.has(field.id)) return
  const found = {value: !value, from: 0, to: reader.utterance.tokens.length, confidence: 0.8, corrected: true}
  push(reader, field, found, !value, [], reader.utterance.text)
  explain(reader, found)
}
