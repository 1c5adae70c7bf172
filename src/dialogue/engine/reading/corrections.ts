import {splitCorrection} from '../../nlu/correction.ts'
import {readAsked} from './read-asked.ts'
import {claim, type Reader} from './reader.ts'
import type {ScenarioField} from '../scenario/scenario.ts'

/** What was taken back is no value of anything else. */
export function takeBack(reader: Reader): void {
  const split = splitCorrection(reader.utterance.tokens)
  if (split) claim(reader, {value: {}, from: Math.max(0, split.old.from - 1), to: split.old.to, confidence: 1})
}

/** «Ой, Мира двенадцать», right after «Мира десять» was taken down: what was said last is put right, not what is asked for now. */
export function slipOfTongue(reader: Reader, asked: ScenarioField | undefined): ScenarioField | undefined {
  const {state, utterance} = reader
  if (
    state.pending.kind !== 'ask' ||
    !/^(?:ой|ай|ошиб|огов|перепутал|точнее|вернее|простите|извините|oops|sorry|actually)/.test(utterance.tokens[0]?.text ?? '')
  )
    return undefined
  const last = lastTaken(reader)
  if (!last || last.id === asked?.id) return undefined
  const trial: Reader = {...reader, asked: last, commands: [], explained: new Set(), done: new Set()}
  readAsked(trial, last)
  return trial.commands.some(
    (command) => command.kind === 'set' && command.field === last.id && command.value !== state.fields[last.id]!.value,
  )
    ? last
    : undefined
}

/** What was taken down in the turn before. */
function lastTaken({state, scenario}: Reader): ScenarioField | undefined {
  const id = Object.keys(state.fields).find((each) => state.fields[each]!.turn === state.counters.turns)
  const last = id === undefined ? undefined : scenario.fields.get(id)!
  return last && last.type !== 'text' && last.type !== 'yesno' ? last : undefined
}

/** «Так, три. Куда везти?» – «Нет, четыре.»: a "no" with a value puts right what was acknowledged just before. */
export function readCorrectionOfLast(reader: Reader): void {
  const last = lastTaken(reader)
  if (!last || last.id === reader.asked?.id) return
  reader.done.delete('#moment')
  readAsked({...reader, asked: last}, last)
}
