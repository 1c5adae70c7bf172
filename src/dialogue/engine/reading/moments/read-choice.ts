import {extractTime} from '../../../nlu/time.ts'
import type {Found} from '../../../nlu/types.ts'
import {minutes} from '../../scenario/hours.ts'
import {claim, contextOf, dayParts, halfOf, push, rawOf, type Reader} from '../reader.ts'

/** Which of the readings that were offered was meant. True when that was told. */
export const readChoice = (reader: Reader): boolean => choosesByPlace(reader) || choosesHalf(reader)

/** «Первое», "the second one": of the readings that were offered, by its place. */
function choosesByPlace(reader: Reader): boolean {
  const {state, utterance, asked} = reader
  const {pending} = state
  if (pending.kind !== 'choose' || !asked || utterance.tokens.length > 3) return false
  const at = utterance.tokens.findIndex(({text}) => places.some((place) => place.test(text)))
  const value = at === -1 ? undefined : pending.alts[places.findIndex((place) => place.test(utterance.tokens[at]!.text))]
  if (value === undefined) return false
  const found = {value: {}, from: 0, to: utterance.tokens.length, confidence: 0.9}
  const raw = rawOf(reader, found)
  claim(reader, found)
  push(reader, asked, found, value, [], raw)
  return true
}

const places = [/^(?:перв(?:ое|ый|ая|ую)|first)$/, /^(?:втор(?:ое|ой|ая|ую)|second)$/, /^(?:трет(?:ье|ий|ья|ью)|third)$/]

/** «В семь вечера или утра?» – «Вечера, конечно.» */
function choosesHalf(reader: Reader): boolean {
  const {state, utterance, asked} = reader
  const {pending} = state
  if (pending.kind !== 'choose' || asked?.type !== 'time') return false
  const at = utterance.tokens.findIndex(({text}) => halfOf(text) !== undefined)
  const part = at === -1 ? undefined : dayParts[halfOf(utterance.tokens[at]!.text)!]
  const fits = pending.alts.filter((alt) => part && minutes(String(alt)) >= part.from && minutes(String(alt)) <= part.to)
  if (fits.length !== 1 || hasClock(extractTime(utterance, contextOf(reader, asked, true)))) return false
  const found = {value: {}, from: at, to: at + 1, confidence: 0.9}
  const raw = rawOf(reader, found)
  claim(reader, found)
  push(reader, asked, found, fits[0]!, [], raw)
  return true
}

const hasClock = (found: Found<object> | undefined): boolean => found !== undefined && 'time' in found.value
