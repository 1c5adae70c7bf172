import {numeral} from '../../nlu/numerals.ts'
import {mentions} from './field-words.ts'
import {openFields} from './open-fields.ts'
import {toldOutright} from './possession.ts'
import {echoWhole} from './read-yes-no.ts'
import {claim, explain, isHere, push, rawOf, type Reader} from './reader.ts'

/** «Этаж третий, лифт есть»: answers to questions that are still to come. */
export function readPossessions(reader: Reader): void {
  if (reader.hints.isQuestion) return
  const waiting = [...reader.scenario.fields.values()].filter(
    (field) =>
      field.type === 'yesno' &&
      field.id !== reader.asked?.id &&
      isHere(reader, field) &&
      reader.state.fields[field.id]!.value === undefined,
  )
  for (const field of new Set([...waiting, ...openFields(reader, 'yesno')])) {
    const told = toldOutright(reader, field)
    if (!told) continue
    const found = {...told, confidence: 0.8}
    const raw = rawOf(reader, found)
    claim(reader, found)
    push(reader, field, found, told.value, [], raw)
  }
}

/** «Ой, машина не на ходу» at a summary puts right what was answered with yes or no, in the words of its question. */
export function readEchoes(reader: Reader): void {
  const {state, scenario, utterance} = reader
  if ((state.pending.kind !== 'confirm_state' && state.pending.kind !== 'what_to_change') || reader.commands.length > 0) return
  const words = utterance.tokens.filter((token) => !numeral(token, utterance.lang))
  for (const field of scenario.fields.values()) {
    if (field.type !== 'yesno' || state.fields[field.id]!.value === undefined || mentions(field, words) < 2) continue
    const said = echoWhole(reader, field)
    if (said !== undefined && said !== state.fields[field.id]!.value) {
      push(reader, field, {value: said, from: 0, to: 0, confidence: 0.8}, said, [], utterance.text)
      explain(reader, {value: said, from: 0, to: utterance.tokens.length, confidence: 0.8})
    }
  }
}
